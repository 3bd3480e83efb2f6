"""ENC008: unbreakable and plain spaces are mixed in one context."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good

_CONTEXTS = {
    "inside guillemets": regex("(?<=«)[ \u00a0\u202f]|[ \u00a0\u202f](?=»)"),
    "before high marks": regex("(?<=[\\w»)])[ \u00a0\u202f](?=[;:!?](?:\\s|$))"),
    "in numbers": regex("(?<=\\d)[ \u00a0\u202f](?=\\d{3}(?!\\d))"),
}


class NbspInconsistent(ArticleRule):
    """One context has one kind of space.

    Either is right; a few of one among many of the other tell of a passage from elsewhere, and make equal
    sentences differ.
    """

    code = "ENC008"
    severity = Severity.INFO
    examples = (
        good("«\u00a0Oui\u00a0», «\u00a0non\u00a0», «\u00a0peut-être\u00a0», «\u00a0jamais\u00a0» et «plus»."),
        good("« Oui », « non », « jamais » : 12\u00a0000 voix, 3\u00a0400 contre, à 18\u00a0h\u00a030\u00a0!"),
        good(
            "In Tokio leben 14\u00a0000\u00a0000 Menschen, in Osaka 2\u00a0700\u00a0000; der Mietspiegel stieg um 1 "
            "200 Euro im Jahr, teilte das Amt am Montag mit."
        ),
        good(
            "В городе 12\u00a0400 домов, 3\u00a0100 лифтов и 640\u00a0школ; «за год, — говорит мэр, — починили "
            "1\u00a0200 крыш»."
        ),
        bad(
            "«\u00a0Oui\u00a0», «\u00a0non\u00a0», «\u00a0jamais\u00a0» et « plus\u00a0», dit le patron de la criée.",
            at=("« plus",),
        ),
        bad(
            "« Oui », « non », « jamais », « plus », «\u00a0encore\u00a0», « assez » et « trop ».",
            at=("«\u00a0encore", "encore\u00a0»,"),
        ),
        bad(
            "W mieście jest 12 400 domów, 31 000 mieszkań i 1 100 wind. Wymieniono 2 300 okien, 4 800 rur, 9 100 lamp "
            "i 1 700 ławek. Na remont mostu miasto wyda 24\u00a0500 zł, a na objazd 3\u00a0200 zł.",
            at=("24\u00a0500", "3\u00a0200"),
        ),
        bad(
            "В городе 12 400 домов, 31 000 квартир и 1 100 лифтов. Заменили 2 300 окон, 4 800 труб, 9 100 ламп и 1 700 "
            "скамеек. На ремонт моста город потратит 24\u00a0500 рублей, на объезд — 3\u00a0200 рублей.",
            at=("24\u00a0500", "3\u00a0200"),
        ),
    )

    least: int = Field(default=2, gt=0, description="How many of the rarer kind of space are worth a word.")
    most: int = Field(default=6, gt=1, description="How many places there must be for one exception to be worth it.")
    share: float = Field(default=0.3, gt=0, le=0.5, description="Up to which share the rarer kind is an exception.")

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        if "\u00a0" not in text and "\u202f" not in text:
            return
        for context, form in _CONTEXTS.items():
            places = [match.start() for match in form.finditer(text)]
            plain = [at for at in places if text[at] == " "]
            unbreakable = [at for at in places if text[at] != " "]
            fewer = min(plain, unbreakable, key=len)
            least = 1 if len(places) >= self.most else self.least
            if len(fewer) >= least and len(fewer) < self.share * len(places):
                message = f"{len(unbreakable)} unbreakable and {len(plain)} plain spaces {context}"
                yield self.finding(message, article, [article.at(*_beside(text, at)) for at in fewer[:12]])


def _beside(text: str, at: int) -> tuple[int, int]:
    """The space with the word or sign on either side."""
    start, end = at, at + 1
    while start > 0 and not text[start - 1].isspace() and at - start < 12:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - at < 12:
        end += 1
    return start, end
