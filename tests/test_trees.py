"""The trees of the model of the body, as data and as code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from validator.normalise.layout import body_trees, page

MODEL: dict[str, Any] = json.loads(Path(page.__file__).with_name("body_model.json").read_text("utf-8"))
LIMITS: set[float] = set()


def walked(row: list[float]) -> float:
    """The log odds by the nodes as they stand in the file."""
    total = 0.0
    for stage in MODEL["stages"]:
        for node in stage["trees"]:
            while isinstance(node, list):
                feature, limit, below, above = node
                LIMITS.add(limit)
                node = below if row[feature] <= limit else above  # noqa: PLW2901 - down to a leaf
            total += node
        if total < stage["least"]:
            break
    return total


walked([0.0] * len(MODEL["features"]))  # some of the limits, so that rows lie on them too
VALUES = st.one_of(st.sampled_from(sorted(LIMITS)), st.floats(-5, 200), st.integers(0, 5).map(float))


@given(st.lists(VALUES, min_size=len(MODEL["features"]), max_size=len(MODEL["features"])))
def test_the_code_says_what_the_nodes_say(row):
    assert body_trees.score(row) == walked(row)


def test_the_code_is_fresh():
    command = [sys.executable, str(Path(__file__).parent.parent / "ci" / "trees")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
