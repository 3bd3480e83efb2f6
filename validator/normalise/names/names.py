"""What the name of a person or of a team looks like."""

from __future__ import annotations

import re
from functools import lru_cache

from validator.lexicons import calendar, korean_names
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary, load, marks, openers, sections
from validator.normalise.names import caseless, hangul
from validator.regex import regex

PARTICLES = frozenset(
    "von van de der den del della di da do dos das du la le zu zur zum und y e i ten ter te af av bin ibn al el abu "
    "d' l' o' 't mc mac st san santa zum vom ben bint dem dal dalla dello degli de' des ap ferch nic fon фон де ван "
    "дер".split()
)
# A particle that a hyphen or an apostrophe ties to its name: ``al-Masri``, ``dell'Orto``.
_TIED = regex(r"(?:al|el|ad|an|ar|as|at|ash|ud|ul|ben|dell|dall|degl|d|l)[-'’](?=[^\W\d_])(?![a-zß-ÿ])")
# Prepositions within a name (``Jan op de Beeck``): a headline has them too, so they make a name of no line.
_WITHIN = PARTICLES | frozenset("op uit aan in onder bij to á við auf".split())
_LONGEST = 60  # letters of a name
_ONLINE, _CYRILLIC_ONLINE = (" online", "-online"), (" онлайн", " онлајн")  # ends the name of a house's site
# How places are tied together, and no surname is: ``La Chaux-de-Fonds``, ``Stratford-upon-Avon``.
_TIED_PLACE = regex(r"\w-(?:d[eu]|des|en|l[aeè]s?|sur|sous|aux|am|an|on|upon|in|by|the)-(?!Dieu)\w", re.IGNORECASE)
_ACCOUNT = 2  # words of an account's name, letters of each, at most and at least
_SHOUTED = 3  # words from which a line in capitals may be a headline
_INITIALS = 3  # letters or points of a signature that is none but initials, at most
_JOINING = frozenset("y e i und zu et For Für Pour Voor".split())  # words that begin no name
# Words before the name of a section, and before no person's.
_SECTIONED = frozenset(
    "rubrique section ressort rubrik rubriek sección categoría categoria sezione seção rubryka dział kategoria "
    "kategorie logo logotyp logotipo лого логотип rubrika рубрика раздел розділ category".split()
)
# A talk with somebody, whose name Hungarian ends so: ``Beszélgetés Vadas Gergellyel``.
_TALKS = frozenset("beszélgetés beszélgetésünk interjú interjúnk nagyinterjú páros villáminterjú".split())
_INSTRUMENTAL = regex(r"(?:v|([bcdfghjklmnpqrstvz])\1|ccs|ggy|lly|nny|ssz|tty|zzs)[ae]l$")
_MENUS = (
    "boilerplate.nav",
    "boilerplate.share_bar",
    "boilerplate.teaser",
    "boilerplate.account",
    "boilerplate.video_block",
)
# One capital, and no patronymic.
_CYRILLIC = regex(
    r"[А-ЯІЇЄҐЎ](?!\w*(?:ович|евич|ьич|овна|евна|ична|івна|ївна|йович)$)[а-яёіїєґў'’]+(?:-[А-ЯІЇЄҐЎ][а-яёіїєґў]+)?"
)
_ABBREVIATED, _SURNAME, _PAIRED = (
    regex(r"[^\W\d_]\."),
    3,
    (4, 6),
)  # an initial; letters of a surname; words of such names
_NO_NAME = regex(r"[!?:;…«»\"“”@/\\|<>{}=_]")
# Which of two of one name: behind a given name and a surname, in small letters unless short (``Jr.``).
_GENERATION = regex(
    r"(?<=\w),? (?:[jsJS]r|jun|sen|junior|senior|père|fils|padre|hijo|filho|neto|st|ml|ст|мл|d\.\s?[äæyj])\.?$"
)
# The initial of father or village that is written to a name in the south of India: ``கா.முருகன்``.
_GLUED_INITIAL = regex(r"((?:^|(?<=[.\s]))[\u0900-\u0dff]{1,3}\.)(?=[\u0900-\u0dff])")
_TOKEN = regex(r"\S+")
_GLUED, _LABELS = regex(r"[a-zß-ÿ][A-ZÀ-Þ]|[A-Z]{2}(?=[a-z])"), 3  # labels side by side: ``FacebookXWhatsApp``
_ERAS = frozenset("م ه مـ هـ".split())  # behind a year in Arabic: of the common era, of the Hijra
CJK = regex(r"[\u3040-\u30ff\u3400-\u9fff々]")
_NUMBER = regex(r"\d{5}|\d{2}[-–. ]\d{2}[-–. ]\d{2}|\d{3}[-–. ]\d{3}")  # of a telephone
_INVITES = regex("欢迎|歡迎|意见|意見|反馈|回饋|留言|投稿|热线|熱線|举报|舉報|电话|電話|募集|お問い合わせ")
_GRAMMAR = regex(r"[を的]|(?<![ぁ-ん])[のは](?![ぁ-ん])")  # the particles of a phrase, not the syllables of a name
# Large ranges are slow to compile; these are asked of CJK text only.
_TWO_PARTS = regex(r"[^ぁ-ヶ\s]{1,3}[ \u3000]\S{1,4}")
# A word of menus beside another: ``速報 一覧``.
_RUBRIC = regex(
    r"(?:一覧|記事|特集|速報|関連|動画|写真|情報|案内|五輪|热点|熱門|热门|新闻|新聞|推荐|推薦)(?:[ \u3000]|$)"
)
_GIVEN = regex(r"[^ぁ-ヶー]{1,3}|[ぁ-ん]{2,4}|[ァ-ヶー]{2,4}")
_UNKNOWN_NAME = regex(
    r"(?!.*(?:[年月日前後頃時朝昼夜夕春夏秋冬社員者部局課校館所家人機内外中上下側先]|[県縣市町村区區省州郡駅站港山川島湖海]|提供|共同|代表)$)"
    r"[\u3400-\u9fff々ヶケ]{1,4}[\u3400-\u9fff々ぁ-んァ-ヶー\s]{1,5}"
)
_NO_GIVEN = {
    "ja": regex(
        r"[県縣市町村区區省州郡駅站港山川島湖海]|.*[新報报社局部署庁会會課科版省市]$"
        r"|.*(?:新聞|空港|銀行|大学|高校|中学|小学|病院|公園|市場|物産|商事|工業|建設|神社|地裁|高裁|県警|知事|選手|監督)$"
    ),
    "zh": regex(r"[县縣市区區省州站港]|.*[报報社局部署厅廳会會课課科版省市县縣区區村街镇鎮口府网網]$"),
}


def holds_cjk(text: str, *place: int) -> bool:
    """Whether a text, or the part of it from ``place`` on, holds a letter of Chinese or Japanese."""
    return not text.isascii() and CJK.search(text, *place) is not None


def is_person(text: str, words: Vocabulary, *, least: int = 2) -> bool:
    """Whether a text has the form of a person's name: capitalised words, particles, initials."""
    return len(text.strip(" .,:;")) <= _LONGEST and _is_person(text, words, least)


@lru_cache(maxsize=8192)  # the writers and the photographers of a house come again and again
def _is_person(text: str, words: Vocabulary, least: int) -> bool:
    """Whether a text of ``least`` words or more has no form but a name's, and no other meaning."""
    text = text.strip(" ,:;") if _initials(text.strip(" ,:;")) else text.strip(" .,:;")
    if not 2 <= len(text) <= _LONGEST or any(one.isdigit() for one in text) or _NO_NAME.search(text):
        return False
    text = without_generation(text)
    if holds_cjk(text):
        return _is_cjk(text)
    tokens = _GLUED_INITIAL.sub(r"\1 ", text.replace("\u2019", "'")).split()
    if least == 1 and len(tokens) == 1 and korean_names.is_full_name(text):
        return True
    if not least <= len(tokens) <= 6 or not _may_begin_and_end(tokens):
        return False
    if any(len(_GLUED.findall(token)) >= _LABELS for token in tokens):
        return False
    cased = [token for token in tokens if token.lower() not in PARTICLES and not _TIED.match(token)]
    if all(not token[0].isupper() and token.lower() == token.upper() for token in cased):  # a script without capitals
        if hangul.holds(text):  # in which most short phrases would pass: the office shows a name
            return "." not in text and (len(tokens) <= 4 if least == 1 else hangul.is_titled(text))
        return bool(cased) and 2 <= len(tokens) <= 4 and _ERAS.isdisjoint(tokens) and caseless.may_be(tokens)
    if tokens[0].lower() in _TALKS and _INSTRUMENTAL.search(tokens[-1]):
        return False
    return all(map(_is_capitalised, cased)) and not _is_word(tokens, words) and not _shouts(tokens, words)


def _shouts(tokens: list[str], words: Vocabulary) -> bool:
    """Whether capitals throughout hide a word that no name has: ``MILL OWNERS MEET THE STRIKERS``."""
    if len(tokens) < _SHOUTED or not all(map(str.isupper, tokens)):
        return False
    inner = {level(token) for token in tokens[1:-1]}
    return PARTICLES.isdisjoint(inner) and any(not inner.isdisjoint(openers(one)) for one in words.languages)


def _may_begin_and_end(tokens: list[str]) -> bool:
    """Whether no word at an edge is one that names do not have there, and the words are no row of abbreviations."""
    first, last = tokens[0], tokens[-1]  # ``Van Le``, ``Del Ben``: with a capital, a surname
    hangs = any(token.endswith("-") for token in tokens)  # ``Old Mill- Photo``
    joined = hangs or last in PARTICLES or first in _JOINING or first.lower() in _SECTIONED or _TIED_PLACE.search(last)
    return first[0].isalpha() and not joined and not all(token.isupper() and len(token) <= 3 for token in tokens)


def _is_capitalised(token: str) -> bool:
    """Whether a word is a capitalised one without a point inside, or initials."""
    return (token[0].isupper() and "." not in token[:-1].replace("-", "").rstrip(".")) or _initials(token)


def without_generation(text: str) -> str:
    """A full name without the word that tells father and son apart (``Jane Roe jun.``)."""
    full = _GENERATION.sub("", text)
    return full if " " in full else text


def may_be_declared(text: str) -> bool:
    """Whether a value that stands in an author's field is a name with a preposition in it (``Pieter in 't Veld``).

    Or initials, as papers sign short pieces with (``P. D.``, ``mku``), or an account's small letters (``jane roe``).
    """
    tokens = text.replace("\u2019", "'").split()
    if 0 < len(tokens) <= _INITIALS and all(map(_initials, tokens)):
        return "byline.placeholders" not in sections(text)
    if len(tokens) == 1 and text.isalpha() and text.islower() and 1 < len(text) <= _INITIALS:
        return not any(one.startswith("byline.") for one in sections(text))
    if 1 < len(tokens) <= _INITIALS and all(one.isalpha() and one.islower() and len(one) > 1 for one in tokens):
        return not any(one.startswith("byline.") for token in (text, *tokens) for one in sections(token))
    if not 3 <= len(tokens) <= 6:
        return False
    lettered = all(one.replace("-", "").isalpha() and one.istitle() for one in (tokens[0], tokens[-1]))
    return lettered and all(one in _WITHIN for one in tokens[1:-1])


def is_account(text: str) -> bool:
    """Whether one or two words in small letters may be what a site's author calls himself (``janeroe``)."""
    tokens = text.split()
    if not 1 <= len(tokens) <= _ACCOUNT or not all(one.islower() and len(one) >= _ACCOUNT for one in tokens):
        return False
    return not sections(text) and not any(known.startswith("byline.") for one in tokens for known in sections(one))


def is_foreign_account(text: str, label: int) -> bool:
    """Whether an account's one word in Latin letters stands behind a label in others: ``โดย pimchanok_s``."""
    account = text[label:].strip(" :")
    return account.isascii() and " " not in account and not text[:label].isascii() and is_account(account)


def side_by_side(text: str, words: Vocabulary) -> list[tuple[int, int]]:
    """Where several full names stand side by side, nothing between them; empty where there is one.

    With initials, each before its surname (``D. Ilić V. Pantić``), else only in Cyrillic, which capitalises no other
    words and calls no one by four names, and where no patronymic makes three of two.
    """
    tokens = list(_TOKEN.finditer(text))
    if len(tokens) in _PAIRED and all(_ABBREVIATED.fullmatch(one.group()) for one in tokens[::2]):
        pairs = [(one.start(), other.end()) for one, other in zip(tokens[::2], tokens[1::2], strict=True)]
        full = all(len(one.group()) >= _SURNAME and "." not in one.group() for one in tokens[1::2])
        return pairs if full and all(is_person(text[start:end], words) for start, end in pairs) else []
    if len(tokens) < 4 or len(tokens) % 2 or not all(_CYRILLIC.fullmatch(token.group()) for token in tokens):
        return []
    pairs = [(one.start(), other.end()) for one, other in zip(tokens[::2], tokens[1::2], strict=True)]
    return pairs if all(is_person(text[start:end], words) for start, end in pairs) else []


def _initials(token: str) -> bool:
    return re.fullmatch(r"(?:[^\W\d_]\.-?)+", token) is not None


def _is_cjk(text: str) -> bool:
    bare = text.replace(" ", "").replace("\u3000", "").replace("・", "").replace("·", "")
    return 2 <= len(bare) <= 8 and all(CJK.match(one) for one in bare) and not _GRAMMAR.search(bare)


def is_cjk_full_name(text: str) -> bool:
    """Whether surname and given name are told apart in a Chinese or Japanese name, by a space or a known surname.

    A word of two to four characters alone may as well be a section (``社会``) or a place.
    """
    text = text.strip(" \u3000")
    if not _is_cjk(text) or text in calendar.cities():
        return False
    if _TWO_PARTS.fullmatch(text):
        return not _RUBRIC.search(text) and calendar.cities().isdisjoint(text.split())
    for language, longest in (("ja", 4), ("zh", 2)):
        for length in (3, 2, 1):
            given = text[length:]
            known = text[:length] in load("surnames")[language] and 0 < len(given) <= longest
            if known and _GIVEN.fullmatch(given) and not _NO_GIVEN[language].match(given):
                # One character and one more is a word more often than a name.
                return len(text) > 2
    return False


def may_be_cjk_name(text: str) -> bool:
    """Whether characters where a name is expected may be one, its surname known or not: no time, no place, no house."""
    return _is_cjk(text) and _UNKNOWN_NAME.fullmatch(text.strip(" \u3000")) is not None


def _is_word(tokens: list[str], words: Vocabulary) -> bool:
    """Whether the words are known as something else: a role, a section, or one word said twice."""
    leveled = [level(token) for token in tokens]
    roles = words.words("byline.roles")
    text = " ".join(leveled)
    menus = any(text in words.words(f"boilerplate.{one}") for one in ("sections", "nav"))
    known = text in roles or menus or text in calendar.cities()
    return known or calendar.country(text) is not None or all(one in roles for one in leveled)


def holds_furniture(text: str, words: Vocabulary) -> bool:
    """Whether a word of the text is by itself a label of menus, share bars or players (``Share``, ``Drucken``)."""
    tokens = [token for token in text.split() if token.lower() not in PARTICLES]
    return any(
        section.startswith(_MENUS) and language in words.languages
        for token in tokens
        for section, language in marks(token)
    )


def organisation(text: str, words: Vocabulary) -> bool:
    """Whether a value is a team, a desk or a newsroom, and in Chinese or Japanese no phrase about one."""
    leveled = level(text)
    if (" " not in leveled and "/" in leveled and "." in leveled) or _invites(text):
        return False  # an address
    named = words.words("byline.team_words").within(leveled) is not None or _is_compound(leveled, words)
    if hangul.is_team(text) or leveled.endswith(_ONLINE):
        return True
    if leveled.endswith(_CYRILLIC_ONLINE):  # ``Утро Равнище онлайн``, but ``Смотреть онлайн``
        house = text.split()[:-1]
        return len(house) > 1 and all(one[0].isupper() for one in house)
    return "byline.teams" in sections(text) or (named and not (holds_cjk(text) and _GRAMMAR.search(text)))


def _invites(text: str) -> bool:
    """Whether a line holds a number to ring, or asks its readers for something in Chinese or Japanese."""
    if any(map(str.isdigit, text)) and _NUMBER.search(text):
        return True
    return not text.isascii() and _INVITES.search(text) is not None


def _is_compound(leveled: str, words: Vocabulary) -> bool:
    """Whether a newsroom is named in one word (``Nattredaktionen``); the word before its ending may be any."""
    endings = tuple(words.words("byline.team_endings").all)
    return " " not in leveled and leveled.endswith(endings) and not leveled.startswith(endings)
