"""LNG002: the declared language is no language tag."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import UNREADABLE, ArticleRule, bad, good
from validator.rules.language import tags

_OPEN_GRAPH = "og:locale"  # a page's property whose form is that of a locale (https://ogp.me)


class InvalidTag(ArticleRule):
    """A language is declared by its tag: ISO 639 in the form of BCP 47.

    A country's code (``jp``, ``ua``) or a language's name is read by no tool; the articles fall out of every
    selection by language, without a word.
    """

    code = "LNG002"
    severity = Severity.WARNING
    formal = True
    silenced_by = UNREADABLE
    fixable = True
    examples = (
        good({"text": "台南老戲院重開。", "language": "zh-Hant-TW"}),
        good({"text": "El bou.", "language": "ca-valencia"}),
        good({"text": "Rates were cut.", "language": "eng"}),
        good({"text": "茶樓重開。", "language": "zh-yue"}),
        bad({"text": "Tvätteriet blir konsthall.", "language": "sv-SWE"}, at=("sv-SWE",)),
        bad({"text": "商店街の中学生ラジオ。", "language": "jp"}, at=("jp",)),
        bad({"text": "Trier plant eine Seilbahn.", "language": "deutsch"}, at=("deutsch",)),
        bad({"text": "Енергетики завершують ремонт.", "language": "ua"}, at=("ua",)),
        bad({"text": "Le conseil vote.", "language": "fr_FR"}, at=("fr_FR",)),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        said, seen = article.language.declared, article.field("language")
        if said is None or seen is None:
            yield Skip("no language is declared")
            return
        tag = said.strip()
        locale = tags.posix(tag)
        if locale is not None and _OPEN_GRAPH in (seen.locator or ""):
            return
        if locale is not None:
            yield self.finding(
                f"'{tag}' is a POSIX locale, no language tag",
                article,
                [seen],
                severity=Severity.INFO,
                suggestion=locale,
            )
        elif not tags.is_valid(tag):
            yield self.finding(
                f"'{tag}' is no language tag", article, [seen], suggestion=tags.meant(tag) or article.language.value
            )
