"""Profiles and record maps from the shipped folder or a user's file, with ``extends`` resolved."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from validator.config.models import Profile, RecordMap
from validator.config.yaml_text import parsed
from validator.errors import ConfigError

M = TypeVar("M", bound=BaseModel)
_DEEPEST = 10
_NO_SEVERITY = (False, "off", "none", "never", "ignore")  # YAML reads off as false


def schemas_folder() -> Path:
    """The folder ``schemas/``: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "schemas"
    return inside if inside.is_dir() else package.parent / "schemas"


def shipped(kind: str) -> list[str]:
    """The names of the shipped ``profiles`` or ``records``."""
    return sorted(path.stem for path in (schemas_folder() / kind).glob("*.yaml"))


def profile(name: str) -> Profile:
    """A profile by name or path, everything that it extends merged in. Raises ConfigError."""
    data = _merged(name, ())
    return _validated(Profile, data, name)


def record_map(name: str) -> RecordMap:
    """A record map by name or path. Raises ConfigError."""
    return _validated(RecordMap, _read(name, "records"), name)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean 'x'?`` where a known word is near, else nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""


def _merged(name: str, above: tuple[str, ...]) -> dict[str, Any]:
    if name in above or len(above) > _DEEPEST:
        raise ConfigError(f"profile {above[0]}: extends runs in a circle ({' -> '.join((*above, name))})")
    data = _read(name, "profiles")
    own = data.get("record_map")
    if _is_path(name) and isinstance(own, str) and _is_path(own) and (Path(name).parent / own).is_file():
        data["record_map"] = str(Path(name).parent / own)
    parent = data.get("extends")
    if not isinstance(parent, str):
        return data
    beside = Path(name).parent / parent
    base = _merged(str(beside) if _is_path(name) and beside.is_file() else parent, (*above, name))
    return _overlaid(base, data)


def _overlaid(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The parent's settings with the child's over them: a field named by the child leaves the parent's lists.

    What either suppresses is suppressed.
    """
    merged = {**base, **own}
    if isinstance(base.get("suppress"), list) and isinstance(own.get("suppress"), list):
        merged["suppress"] = [*base["suppress"], *own["suppress"]]
    for key in ("rules", "severity"):
        if isinstance(base.get(key), dict) and isinstance(own.get(key), dict):
            merged[key] = {**base[key], **own[key]}
    if isinstance(base.get("options"), dict) and isinstance(own.get("options"), dict):
        merged["options"] = {
            **base["options"],
            **{
                rule: {**base["options"].get(rule, {}), **options}
                for rule, options in own["options"].items()
                if isinstance(options, dict)
            },
        }
    parent, child = base.get("fields"), own.get("fields")
    if (
        isinstance(parent, dict)
        and isinstance(child, dict)
        and all(isinstance(one, list) for one in child.values() if one)
    ):
        named = {field for fields in child.values() if isinstance(fields, list) for field in fields}
        kept = {level: [field for field in fields if field not in named] for level, fields in parent.items()}
        merged["fields"] = {level: [*kept.get(level, []), *(child.get(level) or [])] for level in {**kept, **child}}
    return merged


def _is_path(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) or "/" in name


def _read(name: str, kind: str) -> dict[str, Any]:
    noun = "profile" if kind == "profiles" else "record map"
    path = Path(name) if _is_path(name) else schemas_folder() / kind / f"{name}.yaml"
    if not path.is_file():
        if _is_path(name):
            raise ConfigError(f"{noun} {name}: no such file")
        known = shipped(kind)
        raise ConfigError(f"unknown {noun} '{name}' (known: {', '.join(known)}){did_you_mean(name, known)}")
    try:
        data = parsed(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise ConfigError(f"{noun} {name}: not valid YAML: {' '.join(str(error).split())}") from error
    except ValueError as error:
        raise ConfigError(f"{noun} {name}: {error}") from error
    if not isinstance(data, dict):
        raise ConfigError(f"{noun} {name}: must be a mapping of settings")
    return data


def _validated(model: type[M], data: dict[str, Any], name: str) -> M:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        loc = first["loc"]
        if loc[:1] == ("fields",) and isinstance(loc[-1], int):
            loc = loc[:-1]  # a place in the list as it was merged, which nobody has written
        where = ".".join(str(part) for part in loc)
        message = first["msg"][:1].lower() + first["msg"][1:]
        if first["type"] == "extra_forbidden":
            known = _known_keys(model, first["loc"][:-1])
            message = f"unknown key{did_you_mean(str(first['loc'][-1]), known)}"
        elif first["type"] == "literal_error":
            allowed = str(first.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ").split(", ")
            message += f", not '{first['input']}'{did_you_mean(str(first['input']), allowed)}"
            if loc[:1] == ("severity",) and first["input"] in _NO_SEVERITY:
                message += "; what is not wanted stands in rules.ignore"
        elif first["type"] == "tuple_type":
            message = (
                f"must be a list, as in [{first['input']}]" if isinstance(first["input"], str) else "must be a list"
            )
        raise ConfigError(f"{name}: {where}: {message}") from error


def _known_keys(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    for part in path:
        annotation = model.model_fields[str(part)].annotation if str(part) in model.model_fields else None
        if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
            return []
        model = annotation
    return list(model.model_fields)
