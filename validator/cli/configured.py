"""The settings of a project as defaults of a command's options: the command line wins over them.

The keys are the options of ``check``; other commands take those of them that mean the same everywhere.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import click

from validator.config.load import did_you_mean
from validator.config.settings import Settings, found
from validator.errors import ConfigError

EVERYWHERE = {"profile", "as-of", "jobs", "select", "ignore"}


def defaults(name: str, command: click.Command, check: click.Command) -> dict[str, Any]:
    """Parameter -> value that the project's settings give it. Raises ConfigError."""
    settings = found(Path.cwd())
    if settings is None:
        return {}
    known = options(check)
    values = {key.replace("_", "-"): value for key, value in settings.values.items()}
    for key in values:
        if key not in known:
            raise ConfigError(f"{settings.path.name}: {key}: unknown key{did_you_mean(key, known)}")
    own = options(command)
    given = {known[key].name or "": _value(known[key], key, value, settings) for key, value in values.items()}
    taken = set(known) if name in ("check", "config") else EVERYWHERE & set(own)
    return {known[key].name or "": given[known[key].name or ""] for key in values if key in taken}


def options(command: click.Command) -> dict[str, click.Option]:
    """Key -> option: its long name without the dashes."""
    return {
        next(word for word in one.opts if word.startswith("--")).removeprefix("--"): one
        for one in command.params
        if isinstance(one, click.Option)
    }


def _value(option: click.Option, key: str, value: Any, settings: Settings) -> Any:
    """A value as the option takes it, paths seen from the file that names them."""
    where = f"{settings.path.name}: {key}"
    if isinstance(value, date):
        value = value.isoformat()
    if option.multiple:
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise ConfigError(f"{where}: must be a text or a list of texts")
    elif isinstance(value, list | dict):
        raise ConfigError(f"{where}: must be one value")
    elif isinstance(value, bool) is not bool(option.is_flag):
        raise ConfigError(f"{where}: must {'' if option.is_flag else 'not '}be true or false")
    try:
        option.type_cast_value(click.Context(click.Command("check")), value)
    except click.BadParameter as error:
        message = error.message[:1].lower() + error.message[1:].rstrip(".")
        hint = did_you_mean(str(value), option.type.choices) if isinstance(option.type, click.Choice) else ""
        raise ConfigError(f"{where}: {' '.join(message.split())}{hint}") from error
    return _from_file(option, value, settings.path.parent)


def _from_file(option: click.Option, value: Any, folder: Path) -> Any:
    if not isinstance(value, str) or not (isinstance(option.type, click.Path) or "FILE" in (option.metavar or "")):
        return value
    named = "|" in (option.metavar or "") and "/" not in value and not value.endswith((".yaml", ".yml"))
    return value if named or folder == Path.cwd() else os.path.join(folder, value)
