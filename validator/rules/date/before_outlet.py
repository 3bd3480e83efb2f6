"""DAT009: the article is older than its outlet."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.lexicons.fold import fold
from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.date import facts

_URL = "https://www.example.org/stage/athenaeum-reopens"


class BeforeOutlet(ArticleRule):
    """An article cannot be older than the outlet that published it, or than news on the web.

    Such a date belongs to an event or was mistyped. It puts today's language into the eighties, where
    it spoils every study of change.
    """

    code = "DAT009"
    severity = Severity.WARNING
    silenced_by = (*ArticleRule.silenced_by, "date.epoch_default")
    examples = (
        good({"text": "A hundred years ago, on 21 May 1925, the paper appeared.", "date": "2025-05-20", "url": _URL}),
        good({"text": "The council met.", "date": "1984-07-21", "url": "https://www.example.org/1984/07/21/council"}),
        good(
            {"text": "Le conseil a voté.", "date": "1884-07-21", "url": "https://gallica.example.fr/ark:/12148/bpt6k"}
        ),
        good({"text": "Der Rat hat getagt.", "date": "1984-07-21"}),
        bad(
            {"text": "The theatre will welcome audiences again.", "date": "1984-07-21", "url": _URL}, at=("1984-07-21",)
        ),
        bad(
            {"text": "Zauważyli to wędkarze.", "date": "1987-05-19", "url": "https://example.pl/ryby"},
            at=("1987-05-19",),
        ),
    )

    web_since: int = Field(default=1995, description="The year before which no article was born on the web.")
    founded: dict[str, int] = Field(default={}, description="Outlet -> the year it was founded.")

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        moment = article.published.value
        if moment is None:
            yield Skip("no publication date")
            return
        year = int(moment.value[:4])
        founded = self._founded(article)
        if founded is not None:
            if year < founded:
                yield self.finding(
                    f"published in {year}, but the outlet was founded in {founded}",
                    article,
                    [*article.published.seen, *article.source.seen],
                )
        elif year < self.web_since and self._of_the_web(article):
            yield self.finding(f"published in {year}, before there were news sites", article, article.published.seen)

    def _founded(self, article: Article) -> int | None:
        if not self.founded or article.source.value is None:
            return None
        return {fold(name): year for name, year in self.founded.items()}.get(fold(article.source.value))

    def _of_the_web(self, article: Article) -> bool:
        """An http URL that is no archive's and does not bear the old date itself."""
        url, moment = article.url.value or "", article.published.value
        dated = moment is not None and any(f"/{moment.value[:4]}{mark}" in url for mark in "/-")
        return url.startswith("http") and not dated and not facts.from_archive(article)
