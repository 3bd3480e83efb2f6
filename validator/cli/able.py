"""What an installation can do: the rules about many articles need the extra ``corpus``."""

from __future__ import annotations

from importlib.util import find_spec

from validator.cli.output import say


def installed() -> bool:
    """Whether the extra is there."""
    return all(find_spec(name) for name in ("anyascii", "duckdb", "holidays", "numpy", "pyarrow", "rapidfuzz"))


def paged() -> bool:
    """Whether a report can be a page: the extra ``report`` is there."""
    return find_spec("jinja2") is not None


def corpus(asked: bool | None = None) -> bool:  # noqa: FBT001 - an option as it is given, or not
    """Whether the rules about many articles are asked: as wished, else where they can be; says so where not."""
    if asked is not None:
        return asked
    if not installed():
        say("the rules that need many articles are not asked: pip install 'copydesk[corpus]'")
    return installed()
