"""Times of a row that are as good as any others that lie to one another as they do.

What a formal rule says of times depends on their form, on their order and, where they are out of order or the address
bears a day, on how far they lie apart: a row moved to another day is told the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from validator.kinds.coded import FORM

if TYPE_CHECKING:
    import pyarrow as pa

# The days to which the times of a row in order are moved, in the order in which they must lie.
FIELDS = {"date": "2001-02-03", "date_modified": "2001-03-04", "crawled_at": "2001-04-05"}
_FIRST = (date.fromisoformat(FIELDS["date"]) - date(1970, 1, 1)).days
_OF_DAY = 86_400
_UTC, _ZONED, _HOUR = "T04:05:06Z", "T04:05:06+01:00", 3600
_CLOCK_AT = 4 * _HOUR + 5 * 60 + 6
_FARTHEST = 3000  # days that a time may be moved from the first: no computer's zero, and no end of a century, is there
_CALENDAR = r"-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
_DAY = rf"(?:199\d|20\d\d){_CALENDAR}"
_CLOCK = r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)"
_TIME = rf"^{_DAY}{_CLOCK}\z"
_OLD = rf"^19[0-8]\d{_CALENDAR}{_CLOCK}\z"
_MONTH = r"^(?:199\d|20\d\d)-(?:0[1-9]|1[0-2])\z"
_DOTTED = r"^(\d\d)\.(\d\d)\.(\d{4})\z"


def day(text: Any) -> pa.Date32Array:
    """The days that texts are, null where they are none."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.if_else(pc.match_substring_regex(text, rf"^{_DAY}\z"), text, None).cast(pa.date32())


class When(Struct, frozen=True):
    """A column of times: the ``form`` of those that are ordinary, and what can be told of them and of old ones.

    ``moment`` is in seconds since 1970, that of a day its midnight, that of a month its first; ``day`` is the number
    of the day as it is written. ``clocked`` have a time of day and tell its zone, ``utc`` by a Z. ``free`` are those
    of no moment at all: they are ``missing``, or hold no digit.
    """

    form: pa.StringArray
    utc: pa.BooleanArray
    clocked: pa.BooleanArray
    daily: pa.BooleanArray
    moment: pa.Int64Array
    day: pa.Int32Array
    free: pa.BooleanArray
    missing: pa.BooleanArray

    @classmethod
    def of(cls, name: str, text: pa.StringArray) -> When:
        import pyarrow as pa
        import pyarrow.compute as pc

        timed = matched(text, _TIME)
        utc = pc.and_(timed, pc.fill_null(pc.ends_with(text, "Z"), fill_value=False))
        rest = pc.if_else(timed, None, text)  # few: what is asked of them costs next to nothing
        untold = pc.and_(pc.is_valid(text), pc.invert(timed))
        old, monthly, plain = (matched(text, one, untold) for one in (_OLD, _MONTH, r"^\d{4}-"))
        days = day(pc.replace_substring_regex(rest, _DOTTED, r"\3-\2-\1"))
        daily = pc.is_valid(days)
        clocked = pc.or_(timed, old)
        clock = pc.if_else(clocked, text, None)
        first = pc.binary_join_element_wise(pc.if_else(monthly, rest, None), "-01", "").cast(pa.date32())
        begun = pc.utf8_slice_codeunits(clock, 0, 10).cast(pa.date32())
        numbers = pc.coalesce(begun, days, first).cast(pa.int32())
        moment = pc.coalesce(
            clock.cast(pa.timestamp("s", "UTC")).cast(pa.int64()), pc.multiply(numbers.cast(pa.int64()), _OF_DAY)
        )
        on = FIELDS[name]
        forms = (on + _UTC, on + _ZONED, on, ".".join(on.split("-")[::-1]), on[:7])
        cases = pc.make_struct(utc, timed, pc.and_(daily, plain), daily, monthly)
        form = pc.case_when(cases, *(pa.scalar(FORM + one) for one in forms))
        missing = pc.is_null(text)
        free = pc.or_(missing, pc.invert(pc.or_(timed, matched(text, r"\pN", untold))))
        return cls(form, utc, clocked, daily, moment, numbers, free, missing)


def matched(text: Any, pattern: str, among: Any = None) -> Any:
    """Which texts, ``among`` few of them, a pattern is found in; in a null it is not."""
    import pyarrow as pa
    import pyarrow.compute as pc

    some = text if among is None else text.filter(among)
    found = pc.fill_null(pc.match_substring_regex(some, pattern), fill_value=False)
    return found if among is None else pc.replace_with_mask(pa.repeat(False, len(text)), among, found)


def related(dates: Mapping[str, When], *, dated: bool, total: int) -> tuple[dict[str, Any], Any]:
    """The forms of times by field, and the rows in which all of them may stand for the times that were read.

    Where the run itself was told the day of collection (``dated``), the row has to tell it, too.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    forms = {name: when.form for name, when in dates.items()}
    columns = [dates[name] for name in FIELDS if name in dates]
    whole = pa.repeat(not dated or "crawled_at" in dates, total)
    for at, later in enumerate(columns):
        for earlier in columns[:at]:
            whole = pc.and_(whole, _in_order(earlier, later))
    published, collected = dates.get("date"), dates.get("crawled_at")
    if published and collected:
        alone = dates["date_modified"].missing if "date_modified" in dates else pa.repeat(True, total)
        apart = _as_far_apart(published, collected, pc.and_(alone, pc.invert(whole)))
        kept = pc.is_valid(apart)
        forms["crawled_at"] = pc.if_else(kept, apart, collected.form)
        whole = pc.or_(whole, kept)
    if dated and collected:
        whole = pc.and_(whole, pc.invert(collected.free))
    return forms, whole


def _in_order(earlier: When, later: When) -> Any:
    """Where times follow one another, by the moment and, where one is a whole day, by the day as written."""
    import pyarrow.compute as pc

    days = pc.or_(pc.and_(earlier.clocked, later.clocked), pc.less_equal(earlier.day, later.day))
    told = pc.fill_null(pc.and_(pc.less_equal(earlier.moment, later.moment), days), fill_value=False)
    return pc.or_(told, pc.or_(earlier.free, later.free))


def _as_far_apart(published: When, collected: When, among: Any) -> Any:
    """The forms of some times of collection, as far from the form of publication as those that were read."""
    import pyarrow as pa
    import pyarrow.compute as pc

    apart = pc.subtract(collected.moment, published.moment)
    exact = pc.and_(among, pc.and_(pc.is_valid(collected.form), collected.clocked))
    exact = pc.and_(exact, pc.and_(pc.is_valid(published.form), pc.or_(published.clocked, published.daily)))
    exact = pc.and_(exact, pc.less_equal(pc.abs(apart), _FARTHEST * _OF_DAY))
    clock = pc.if_else(published.utc, _CLOCK_AT, pc.if_else(published.clocked, _CLOCK_AT - _HOUR, 0))
    moment = pc.add(pc.add(pc.if_else(exact, apart, None), clock), _FIRST * _OF_DAY)
    local = pc.if_else(collected.utc, moment, pc.add(moment, _HOUR)).cast(pa.timestamp("s"))
    zone = pc.if_else(collected.utc, "Z", _ZONED[-6:])
    return pc.binary_join_element_wise(FORM, _written(local, "%Y-%m-%dT%H:%M:%S"), zone, "")


def moved(published: When | None, days: Any) -> Any:
    """The days in addresses, as far from the form of publication as those that were read; null where it is unknown."""
    import pyarrow as pa
    import pyarrow.compute as pc

    first = pc.if_else(pc.is_valid(days), _FIRST, None).cast(pa.int32())
    if published is None:
        return _written(first.cast(pa.date32()), "%Y/%m/%d")
    exact = pc.and_(pc.is_valid(published.form), pc.or_(published.clocked, published.daily))
    apart = pc.subtract(days.cast(pa.int32()), published.day)
    near = pc.fill_null(pc.less_equal(pc.abs(apart), _FARTHEST), fill_value=False)
    # To what has no moment, or no day, every day is as good as another.
    any_day = pc.or_(published.free, pc.and_(pc.is_valid(published.form), pc.invert(exact)))
    moved = pc.if_else(pc.and_(exact, near), pc.add(first, apart), pc.if_else(any_day, first, None))
    return _written(moved.cast(pa.date32()), "%Y/%m/%d")


def _written(moments: Any, form: str) -> Any:
    """Moments as text; there are few different ones, and each is written once."""
    import pyarrow.compute as pc

    encoded = moments.dictionary_encode()
    return pc.strftime(encoded.dictionary, form).take(encoded.indices)
