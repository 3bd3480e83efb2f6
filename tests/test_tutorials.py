"""The commands of the tutorials, run one after the other as a reader would."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TUTORIALS = sorted((ROOT / "docs").glob("tutorial-*.md"))
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)


def commands(path):
    lines = "".join(BLOCK.findall(path.read_text("utf-8"))).splitlines()
    return [shlex.split(line)[1:] for line in lines if line.startswith("copydesk ")]


@pytest.mark.parametrize("path", TUTORIALS, ids=lambda path: path.stem)
def test_the_commands_of_a_tutorial_run(copydesk, tmp_path, path):
    shutil.copytree(ROOT / "fixtures" / "drop", tmp_path / "fixtures" / "drop")
    if "Save baseline.json" in path.read_text("utf-8"):  # what the page is for
        copydesk("baseline", "fixtures/drop", "--select", "author", "-o", "baseline.json", cwd=tmp_path)

    assert commands(path)
    for command in commands(path):
        done = copydesk(*command, cwd=tmp_path)
        assert done.returncode in ((0, 1) if command[0] == "check" else (0,)), done.stderr.decode()


def test_there_is_a_tutorial_for_each_of_the_three():
    assert [path.stem for path in TUTORIALS] == ["tutorial-archivist", "tutorial-ci", "tutorial-curator"]
