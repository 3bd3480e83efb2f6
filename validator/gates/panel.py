"""Rules asked of rows of any table: which column holds which field, and whether a row's article passes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from msgspec.structs import replace

from validator.check import registry
from validator.check.judge import Judge
from validator.check.select import choose
from validator.config.load import did_you_mean
from validator.config.models import Profile
from validator.model.names import FieldNames
from validator.model.nulls import says_nothing
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.read.fields import to_record
from validator.rules.base import ArticleRule

_PLACE = Location("row")


def known(rule: str) -> str:
    """The full name of a rule about single articles. Raises ValueError where there is none."""
    found = registry.by_name().get(rule)
    if found is None:
        message = f"unknown rule '{rule}'{did_you_mean(rule, registry.by_name())}"
        raise ValueError(message)
    if not issubclass(found, ArticleRule):
        message = f"{rule} is about many articles together, and cannot be asked of rows"
        raise ValueError(message)  # noqa: TRY004 - what pydantic reports
    return found.rule_name()


def law(rule: str) -> str:
    """What a rule demands, in one sentence."""
    return (registry.by_name()[rule].__doc__ or "").split("\n")[0].strip()


def question(rule: str, columns: Mapping[str, str], options: Mapping[str, Any] | None) -> Callable[..., bool]:
    """What is asked of a row's values, given in the order of ``columns``; goes to other processes as it is.

    ``rule`` are names with commas between.
    """
    asked = json.dumps(dict(options or {}), sort_keys=True)
    return partial(_passes, tuple(rule.split(",")), tuple(columns), asked)


def _passes(rules: tuple[str, ...], fields: tuple[str, ...], options: str, *values: Any) -> bool:
    """Whether no rule finds fault with the article that the values make; one that cannot be judged passes."""
    data = {field: plain(value) for field, value in zip(fields, values, strict=True)}
    record = to_record(data, _PLACE, _names(fields))
    return not _judge(rules, options, texts="text" in fields).judge(normalise(record)).failed


@cache
def _names(fields: tuple[str, ...]) -> FieldNames:
    return FieldNames({field: (field,) for field in fields})


def filled(value: Any) -> bool:
    """Whether a cell says something: no null, blank, stand-in such as ``N/A``, or list without a word."""
    value = plain(value)
    return value is not None and not says_nothing(value)


def plain(value: Any) -> Any:
    """A cell of pandas or Spark as JSON would hold it: no NaN, arrays as lists, moments in ISO 8601."""
    if value is None or isinstance(value, str):
        return value
    if hasattr(value, "tolist"):  # numpy's arrays and scalars
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if type(value).__name__ in ("NaTType", "NAType") or value != value:  # noqa: PLR0124 - NaN is not itself
        return None
    if isinstance(value, (dt.datetime, dt.date)):
        return value.isoformat()
    return value


@cache
def _judge(rules: tuple[str, ...], options: str, *, texts: bool) -> Judge:
    """The rules, ready to be asked; where no column holds a text, its absence silences none of them."""
    chosen = choose(Profile(name="expectation", options=json.loads(options)), select=rules)
    if not texts:
        chosen = tuple(replace(one, silencers=frozenset()) for one in chosen if one.reported)
    return Judge(chosen)
