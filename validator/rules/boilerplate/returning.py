"""Lines that come back in the articles of a source, and whether the articles' own checks have told them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from validator.model.corpus import Tables
from validator.model.evidence import Evidence
from validator.model.finding import Finding
from validator.rules import outlets
from validator.rules.survey import CorpusRule

READS = ("key", "id", "source", "failed")  # what ``told`` reads
NEEDS = ("learnt",)
Line = tuple[str, int, str]  # source, shape and text, as ``learnt`` has them
_NEWS = (
    "The council of Brackwater voted on Tuesday to close the old ferry landing for the whole of the winter.",
    "A baker who had hidden nine thousand in a sack of rye flour was found guilty on Monday, to nobody's surprise.",
    "Snow fell on the moors all night, and the train that carries the milk stood at the signal until noon.",
    "Pupils have built a weather station out of a bucket and a bicycle, which the observatory now reads daily.",
)


def closed(line: str, **fields: str) -> tuple[dict[str, str], ...]:
    """Articles of one outlet, each with the same last line, for a rule's examples."""
    return tuple(
        {"id": str(at), "outlet": "Bell", **fields, "text": f"{news}\n\n{news[::-1]}\n\n{line}"}
        for at, news in enumerate(_NEWS)
    )


def told(rule: CorpusRule, tables: Tables, lines: Iterable[Line], what: str) -> Iterator[Finding]:
    """A finding for each of some learnt lines that not all of its articles tell by themselves."""
    texts = {(source, shape): text for source, shape, text in lines}
    bearers: dict[Line, dict[str, bool]] = {}
    for source, shape, article, known in _bearers(rule, tables, {shape for _, shape in texts}):
        if (text := texts.get((source, shape))) is not None:
            bearers.setdefault((source, shape, text), {})[article] = known
    for (source, _, text), articles in bearers.items():
        if not all(articles.values()):
            yield rule.among(
                f"{outlets.called(source)}: {what} comes back in {len(articles)} articles",
                articles,
                source=source or None,
                subject=f"{source} | {text}",
                evidence=[Evidence("text", text)],
            )


def _bearers(rule: CorpusRule, tables: Tables, shapes: set[int]) -> Iterable[tuple[str, int, str, bool]]:
    """Source, shape, id of every article that has a line of such a shape, and whether its own check has told it."""
    if not shapes:
        return ()
    return tables.rows(
        f"SELECT p.source, p.shape, a.id, list_contains(a.failed, '{rule.rule_name()}') FROM places p "
        f"JOIN articles a ON a.key = p.key WHERE p.shape IN ({', '.join(map(str, sorted(shapes)))})"
    )
