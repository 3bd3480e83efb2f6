"""PHO006: the picture illustrates, it does not show what is reported."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.fold import level
from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules import spoken
from validator.rules.base import ArticleRule, bad, good
from validator.rules.photo import pictured

MOST = 12


class Illustrative(ArticleRule):
    """A picture that only illustrates is to be known as such.

    A file photograph is no evidence of the event. Paired with the text in a corpus of pictures and words, it
    teaches that they show the same.
    """

    code = "PHO006"
    severity = Severity.INFO
    examples = (
        good(
            {
                "text": "Bilder und Gegenwart\n\nDas Museum zeigt, wie ein Symbolbild entsteht und was es mit den "
                "Lesern macht, die es für ein Ereignis halten.",
                "language": "de",
            }
        ),
        good({"text": "L'atelier, rue des Faures. Photo : Mathilde Juin", "language": "fr"}),
        good(
            {
                "text": "Архив открыл двери\n\nНа выставке говорят о том, как архивное фото становится доказательством "
                "и почему зрители верят подписи больше, чем снимку.",
                "language": "ru",
            }
        ),
        bad(
            {
                "text": "Weinernte\n\nSymbolbild: Trauben am Rebstock (Foto: Bernd Schlöder)\n\n"
                "Die Winzer an der Mosel haben in diesem Jahr bereits Mitte August mit der Lese begonnen.",
                "language": "de",
            },
            at=("Symbolbild",),
        ),
        bad(
            {
                "text": "Le barrage\n\nUn castor d'Europe, photo d'illustration\nPhoto : Anne Petit/AFP",
                "language": "fr",
            },
            at=("photo d'illustration",),
        ),
        bad({"text": "女排联赛收官\n\n江海队球员庆祝得分（资料图）。高宇 摄", "language": "zh"}, at=("资料图",)),
        bad(
            {
                "text": "El molino vuelve a moler\n\nEl molino, en una foto de archivo. Foto: Inés Peña/EFE\n\nEl "
                "ayuntamiento ha reabierto el molino después de diez años de obras.",
                "language": "es",
            },
            at=("foto de archivo",),
        ),
        bad(
            {
                "text": "Рынок отремонтируют\n\nИллюстративное фото: Денис Чумак\n\nГородской совет в понедельник "
                "решил отремонтировать крытый рынок за два года.",
                "language": "ru",
            },
            at=("Иллюстративное фото",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        lines = pictured.lines(article)
        if not lines:
            yield Skip("no caption")
            return
        phrases = spoken.words(article).words("photo.illustrative")
        places = [(line, place) for line in lines if (place := phrases.within(level(line.text)))]
        if places:
            yield self.finding(
                f"{len(places)} illustrative picture{'s'[: len(places) > 1]}",
                article,
                [article.at(line.start + place[0], line.start + place[1]) for line, place in places[:MOST]],
            )
