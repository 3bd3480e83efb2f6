"""TTL001: the article has no title."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.lexicons.fold import weight
from validator.lexicons.sentences import FULL_STOPS
from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good

_NOT_TEXT = frozenset({Role.BOILERPLATE, Role.DATELINE, Role.BYLINE, Role.CAPTION, Role.CREDIT, Role.SOURCE, Role.TAGS})


class Missing(ArticleRule):
    """An article has a title, declared by its record or printed above its text.

    Without one it cannot be cited, listed or told from its neighbours, and pairs of title and text for
    training are lost.
    """

    code = "TTL001"
    severity = Severity.ERROR
    formal = True
    field = "title"
    examples = (
        good("Dead calm\n\nThe council voted on Monday to close the harbour for as long as the dredging lasts."),
        good(
            {
                "title": "Pesci in laguna",
                "text": "I pescatori della laguna hanno consegnato lunedì al sindaco una petizione contro il divieto "
                "di pesca, che a loro dire danneggia quattrocento famiglie.",
            }
        ),
        good("Sperrung der A 4 bei Jena dauert bis Sonntag."),
        bad(
            "Selon un compte rendu publié mardi, les deux présidents se sont entretenus par téléphone au sujet de la "
            "nécessité d'établir une paix durable dans la région, et d'y envoyer des observateurs.\n\n"
            "Vers une paix durable\n\nLes deux dirigeants se reverront au printemps, a indiqué le communiqué.",
            at=("Selon un compte rendu publié mardi, les deux présidents se sont entretenus par",),
        ),
        bad(
            "東北地方の沿岸部で二十四日朝、定置網に体長三メートルを超えるマンボウがかかり、水揚げの後に海へ戻された。"
            "漁業者によると、この時期に入網するのは珍しく、港には写真を撮ろうと多くの人が集まった。\n\n"
            "網を引き揚げた漁師の及川正人さんは「最初は板でも流れてきたのかと思った」と驚いた様子だった。",
            at=(
                (
                    "東北地方の沿岸部で二十四日朝、定置網に体長三メートルを超えるマンボウがかかり、水揚げの後に海へ戻された。"
                    "漁業者によると、この時期に入網するのは珍しく、港には写真"
                ),
            ),
        ),
    )

    longest: int = Field(
        default=160,
        gt=0,
        description="Letters from which a first line is too long for a title; an ideograph counts for 2.5.",
    )
    brief: int = Field(default=200, ge=0, description="Letters up to which a text is a brief, which may go without.")

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if not article.title.missing:
            return
        if not article.text.strip():
            yield self.finding("no title is declared, and there is no text above which one could stand", article)
            return
        if weight(article.text.strip()) <= self.brief:
            yield Skip("a brief, which may go without a title")
            return
        first = next((line for line in article.lines if line.text and line.role not in _NOT_TEXT), None)
        if first is None or not self._is_text(first):
            yield Skip("the first line may be a title")
            return
        message = f"no title is declared, and the first line is a paragraph of {len(first.text)} characters"
        end = first.text.rfind(" ", 40, 80)
        yield self.finding(message, article, [article.at(first.start, first.start + (end if end > 0 else 80))])

    def _is_text(self, line: Line) -> bool:
        letters = weight(line.text)
        return letters >= self.longest or (line.text[-1] in FULL_STOPS and letters >= self.longest / 2)
