"""BPL011: a bar of share buttons stands in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from validator.lexicons.fold import fold, trim
from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MOST, MarkedLines, counted, marked

_NETWORKS = frozenset({
    "facebook", "twitter", "x", "x(twitter)", "whatsapp", "telegram", "linkedin", "pinterest", "reddit", "instagram",
    "messenger", "bluesky", "threads", "tiktok", "youtube", "viber", "weibo", "wechat", "vk", "mastodon", "xing",
    "flipboard", "tumblr", "вконтакте", "одноклассники", "微信", "微博", "qq空间", "はてなブックマーク", "فيسبوك",
    "تويتر", "واتساب", "تيليجرام", "تلغرام",
})  # fmt: skip
_ALONE = _NETWORKS | {"mail", "e-mail", "email", "line", "note", "pocket", "はてな"}  # some by themselves only
_NAMED = regex(
    r"facebook|twitter|whatsapp|telegram|linkedin|pinterest|bluesky|\bx\b|вконтакте|微信|微博|فيسبوك|تويتر|واتساب",
    re.IGNORECASE,
)

_BUTTON = 45  # letters that a button may have


class ShareBar(MarkedLines):
    """Buttons for sharing are no part of an article.

    A text full of network names looks like a text about networks: topic models, name finders and counts
    of mentions all fall for it.
    """

    code = "BPL011"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.share_bar"
    thing: ClassVar = "a share bar"
    examples = (
        good("Facebook, X and Instagram were full of the same picture of the market hall on Tuesday evening."),
        good("La mairie a voté la rénovation de la halle de Sète.\n\nPartager\n\nLe partage des coûts fait débat."),
        good(
            "Tech giants clash\n\nFacebook\n\nThe company said on Monday that it would appeal against the ruling.\n\n"
            "WhatsApp\n\nThe messenger said nothing for a week, then published a statement of four lines."
        ),
        good(
            "Фото моста разошлось по сети\n\nСнимок, который рыбак выложил в среду, за ночь увидели сто тысяч "
            "человек.\n\nTelegram\n\nВ городском канале о снимке спорили до утра: одни узнали мост, другие нет."
        ),
        good(
            "الصورة التي شغلت المدينة\n\nنشر الصياد صورة الجسر القديم مساء الأربعاء، فرآها مئة ألف شخص.\n\n"
            "شارك في النقاش على فيسبوك أكثر من ألف قارئ، وكان أغلبهم من أبناء المدينة."
        ),
        bad(
            "El pleno aprobó el lunes la reforma del mercado de abastos, por nueve millones de euros.\n\n"
            "Comparte esta noticia por correo electrónico\n\nReporta un error en esta noticia",
            at=("Comparte esta noticia por correo electrónico", "Reporta un error en esta noticia"),
        ),
        bad(
            "The council voted on Monday to renovate the market hall, for nine million pounds.\n\n"
            "Share on Facebook\n\nShare on WhatsApp",
            at=("Share on Facebook", "Share on WhatsApp"),
        ),
        bad(
            "Le conseil municipal a voté lundi soir la rénovation de la halle.\n\nFacebook\n\nTwitter\n\nWhatsApp",
            at=("Facebook", "Twitter", "WhatsApp"),
        ),
        bad(
            "Der Stadtrat hat am Montag beschlossen, die Markthalle für neun Millionen Euro zu sanieren.\n\n"
            "Artikel teilen\n\nFacebook\n\nWhatsApp",
            at=("Artikel teilen", "Facebook", "WhatsApp"),
        ),
        bad(
            "Городской совет в понедельник решил отремонтировать рынок за девять миллионов рублей.\n\n"
            "Поделиться в Telegram\n\nВКонтакте\n\nОдноклассники",
            at=("Поделиться в Telegram", "ВКонтакте", "Одноклассники"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        labels = {line.number for line in marked(article, self.section)}
        buttons = labels | {line.number for line in article.filled if len(line.text) <= _BUTTON and _is_network(line)}
        if not buttons:
            return
        bar: list[Line] = []
        for is_button, lines in groupby(article.filled, lambda line: line.number in buttons):
            run = list(lines) if is_button else []
            bar += run if _is_bar(run, labelled=any(line.number in labels for line in run)) else []
        if bar:
            yield self.finding(f"{counted(bar)} of {self.thing}", article, map(article.line, bar[:MOST]))


def _is_network(line: Line) -> bool:
    """A network's name alone, or at the end of a short line that is no sentence."""
    if line.role is Role.TITLE or line.text[-1] in ".!?。":
        return False
    words = trim(fold(line.text)).split()
    return bool(words) and ("".join(words) in _ALONE or words[-1] in _NETWORKS)


def _is_bar(run: list[Line], *, labelled: bool) -> bool:
    """Two buttons in a row, or one that names itself: a verb of sharing with a network or an article."""
    if len(run) != 1:
        return len(run) > 1
    label = run[0].text
    words = len(label.split())
    return labelled and words > 1 and (words > 2 or _NAMED.search(label) is not None)
