"""The hooks under the real pre-commit, in a real git repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
HOOKS = {one["id"]: one for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
BODY = ("The council of Exampleton voted on the new pool after a long debate on Tuesday. " * 5).strip()
GOOD = (
    '{{"id": "{0}", "url": "https://kurier.example/2025/05/14/{0}", "title": "Council votes for the pool", "text": "'
    + BODY
    + '", "language": "en", "date": "2025-05-14", "author": "Jane Roe", "outlet": "Example Courier"}}\n'
)
BAD = GOOD.replace('"2025-05-14"', '"2025-02-31"')


class Project:
    """A git repository whose pre-commit runs one of the hooks, as this checkout has it."""

    def __init__(self, folder, hook, **given):
        self.folder = folder
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
            "PRE_COMMIT_HOME": str(folder.parent / "home"),
            "PYTHONPATH": str(ROOT),
            "GIT_CONFIG_GLOBAL": os.devnull,
        }
        folder.mkdir()
        self.git("init", "-q")
        self.git("config", "user.email", "desk@kurier.example")
        self.git("config", "user.name", "Desk")
        local = {key: value for key, value in HOOKS[hook].items() if key != "additional_dependencies"}
        local |= {
            "language": "system",
            "entry": local["entry"].replace("copydesk", f"{sys.executable} -m validator", 1),
        }
        config = {"repos": [{"repo": "local", "hooks": [{**local, **given}]}], "exclude": "^drafts/"}
        self.write(".pre-commit-config.yaml", yaml.safe_dump(config, allow_unicode=True))

    def git(self, *arguments, check=True):
        return subprocess.run(
            ["git", *arguments], cwd=self.folder, env=self.environment, capture_output=True, text=True, check=check
        )

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        self.git("add", "--", name)

    def run(self, *arguments):
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path / "news", "copydesk")


def test_good_articles_pass_and_a_bad_one_stops_the_commit(project):
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"], cwd=project.folder, env=project.environment, check=True
    )
    project.write("may/good.jsonl", GOOD.format("a1"))
    assert project.git("commit", "-qm", "good", check=False).returncode == 0

    project.write("may/bad.jsonl", BAD.format("a2"))
    stopped = project.git("commit", "-qm", "bad", check=False)

    assert stopped.returncode == 1
    assert "date.impossible" in stopped.stderr + stopped.stdout
    assert "good.jsonl" not in stopped.stderr + stopped.stdout
    assert project.git("rev-list", "--count", "HEAD").stdout == "1\n"


def test_file_names_with_spaces_letters_and_brackets(project):
    names = ["мой файл.jsonl", "a b/c d.jsonl", "日本 語.jsonl", "a[1].jsonl", "it's $HOME.jsonl", "né.jsonl"]
    for number, name in enumerate(names):
        project.write(name, BAD.format(number))

    done = project.run("--all-files")

    assert done.returncode == 1
    assert {name for name in names if f"{name}#1" in done.stdout} == set(names)


def test_excluded_files_and_files_of_other_kinds_are_not_judged(project):
    project.write("drafts/bad.jsonl", BAD.format("a1"))
    project.write("settings.json", "{}")
    project.write("README.md", "# Articles\n")

    done = project.run("--all-files")

    assert done.returncode == 0
    assert "(no files to check)Skipped" in done.stdout


@pytest.mark.parametrize("given", [{"files": "^articles/"}, {"exclude": "^articles/old/"}])
def test_whoever_narrows_a_hook_still_judges_articles_only(tmp_path, given):
    project = Project(tmp_path / "news", "copydesk", **given)
    for name in ("README.md", "a.png", "list.json", "page.jsonl.txt.bak"):
        project.write(f"articles/{name}", "\x00 no article")
    project.write("articles/may.jsonl", BAD.format("a1"))

    done = project.run("--all-files")

    assert re.findall(r"^([\w./-]+)#1", done.stdout, re.MULTILINE) == ["articles/may.jsonl"]
    assert "articles/README" not in done.stdout


def test_a_page_alone_passes_the_repairing_hook(tmp_path):
    project = Project(tmp_path / "news", "copydesk-fix", files="^articles/")
    project.write("articles/a.html", "<!doctype html><html><p>Leave a comment</p></html>")

    done = project.run("--all-files")

    assert done.returncode == 0
    assert "(no files to check)Skipped" in done.stdout


def test_two_thousand_files(project):
    for number in range(2_000):
        (project.folder / f"{number:04}.jsonl").write_text((BAD if number % 1000 == 7 else GOOD).format(number))
    project.git("add", ".")

    done = project.run("--all-files")

    assert done.returncode == 1
    assert sorted(re.findall(r"^(\d{4}).jsonl#1.*\n.*date.impossible", done.stdout, re.MULTILINE)) == ["0007", "1007"]
    assert not (project.folder / ".copydesk_cache").exists()


def test_the_corpus_hook_sees_what_no_article_shows(tmp_path):
    project = Project(tmp_path / "news", "copydesk-corpus")
    for number in range(2):
        project.write(f"may/{number}.jsonl", GOOD.format(number))

    done = project.run("--all-files", "--verbose")

    assert "dup.exact" in done.stdout


def test_the_repairing_hook_stops_once_and_then_passes(tmp_path):
    project = Project(tmp_path / "news", "copydesk-fix")
    project.write("мой файл.jsonl", GOOD.format("a1"))
    project.write("a b.jsonl", GOOD.format("a2").replace("/2025/05/14/a2", "/2025/05/14/a2?utm_source=mail"))

    first = project.run("--all-files")
    project.git("add", ".")
    second = project.run("--all-files")

    assert (first.returncode, second.returncode) == (1, 0)
    assert "files were modified by this hook" in first.stdout
    assert "utm_source" not in (project.folder / "a b.jsonl").read_text("utf-8")
    assert (project.folder / "мой файл.jsonl").read_text("utf-8") == GOOD.format("a1")


def test_the_corpus_hook_has_what_the_extra_has():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]

    assert HOOKS["copydesk-corpus"]["additional_dependencies"] == extras["corpus"]


@pytest.mark.skipif("CI" not in os.environ, reason="builds an environment from the package index")
def test_an_environment_is_built(tmp_path):
    hooks = tmp_path / "hooks"
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in listed.splitlines():
        if (ROOT / name).is_file() and name.startswith(
            ("validator/", "schemas/", "pyproject", "README", "LIC", ".pre")
        ):
            (hooks / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, hooks / name)
    project = Project(tmp_path / "news", "copydesk")
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=D", "-c", "user.email=d@k.example", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], cwd=hooks, env=project.environment, check=True)
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=hooks, capture_output=True, text=True, check=True)
    config = {"repos": [{"repo": str(hooks), "rev": head.stdout.strip(), "hooks": [{"id": "copydesk"}]}]}
    project.write(".pre-commit-config.yaml", yaml.safe_dump(config))
    project.write("bad.jsonl", BAD.format(1))
    project.environment.pop("PYTHONPATH")  # what was installed, not this checkout

    done = project.run("--all-files")

    assert "date.impossible" in done.stdout, done.stdout + done.stderr
