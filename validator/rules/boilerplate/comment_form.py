"""BPL001: a comment form stands in the text."""

from __future__ import annotations

from typing import ClassVar

from validator.lexicons.fold import level
from validator.model.article import Article, Line, Role
from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MarkedLines

_NUMBERED = 50  # letters around a headline above its comments: ``14 Responses to``
_CLOSERS = " .…»›”“\"'’」』"


class CommentForm(MarkedLines):
    """A form for readers' comments is no part of an article.

    The same words stand under every article of a site: they make different articles look alike, and a
    model learns to end its texts with them.
    """

    code = "BPL001"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.comment_form"
    thing: ClassVar = "a comment form"
    place: ClassVar = "edges"
    triggers: ClassVar = frozenset()  # a headline that counts its comments is of no section
    examples = (
        good(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "« Laisser un commentaire » : ces trois mots disparaissent des sites de presse, constate une étude."
        ),
        good(
            "Market hall to be renovated\n\n"
            "The council voted on Monday to renovate the market hall, for nine million pounds.\n\n"
            "Work will begin in the spring, the mayor told residents at a public meeting on Tuesday.\n\n"
            "Leave a comment, and the neighbours answer within minutes, says the market's oldest trader."
        ),
        good(
            "老市场将修缮\n\n市议会周一决定修缮老城的旧市场，预算九百万元。\n\n"
            "工程明年春天开始，为期两年，市政府在居民会议上介绍说。\n\n"
            "“发表评论”四个字，市场里的老人说，他们每天清早在茶摊上就做了，不必登录。"
        ),
        bad(
            "Panthers lose at home\n\nThe Panthers fell to Calico on Tuesday in the first game of the night.\n\n"
            "(0) comments\n\nWelcome to the discussion.\n\nKeep it Clean. Please avoid obscene, vulgar, lewd, racist "
            "or sexually-oriented language.\n\nPLEASE TURN OFF YOUR CAPS LOCK.",
            at=(
                "(0) comments",
                "Welcome to the discussion.",
                "Keep it Clean. Please avoid obscene, vulgar, lewd, racist or sexually-oriented language.",
                "PLEASE TURN OFF YOUR CAPS LOCK.",
            ),
        ),
        bad(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "Laisser un commentaire\n\n"
            "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
            at=(
                "Laisser un commentaire",
                "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
            ),
        ),
        bad(
            "Рынок отремонтируют за два года\n\n"
            "Городской совет в понедельник решил отремонтировать рынок за девять миллионов рублей.\n\n"
            "Работы начнутся весной и продлятся два года, сообщили в мэрии на встрече с жителями.\n\n"
            "Добавить комментарий",
            at=("Добавить комментарий",),
        ),
        bad(
            "ترميم سوق المدينة القديم\n\nقرر المجلس البلدي يوم الاثنين ترميم سوق المدينة القديم بكلفة تسعة ملايين "
            "دينار.\n\nتبدأ الأعمال في الربيع وتستمر عامين، كما أعلنت البلدية في لقاء مع السكان.\n\n"
            "اترك تعليقاً",
            at=("اترك تعليقاً",),
        ),
        bad(
            "旧市場の屋根を改修へ\n\n市議会は月曜日、老朽化した市場の屋根を改修する予算案を可決した。\n\n"
            "工事は来年の春に始まり、二年かかる見通しだと市の担当者は説明した。\n\n"
            "コメントを残す",
            at=("コメントを残す",),
        ),
        bad(
            "Ferry stays in port at Chapel Bay\n\nThe ferry stayed in port on Monday after a rope had caught in its "
            "screw, the harbour master said, and nobody was hurt.\n\n14 letters about Ferry stays in port at Chapel "
            "Bay",
            at=("14 letters about Ferry stays in port at Chapel Bay",),
        ),
    )

    def kept(self, article: Article, found: list[Line]) -> list[Line]:
        """And the article's own headline behind a number, whatever the words between: ``3 Kommentare zu „…“``."""
        own = super().kept(article, found)
        title = level(article.title.value or "").strip(_CLOSERS)
        if not title:
            return own
        counted = [line for line in article.filled if line.text[0].isdigit() and _repeats(line, title)]
        return sorted({line.number: line for line in (*own, *counted)}.values(), key=lambda line: line.number)


def _repeats(line: Line, title: str) -> bool:
    """Whether a line ends in the headline, with a few words before it."""
    if line.role is Role.TITLE or not len(title) < len(line.text) <= len(title) + _NUMBERED:
        return False
    head, _, rest = level(line.text).rpartition(title)
    return " " in head.strip() and not rest.strip(_CLOSERS)
