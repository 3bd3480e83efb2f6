"""The documentation says what is so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from validator.check import registry
from validator.cli.main import COMMANDS
from validator.config.load import profile

ROOT = Path(__file__).resolve().parent.parent


def test_generated_parts_of_the_readme_are_fresh():
    done = subprocess.run([sys.executable, str(ROOT / "ci" / "readme")], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_a_page_for_every_rule_is_fresh():
    done = subprocess.run([sys.executable, str(ROOT / "ci" / "docs")], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_links_of_the_rule_pages_lead_somewhere():
    folder = ROOT / "docs" / "rules"
    links = re.findall(r"\]\(([^)]+)\)", (folder / "README.md").read_text("utf-8"))

    assert len(links) == len(registry.rules())
    assert not [link for link in links if not (folder / link).is_file()]


def test_commands_of_the_readme_exist():
    readme = (ROOT / "README.md").read_text("utf-8")

    assert set(re.findall(r"^copydesk (\w+)", readme, re.MULTILINE)) <= set(COMMANDS)
    assert set(re.findall(r"\bci/(\w+)", readme)) <= {path.name for path in (ROOT / "ci").iterdir()}


def test_the_readme_profile_is_valid(tmp_path):
    readme = (ROOT / "README.md").read_text("utf-8")
    path = tmp_path / "our.yaml"
    path.write_text(next(block for block in re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)), "utf-8")

    assert profile(str(path)).name == "our-drop"


def test_codes_belong_to_their_families():
    prefixes: dict[str, set[str]] = {}
    for rule in registry.rules():
        prefixes.setdefault(rule.rule_name().split(".")[0], set()).add(rule.code[:3])

    assert prefixes == {
        "author": {"AUT"},
        "boilerplate": {"BPL"},
        "corpus": {"COR"},
        "date": {"DAT"},
        "dateline": {"DTL"},
        "dup": {"DUP"},
        "encoding": {"ENC"},
        "language": {"LNG"},
        "licence": {"LIC"},
        "names": {"NAM"},
        "page": {"PAG"},
        "photo": {"PHO"},
        "schema": {"SCH"},
        "script": {"SCR"},
        "source": {"SRC"},
        "style": {"STY"},
        "text": {"TXT"},
        "title": {"TTL"},
    }
