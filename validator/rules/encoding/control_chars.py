"""ENC004: control characters stand in the text."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good
from validator.rules.encoding import fields, mojibake

CONTROL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class ControlChars(ArticleRule):
    """A text holds letters and line breaks, no orders to a terminal.

    Control characters break XML and CSV, stop some readers in mid-file, and mostly tell of an encoding
    that was read wrongly; where it can be read back, that alone is told (``encoding.mojibake``).
    """

    code = "ENC004"
    severity = Severity.ERROR
    triggers = frozenset(map(chr, (*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))))
    fixable = True
    examples = (
        good("Tarif\tAbonnement\r\n12 €\t3 €\r\n"),
        good("Le conseil a voté lundi ; l'Œuvre, elle, attendra.\n"),
        good("Тариф\tАбонемент\r\n12 рублей\t3 рубля\r\nЛьготный билет покупают в кассе у входа на рынок.\r\n"),
        good("Les habitants de lâ\x80\x99Ã®le attendent lâ\x80\x99Ã©tÃ©."),
        bad("Het pr\x0fcfel kostte 80.000 euro.", at=("\x0f",)),
        bad({"text": "Il mercato riapre.", "title": "Il mercato\x07 riapre"}, at=("Il mercato\x07 riapre",)),
        bad("Verkehr in Augsburg\x93 und\x07 Kiel", at=("\x93", "\x07")),
        bad("El molino ha reabierto\x07 después de diez años\x00 de obras.", at=("\x07", "\x00")),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        places = [match.span() for match in CONTROL.finditer(article.text)]
        if places:
            misread = article.once(_misread)
            places = [place for place in places if place[0] not in misread]
        declared = [(value, seen) for value, seen in fields.texts(article) if CONTROL.search(value)]
        if places or declared:
            signs = [article.text[start] for start, _ in places]
            signs += [sign for value, _ in declared for sign in CONTROL.findall(value)]
            kinds = sorted({f"U+{ord(sign):04X}" for sign in signs})
            seen = [*(article.at(*place) for place in places[:12]), *(one for _, one in declared)]
            yield self.finding(f"{len(signs)} control character(s): {', '.join(kinds[:6])}", article, seen)


def _misread(article: Article) -> set[int]:
    """The offsets within runs of UTF-8 that were read as something else, unless there is only one."""
    runs = [run for _, found in article.once(mojibake.misread) for run in found]
    alone = sum(len(undone) for _, _, undone in runs) < 2
    return set() if alone else {at for start, end, _ in runs for at in range(start, end)}
