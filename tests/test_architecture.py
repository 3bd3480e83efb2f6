"""The plan of the house: imports run down only, files and functions stay small, names say what they hold."""

from __future__ import annotations

import ast
import json
import re
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from validator.regex import regex

ROOT = Path(__file__).resolve().parent.parent / "validator"
FILES = sorted(path for path in ROOT.rglob("*.py"))
FLOORS = {
    "__main__": 8,
    "cli": 7,
    "run": 6,
    "report": 5,
    "engines": 5,
    "repair": 5,
    "gates": 4,
    "check": 3,
    "kinds": 2,
    "corpus": 3,
    "normalise": 2,
    "rules": 2,
    "read": 1,
    "config": 1,
    "lexicons": 1,
    "model": 0,
    "errors": 0,
    "part": 0,
    "arrow": 0,
    "regex": -1,
    "__init__": 0,
}
# A room may look sideways only where the plan says so.
SIDEWAYS: set[tuple[str, str]] = set()
WRITTEN = [path for path in FILES if path.name != "body_trees.py"]  # which ci/trees makes
HEAVY = {"great_expectations", "pandas", "pyarrow", "duckdb", "polars", "numpy", "langdetect", "py3langid", "pyspark"}


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    known = {name_of(one) for one in FILES}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {
                f"{node.module}.{alias.name}" if f"{node.module}.{alias.name}" in known else node.module
                for alias in node.names
            }
    return {one for one in found if one.split(".")[0] == "validator"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_run_down(path):
    here = room(name_of(path))
    for target in imports(path):
        there = room(target)
        if there != here:
            assert FLOORS[there] < FLOORS[here] or (here, there) in SIDEWAYS, f"{name_of(path)} reaches up to {target}"


def test_within_normalise_imports_run_down():
    floors = {name: floor for floor, name in enumerate(("dates", "names", "credits", "layout"))}

    def floor(module: str) -> int:
        return floors.get(module.split(".")[2], len(floors)) if module.count(".") > 1 else -1

    assert {one.name for one in (ROOT / "normalise").iterdir() if (one / "__init__.py").exists()} == set(floors)
    for path in sorted((ROOT / "normalise").rglob("*.py")):
        for target in (one for one in imports(path) if room(one) == "normalise"):
            assert floor(target) <= floor(name_of(path)), f"{name_of(path)} reaches up to {target}"


def test_every_room_has_its_floor():
    assert {room(name_of(path)) for path in FILES} <= set(FLOORS)


def test_no_circles():
    graph = {name_of(path): imports(path) - {name_of(path)} for path in FILES}

    assert tuple(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_and_functions_are_small(path):
    text = path.read_text("utf-8")

    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < 60, node.name


def test_names_say_what_they_hold():
    hiding = {"utils", "util", "common", "helpers", "helper", "manager", "handler", "misc"}

    assert not [path for path in FILES if path.stem in hiding or path.parent.name in hiding]


def test_rules_know_only_the_model_and_the_lexicons():
    allowed = {"model", "rules", "lexicons", "regex"}
    for path in FILES:
        if room(name_of(path)) == "rules":
            assert {room(target) for target in imports(path)} <= allowed, path


def test_there_is_one_kind_of_type():
    """Structs: made in a sixth of a dataclass's time, and ninety classes of them in a thirtieth of a second less."""
    others = ("from dataclasses import", "NamedTuple")

    assert [str(path) for path in FILES if any(one in path.read_text("utf-8") for one in others)] == []


def test_expressions_wait_until_they_are_asked():
    at_import = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in FILES
        for top in ast.parse(path.read_text("utf-8")).body
        if not isinstance(top, ast.FunctionDef | ast.ClassDef)
        for node in ast.walk(top)
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "re.compile"
    ]

    assert at_import == []


def test_every_expression_is_one(run_python):
    # One that cannot be compiled would be told only by the article that first asks it.
    done = run_python(
        "import gc, importlib, pkgutil, re\n"
        "rooms = 'corpus kinds lexicons model normalise read repair report rules'\n"
        "for room in map(importlib.import_module, [f'validator.{one}' for one in rooms.split()]):\n"
        "    for one in pkgutil.walk_packages(room.__path__, f'{room.__name__}.'): importlib.import_module(one.name)\n"
        "found = [one for one in gc.get_objects() if type(one).__name__ == '_Regex']\n"
        "print(len(found), all(isinstance(one._compiled, re.Pattern) for one in found))"
    )

    number, sound = done.split()
    assert int(number) > 300
    assert sound == "True"


def test_an_expression_answers_as_a_compiled_one():
    mine, its = regex(r"(\d+)\s(K)", re.IGNORECASE), re.compile(r"(\d+)\s(K)", re.IGNORECASE)

    assert (mine.pattern, mine.flags, mine.groups) == (its.pattern, its.flags, its.groups)
    assert mine.sub(r"\2\1", "10 k, 11 K") == its.sub(r"\2\1", "10 k, 11 K") == "k10, K11"
    assert [one.span() for one in mine.finditer("1 k 2 k")] == [(0, 3), (4, 7)]
    with pytest.raises(AttributeError):
        mine.nothing_of_the_kind  # noqa: B018


def test_nothing_heavy_on_the_way_to_a_check(run_python):
    code = (
        "import sys, validator.cli.check\n"
        "from validator.check import registry\n"
        "registry.rules()\n"
        f"print(*sorted({HEAVY!r} & set(sys.modules)))"
    )

    assert run_python(code).strip() == ""


def test_a_drop_of_texts_is_judged_without_arrow(run_python, tmp_path):
    drop = tmp_path / "drop.jsonl"
    drop.write_text('{"id": "a", "title": "The pool", "text": "The council votes on the pool."}\n' * 1_000, "utf-8")
    code = (
        "import sys\n"
        "from validator import run\n"
        "from validator.config.load import profile\n"
        f"report = run.check([{str(drop)!r}], profile('news-drop'), corpus=False)\n"
        "print(report.articles, 'pyarrow' in sys.modules)"
    )

    assert run_python(code).strip() == "1000 False"


@pytest.mark.parametrize("kind", ["texts", "rows", "parquet"])
@pytest.mark.parametrize("own", [True, False], ids=["command", "library"])
def test_pandas_is_not_loaded_for_arrow(run_python, tmp_path, kind, own):
    pandas = pytest.importorskip("pandas")
    row = {"id": "a", "title": "The pool", "text": "The council votes on the pool." if kind == "texts" else None}
    rows = [row] * 1_000
    drop = tmp_path / ("drop.parquet" if kind == "parquet" else "drop.jsonl")
    if kind == "parquet":
        pandas.DataFrame(rows).to_parquet(drop)
    else:
        drop.write_text("".join(json.dumps(one) + "\n" for one in rows), "utf-8")
    code = (
        "import sys\n"
        f"from validator import {'__main__, ' if own else ''}run\n"
        "from validator.config.load import profile\n"
        f"report = run.check([{str(drop)!r}], profile('news-drop'), health=True)\n"
        "print(report.articles, report.health is not None, 'duckdb' in sys.modules, 'pandas' in sys.modules)\n"
        "import pyarrow as pa\n"
        "print(len(pa.table({'one': [1, 2]}).to_pandas()))"
    )

    # Another's process is left as it is: pyarrow finds the pandas that its owner may want.
    assert run_python(code).splitlines() == [f"1000 True True {not own}", "2"]


def test_python_is_the_one_we_promise():
    assert sys.version_info >= (3, 11)
