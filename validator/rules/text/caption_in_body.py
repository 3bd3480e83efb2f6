"""TXT004: a picture's caption stands between paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.sentences import STOPS
from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity
from validator.rules.base import ArticleRule, bad, good

_LONGEST = 120
_ENDS = STOPS | {"»", "”"}
_CREDITING = ("courtesy", "avec", "par ", "von ", "by ", "archiv", "из ", "з ", "із ", "dr ", "with ")
_PARAGRAPH = frozenset({Role.LEAD, Role.BODY})


class CaptionInBody(ArticleRule):
    """A caption belongs to its picture.

    Without the picture, it stands in the text as a sentence that nothing leads to and nothing follows.
    """

    code = "TXT004"
    severity = Severity.INFO
    examples = (
        good(
            "Halle rénovée\n\nLe conseil municipal a voté lundi soir la rénovation de la halle de Sète.\n\n"
            "Un chantier de deux ans\n\nLes travaux commenceront au printemps, a précisé la mairie mardi."
        ),
        good(
            "A hundred years of the Hull Packet\n\nThe Hull Packet marks its centenary this week in the town hall.\n\n"
            "The first front page. Photo: Hull Packet archive\n\nCirculation peaked at 88,000 in the year of 1958."
        ),
        good(
            "老市场将修缮\n\n市议会周一决定修缮老城的旧市场，预算九百万元，摊主们表示欢迎。\n\n两年工期\n\n"
            "工程明年春天开始，市政府在居民会议上介绍说。"
        ),
        good(
            "老市场将修缮\n\n市议会周一决定修缮老城的旧市场，摊主们表示欢迎。\n\n图为旧市场的东门。（周启明 摄）\n\n"
            "工程明年春天开始，市政府在居民会议上介绍说。"
        ),
        bad(
            "Accord entre les deux présidents\n\nLe président des États-Unis a annoncé mercredi un accord avec son "
            "homologue russe, sans en dire plus.\n\nCapture d'écran de Truth Social\n\nLe porte-parole du Kremlin a "
            "confirmé la conversation entre les deux dirigeants.",
            at=("Capture d'écran de Truth Social",),
        ),
        bad(
            "Nowa hala sportowa prawie gotowa\n\nBudowa hali przy ulicy Słowackiego dobiega końca, robotnicy układają "
            "już parkiet.\n\nNa zdjęciu: wnętrze nowej hali\n\nInwestycja kosztowała 24 mln zł, z czego połowę "
            "wyłożyło ministerstwo sportu.",
            at=("Na zdjęciu: wnętrze nowej hali",),
        ),
        bad(
            "Рынок отремонтируют за два года\n\nГородской совет в понедельник решил отремонтировать рынок за девять "
            "миллионов рублей.\n\nСкриншот видео\n\nРаботы начнутся весной и продлятся два года, сообщили в мэрии.",
            at=("Скриншот видео",),
        ),
        bad(
            "老市场将修缮\n\n市议会周一决定修缮老城的旧市场，预算九百万元，摊主们表示欢迎。\n\n图为旧市场的东门\n\n"
            "工程明年春天开始，市政府在居民会议上介绍说。",
            at=("图为旧市场的东门",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        told = {credit.line for credit in article.credits if credit.kind == "unknown" and _describes(credit.value)}
        credited = {credit.line for credit in article.credits} - told
        captions = [
            line
            for line in article.with_role(Role.CAPTION, Role.CREDIT, Role.BOILERPLATE)
            if _stands_alone(line, told) and not (line.role is Role.CAPTION and line.number in credited)
        ]
        if not captions:
            return
        text = [line.number for line in article.lines if line.role in _PARAGRAPH]
        for line in captions:
            if text and text[0] < line.number < text[-1] and not _above_credit(article, line):
                message = f"a caption of {len(line.text)} characters between paragraphs"
                yield self.finding(message, article, [article.line(line)])


def _stands_alone(line: Line, told: set[int | None]) -> bool:
    """A short line that begins as captions begin, with no credit behind it."""
    if len(line.text) >= _LONGEST or line.text[-1] in _ENDS:
        return False
    named = line.role is Role.CREDIT and any(sign in line.text for sign in ":：/©")
    if line.role is Role.BOILERPLATE:
        return line.marks == {"photo.captions"}
    return line.number in told if named or not line.marks else "photo.captions" in line.marks


def _describes(value: str) -> bool:
    """Whether what stands in a credit's place is a description, not a name: ``Picture: the restored hall``."""
    return len(value.split()) > 3 and not value[0].isupper() and not value.casefold().startswith(_CREDITING)


def _above_credit(article: Article, line: Line) -> bool:
    after = next((one for one in article.lines[line.number :] if one.text), None)
    return after is not None and after.role is Role.CREDIT
