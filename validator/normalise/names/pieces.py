"""Where a byline's value is cut: hard separators, commas, brackets and joiners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from validator.lexicons import agencies, photo_words
from validator.lexicons.fold import level
from validator.lexicons.lexicon import VOCABULARIES, Vocabulary, sections
from validator.normalise.names.names import PARTICLES, holds_cjk, is_cjk_full_name, is_person, may_be_cjk_name
from validator.regex import regex

_HARD = regex(r"\s*(?:[;|｜•·／、〔〕【】]|\s[–—ـ-]\s|(?<=[A-ZÇĞİÖŞÜ]{2})-\s(?=[A-ZÇĞİÖŞÜ]{2})|\s/\s|\n)\s*")
_SOFT = regex(
    r"\s*(?:,(?! ?[jsJS]r\b\.?(?! \w))|[，(（\[)）\]])\s*|\s+&\s+|(?<=\w)/\s?(?=\w)"  # but before ``Jr.``
    r"|\s+(?:mit|with|avec|con|com|met|med|und|and|et|e|y|en|og|och)\s+(?=[A-Z]{2,}\b)"
)
_GLUED = regex(
    r"(?P<name>[A-ZÀ-Þ][a-zß-ÿ]+|[A-ZÀ-Þ]{2,})(?P<role>[A-ZÀ-Þ][a-zß-ÿ]+(?:[ -][^\W\d_]+){0,3})\s*(?=[,;|•·(/]|$)"
)
# A full name, the office glued to its last word, and what that is for: ``Jane Roereporter Wales``.
_OFFICE_BELOW = regex(
    r"(?:^|(?<=[,;|]\s))(?P<name>[A-ZÀ-Þ][\w'’.-]*(?: [a-z]{2,4}){0,3} (?P<last>[A-ZÀ-Þ][a-zß-ÿ-]{9,}))[^,;|]{0,40}"
)
_SURNAME, _OFFICE = 3, 7  # letters of a surname and of the office glued to it, at least
_SECOND_NAME = regex(r"(?<=[a-zß-ÿ]{3})(?<!\bFitz)(?=[A-ZÀ-Þ][a-zß-ÿ]+\s)")  # of another: ``Jane RoweSam Poe``
_OPENERS = frozenset("mc mac fitz van von de del della di du la le san".split())  # ``MacDonald Reporter``
_SPACE = regex(r"(?<=\S)\s+(?=\S)")
_CAMEL = regex(r"[a-zß-ÿ](?=[A-ZÀ-Þ])")  # a label glued to a name: ``Jane RoeEdited by: Sam Poe``
_LABEL = 4  # letters of a label glued to a name, at least: ``DeVon`` is a given name
_FULL = 4  # letters of a name with surname and given name, at least: fewer may be either
# What stands above a text for who wrote it, where what it has for its pictures stands beside it.
_TEXTS = frozenset("text texte texto textos testo testi tekst texter words teksti текст szöveg".split())
_GAP = ";"  # stands for a date that was cut out
# The pictures are by whoever wrote, said behind the name without a mark: ``Мария Колева Фото автора``.
_OWN_PICTURES = regex(
    r"(?<=[^\W\d_])[\s.,;(/–—-]+(?:фото|фотографи[ияі]|снимк[аи]|снимци|світлин[аи]|foto(?:grafie|grafije)?|fot\.|zdjęci[ea]"
    r"|photo|fotoğraflar|φωτογραφίες|φωτό?)\s*:?\s*"
    r"(?:автор(?:а|ов|ки|ів|ът)?|аутор[аи]?|autor(?:a|ky|ki|ek|ka|ů|i|ov|ja|ice)?|avtor(?:ja|ica|ice)?"
    r"|szerzők?|yazar(?:ın)?|penulis|του συντάκτη|του αρθρογράφου)[).]*$",
    re.IGNORECASE,
)
# ``文・仁科貴志　写真・佐藤美咲``
_CJK_PICTURES = regex(r"(?<=[\u3040-\u30ff\u3400-\u9fff])[\s\u3000、，/／]+(?:写真|撮影|動画|攝影|摄影)[・=＝:：／/]")
# Where the story is from, behind who wrote it, without a mark: ``Autor Ana Radić Izvor Obzor``.
_SOURCE_BEHIND = regex(r"(?<=[^\W\d_])[ \t]+(?:Izvor|Извор|Источник|Джерело|Źródło|Zdroj|Πηγή|Forrás)\b[ :]\s*(?=\S)")
_COLON = regex(r"\s?[:：]\s")
_LETTER = r"[\w\u0900-\u0903\u093a-\u094f]"  # of a word, the signs of Devanagari among them: they are no ``\w``


def pieces(value: str, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """Offsets of the pieces between hard separators, commas, brackets and joiners."""
    cuts: list[tuple[int, int]] = [match.span() for match in _HARD.finditer(value)]
    cuts += [match.span() for match in _SOFT.finditer(value)]
    leveled = level(value)
    if bare := bare_label(value, leveled, words):
        cuts.append((bare, bare))
    cuts += [match.span() for match in _joiners(words).finditer(leveled) if _joins_names(value, match.span(), words)]
    cuts += [(at, at) for at in _second_labels(leveled, words)]
    cuts += _glued_roles(value, words)
    editors = words.words("byline.editors")
    cuts += [(one.end(), one.end()) for one in _CAMEL.finditer(value) if editors.opening(leveled, one.end()) >= _LABEL]
    cuts += _glued_offices(value, leveled, words)
    cuts += _glued_names(value, words)
    cuts += between_names(value)
    at = 0
    for start, end in sorted(cuts):
        if start >= at and value[at:start].strip():
            yield at, start
        at = max(at, end)  # a comma takes the spaces of the gap behind it
    if value[at:].strip():
        yield at, len(value)


def before_pictures(text: str, words: Vocabulary) -> int:
    """The offset of what says whose the pictures are: ``Jane Roe, photos by the author and John Doe``.

    Or of what says where the story is from, in words that are no surname.
    """
    source = _SOURCE_BEHIND.search(text)
    if source and is_person(text[: source.start()].rpartition(":")[2].strip(), words, least=1):
        return source.start()
    labels = photo_words.labels(words)
    if labels.within(leveled := level(text)) is not None:
        if bare := bare_label(text, leveled, words):
            return bare
        if own := _OWN_PICTURES.search(text):
            return own.start()
        if beside := _CJK_PICTURES.search(text):
            return beside.start()
        for start, end in [*pieces(text, words)][1:]:
            piece = level(text[start:end].strip())
            if 0 < labels.opening(piece) < len(piece) and not says_who(piece, words):
                return start
    return len(text)


def _second_labels(leveled: str, words: Vocabulary) -> Iterator[int]:
    """Where a label with its colon stands behind the names of another one (``Text: Jane Roe Photos: Sam Poe``)."""
    labels = (words.words("byline.labels"), words.words("byline.editors"), photo_words.labels(words))
    for colon in [match.start() for match in _COLON.finditer(leveled)][1:]:
        length = max(section.closing(leveled, colon) for section in labels)
        if length and leveled[: colon - length].endswith(" "):
            yield colon - length


def bare_label(value: str, leveled: str, words: Vocabulary) -> int:
    """Where a picture's label begins that has no mark, behind one that has none either; 0 if none.

    ``TEXT JANE ROE PHOTO SAM POE``, ``Texto Ana Prado Fotos Eva Luna``: both begin with a capital, and who wrote has
    two names.
    """
    first = value.partition(" ")[0].lower()
    if first not in _TEXTS or ":" in value or not value[0].isupper():
        return 0
    labels = photo_words.labels(words)
    for space in [match.end() for match in _SPACE.finditer(value)][2:]:
        if value[space].isupper() and 0 < labels.opening(leveled, space) < len(value) - space:
            return space if is_person(value[len(first) : space].strip(), words) else 0
    return 0


def says_who(leveled: str, words: Vocabulary) -> bool:
    """Whether a piece opens with a label of who wrote, who may have taken the pictures too (``Text and photos: …``)."""
    return any(words.words(one).opening(leveled) for one in ("byline.prefixes", "byline.labels"))


def between_names(value: str) -> list[tuple[int, int]]:
    """The spaces between Chinese or Japanese names, where there is nothing else: ``西垣未央　堂前浩紀``.

    One known surname vouches for the other names of four characters.
    """
    tokens = [one for one in value.split() if one != _GAP] if holds_cjk(value) else []
    full = [len(one) >= _FULL and is_cjk_full_name(one) for one in tokens]
    vouched = any(full) and all(len(one) == _FULL and may_be_cjk_name(one) and not sections(one) for one in tokens)
    several = len(tokens) > 1 and (all(full) or vouched)
    return [match.span() for match in _SPACE.finditer(value)] if several else []


def _glued_roles(value: str, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """The roles glued to the name that a page shows above it (``Jane RoeWest Coast Reporter``), or its section.

    And what it did, as cards of several persons say below each (``Jane RoeText``, ``Ann PoePhoto``).
    """
    roles, labels = words.words("byline.roles"), (words.words("byline.prefixes"), photo_words.labels(words))
    for match in _GLUED.finditer(value):
        role = level(match["role"])
        known = roles.closing(role) or roles.opening(role) == len(role) or "boilerplate.sections" in sections(role)
        did = len(role) >= _LABEL and any(role in one for one in labels)
        if match["name"].lower() not in _OPENERS and (known or did):
            yield match.span("role")


def _glued_offices(value: str, leveled: str, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """The offices in small letters, which are known, glued to a first and a last name, which are not."""
    roles = words.words("byline.roles")
    for match in _OFFICE_BELOW.finditer(value):
        if level(match["last"]) in roles:
            continue
        for at in range(match.start("last") + _SURNAME, match.end("last") - _OFFICE + 1):
            if roles.opening(leveled, at) >= _OFFICE and is_person(value[match.start() : at], words):
                yield at, match.end()
                break


def _glued_names(value: str, words: Vocabulary) -> list[tuple[int, int]]:
    """Where full names are glued to each other, and nothing else is there."""
    cuts = [match.start() for match in _SECOND_NAME.finditer(value)]
    if not cuts:
        return []
    parts = [value[start:end] for start, end in pairwise([0, *cuts, len(value)])]
    return [(at, at) for at in cuts] if all(is_person(one, words) for one in parts) else []


@lru_cache(maxsize=VOCABULARIES)
def _joiners(words: Vocabulary) -> re.Pattern[str]:
    """Any joiner of the languages (``and``, ``et``) as a word of its own."""
    longest_first = sorted(words.words("byline.joiners").all, key=len, reverse=True)
    return re.compile(rf"(?<!{_LETTER})(?:{'|'.join(map(re.escape, longest_first))})(?!{_LETTER})")


def _joins_names(value: str, cut: tuple[int, int], words: Vocabulary) -> bool:
    """A joiner parts two names only where a full name or an agency is on its right (``Ortega y Gasset`` is one)."""
    right = re.split(r"[,;|(（]|\s[–—-]\s", value[cut[1] :].strip())[0].split()
    left = re.split(r"[,;|)）]", value[: cut[0]].strip())[-1].split()
    if holds_cjk(value) or not right:
        return True
    bracketed = value[: cut[0]].rstrip().endswith((")", "）"))
    if len(left) > 1 and agencies.agency(" ".join(right), sure=True):
        return True
    if right[0].islower() and words.words("byline.roles").opening(level(" ".join(right))):
        return True  # ``Jane Roe and our correspondent John Doe``
    if len(right) < 2 or (len(left) == 1 and not bracketed):
        return False
    if value[slice(*cut)] in PARTICLES and level(right[1]) in words.words("byline.joiners"):
        return False  # Ana Ortega y Gasset y Luis Prado
    caseless = right[0].lower() == right[0].upper()
    return caseless or (right[0][:1].isupper() and right[0].lower() not in PARTICLES)
