"""``copydesk explain``: one rule with its reason, options and examples."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator

import click

from validator.check import registry, select
from validator.cli.main import OK
from validator.errors import UsageError
from validator.rules.base import Example, Rule
from validator.rules.survey import CorpusRule

_GATES = {
    "gate.failed": "A threshold of the profile's gates does not hold for the corpus, or for one of its sources.\n\n"
    "The finding says what was wanted and what is there. Gates are listed by copydesk gates.",
    "gate.not_evaluated": "A gate of the profile could not be judged.\n\n"
    "Too few articles, or a rule that was not asked or skipped all of them, are no proof that the gate holds. It is\n"
    "as grave as a failure unless the gate's not_evaluated says otherwise.",
}
_SHOWN = 3  # examples of each kind
_SHOWN_RECORDS, _LONGEST = 4, 96  # of a corpus, and letters of each of their fields


@click.command("explain", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("rule")
def command(rule: str) -> int:
    """Explain RULE, a name such as date.weekday_mismatch, a code such as DAT010, or a family (date, DAT)."""
    if about := _gate(rule):
        click.echo(about)
        return OK
    names = select.matching([_known(rule)], UsageError)
    for name in sorted(names):
        click.echo("\n".join(_page(registry.by_name()[name])))
    return OK


def _gate(word: str) -> str:
    """The page of what is told of gates, which is no rule's; empty for any other word."""
    from validator.gates.verdict import CODES

    for name, code in CODES.items():
        if word.lower() in (name, code.lower()):
            return f"{name} ({code}, as grave as the gate says)\n\n{_GATES[name]}"
    return ""


def _known(word: str) -> str:
    """A rule as somebody types it: in any case, and the letters of a family's codes for the family."""
    codes = {one.code[:3]: one.rule_name().split(".")[0] for one in registry.rules()}
    return codes.get(word.upper()) or (word.upper() if word.upper() in registry.by_name() else word.lower())


def _page(rule: type[Rule]) -> Iterator[str]:
    yield f"{rule.rule_name()} ({rule.code}, {rule.severity})"
    yield ""
    yield inspect.cleandoc(rule.__doc__ or "")
    options = rule.options()
    if options.model_fields:
        yield "\nOptions"
        defaults = options().model_dump(mode="json")  # as a profile writes them
        for name, field in options.model_fields.items():
            yield f"  {name} = {json.dumps(defaults[name], ensure_ascii=False)}: {field.description}"
    if rule.examples:
        yield from _examples(rule)
    if issubclass(rule, CorpusRule):
        yield from _corpora(rule)


def _corpora(rule: type[CorpusRule]) -> Iterator[str]:
    for title, fires in (("In order", False), ("At fault", True)):
        yield f"\n{title}"
        for corpus in [one for one in rule.corpora if bool(one.groups) is fires][:_SHOWN]:
            for record in corpus.records[:_SHOWN_RECORDS]:
                yield "    " + "; ".join(f"{key}: {_short(value)}" for key, value in record.items())
            if len(corpus.records) > _SHOWN_RECORDS:
                yield f"    … {len(corpus.records)} records"
            for group in corpus.groups:
                yield "    -> " + ", ".join(sorted(group)[:_SHOWN_RECORDS])
            yield ""


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _examples(rule: type[Rule]) -> Iterator[str]:
    for title, fires in (("In order", False), ("At fault", True)):
        yield f"\n{title}"
        for example in [one for one in rule.examples if one.fires is fires][:_SHOWN]:
            yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    for key, value in example.record.items():
        shown = str(value).replace("\n\n", "\n").replace("\n", "\n      ")
        yield f"    {key}: {shown}"
    if example.quotes:
        yield "    -> " + ", ".join(f"'{quote}'" for quote in example.quotes)
    yield ""
