"""ENC003: characters that cannot be seen stand in the text."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good
from validator.rules.encoding import fields

_RANGES = (range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2066, 0x2070), range(0xFFF9, 0xFFFC))
_SIGNS = frozenset("\u00ad\u034f\u115f\u1160\u180e\u2060\u3164\ufeff").union(*(map(chr, signs) for signs in _RANGES))
_UNSEEN = regex(f"[{''.join(sorted(_SIGNS))}]")
_RIGHT_TO_LEFT = regex("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u034f\u200c\u200d")
_HYPHENATING = frozenset({"de", "nl", "sv", "no", "da", "fi", "hu", "lb", "fy", "is"})
_SHAPED = "\u0590\u1fff"  # Hebrew to Greek extended: scripts whose letters join, and those without spaces


class InvisibleChars(ArticleRule):
    """A word is made of letters, and of nothing between them.

    Zero-width spaces and byte-order marks split words for every program and for no reader: searches miss
    them, and duplicates are not seen.
    """

    code = "ENC003"
    severity = Severity.WARNING
    triggers = _SIGNS
    fixable = True
    examples = (
        good("گروه\u200cهای امدادی صدها نفر را به مدرسه\u200cهای شهر منتقل کردند."),
        good("طورت شركة لغة \u200ePython\u200e بمصطلحات عربية للأطفال في بيروت."),
        good({"text": "Der Konzern übernimmt die Halb\u00adleiter\u00adfirma Silvaris in München.", "language": "de"}),
        good("A family \U0001f468\u200d\U0001f469\u200d\U0001f467 waved from the ferry on Monday."),
        bad("the landlord of the Drover\u200b's Arms", at=("Drover\u200b's",)),
        bad("\ufeffLe conseil a voté lundi avec Pau\u200bline Grivot.", at=("\ufeffLe", "Pau\u200bline")),
        good({"text": "افتتحت البلدية مكتبة.", "author": "\u200fريم العسلي\u200e"}),
        bad(
            {"text": "市の革職人が作るかばんが人気だ。", "author": "米\u200b田沙織", "title": "かばん\ufeffが人気"},
            at=("かばん\ufeffが人気", "米\u200b田沙織"),
        ),
        bad("C\u034fơ\u034f quan chức năng", at=("C\u034fơ\u034f",)),
        bad("시의회가 예산안을\u3164통과시켰다.", at=("예산안을\u3164통과시켰다.",)),
        bad("وقالت المش\u200bرفة على البرنامج", at=("المش\u200bرفة",)),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        language = article.language.main or ""
        places = _places(article.text, language)
        seen = [article.at(*place) for place in places[:12]]
        for value, evidence in fields.texts(article):
            declared = _places(value, language)
            places += declared
            seen += [evidence][: len(declared)]
        if places:
            yield self.finding(f"{len(places)} word(s) with characters that cannot be seen", article, seen)


def _places(text: str, language: str) -> list[tuple[int, int]]:
    """The words with characters that cannot be seen and that nothing needs."""
    places: list[tuple[int, int]] = []
    for at in needless(text, language):
        place = _word(text, at)
        if not places or places[-1] != place:
            places.append(place)
    return places


def needless(text: str, language: str) -> list[int]:
    """The offsets of the characters that cannot be seen and that nothing needs."""
    found = () if text.isascii() else _UNSEEN.finditer(text)
    return [match.start() for match in found if not _has_its_place(text, match.start(), language)]


def _has_its_place(text: str, at: int, language: str) -> bool:
    """Whether the script, the language or an emoji needs the character."""
    sign = text[at]
    around = (text[max(0, at - 1) : at] + text[at + 1 : at + 2]).strip()
    if sign in _DIRECTION:
        return _RIGHT_TO_LEFT.search(text) is not None
    if sign in _JOINERS:
        return any(_SHAPED[0] <= one <= _SHAPED[1] or one > "\u2190" for one in around)
    if sign == "\u200b":
        return any("\u0e00" <= one <= "\u109f" or "\u1780" <= one <= "\u17ff" for one in around)
    if sign == "\u00ad":
        return not around.isalpha() or around[:1] == "Ã" or language in _HYPHENATING
    return False


def _word(text: str, at: int) -> tuple[int, int]:
    """What stands between the white space around an offset, cut at forty characters either side."""
    start, end = at, at + 1
    while start > max(0, at - 40) and not text[start - 1].isspace():
        start -= 1
    while end < min(len(text), at + 40) and not text[end].isspace():
        end += 1
    return start, end
