"""Values that are as good as any other of their form, in a record without a text.

An ordinary id, title, address or time is told by its form: a rule that is ``formal`` says no more of it than of any
other. It comes down to that form, a tuple with the one value that stands for all. Any other value stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

ODD = object()
"""What no row can be told by: a row that holds it is judged by itself."""

_SITE = r"(https?://[a-z\d-]+(?:\.[a-z\d-]+)+/)"
_ID = re.compile(r"(?=\D*\d)[\w./-]{4,80}", re.ASCII)
_NO_DATE = r"(?!(?:19|20)\d\d(?:[/-]|\d{4}(?:/|\Z)))"
_URL = re.compile(rf"{_SITE}{_NO_DATE}(?:[\w.%-]|/{_NO_DATE})*", re.ASCII)
_DATED_URL = re.compile(rf"{_SITE}(?:[a-z][\w.%-]*/)*(\d{{4}})/(\d\d)/(\d\d)/[\w.%-]*/?", re.ASCII)
_TITLE = 10  # letters, more than any word for nothing has
_DAY = re.compile(
    r"(?:199\d|20\d\d)-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)",
    re.ASCII,
)
_CLOCK = r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:(Z)|[+-](?:0\d|1[0-3]):[0-5]\d)"
_TIME = re.compile(f"{_DAY.pattern}(?:{_CLOCK})?", re.ASCII)
_ARCHIVES = re.compile("ark:|archi|histori|/hist/|newspaper|zeitung|zeitpunkt", re.IGNORECASE)
_AN_ID, _A_TITLE = ("x-0",), ("A title of several words",)
AN_AUTHOR = ("Jane Roe",)
A_CREDIT = ("Max Doe",)
_A_DAY, _A_TIME, _ZONED = ("2001-02-03",), ("2001-02-03T04:05:06Z",), ("2001-02-03T04:05:06+01:00",)
_CLOCKED = (_A_TIME, _ZONED)
_DATES = ("date", "date_modified", "crawled_at")  # in the order in which they must lie
_LATER = {  # of one moment or after it, whichever of the forms the field before has
    "date_modified": {_A_TIME: ("2001-02-03T05:05:06Z",), _ZONED: ("2001-02-03T06:05:06+01:00",)},
    "crawled_at": {_A_TIME: ("2001-02-03T06:05:06Z",), _ZONED: ("2001-02-03T08:05:06+01:00",)},
}


def reduced(written: Mapping[str, Sequence[Any]], *, dated: bool) -> dict[str, list[Any]]:
    """The columns of a record's fields, every ordinary value as its form.

    Dates are ordinary in relation to one another, to the address and to the day of collection: none is where the
    run itself was told that day (``dated``).
    """
    found = {name: [*map(_FORMS.get(name, _own), column)] for name, column in written.items()}
    dates = [name for name in _DATES if name in found]
    for row in _related(found, dates, every=dated or len(dates) > 1):
        _relate(row, found, written, dates, dated=dated)
    return found


def _related(found: Mapping[str, Sequence[Any]], dates: Sequence[str], *, every: bool) -> Sequence[int]:
    """The rows whose values must be looked at together: those with a date, or an address, that is not ordinary."""
    if not dates:
        return ()
    published, urls = found[dates[0]], found.get("url", ())
    if every:
        return range(len(published))
    return sorted(
        {
            *(row for row, value in enumerate(published) if type(value) is str),
            *(row for row, value in enumerate(urls) if type(value) is str),
        }
    )


def _relate(
    row: int, found: dict[str, list[Any]], written: Mapping[str, Sequence[Any]], dates: Sequence[str], *, dated: bool
) -> None:
    """Let the values of a row stand for themselves where they are ordinary each, and not together."""
    known = [(name, found[name][row]) for name in dates if found[name][row] is not None]
    ordered = len(known) < 2 or _ordered([form for _, form in known], [written[name][row] for name, _ in known])
    url = found["url"][row] if "url" in found else None
    if type(url) is str and "date" in found:
        found["url"][row] = url = _of_the_day(url, [(name, found[name][row], written[name][row]) for name in dates])
    if dated or not ordered or type(url) is str:
        for name, form in known:
            if type(form) is tuple:
                found[name][row] = written[name][row]
    elif len(known) > 1:
        for name, form in known:
            found[name][row] = _LATER.get(name, {}).get(form, form)
    if any(type(found[name][row]) is str for name in dates):
        for name in ("id", "url"):
            if name in found and type(found[name][row]) is tuple and _ARCHIVES.search(written[name][row]):
                found[name][row] = written[name][row]


def _ordered(forms: Sequence[Any], values: Sequence[str]) -> bool:
    """Whether times of day that all tell their zone follow one another, by the moment and by the day as written."""
    if not all(form in _CLOCKED for form in forms):
        return False
    if all(form is _A_TIME for form in forms):
        return [*values] == sorted(values)
    moments = [datetime.fromisoformat(value) for value in values]
    return all(one <= other for one, other in pairwise(moments)) and all(
        one[:10] <= other[:10] for one, other in pairwise(values)
    )


def _of_the_day(url: str, dates: Sequence[tuple[str, Any, Any]]) -> Any:
    """The form of an address that bears the very day of an ordinary date; else the address.

    Where no date is given, the address has to bear a day up to that of collection, the only one that is.
    """
    match = _DATED_URL.fullmatch(url)
    if match is None:
        return url
    day = f"{match[2]}-{match[3]}-{match[4]}"
    (_, form, date), *others = dates
    if form is None:
        given = [(name, form, date) for name, form, date in others if form is not None]
        same = all(name == "crawled_at" and form in _CLOCKED and day <= date[:10] for name, form, date in given)
        same = same and _DAY.fullmatch(day) is not None
    else:
        same = type(form) is tuple and day == date[:10]
    return (f"{match[1]}2001/02/03/a",) if same else url


def _own(value: Any) -> Any:
    return value if value is None or type(value) is str else ODD


def _text(value: Any) -> Any:
    return value if value is None or value == "" else ODD


def _names(value: Any) -> Any:
    """An author's value; a list of names is a key as well, told from a form by the None that it begins with."""
    if type(value) is list and all(type(one) is str for one in value):
        return (None, *value)
    return _own(value)


def _id(value: Any) -> Any:
    return _AN_ID if type(value) is str and _ID.fullmatch(value) else _own(value)


def _title(value: Any) -> Any:
    return _A_TITLE if type(value) is str and len(value) >= _TITLE and value[0].isalpha() else _own(value)


def _url(value: Any) -> Any:
    """An address without query, anchor or date comes down to its site."""
    match = _URL.fullmatch(value) if type(value) is str else None
    return (f"{match[1]}a",) if match else _own(value)


def _time(value: Any) -> Any:
    match = _TIME.fullmatch(value) if type(value) is str else None
    if match is None:
        return _own(value)
    return _A_TIME if match[1] else _A_DAY if len(value) == len(_A_DAY[0]) else _ZONED


_FORMS: dict[str, Callable[[Any], Any]] = {
    "id": _id,
    "title": _title,
    "url": _url,
    "canonical_url": _url,
    "author": _names,
    "text": _text,
    **dict.fromkeys(_DATES, _time),
}
