"""``copydesk gates``: the thresholds of a profile, listed or written as a suite of Great Expectations."""

from __future__ import annotations

import click

from validator.cli import options
from validator.cli.main import OK
from validator.cli.output import say, write
from validator.config import load
from validator.config.gates import Gate
from validator.errors import UsageError


@click.command("gates", context_settings={"help_option_names": ["-h", "--help"]})
@options.profile
@click.option("--export", type=click.Path(dir_okay=False), metavar="FILE", help="Write the compiled suite as JSON.")
def command(profile: str, export: str | None) -> int:
    """List the gates of a profile, or write them as a suite of Great Expectations."""
    held_to = load.profile(profile)
    none = f"the profile {held_to.name} has no gates"
    if export is None:
        for gate in held_to.gates:
            click.echo(_line(gate))
        if not held_to.gates:
            say(none)
        return OK
    if not held_to.gates:
        raise UsageError(none)
    import orjson

    from validator.gates import verdict

    suite = verdict.export(held_to)
    write([orjson.dumps(suite, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)], export)
    return OK


def _line(gate: Gate) -> str:
    least, most = gate.limits
    number = "{:g}" if gate.is_share else "{:,.0f}"
    limits = [f"at least {number.format(least)}"] if least is not None else []
    limits += [f"at most {number.format(most)}"] if most is not None else []
    return f"{gate.severity:<9}{gate.title}: {' and '.join(limits)}"
