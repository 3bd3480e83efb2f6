"""BPL004: a link to other articles stands in the text."""

from __future__ import annotations

from typing import ClassVar

from validator.lexicons.fold import weight
from validator.model.article import Article, Line, Role
from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MarkedLines, marked

_TEASERS = "boilerplate.teaser"
_LONG = 200  # letters of a paragraph; a teaser is shorter
_PARAGRAPH = frozenset({Role.LEAD, Role.BODY})


class Related(MarkedLines):
    """A pointer to other articles is no part of this one.

    The headline of another article inside this one mixes two stories: names and dates of the one are
    found in the other, and near-duplicates are seen where there are none.
    """

    code = "BPL004"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.related"
    thing: ClassVar = "a pointer to other articles"
    triggers = frozenset({section, _TEASERS})
    examples = (
        good(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "La halle est à lire aussi comme un symbole : celui d'un centre-ville qui se vide depuis vingt ans."
        ),
        good(
            "Рынок отремонтируют за два года\n\n"
            "Городской совет в понедельник решил отремонтировать рынок за девять миллионов рублей.\n\n"
            "Работы начнутся весной и продлятся два года, сообщили в мэрии на встрече с жителями.\n\n"
            "Подробнее о рынке редакция рассказывала в цикле «Соседи»; сегодняшний текст — восьмой в серии."
        ),
        good(
            "旧市場の屋根を改修へ\n\n市議会は月曜日、老朽化した市場の屋根を改修する予算案を可決した。\n\n"
            "工事は来年の春に始まり、二年かかる見通しだと市の担当者は説明した。\n\n"
            "関連記事を切り抜いて壁に貼る売り手もいる。市場の歴史を孫に見せるためだという。"
        ),
        bad(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "À lire aussi : Tramway de Tours, le calendrier des travaux dévoilé",
            at=("À lire aussi : Tramway de Tours, le calendrier des travaux dévoilé",),
        ),
        good(
            "Școala din Lunca are iar elevi\n\n"
            "Școala din Lunca s-a redeschis luni cu unsprezece elevi și o singură învățătoare.\n\n"
            "„Citeşte şi strada, nu doar ziarul”, le spune ea. Citește și acasă, iar seara povestește satului."
        ),
        bad(
            "Școala din Lunca are iar elevi\n\n"
            "Școala din Lunca s-a redeschis luni cu unsprezece elevi și o singură învățătoare.\n\n"
            "Citeşte şi: Autobuzul şcolar pleacă mai devreme",
            at=("Citeşte şi: Autobuzul şcolar pleacă mai devreme",),
        ),
        good(
            "Kleine lettertjes\n\n"
            "De consumentenbond waarschuwt voor contracten die stilzwijgend worden verlengd, soms voor drie jaar.\n\n"
            "Lees ook de kleine lettertjes voordat u tekent.\n\n"
            "Vorig jaar kwamen er achthonderd klachten binnen, de meeste over telefoons en sportscholen."
        ),
        bad(
            "Kleine lettertjes\n\n"
            "De consumentenbond waarschuwt voor contracten die stilzwijgend worden verlengd, soms voor drie jaar.\n\n"
            "LEES OOK Sportschool moet geld terugbetalen\n\n"
            "Vorig jaar kwamen er achthonderd klachten binnen, de meeste over telefoons en sportscholen.",
            at=("LEES OOK Sportschool moet geld terugbetalen",),
        ),
        bad(
            "Markthalle wird saniert\n\n"
            "Der Stadtrat hat am Montag beschlossen, die Markthalle für neun Millionen Euro zu sanieren.\n\n"
            "Die Arbeiten beginnen im Frühjahr und dauern zwei Jahre, teilte die Verwaltung am Dienstag mit.\n\n"
            "Lesen Sie auch: Parkhaus wird teurer",
            at=("Lesen Sie auch: Parkhaus wird teurer",),
        ),
        bad(
            "ترميم سوق المدينة القديم\n\nقرر المجلس البلدي يوم الاثنين ترميم سوق المدينة القديم بكلفة تسعة ملايين "
            "دينار.\n\nتبدأ الأعمال في الربيع وتستمر عامين، كما أعلنت البلدية في لقاء مع السكان.\n\n"
            "اقرأ أيضاً: مترو المدينة يفتح أبوابه في الخريف",
            at=("اقرأ أيضاً: مترو المدينة يفتح أبوابه في الخريف",),
        ),
        good(
            "Latest news\n\nMost read\n\nMarket hall to be renovated\n\nThe council voted on Monday to renovate the "
            "market hall, for nine million pounds, after a debate of three hours in which everybody spoke."
        ),
        bad(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "Les plus lus",
            at=("Les plus lus",),
        ),
        bad(
            "老市场将修缮\n\n市议会周一决定修缮老城的旧市场，预算九百万元。\n\n"
            "工程明年春天开始，为期两年，市政府在居民会议上介绍说。\n\n"
            "相关阅读：老城夜市摊位重新登记",
            at=("相关阅读：老城夜市摊位重新登记",),
        ),
    )

    def kept(self, article: Article, found: list[Line]) -> list[Line]:
        """Without the lines that invite to read on in this very article; with the headings of teasers below it."""
        own = [line for line in found if "boilerplate.read_more" not in line.marks or ":" in line.text]
        known = {line.number for line in own}
        headings = [line for line in _headings(article) if line.number not in known]
        return sorted((*own, *headings), key=lambda line: line.number) if headings else own


def _headings(article: Article) -> list[Line]:
    """The headings of lists of other articles (``Most read``) below the text; above it they are a menu's.

    Not their times, and no subhead: below it there would be paragraphs, or what its colon announces.
    """
    lines = [line for line in marked(article, _TEASERS) if line.text[-1] not in ":："]
    lines = [line for line in lines if not any(map(str.isdigit, line.text))]
    if not lines:
        return []
    paragraphs = [line for line in article.lines if line.role in _PARAGRAPH]
    first = next((line.number for line in paragraphs), len(article.lines))
    last = max((line.number for line in paragraphs if weight(line.text) >= _LONG), default=first)
    return [line for line in lines if line.number > last]
