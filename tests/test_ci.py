"""What others put into their pipelines: valid by its schema, and its shell runs outside of its home."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
import tomllib
from functools import partial
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION = ROOT / "ci" / "github" / "action.yml"
STEPS = {one["name"]: one for one in yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"] if "run" in one}
INPUTS = yaml.safe_load(ACTION.read_text("utf-8"))["inputs"]
TEMPLATE = list(yaml.safe_load_all((ROOT / "ci" / "gitlab" / "template.yml").read_text("utf-8")))
BAD = {"id": "1", "title": "Council votes for the pool", "date": "2025-02-31", "text": "The council voted. " * 20}


def valid(schema, path, *arguments):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *arguments, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_action_is_valid():
    valid("vendor.github-actions", ACTION)


def test_the_template_is_valid(tmp_path):
    (tmp_path / "ci.yml").write_text(yaml.safe_dump(TEMPLATE[1]).replace("$[[ inputs.stage ]]", "test"))

    valid("vendor.gitlab-ci", tmp_path / "ci.yml", "--data-transform", "gitlab-ci")


@pytest.fixture
def desk(tmp_path):
    """A folder with a drop, and a bin with this checkout's copydesk."""
    (tmp_path / "work" / "my drop").mkdir(parents=True)
    (tmp_path / "work" / "my drop" / "a.jsonl").write_text(json.dumps(BAD) + "\n")
    bin_ = tmp_path / "temp" / "copydesk" / "bin"
    bin_.mkdir(parents=True)
    script(bin_ / "copydesk", f'#!/bin/sh\nexec "{sys.executable}" -m validator "$@"\n')
    (tmp_path / "output").touch()
    return tmp_path


def script(path, text):
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def environment(desk):
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "GIT_"))}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(desk / "temp"),
        "GITHUB_OUTPUT": str(desk / "output"),
        "GITHUB_STEP_SUMMARY": str(desk / "summary"),
        "GITHUB_ACTIONS": "true",
    }


def step(name, desk, **given):
    """Run a step of the action as a runner does, with its inputs filled in."""
    inputs = {key: str(one.get("default", "")) for key, one in INPUTS.items()} | given
    known = {f"inputs.{key}": value for key, value in inputs.items()} | {"github.action_path": str(ACTION.parent)}
    own = {
        key: re.sub(r"\$\{\{ (.*?) \}\}", lambda found: known[found[1]], value)
        for key, value in STEPS[name]["env"].items()
    }
    assert "${{" not in STEPS[name]["run"], "what an input holds is not run"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]],
        cwd=desk / "work",
        env=environment(desk) | own,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_action_installs_what_it_stands_in(desk, monkeypatch):
    fake = desk / "fake"
    fake.mkdir()
    for place in (fake / "python", desk / "temp" / "copydesk" / "bin" / "python"):
        script(place, f'#!/bin/sh\nprintf "%s\\n" "$@" >>"{desk}/said"\n')
    monkeypatch.setenv("PATH", f"{fake}:{os.environ['PATH']}")

    assert step("Install copydesk", desk).returncode == 0
    said = (desk / "said").read_text().splitlines()
    folder, extra = re.fullmatch(r"(.*)\[(\w+)\]", said[-1]).groups()
    project = tomllib.loads((Path(folder) / "pyproject.toml").read_text("utf-8"))["project"]

    assert said[:3] == ["-m", "venv", str(desk / "temp" / "copydesk")]
    assert project["name"] == "copydesk"
    assert extra in project["optional-dependencies"]


def test_the_action_tells_writes_sarif_and_fails(desk):
    done = step("Check", desk, path="my drop\n\n")

    assert done.returncode == 1, done.stderr
    assert "\n::error file=my drop/a.jsonl,line=1,title=date.impossible" in "\n" + done.stdout
    assert "## copydesk" in (desk / "summary").read_text("utf-8")
    told = (desk / "output").read_text().strip().removeprefix("sarif=")
    found = json.loads(Path(told).read_text("utf-8"))["runs"][0]
    assert "date.impossible" in {one["ruleId"] for one in found["results"]}


@pytest.mark.parametrize(
    ("given", "code"), [({"fail-on": "never"}, 0), ({"profile": "nowhere"}, 2), ({"path": "x"}, 2)]
)
def test_the_inputs_of_the_action_count(desk, given, code):
    assert step("Check", desk, **{"path": "my drop", **given}).returncode == code


@pytest.mark.parametrize("name", ["path", "profile", "baseline", "fail-on"])
def test_no_input_of_the_action_is_run(desk, name):
    hostile = "$(touch owned) `touch owned`; touch owned #"

    assert step("Check", desk, **{"path": "my drop", name: hostile}).returncode == 2
    assert not list(desk.rglob("owned"))


def gitlab(desk, **given):
    inputs = {key: str(one.get("default", "")) for key, one in TEMPLATE[0]["spec"]["inputs"].items()} | given
    job = TEMPLATE[1]["copydesk"]
    own = {
        key: re.sub(r"\$\[\[ inputs\.(.*?) \]\]", lambda found: inputs[found[1]], value)
        for key, value in job["variables"].items()
    }
    path = {"PATH": f"{desk / 'temp' / 'copydesk' / 'bin'}:{os.environ['PATH']}"}
    return subprocess.run(
        ["sh", "-e", "-c", "\n".join(job["script"])],
        cwd=desk / "work",
        env=environment(desk) | own | path,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_template_tells_writes_its_reports_and_fails(desk):
    done = gitlab(desk, path="my drop\n")

    assert done.returncode == 1, done.stderr
    assert "(date.impossible)" in done.stdout
    issues = json.loads((desk / "work" / "gl-code-quality-report.json").read_text("utf-8"))
    assert "date.impossible" in {one["check_name"] for one in issues}
    assert (desk / "work" / "copydesk.xml").read_text("utf-8").startswith("<?xml")


def reports(desk, code):
    """A copydesk whose reports come to an end of their own, and what they were asked."""
    script(
        desk / "temp" / "copydesk" / "bin" / "copydesk",
        f"""#!/bin/sh
if [ "$1" = report ]; then printf "%s\n" "$@" >>"{desk}/said"; exit {code}; fi
exec "{sys.executable}" -m validator "$@"
""",
    )


@pytest.mark.parametrize("run", [partial(step, "Check"), gitlab], ids=["GitHub", "GitLab"])
@pytest.mark.parametrize("code", [0, 2])
def test_a_page_is_held_to_the_same_and_decides_nothing(desk, run, code):
    reports(desk, code)
    (desk / "work" / "own.yaml").write_text("name: own\nextends: news-drop\n")
    accepted = '{"schema_version": 1, "tool": "copydesk", "findings": []}'
    (desk / "work" / "known.json").write_text(accepted)

    done = run(desk, path="my drop", profile="own.yaml", baseline="known.json", **{"fail-on": "never"})

    assert done.returncode == 0, done.stderr
    said = (desk / "said").read_text().splitlines()
    assert {"--profile=own.yaml", "--baseline=known.json", "my drop"} <= set(said)


def test_what_is_installed_makes_pages():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]

    assert INPUTS["extras"]["default"] == "report"
    assert TEMPLATE[0]["spec"]["inputs"]["package"]["default"] == "copydesk[report]"
    assert "copydesk[corpus]" in extras["report"]


def test_the_inputs_of_the_template_count(desk):
    assert gitlab(desk, path="my drop", **{"fail-on": "never"}).returncode == 0
    assert gitlab(desk, path="$(touch owned)").returncode == 2
    assert not list(desk.rglob("owned"))


def test_the_python_of_the_page_is_python():
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")

    for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        compile(block, "docs/ci.md", "exec")
    for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL):
        assert yaml.safe_load(block)
    hooks = {one["id"] for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert set(re.findall(r"- id: ([\w-]+)", page)) <= hooks
