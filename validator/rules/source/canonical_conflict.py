"""SRC003: the canonical URL belongs to another site."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import UNREADABLE, ArticleRule, bad, good
from validator.rules.source import facts

_CACHES = ("ampproject.org", "archive.org", "archive.ph", "archive.today", "googleusercontent.com", "bing-amp.com")
_TEXT = "Ferries ran normally on Tuesday after unions accepted an improved pay offer."
_URL = "https://www.argyllstar.example/news/ferry"


class CanonicalConflict(ArticleRule):
    """The URL and the canonical URL of an article must belong to one site.

    Where they do not the text is a copy: its outlet, its date and its rights are those of the original,
    and the original may be in the corpus as well.
    """

    code = "SRC003"
    severity = Severity.WARNING
    formal = True
    silenced_by = UNREADABLE
    examples = (
        good({"text": _TEXT, "url": "https://amp.example.co.uk/a", "canonical_url": "https://www.example.co.uk/a"}),
        good({"text": _TEXT, "url": "https://example-co-uk.cdn.ampproject.org/v/s/a", "canonical_url": _URL}),
        good({"text": _TEXT, "url": "https://xn--frde-blatt-ecb.de/a", "canonical_url": "https://förde-blatt.de/a"}),
        good({"text": _TEXT, "url": _URL, "canonical_url": "/news/ferry"}),
        good(
            {
                "text": "Der Stadtrat hat am Montag beschlossen, das Freibad in diesem Sommer nicht zu öffnen.",
                "url": "https://m.kreisblatt.example.de/bad",
                "canonical_url": "https://kreisblatt.example.de/bad",
            }
        ),
        bad(
            {"text": _TEXT, "url": _URL, "canonical_url": "https://lochsidegazette.example.com/ferry"},
            at=("https://lochsidegazette.example.com/ferry", _URL),
        ),
        bad(
            {"text": _TEXT, "url": "https://alpha.co.uk/a", "canonical_url": "https://beta.co.uk/a"},
            at=("https://beta.co.uk/a", "https://alpha.co.uk/a"),
        ),
        bad(
            {
                "text": "杭州茶园里出现了采茶机。",
                "url": "https://asia.example.jp/a",
                "canonical_url": "https://hangzhou.example.cn/a",
            },
            at=("https://hangzhou.example.cn/a", "https://asia.example.jp/a"),
        ),
        bad(
            {
                "text": "Городской совет в понедельник решил отремонтировать рынок за девять миллионов рублей.",
                "url": "https://rynok.example.ru/remont",
                "canonical_url": "https://vestnik.example.org/remont",
            },
            at=("https://vestnik.example.org/remont", "https://rynok.example.ru/remont"),
        ),
        bad(
            {
                "text": "El pleno aprobó el lunes la reforma del mercado de abastos, por nueve millones de euros.",
                "url": "https://agregador.example/mercado",
                "canonical_url": "https://comarca-al-dia.test/mercado",
            },
            at=("https://comarca-al-dia.test/mercado", "https://agregador.example/mercado"),
        ),
    )

    partners: frozenset[str] = Field(
        default=frozenset(), description="Domains of syndication partners that may be canonical for others."
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        url, canonical = article.field("url"), article.field("canonical_url")
        theirs = facts.host(canonical.quote) if canonical else ""
        ours = facts.host(url.quote) if url and theirs else ""
        if not ours or not theirs:
            yield Skip("no two URLs to compare")
            return
        passed = (*_CACHES, *self.partners)
        if facts.same_domain(ours, theirs) or any(
            facts.same_domain(one, host) for one in passed for host in (ours, theirs)
        ):
            return
        yield self.finding(f"the canonical URL is on {theirs}, the URL on {ours}", article, [canonical, url])
