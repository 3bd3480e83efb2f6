"""ENC012: letters are written in forms that only a printer needs."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good

# Latin and Armenian ligatures, the shapes of Arabic letters (not its ligatures for words, which have no other form in
# use), and the letters of formulas that pages pass off as bold.
_RANGES = ("\ufb00-\ufb06", "\ufb13-\ufb17", "\ufb50-\ufbb1", "\ufbd3-\ufd3d", "\ufd50-\ufdc7", "\ufe70-\ufefc")
_FORMS = "".join((*_RANGES, "\U0001d400-\U0001d7ff"))
_WORD = regex(f"\\w*[{_FORMS}]\\w*")
SHAPED = regex(f"[{_FORMS}]+")


class PresentationForms(ArticleRule):
    """A letter is written as itself, not as the shape that it has in print.

    Text that was taken from a PDF has joined letters (``ﬁ``) and Arabic letters in the shape of their place in the
    word; bold print on social media is made of the letters of formulas. They look right, and no word that holds them
    is found, counted or spelt.
    """

    code = "ENC012"
    severity = Severity.WARNING
    triggers = frozenset(map(chr, (*range(0xFB00, 0xFDC8), *range(0xFE70, 0xFEFD), *range(0x1D400, 0x1D800))))
    fixable = True
    examples = (
        good("قال رئيس البلدية إن الأعمال ستنتهي في الربيع، وإن الطريق سيبقى مفتوحا. ﷺ"),
        good("The office finished the first five flats on Monday; the price is 5 ﷼."),
        good("Der Fünfte öffnete am Montag den Öltank im Hafen, sagt die Stadt."),
        bad("The oﬃce ﬁnished the ﬁrst ﬁve ﬂats on Monday.", at=("oﬃce", "ﬁnished", "ﬁrst", "ﬁve", "ﬂats")),
        bad("ﻗﺎﻝ ﺭﺋﻴﺲ البلدية", at=("ﻗﺎﻝ", "ﺭﺋﻴﺲ")),
        bad("Read on: 𝗡𝗲𝘄 𝗾𝘂𝗮𝘆 opens", at=("𝗡𝗲𝘄", "𝗾𝘂𝗮𝘆")),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        words = [match.span() for match in _WORD.finditer(article.text)]
        if words:
            message = f"{len(words)} word(s) with letters in the shapes of print"
            yield self.finding(message, article, [article.at(*place) for place in words[:12]])
