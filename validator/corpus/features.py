"""The features table: one row per article, what corpus rules, health, store and gates see of it. Never its text."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import compress
from typing import TYPE_CHECKING, Any

from validator.arrow import alone
from validator.corpus import links, sketch, told
from validator.corpus.compounds import compounds
from validator.lexicons.fold import valid
from validator.model.article import Article, DateRole, Line, Moment
from validator.model.finding import Severity, Verdict
from validator.model.place import Location

if TYPE_CHECKING:
    import pyarrow as pa

# Column -> Arrow type. Lists named after lines run parallel, one entry per line that is not blank.
ARTICLES = {
    "key": "int64",  # hash of path and record number: joins rows, and is never shown
    "id": "string",
    "path": "string",
    "record": "int32",
    "source": "string",  # the outlet as declared or found, else the URL's host, else empty
    "host": "string",
    "url": "string",  # canonical: the same for the mobile and the AMP copy
    "title": "string",
    "published": "date32",
    "modified": "date32",
    "collected": "date32",
    "url_day": "date32",
    "language": "string",  # detected, else declared
    "declared_language": "string",
    "authors": "list<string>",  # persons
    "agency": "string",
    "credits": "list<string>",
    "credit_kinds": "list<string>",  # parallel to credits
    "licences": "list<string>",  # parallel to credits; empty where there is none
    "fields": "list<string>",  # those that have a value, of model.report.FIELDS
    "types": "list<string>",  # of every declared key: $.date:str; of those that no record map knows: $.desk:unknown
    "chars": "int32",  # of the body
    "words": "int32",
    "proper": "bool",  # an article, no error page, listing or empty text
    "lines": "list<int64>",  # hash of the folded line
    "shapes": "list<int64>",  # the same with every number alike
    "roles": "list<string>",
    "line_words": "list<int32>",
    "sketch": "list<int64>",  # FracMinHash of the body
    "sketch_lines": "list<int32>",  # where in `lines` each of them begins
    "sketch_ends": "list<int32>",  # and ends
    "scale": "int32",
    "names": "list<string>",  # of the body, as corpus/told.py reduces them
    "numbers": "list<string>",  # of the body
    "days": "list<string>",  # that the body speaks of
    "joined": "list<string>",  # names of several words in the body that have hyphens, as corpus/compounds.py finds them
    "apart": "list<string>",  # and those that have spaces
    "as_of_today": "bool",  # whether the body says "today", "yesterday", "on Monday"
    "failed": "list<string>",  # rules
    "skipped": "list<string>",
    "errors": "int32",
    "warnings": "int32",
    "infos": "int32",
}
# The same of earlier drops, each with the drop's name and number; ``key`` tells rows apart across them.
PAST = {"drop_name": "string", "number": "int32", **ARTICLES}
# The lines near the top and the end of articles, once a batch: furniture is quoted from here.
EDGES = {"source": "string", "shape": "int64", "text": "string"}
# Columns that are made together: of the lines (and edges), of what the body tells.
_LINED = frozenset(
    {
        "chars",
        "words",
        "proper",
        "lines",
        "shapes",
        "roles",
        "line_words",
        "sketch",
        "sketch_lines",
        "sketch_ends",
        "scale",
    }
)
_TOLD = frozenset({"names", "numbers", "days", "as_of_today"})
_COMPOUNDS = frozenset({"joined", "apart"})
EDGE = 12  # lines from the top or from the end
_LONGEST = 200  # letters of a line that are quoted
_TYPES = {str: "str", bool: "bool", int: "int", float: "float", list: "list", dict: "dict", type(None): "null"}


Row = tuple[Any, ...]
Edge = tuple[str, int, str]


class Features:
    """The rows of a piece, as they come; ``packed`` gives them away. Arrow is made of them where many have come.

    Of each article only ``columns`` are made: what no question reads costs neither time nor memory.
    """

    def __init__(self, columns: Sequence[str] = tuple(ARTICLES)) -> None:
        self._columns = columns
        self._placed = {name: _PLACED[name] for name in columns if name in _PLACED}
        self._said = {name: _SAID[name] for name in columns if name in _SAID}
        self._lined, self._telling = not _LINED.isdisjoint(columns), not _TOLD.isdisjoint(columns)
        self._compounds = not _COMPOUNDS.isdisjoint(columns)
        self._rows: list[Row] = []
        self._edges: dict[tuple[str, int], str] = {}

    def add(self, article: Article, filled: list[str], verdict: Verdict) -> None:
        """One row more."""
        row = {name: told(article.location, article.id) for name, told in self._placed.items()}
        row |= {name: said(article) for name, said in self._said.items()}
        if self._telling:
            row |= told.told(article)
        if self._compounds:
            row |= compounds(article)
        if self._lined:
            row |= self._lines(article)
            row["proper"] = bool(row["words"]) and not any(rule.startswith("page.") for rule in verdict.failed)
        row |= {"fields": filled, "failed": verdict.failed, "skipped": verdict.skipped}
        severities = [finding.severity for finding in verdict.findings]
        for name, severity in (("errors", Severity.ERROR), ("warnings", Severity.WARNING), ("infos", Severity.INFO)):
            row[name] = severities.count(severity)
        self._rows.append(tuple(row[name] for name in self._columns))

    @property
    def by_place(self) -> bool:
        """Whether nothing is asked of an article but where it stands and what it is called."""
        return len(self._placed) == len(self._columns)

    def add_place(self, location: Location, name: str) -> None:
        """One row more of those that are made ``by_place``."""
        self._rows.append(tuple(told(location, name) for told in self._placed.values()))

    def packed(self) -> bytes:
        """Rows of ``articles`` and of ``edges``, pickled; empty where there is none."""
        if not self._rows:
            return b""
        edges = [(source, shape, text) for (source, shape), text in self._edges.items()]
        packed = pickle.dumps((self._rows, edges), protocol=5)
        self._rows, self._edges = [], {}
        return packed

    def _lines(self, article: Article) -> dict[str, Any]:
        filled = article.filled
        hashes = [sketch.line_hashes(line.text) for line in filled]
        body = {line.number for line in article.body}
        in_body = [line.number in body for line in filled]
        kept = sketch.sketch([line.text for line in filled], in_body)
        words = kept.words.tolist()
        self._note_edges(source(article), filled, [shape for _, shape in hashes])
        return {
            "lines": [one for one, _ in hashes],
            "shapes": [shape for _, shape in hashes],
            "roles": [line.role.value for line in filled],
            "line_words": words,
            "sketch": kept.hashes.tolist(),
            "sketch_lines": kept.begins.tolist(),
            "sketch_ends": kept.ends.tolist(),
            "scale": kept.scale,
            "chars": sum(len(line.text) for line in article.body),
            "words": sum(compress(words, in_body)),
        }

    def _note_edges(self, outlet: str, lines: tuple[Line, ...], shapes: list[int]) -> None:
        for at, (line, shape) in enumerate(zip(lines, shapes, strict=True)):
            if at < EDGE or at >= len(lines) - EDGE:
                text = line.text[:_LONGEST]
                known = self._edges.get((outlet, shape))
                if known is None or text < known:
                    self._edges[outlet, shape] = text


def unpacked(packed: bytes) -> tuple[list[Row], list[Edge]]:
    """What ``Features.packed`` gave away."""
    rows: tuple[list[Row], list[Edge]] = pickle.loads(packed) if packed else ([], [])  # noqa: S301 - our own
    return rows


def of_rows(rows: Sequence[Sequence[Any]], schema: Mapping[str, str]) -> pa.Table:
    """Rows as an Arrow table of the types that a schema names, its columns in this order."""
    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    return table({name: list(column) for name, column in zip(schema, columns, strict=True)}, schema)


def table(columns: Mapping[str, list[Any]], schema: Mapping[str, str]) -> pa.Table:
    """Columns as an Arrow table of the types that a schema names."""
    import pyarrow as pa

    alone()
    return pa.table({name: pa.array(columns[name], arrow(kind)) for name, kind in schema.items()})


def schema(columns: Mapping[str, str]) -> pa.Schema:
    """The Arrow schema of columns and their types' names."""
    import pyarrow as pa

    return pa.schema([(name, arrow(kind)) for name, kind in columns.items()])


def arrow(kind: str) -> pa.DataType:
    """The Arrow type of a name such as ``int64`` or ``list<string>``."""
    import pyarrow as pa

    if kind.startswith("list<"):
        return pa.list_(arrow(kind[5:-1]))
    return pa.type_for_alias(kind)


def key_of(location: Location) -> int:
    """What joins the rows of an article."""
    return sketch.hash64(f"{location.path}\x1f{location.record}")


def source(article: Article) -> str:
    """Whose article it is: the outlet, else the URL's host, else nobody's."""
    return article.source.value or links.host(article.url.value)


def _types(article: Article) -> Iterator[str]:
    for one in article.declared.values():
        yield f"{one.locator}:{_TYPES.get(type(one.value), 'other')}"
    for key in article.unknown:
        yield f"{key}:unknown"


def _day(moment: Moment | None) -> Any:
    return moment.day if moment is not None else None


# What is told of an article by its place and its id, by column; and what it says of itself.
_PLACED: dict[str, Callable[[Location, str], Any]] = {
    "key": lambda location, _: key_of(location),
    "id": lambda _, name: valid(name),
    "path": lambda location, _: valid(location.path),
    "record": lambda location, _: location.record,
}
_SAID: dict[str, Callable[[Article], Any]] = {
    "source": source,
    "host": lambda article: links.host(article.url.value),
    "url": lambda article: links.canonical(article.said("canonical_url") or article.url.value),
    "title": lambda article: article.title.value,
    "published": lambda article: _day(article.published.value),
    "modified": lambda article: _day(article.modified.value),
    "collected": lambda article: _day(article.collected.value),
    "url_day": lambda article: next((_day(one.moment) for one in article.dates if one.role is DateRole.URL), None),
    "language": lambda article: article.language.main,
    "declared_language": lambda article: article.language.declared,
    "authors": lambda article: sorted({one.value for one in article.authors if one.kind == "person"}),
    "agency": lambda article: article.agency.value,
    "credits": lambda article: [one.value for one in article.credits],
    "credit_kinds": lambda article: [one.kind for one in article.credits],
    "licences": lambda article: [
        (one.licence.id or one.licence.quote) if one.licence else "" for one in article.credits
    ],
    "types": lambda article: sorted(_types(article)),
}
