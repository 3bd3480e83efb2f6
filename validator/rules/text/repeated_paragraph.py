"""TXT007: a paragraph stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity
from validator.rules.base import ArticleRule, bad, good

_PARAGRAPH = frozenset({Role.LEAD, Role.BODY})
_IDEOGRAPHS = "\u3040"  # from here on scripts that need two letters and a half less


class RepeatedParagraph(ArticleRule):
    """A paragraph stands once.

    A second copy is the layout's (a teaser above the text, a pull quote beside it). Repetition within a
    document is what language models learn first and unlearn last.
    """

    code = "TXT007"
    severity = Severity.WARNING
    examples = (
        good(
            "Fans sang the club song: “Mill Lane, we are coming home again.”\n\nAnd once more, louder this time:\n\n"
            "“Mill Lane, we are coming home again.”\n\n“Mill Lane, we are coming home again.”"
        ),
        good(
            "18.00 Uhr: Die ersten Zahlen sind da, und im Rathaus wird es schlagartig still.\n\n"
            "18.30 Uhr: Die ersten Zahlen sind da, und im Rathaus wird es schlagartig laut."
        ),
        good(
            "Хор вышел на площадь\n\n«Ой, за гаем, гаем»\n\nПервый куплет спели дети, и площадь замолчала.\n\n"
            "«Ой, за гаем, гаем»\n\nВторой пели уже все, кто пришёл, и в окнах зажгли свет."
        ),
        bad(
            "Tram in ritardo\n\nI commercianti chiedono nuovi aiuti e contestano la riduzione dei parcheggi.\n\n"
            "I cantieri hanno incontrato reperti romani.\n\n"
            "I commercianti chiedono nuovi aiuti e contestano la riduzione dei parcheggi.",
            at=(
                "I commercianti chiedono nuovi aiuti e contestano la riduzione dei parcheggi.",
                "I commercianti chiedono nuovi aiuti e contestano la riduzione dei parcheggi.",
            ),
        ),
        bad(
            "夜市摊位重新登记\n\n老城夜市的摊位下月一日起重新登记，摊主须带身份证件到街道办事处办理，逾期不再受理。\n\n"
            "登记费为五十元。\n\n老城夜市的摊位下月一日起重新登记，摊主须带身份证件到街道办事处办理，逾期不再受理。",
            at=(
                "老城夜市的摊位下月一日起重新登记，摊主须带身份证件到街道办事处办理，逾期不再受理。",
                "老城夜市的摊位下月一日起重新登记，摊主须带身份证件到街道办事处办理，逾期不再受理。",
            ),
        ),
    )

    least: int = Field(default=60, gt=0, description="Letters of a paragraph from which its repeat is a fault.")

    def check(self, article: Article) -> Iterator[Finding]:
        seen: dict[str, Line] = {}
        places: list[Line] = []
        for line in article.lines:
            if line.role in _PARAGRAPH and self._long(line.text):
                first = seen.setdefault(line.text, line)
                if first is not line:
                    places += [line] if first in places else [first, line]
        if places:
            copies = len(places) - len({line.text for line in places})
            yield self.finding(f"{copies} paragraph(s) stand again", article, map(article.line, places[:12]))

    def _long(self, text: str) -> bool:
        wide = text >= _IDEOGRAPHS and text[len(text) // 2] >= _IDEOGRAPHS
        return len(text) * (2.5 if wide else 1) >= self.least
