"""``copydesk config``: the effective configuration, and where each value comes from."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from validator.cli import check
from validator.cli.configured import options
from validator.cli.main import OK
from validator.cli.written import by_itself
from validator.config.settings import found


@click.pass_context
def _show(context: click.Context, /, **values: Any) -> int:
    settings = found(Path.cwd())
    file = os.path.relpath(settings.path) if settings else ""
    told = {
        ParameterSource.COMMANDLINE: "the command line",
        ParameterSource.DEFAULT_MAP: file,
        ParameterSource.DEFAULT: "default",
    }
    lines = []
    for key, option in options(check.command).items():
        name = option.name or ""
        value, source = values[name], told.get(context.get_parameter_source(name) or ParameterSource.DEFAULT, "")
        if key == "format" and value is None:
            value = by_itself(values.get("output"))
            source = "GitHub Actions" if value == "github" else "default"
        # TOML has no null: what is not set stands in a comment.
        shown = f"# {key} is not set" if value is None else f"{key} = {json.dumps(value, ensure_ascii=False)}"
        lines.append((shown, source))
    longest = max(len(shown) for shown, _ in lines)
    for shown, source in lines:
        click.echo(f"{shown:<{longest}}  # {source}")
    return OK


command = click.Command(
    "config",
    context_settings={"help_option_names": ["-h", "--help"]},
    params=[one for one in check.command.params if isinstance(one, click.Option)],
    callback=_show,
    help="Show the options that check would take here, and where each of them comes from: the command line, "
    "copydesk.toml or pyproject.toml, or the default.",
)
