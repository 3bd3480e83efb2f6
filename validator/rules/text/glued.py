"""TXT005: two pieces of text are joined without a space."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from validator.lexicons.lexicon import load, openers
from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good

_LABELS = ("Photo", "Fot", "Фото", "Crédit", "Bild", "Zdjęcie", "Immagine", "Imagen", "Picture", "Image")
_LABEL = regex(r"(?:Photos?|Fotos?|Фото|Crédit|Bild|Fot\.|Zdjęcie|Immagine|Imagen|Picture|Image)\s?(?:[:：©]|\([Cc]\))")
_NAMING = regex(r"(?<=[).»”!?…])(?:Photos?|Fotos?|Фото|Crédits?) (?=[A-ZÀ-ÞА-ЯЁЄІЇ])")  # and no colon behind it
_SHORT = 3  # letters of a word that is no brand's beginning: ``iPhone``, ``webOS``
_ENDS = frozenset(").»”!?…")
_SENTENCE = regex(r"[.!?»)]([A-ZÀ-ÞА-ЯЁЄІЇ][a-zß-ÿа-яёєії]{0,14})(?= [a-zß-ÿа-яёєії])")
# A word's last letter, and the next sentence's first word: the capital first, which is rare.
_CAPITAL = regex(r"[A-ZÀ-ÞА-ЯЁЄІЇ](?<=[a-zß-ÿа-яёєії][A-ZÀ-ÞА-ЯЁЄІЇ])[a-zß-ÿа-яёєії]{1,9}(?= [a-zß-ÿа-яёєії])")
_DOMAINS = frozenset({
    "Com", "Net", "Org", "Io", "Live", "Info", "Tv", "Fr", "De", "Ru", "Ua", "Eu", "Gov", "Co", "News", "Ai", "App",
    "Media", "Pro",
})  # fmt: skip


class Glued(ArticleRule):
    """Two pieces of text stand apart.

    Where an extractor dropped the break between two elements, the last word of one and the first of the
    other are one word that no dictionary knows, and a caption runs into its credit.
    """

    code = "TXT005"
    severity = Severity.WARNING
    fixable = True
    examples = (
        good("IT-компанія SkyLoom дала вчителям SIM-карти й Wi-Fi; раніше засновник розробляв iPhone у SoftServe."),
        good("Les entretiens ont eu lieu, selon le média Novosti.Live, qui cite le bureau du maire. Photo : M. Rey"),
        good("Der Dienst booking.com warnt; die Fassung Node.js 22 und das Portal ASP.Net seien nicht betroffen."),
        bad("Rencontre à Helsinki (Image de référence)Photo © Flickr / Archives", at=(")Photo ©",)),
        good(
            "Le site lille.photo, la page « Photos Anciennes » et l'appli iPhoto restent ouverts. Photo Yves Kerdaniel"
        ),
        bad("Le marché rouvre samedi, a dit la mairie.Photo Yves Kerdaniel", at=(".Photo ",)),
        bad("Вторая конструкция оказалась удачной.Фото: семейный архив", at=(".Фото:",)),
        bad(
            "Des recrues aux anciens, on passe de l'enthousiasme à la lassitudeOn poursuit avec deux officiers, qui "
            "racontent les dix ans de leur caserne et ce que la réforme y a changé.",
            at=("lassitudeOn",),
        ),
        bad(
            "The vote was close.The mayor left without a word, and the opposition stayed until midnight.",
            at=("close.The",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        spots = {start: (start - 1, end) for start, end in labels(text)}
        for match in _SENTENCE.finditer(text):
            left = _word_before(text, match.start(1))
            if match[1] not in _DOMAINS and _is_word(left):
                spots.setdefault(match.start(1), (match.start(1) - len(left), match.end()))
        for match in _CAPITAL.finditer(text):
            left = _word_before(text, match.start())
            if len(left) > _SHORT and _is_small(left) and match[0] in _beginnings(article.language.main or ""):
                spots.setdefault(match.start(), (match.start() - len(left), match.end()))
        if spots:
            seen = [article.at(*spots[at]) for at in sorted(spots)]
            yield self.finding(f"{len(seen)} place(s) without a space between two texts", article, seen[:12])


def labels(text: str) -> list[tuple[int, int]]:
    """The labels of pictures that stand right behind another text."""
    if not any(label in text for label in _LABELS):
        return []
    found = (one.span() for form in (_LABEL, _NAMING) for one in form.finditer(text))
    return [(start, end) for start, end in found if _joined(text, start)]


def _joined(text: str, at: int) -> bool:
    """Whether a label stands right behind the end of a text: a stop, a bracket, or a word without capitals."""
    left = _word_before(text, at)
    return bool(left) and (left[-1] in _ENDS or (len(left) > 2 and left.isalpha() and left.islower()))


def _is_small(left: str) -> bool:
    """A word in small letters, behind an apostrophe or a bracket if need be; no address, tag or brand."""
    word = left.lstrip("([«“„\"'‘")
    word = word.rsplit("'", 1)[-1].rsplit("’", 1)[-1]
    return word.isalpha() and word.islower()


@cache
def _beginnings(language: str) -> frozenset[str]:
    """The articles, pronouns and conjunctions of two letters or more, as they begin a sentence."""
    words = openers(language).union(load("function_words")["pronouns"].get(language, "").split())
    return frozenset(word.capitalize() for word in words if len(word) > 1)


def _is_word(left: str) -> bool:
    """A word in small letters with its stop: no address, no abbreviation, no name."""
    ending = left[-4:-1]
    plain = ending.isalpha() and ending.islower() and not set("/@_") & set(left)
    return plain and len(ending) == 3 and left[0].islower()


def _word_before(text: str, end: int) -> str:
    """The characters up to the last space before an offset."""
    start = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1
    return text[start:end]
