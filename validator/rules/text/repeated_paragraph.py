"""TXT007: a paragraph stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity
from validator.rules.base import ArticleRule, bad, good

_PARAGRAPH = frozenset({Role.LEAD, Role.BODY})
_STOPS = tuple(".!?…。！？।؟۔»”\"'")
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
        bad(
            "The pier reopens\n\nDivers at the pier. Photo: Jane Roe\n\nDivers at the pier. Photo: Jane Roe\n\nThe "
            "pier at Saltmarsh will reopen in June after eleven months of repairs, the harbour board announced on "
            "Monday.",
            at=("Divers at the pier. Photo: Jane Roe", "Divers at the pier. Photo: Jane Roe"),
        ),
    )

    least: int = Field(default=60, gt=0, description="Letters of a paragraph from which its repeat is a fault.")

    def check(self, article: Article) -> Iterator[Finding]:
        seen: dict[str, Line] = {}
        places: list[Line] = []
        above: Line | None = None
        for line in article.filled:
            if line.role in _PARAGRAPH and self._long(line.text):
                first = seen.setdefault(line.text, line)
            else:
                first = above if above is not None and self._doubled(above, line) else line
            if first is not line:
                places += [line] if first in places else [first, line]
            above = line
        if places:
            copies = len(places) - len({line.text for line in places})
            yield self.finding(f"{copies} paragraph(s) stand again", article, map(article.line, places[:12]))

    def _long(self, text: str) -> bool:
        wide = text >= _IDEOGRAPHS and text[len(text) // 2] >= _IDEOGRAPHS
        return len(text) * (2.5 if wide else 1) >= self.least

    def _doubled(self, above: Line, line: Line) -> bool:
        """Whether a line is the one above it once more: a caption as a page keeps it for the eye and for the ear.

        A sentence that was taken for furniture because it stands twice may be a caption or a lead as well.
        """
        if line.text != above.text or line.marks:
            return False
        sentence = line.text.endswith(_STOPS) and self._long(line.text)
        return line.role is above.role and (line.role is Role.CAPTION or (sentence and line.role is Role.BOILERPLATE))
