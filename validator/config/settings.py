"""The settings of a project: ``copydesk.toml``, or the table ``tool.copydesk`` of ``pyproject.toml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct

from validator.errors import ConfigError

OWN, SHARED = "copydesk.toml", "pyproject.toml"


class Settings(Struct, frozen=True):
    """A file and what it sets: key -> value, as they are written."""

    path: Path
    values: dict[str, Any]


def found(start: Path) -> Settings | None:
    """The nearest settings, looked for from a folder upward. Raises ConfigError where they cannot be read."""
    for folder in (start, *start.parents):
        own = folder / OWN
        if own.is_file():
            return Settings(own, _read(own))
        shared = folder / SHARED
        # Not every project's file is ours to complain of.
        if shared.is_file() and b"copydesk" in shared.read_bytes():
            table = _read(shared).get("tool", {}).get("copydesk")
            if table is not None:
                return Settings(shared, table)
    return None


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path.name}: not valid TOML: {' '.join(str(error).split())}") from error
    except OSError as error:
        raise ConfigError(f"{path.name}: {error.strerror}") from error
