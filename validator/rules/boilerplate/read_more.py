"""BPL005: an invitation to read on stands in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from validator.model.article import BODY_ROLES, Article, Line
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MOST, MarkedLines, counted, marked

_CUT = regex(r"(?:\.\.\.|…|\[\s*\.\.\.\s*\]|\[…\])\s*[^.…]{3,40}$")


class ReadMore(MarkedLines):
    """A link to the rest of the text is no part of an article.

    Where it was kept, the text is often a mere beginning: whoever counts articles counts teasers, and a
    model learns to break off.
    """

    code = "BPL005"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.read_more"
    thing: ClassVar = "an invitation to read on"
    examples = (
        good(
            "“Jetzt lesen, gleich kaufen”, so warben die Männer. Wer auf „Weiterlesen“ klickte, landete bei "
            "einem Formular für die Vorkasse."
        ),
        good("« Lire la suite » : le bouton est devenu le symbole d'une presse qui vend ses articles par morceaux."),
        good(
            "老市场将修缮\n\n市议会周一决定修缮老城的旧市场，预算九百万元。\n\n"
            "工程明年春天开始，为期两年，市政府在居民会议上介绍说。\n\n"
            "“阅读全文”的按钮旁，一位摊主用粉笔写道：全文在这里，请进来买菜。"
        ),
        bad(
            "La halle de Sète sera rénovée\n\nLe conseil municipal a voté lundi soir la rénovation de la halle, "
            "pour neuf millions d'euros.\n\nLire la suite",
            at=("Lire la suite",),
        ),
        bad(
            "Рынок отремонтируют\n\nГородской совет в понедельник решил отремонтировать рынок за девять миллионов "
            "рублей.\n\nЧитать далее",
            at=("Читать далее",),
        ),
        bad(
            "旧市場の屋根を改修へ\n\n市議会は月曜日、老朽化した市場の屋根を改修する予算案を可決した。\n\n"
            "工事は来年の春に始まり、二年かかる見通しだと市の担当者は説明した。\n\n"
            "続きを読む",
            at=("続きを読む",),
        ),
        bad(
            "ترميم سوق المدينة القديم\n\nقرر المجلس البلدي يوم الاثنين ترميم سوق المدينة القديم بكلفة تسعة ملايين "
            "دينار.\n\nتبدأ الأعمال في الربيع وتستمر عامين، كما أعلنت البلدية في لقاء مع السكان.\n\n"
            "اقرأ المزيد",
            at=("اقرأ المزيد",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        own = marked(article, self.section)
        inline = [place for line in article.lines if self._ends_so(line) and (place := _tail(article, line))]
        found = [*map(article.line, own), *inline]
        if found:
            yield self.finding(f"{counted(found)} of {self.thing}", article, found[:MOST])

    def _ends_so(self, line: Line) -> bool:
        return self.section in line.marks and line.role in BODY_ROLES


def _tail(article: Article, line: Line) -> Evidence | None:
    """The invitation that a paragraph ends with, behind the dots that break it off."""
    match = _CUT.search(line.text)
    return article.at(line.start + match.start(), line.end) if match else None
