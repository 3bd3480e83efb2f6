"""``copydesk rules``: the catalogue."""

from __future__ import annotations

import click

from validator.check import registry
from validator.cli.main import OK


@click.command("rules", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> int:
    """List every rule: code, severity, name and law."""
    for rule in registry.rules():
        law = " ".join((rule.__doc__ or "").partition("\n\n")[0].split())
        click.echo(f"{rule.code}  {rule.severity:<8} {rule.rule_name():<32} {law}")
    return OK
