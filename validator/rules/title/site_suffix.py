"""TTL003: the title ends in the name of the site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from validator.lexicons.fold import fold
from validator.model.article import Article, Role
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good

_SUFFIX = regex(r"\s+(?:[-–—|·•]|::)\s+|\s*[|｜]\s*")
_LEAST = 3  # letters of a name that a host may be told by


class SiteSuffix(ArticleRule):
    """A title names the news, not the newspaper.

    The suffix comes from the page's title element. With it, titles of one site resemble one another more
    than they do the same story elsewhere.
    """

    code = "TTL003"
    severity = Severity.INFO
    fixable = True
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


def names_of_site(article: Article) -> frozenset[str]:
    """The outlet, and the first label of its host, without anything but letters."""
    names = {_letters(article.source.value or "")}
    try:
        host = urlsplit(article.url.value or "").hostname or ""
    except ValueError:
        host = ""
    labels = host.removeprefix("www.").split(".")
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
