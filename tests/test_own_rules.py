"""What docs/own-rules.md says of another package's rules, done with the code that stands there."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parent.parent / "docs" / "own-rules.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


@pytest.fixture
def installed(tmp_path):
    """The package of the page as an installer leaves it; the environment in which Python finds it."""
    family = tmp_path / "site" / "bell_rules" / "house"
    family.mkdir(parents=True)
    (family.parent / "__init__.py").touch()
    (family / "__init__.py").touch()
    (family / "street_numbers.py").write_text(blocks("python")[0], "utf-8")
    told = tmp_path / "site" / "bell_rules-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: bell-rules\nVersion: 1.0\n", "utf-8")
    section = re.search(r'\[project\.entry-points\."copydesk\.rules"\]\n(.*)', blocks("toml")[0], re.DOTALL)
    (told / "entry_points.txt").write_text("[copydesk.rules]\n" + section[1].replace('"', ""), "utf-8")
    (tmp_path / "bell.yaml").write_text(blocks("yaml")[0], "utf-8")
    (tmp_path / "a.txt").write_text("Fire in Mill Lane\n\nWitnesses from Mill Lane 12 were heard.\n", "utf-8")
    return tmp_path, {**os.environ, "PYTHONPATH": f"{tmp_path / 'site'}{os.pathsep}{PAGE.parent.parent}"}


def test_another_package_s_rule_is_asked_like_ours(installed, copydesk):
    folder, env = installed
    asked = ("check", "a.txt", "--select", "house", "--format", "json")
    found = json.loads(copydesk(*asked, cwd=folder, env=env).stdout)["findings"]

    assert [(one["rule"], one["code"], one["evidence"][0]["quote"]) for one in found] == [
        ("house.street_numbers", "HOU001", "Mill Lane 12")
    ]
    assert json.loads(copydesk(*asked, "--profile", "bell.yaml", cwd=folder, env=env).stdout)["findings"] == []


def test_another_package_s_rule_is_explained_like_ours(installed, copydesk):
    folder, env = installed
    page = copydesk("explain", "HOU001", cwd=folder, env=env).stdout.decode()

    assert "An article does not say at which number somebody lives." in page
    assert "most = 0: How many addresses an article may hold." in page
    assert b"house.street_numbers" in copydesk("rules", cwd=folder, env=env).stdout


def test_its_options_are_checked_like_ours(installed, copydesk):
    folder, env = installed
    (folder / "bell.yaml").write_text(blocks("yaml")[0].replace("most: 1", "least: 1"), "utf-8")
    run = copydesk("check", "a.txt", "--profile", "bell.yaml", cwd=folder, env=env)

    assert run.returncode == 2
    assert "house.street_numbers: least: unknown option" in run.stderr.decode()
    (folder / "bell.yaml").write_text(blocks("yaml")[0].replace("most: 1", "most: -1"), "utf-8")
    run = copydesk("check", "a.txt", "--profile", "bell.yaml", cwd=folder, env=env)
    assert "house.street_numbers: most: input should be greater than or equal to 0" in run.stderr.decode()
