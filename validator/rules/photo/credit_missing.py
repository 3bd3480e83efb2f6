"""PHO001: a picture's caption stands without a credit."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity, Skip
from validator.rules import spoken
from validator.rules.base import ArticleRule, bad, good
from validator.rules.photo import pictured

MOST = 12
_OF_PICTURE = (Role.CAPTION, Role.CREDIT)


class CreditMissing(ArticleRule):
    """A picture must say whose it is, in its caption or beside it.

    Without a credit nobody knows whether the picture may be kept, let alone shown; for an archive that is
    the difference between a holding and a liability.
    """

    code = "PHO001"
    severity = Severity.WARNING
    examples = (
        good(
            {
                "text": "Freibad\n\nIm Bild: Ein Bagger vor dem Becken. Foto: Lena Haug\n\n"
                "Das Freibad bleibt in diesem Sommer noch lange geschlossen, teilte die Stadt mit.",
                "language": "de",
            }
        ),
        good(
            {
                "text": "Le barrage\n\nUn castor d'Europe, photo d'illustration\nPhoto : Anne Petit/AFP\n\n"
                "Le castor occupe de nouveau presque toute la rivière, selon les gardes.",
                "language": "fr",
            }
        ),
        good(
            {
                "text": "Le barrage\n\nLe castor occupe de nouveau presque toute la rivière, selon les gardes.\n\n"
                "Capture d'écran : YouTube\n\nUn comptage est prévu à l'automne dans toute la vallée.",
                "language": "fr",
            }
        ),
        good(
            {
                "text": "港の朝市に新しい屋根\n\n港の朝市に木の屋根がつき、雨の日も店を開けられるようになった。\n\n"
                "写真左は新しい屋根の下で魚を並べる売り手\n高橋健一撮影",
                "language": "ja",
            }
        ),
        bad(
            {
                "text": "Zeehond\n\nMedewerkers van het tuincentrum keken maandagochtend vreemd op van hun gast.\n\n"
                "Onderschrift: De zeehond tussen de afgeprijsde kerstbomen, maandagochtend in Harkema.\n\n"
                "Het dier wordt woensdag weer uitgezet, zegt een vrijwilliger van de opvang.",
                "language": "nl",
            },
            at=("Onderschrift: De zeehond tussen de afgeprijsde kerstbomen, maandagochtend in Harkema.",),
        ),
        bad(
            {
                "text": "Freibad\n\nDas Freibad bleibt in diesem Sommer noch lange geschlossen, teilte die Stadt am "
                "Montag mit.\n\nIm Bild: Ein Bagger vor dem leeren Becken.\n\n"
                "Die Kosten steigen nach Angaben der Verwaltung auf 1,7 Millionen Euro.",
                "language": "de",
            },
            at=("Im Bild: Ein Bagger vor dem leeren Becken.",),
        ),
        bad(
            {
                "text": "Le port\n\nLe port s'agrandit cette année, a annoncé lundi la ville devant la presse locale "
                "réunie.\n\nVue aérienne du port de plaisance\n\nLes travaux dureront deux ans, selon la mairie "
                "de la ville.",
                "language": "fr",
            },
            at=("Vue aérienne du port de plaisance",),
        ),
        bad(
            {
                "text": "高原牧民用上太阳能挤奶站\n\n海拔四千米的牧场上，一座太阳能挤奶站日前投入使用，"
                "附近二十多户牧民不必再摸黑挤奶。\n\n图为牧民在新建的挤奶站里操作设备\n\n挤奶站由一家合作社投资，"
                "屋顶铺设了六十块光伏板，配有冷藏罐和消毒设备。",
                "language": "zh",
            },
            at=("图为牧民在新建的挤奶站里操作设备",),
        ),
        bad(
            {
                "text": "Рынок отремонтируют\n\nГородской совет в понедельник решил отремонтировать крытый рынок за "
                "два года.\n\nНа фото: восточные ворота рынка\n\nРаботы начнутся весной, сообщили в мэрии на встрече с "
                "жителями.",
                "language": "ru",
            },
            at=("На фото: восточные ворота рынка",),
        ),
        bad(
            {
                "text": "Стадион\n\nСтадион закрыли на ремонт до осени, сообщили в мэрии города в понедельник.\n\n"
                "Подпись к фото: рабочие снимают старое покрытие с поля стадиона\n\n"
                "Матчи команда будет проводить на поле школы, рассказал тренер.",
                "language": "ru",
            },
            at=("Подпись к фото: рабочие снимают старое покрытие с поля стадиона",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if shown := pictured.uncredited_among(article) if article.credits else pictured.uncredited(article):
            yield self.finding(f"{_counted(len(shown))} without a credit", article, shown[:MOST])
            return
        if not pictured.lines(article):
            yield Skip("no caption")
            return
        credited = {one.line for one in article.credits if not pictured.describes(one)}
        if None in credited:
            return
        known, filled = spoken.words(article), article.filled
        bare = [
            line
            for at, line in enumerate(filled)
            if line.role in _OF_PICTURE
            and _tells_of_picture(line, known)
            and not any(other.number in credited for other in _around(filled, at))
        ]
        labelled = {one.line for one in article.credits if pictured.describes(one)}
        bare += [line for line in filled if line.number in labelled and line not in bare]
        if bare:
            found = [article.line(line) for line in bare[:MOST]]
            yield self.finding(f"{_counted(len(bare))} without a credit", article, found)


def _counted(captions: int) -> str:
    return f"{captions} caption{'s'[: captions > 1]}"


def _around(filled: tuple[Line, ...], at: int) -> tuple[Line, ...]:
    """The lines of the same picture (captions and credits without a break) and one more on either side."""
    first = last = at
    while first > 0 and filled[first].role in _OF_PICTURE:
        first -= 1
    while last + 1 < len(filled) and filled[last].role in _OF_PICTURE:
        last += 1
    return filled[first : last + 1]


def _tells_of_picture(line: Line, known: Vocabulary) -> bool:
    """Whether the line says itself that it is about a picture, and of what; a screenshot names its platform."""
    marked = "photo.captions" in line.marks or known.words("photo.illustrative").within(level(line.text)) is not None
    long = len(line.text.split()) >= 4 or (not line.text.isascii() and " " not in line.text and len(line.text) >= 8)
    return marked and long and pictured.platform_at_end(line.text) is None
