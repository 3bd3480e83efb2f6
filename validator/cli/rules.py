"""``copydesk rules``: the catalogue."""

from __future__ import annotations

from typing import Any

import click

from validator.check import registry
from validator.cli.main import OK
from validator.cli.output import write
from validator.model.about import About


@click.command("rules", context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def command(form: str) -> int:
    """List every rule: code, severity, name and law; as JSON also its reason, options and field."""
    about = registry.about()
    if form == "json":
        import orjson

        listed = [_told(one) for one in about.values()]
        write([orjson.dumps(listed, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)], None)
        return OK
    for one in about.values():
        click.echo(f"{one.code}  {one.severity:<8} {one.name:<32} {one.law}")
    return OK


def _told(one: About) -> dict[str, Any]:
    rule = registry.by_name()[one.name]
    options = rule.options()
    defaults = options().model_dump(mode="json")
    return {
        "rule": one.name,
        "code": one.code,
        "family": one.family,
        "severity": one.severity,
        "law": one.law,
        "reason": one.reason,
        "field": rule.field,
        "fixable": rule.fixable,
        "options": [
            {"name": name, "default": defaults[name], "description": field.description}
            for name, field in options.model_fields.items()
        ],
    }
