"""The settings of a project: found upward, beaten by the command line, their mistakes told in one line."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

RECORD = {"id": "a1", "title": "Council votes", "text": "The council of Exampleton voted on the pool. " * 9}


@pytest.fixture(scope="module")
def copydesk(quick):
    return quick


@pytest.fixture
def project(tmp_path):
    (tmp_path / "drop" / "may").mkdir(parents=True)
    (tmp_path / "drop" / "may" / "a.jsonl").write_text(json.dumps(RECORD) + "\n")
    return tmp_path


def rules(done):
    return {one["rule"].split(".")[0] for one in json.loads(done.stdout)["findings"]}


@pytest.mark.parametrize(("name", "table"), [("copydesk.toml", ""), ("pyproject.toml", "[tool.copydesk]\n")])
def test_settings_are_found_upward(copydesk, project, name, table):
    (project / name).write_text(f'{table}select = ["author"]\nformat = "json"\nfail_on = "never"\n')

    done = copydesk("check", "a.jsonl", cwd=project / "drop" / "may")

    assert (done.returncode, rules(done)) == (0, {"author"})


def test_the_command_line_wins(copydesk, project):
    (project / "copydesk.toml").write_text('select = "author,date"\nformat = "text"\nfail-on = "never"\n')

    done = copydesk(
        "check", "drop", "--select", "source", "--format", "json", "--fail-on", "error", "--quiet", cwd=project
    )

    assert (done.returncode, rules(done)) == (1, {"source"})


def test_the_nearest_file_counts_and_others_are_not_ours(copydesk, project):
    (project / "copydesk.toml").write_text('select = ["author"]\n')
    (project / "drop" / "copydesk.toml").write_text('select = ["date"]\nformat = "json"\n')
    (project / "drop" / "may" / "pyproject.toml").write_text("[project\nbroken by its owner")

    assert rules(copydesk("check", "may", cwd=project / "drop")) == {"date"}
    assert rules(copydesk("check", "a.jsonl", cwd=project / "drop" / "may")) == {"date"}


def test_paths_are_seen_from_the_file(copydesk, project):
    (project / "ours.yaml").write_text("name: ours\nrules: {select: [author]}\nextends: news-drop\n")
    (project / "copydesk.toml").write_text('profile = "ours.yaml"\nformat = "json"\n')

    done = copydesk("check", "a.jsonl", cwd=project / "drop" / "may")

    assert json.loads(done.stdout)["profile"] == "ours"
    assert copydesk("extract", "a.jsonl", cwd=project / "drop" / "may").returncode == 0


def test_a_date_is_a_date(copydesk, project):
    (project / "copydesk.toml").write_text("as-of = 2025-05-14\njobs = 1\ncache = false\nquiet = true\n")

    assert copydesk("check", "drop", cwd=project).returncode == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('fail-no = "error"', "copydesk.toml: fail-no: unknown key; did you mean 'fail-on'?"),
        ('format = "jsn"', "copydesk.toml: format: 'jsn' is not one of"),
        ('format = "jsn"', "did you mean 'json'?"),
        ("jobs = -1", "copydesk.toml: jobs: -1 is not in the range x>=0"),
        ('jobs = "many"', "copydesk.toml: jobs: 'many' is not a valid integer range"),
        ("select = 3", "copydesk.toml: select: must be a text or a list of texts"),
        ('quiet = "yes"', "copydesk.toml: quiet: must be true or false"),
        ("profile = true", "copydesk.toml: profile: must not be true or false"),
        ('profile = ["a"]', "copydesk.toml: profile: must be one value"),
        ("[select]\nx = 1", "copydesk.toml: select: must be a text or a list of texts"),
        ("format = ", "copydesk.toml: not valid TOML: Invalid value (at line 1, column 10)"),
        ('profile = "nowhere"', "unknown profile 'nowhere'"),
    ],
)
def test_a_mistake_is_told_in_one_line(copydesk, project, text, says):
    (project / "copydesk.toml").write_text(f"{text}\n")

    done = copydesk("check", "drop", cwd=project)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert says in done.stderr.decode()


def test_commands_that_judge_nothing_need_no_settings(copydesk, project):
    (project / "copydesk.toml").write_text("nonsense = 1\n")

    assert copydesk("rules", cwd=project).returncode == 0


def test_config_shows_every_value_and_where_it_comes_from(copydesk, project, monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    (project / "copydesk.toml").write_text('fail-on = "warning"\nselect = ["author"]\n')

    done = copydesk("config", "--ignore", "style", cwd=project / "drop")
    shown = {line.split(" = ")[0]: line.rpartition("# ")[2] for line in done.stdout.decode().splitlines()}

    assert shown["fail-on"] == "../copydesk.toml"
    assert shown["ignore"] == "the command line"
    assert (shown["format"], shown["profile"]) == ("default", "default")
    assert tomllib.loads(done.stdout.decode())["select"] == ["author"]


def test_the_settings_of_the_readme_are_valid(copydesk, project):
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    (project / "copydesk.toml").write_text(re.search(r"```toml\n(.*?)```", readme, re.DOTALL)[1])
    (project / "profiles").mkdir()
    (project / "profiles" / "our-drop.yaml").write_text("name: our-drop\nextends: news-drop\n")

    assert copydesk("check", "drop", cwd=project).returncode == 1
