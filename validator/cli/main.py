"""The command ``copydesk``: its commands, loaded when called, and the whole policy of failure."""

from __future__ import annotations

import errno
import gc
import importlib
import os
import sys
import traceback
from typing import Any

import click

from validator import __version__
from validator.errors import CopydeskError, Interrupted
from validator.model.counted import number

COMMANDS = {
    "check": "Judge articles by a profile's rules.",
    "report": "Tell how a corpus is, on one page for who keeps it: HTML, Markdown, JSON or here.",
    "extract": "Print what is known of each article, with its evidence, as JSON Lines.",
    "baseline": "Accept today's findings, so that check --baseline reports only new ones.",
    "fix": "Repair what can be repaired safely: show it, write copies, or write over the files.",
    "compare": "Tell how a drop differs from an earlier one, source by source.",
    "init": "Propose a profile from what a corpus holds.",
    "rules": "List every rule.",
    "explain": "Explain one rule: its reason, options and examples.",
    "gates": "List the gates of a profile, or write them as a suite of Great Expectations.",
    "schema": "Print a JSON Schema.",
    "config": "Show the effective configuration, and where each value comes from.",
}
WITHOUT = {"rules", "explain", "schema"}  # commands that judge nothing need no settings
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}  # the disk is, or what one may have of it
OK, FOUND, UNUSABLE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


class _Lazy(click.Group):
    """A group that imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: Any = importlib.import_module(f"validator.cli.{cmd_name}").command
        return command  # type: ignore[no-any-return]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from validator.config.load import did_you_mean

            ctx.fail(f"no such command '{args[0]}'{did_you_mean(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Lazy,
    invoke_without_command=True,
    subcommand_metavar="COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="copydesk", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """The linter for news-article corpora."""
    name = context.invoked_subcommand
    if name is None:
        click.echo(context.get_help(), err=True)
        context.exit(UNUSABLE)
    if name in COMMANDS and name not in WITHOUT:
        from validator.cli import configured

        group = context.command
        assert isinstance(group, _Lazy)
        command, check = group.get_command(context, name), group.get_command(context, "check")
        assert command is not None
        assert check is not None
        context.default_map = {name: configured.defaults(name, command, check)}


def main(arguments: list[str] | None = None) -> None:
    """Run a command and exit: 0 clean, 1 findings, 2 nothing could be judged, 3 our fault, 130 interrupted."""
    status = _guarded(arguments)
    gc.freeze()  # or Python looks for garbage in all that was loaded, which takes a tenth of a second at the end
    sys.exit(status)


def _guarded(arguments: list[str] | None) -> int:
    try:
        status = cli.main(arguments, prog_name="copydesk", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        return _say(error.format_message())
    except CopydeskError as error:
        return _say(str(error))
    except (KeyboardInterrupt, click.Abort) as error:
        told = error.__cause__  # click makes an abort of its own out of an interrupt
        after = f" after {number(told.articles, 'article')}" if isinstance(told, Interrupted) and told.articles else ""
        print(f"copydesk: interrupted{after}", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()  # whoever read it has seen enough
        return OK
    except OSError as error:
        if error.errno not in FULL:
            return _bug()
        _drop_output()
        return _say(f"cannot write: {error.strerror}")
    except Exception:  # noqa: BLE001 - the last resort: a report that can be pasted
        return _bug()
    return status if isinstance(status, int) else OK


def _drop_output() -> None:
    """Nothing more is written to standard output, not even at shutdown."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str) -> int:
    print(f"copydesk: {' '.join(message.split())}", file=sys.stderr)
    return UNUSABLE


def _bug() -> int:
    import platform

    traceback.print_exc()
    print(
        f"\ncopydesk: this is a fault of copydesk's own; please report the lines above with:\n"
        f"  copydesk {__version__}, Python {platform.python_version()}, {platform.platform()}",
        file=sys.stderr,
    )
    return BUG
