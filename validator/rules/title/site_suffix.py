"""TTL003: the title ends in the name of the site, or as so many of its titles do."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pydantic import Field

from validator.lexicons.fold import fold
from validator.model.address import host
from validator.model.article import Article, Role
from validator.model.corpus import Tables
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules import outlets
from validator.rules.base import ArticleRule, bad, good
from validator.rules.survey import Corpus, CorpusRule

_SUFFIX = regex(r"\s+(?:[-–—|·•]|::)\s+|\s*[|｜]\s*")
_LEAST = 3  # letters of a name that a host may be told by
_LONGEST = 40  # letters of what may end many titles


def _titled(*titles: str) -> tuple[dict[str, str], ...]:
    """Articles of a source, each with its title."""
    texts = ("The council met.", "The ferry sank.", "The bakery closed.", "The mayor spoke.", "The fair opened.")
    return tuple(
        {"id": str(at), "outlet": "Bell", "title": title, "text": f"{text} Nobody had expected it on a Monday."}
        for at, (title, text) in enumerate(zip(titles, texts, strict=False))
    )


class SiteSuffix(ArticleRule, CorpusRule):
    """A title names the news, not the newspaper nor its section.

    The suffix comes from the page's title element. With it, titles of one site resemble one another more
    than they do the same story elsewhere. What is no name of the site is told where many of its titles end in it.
    """

    code = "TTL003"
    severity = Severity.INFO
    fixable = True
    reads = ("id", "source", "title", "failed")
    least: int = Field(default=5, ge=2, description="How many titles of a source must end alike.")
    share: float = Field(default=0.2, gt=0, le=1, description="And how large a share of its titles.")
    examples = (
        good({"title": "Lens – Paris : une affiche au sommet", "outlet": "Le Phare", "text": "Le match est samedi."}),
        good({"title": "Inside the Ledger: how a newspaper died", "outlet": "The Ledger", "text": "It died quietly."}),
        bad(
            {"title": "Balingen feiert | Alb-Anzeiger", "outlet": "Alb-Anzeiger", "text": "Der HBW hat gewonnen."},
            at=("Balingen feiert | Alb-Anzeiger",),
        ),
        bad(
            {
                "outlet": "Puls Płocka",
                "text": "Most w Płocku do remontu - Puls Płocka\n\nDrogowcy zamkną w czerwcu jedną nitkę mostu, a ruch "
                "będzie się odbywał wahadłowo.",
            },
            at=("- Puls Płocka",),
        ),
        bad(
            {"title": "市民マラソンに一万人 | 湾岸スポーツ", "outlet": "湾岸スポーツ", "text": "大会が開かれた。"},
            at=("市民マラソンに一万人 | 湾岸スポーツ",),
        ),
    )

    corpora = (
        Corpus(
            _titled(*(f"{one} - News of the Marsh" for one in ("Votes", "Ferry sinks", "Baker goes", "No!", "Fair"))),
            (frozenset("01234"),),
        ),
        Corpus(
            _titled(*(f"{one} - News of the Marsh" for one in ("Votes", "Ferry sinks", "Baker goes", "No!")), "Fair")
        ),
        Corpus(_titled("Stowe – Leith", "Corran - Leith", "Marsh v Leith", "Leith", "Well-known in Leith")),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        names = names_of_site(article)
        if article.title.missing or not names:
            yield Skip("no title, or nothing to tell the site's name by")
            return
        printed = next(article.with_role(Role.TITLE), None)
        declared = article.field("title")
        seen: list[Evidence] = []
        if declared is not None and suffix(declared.quote, names) is not None:
            seen.append(declared)
        if printed is not None and (at := suffix(printed.text, names)) is not None:
            seen.append(article.at(printed.start + at, printed.end))
        if seen:
            message = f"the title ends in the site's name {article.source.value or ''}".rstrip()
            yield self.finding(message, article, seen)

    def survey(self, tables: Tables) -> Iterator[Finding]:
        ending: dict[tuple[str, str, int], list[str]] = {}
        for source, tail, titles, key in tables.rows(_ALIKE.format(rule=self.rule_name(), least=self.least)):
            ending.setdefault((source, tail, titles), []).append(key)
        for (source, tail, titles), keys in ending.items():
            if len(keys) >= self.share * titles:
                yield self.among(
                    f"{outlets.called(source)}: {len(keys)} of {titles} titles end in '{tail}'",
                    keys,
                    source=source or None,
                    subject=f"{source} | {tail}",
                )


# What stands behind the last sign of a title that may part a site's name from it; what an article's own check tells is
# left out.
_ALIKE = f"""
WITH tails AS (
  SELECT id, source, list_contains(failed, '{{rule}}') AS told,
    regexp_extract(title, '^.+(?:[ ][-–—·•]|[ ]*[|｜])[ ]*([^|｜·•–—]{{{{2,{_LONGEST}}}}})$', 1) AS tail
  FROM articles WHERE title <> ''
), counted AS (SELECT source, count(*) AS titles FROM tails GROUP BY source),
alike AS (
  SELECT source, tail FROM tails WHERE tail <> '' AND NOT told GROUP BY source, tail HAVING count(*) >= {{least}}
)
SELECT t.source, t.tail, c.titles, t.id FROM tails t JOIN alike a ON a.source = t.source AND a.tail = t.tail
JOIN counted c ON c.source = t.source WHERE NOT t.told
"""


def names_of_site(article: Article) -> frozenset[str]:
    """The outlet, and the first label of its host, without anything but letters."""
    names = {_letters(article.source.value or "")}
    labels = host(article.url.value).removeprefix("www.").split(".")
    names.add(_letters(labels[-2]) if len(labels) > 1 else "")
    names.add(_letters(".".join(labels[-2:])))
    return frozenset(name for name in names if len(name) >= _LEAST)


def suffix(title: str, names: frozenset[str]) -> int | None:
    """The offset of the sign before a site's name that a title ends in."""
    for sign in _SUFFIX.finditer(title):
        if sign.start() > 0 and _letters(title[sign.end() :]) in names:
            return sign.start() + len(sign.group()) - len(sign.group().lstrip())
    return None


@lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    return "".join(one for one in fold(text) if one.isalnum())
