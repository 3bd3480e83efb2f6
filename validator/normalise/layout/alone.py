"""Names that sign a full page and stand by themselves: below its text, or beside a place right above it."""

from __future__ import annotations

from itertools import pairwise

from validator.lexicons import agencies
from validator.lexicons.fold import fold, unaccented
from validator.lexicons.lexicon import Vocabulary, openers, sections
from validator.model.article import Role
from validator.normalise.layout.lines import Draft
from validator.normalise.names import bylines, caseless, edges, names, run_in
from validator.regex import regex

SHORT = 90.0  # letters of a line that is nothing but names
FOOT = 14  # lines below the last paragraph in which a name or a label may sign the article
# ``Jeanne-Marie LE ROUX`` at the end of a line.
_SHOUTED = regex(r"(?<=\S )[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?(?: [A-ZÀ-Þ]['’A-ZÀ-Þ-]+)+(?=\.?$)")
_OFFICE = 6  # words of what somebody does
_CAPITALS = 5  # letters of a surname in capitals: ``Inside NATO`` names nobody
_TOP = 4  # lines of a text in which a byline opens it
_NAMED = 2  # other lines of a page that name its house, at least
_NUMBER = regex(r"\d{1,2}[.)]\s+")  # ``1. Jane Roe``, in a list of those who wrote
_LABEL = 30.0  # letters of a byline's label
_AGENCY = 4  # words of an agency's name
_FULL = range(2, 5)  # words of a full name
_DATELINE = regex(r"[A-ZÀ-Þ][^\d.!?:;\n]{2,40}(?:\.\s?[-–—]|,?\s[–—-]\s|[–—])")
_ADDRESS = regex(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+[).]?$")
_ADDRESSED_UP_TO, _OFFICES = 120.0, 9  # letters of a line with a name and its address; words before that
_LETTERED, _PLACED = regex(r"[A-ZÀ-Þ]{2,6}"), 50  # a house's letters; letters of a dateline that holds them
_DASHES, _QUOTES = "-–—―", "\"”»“'’"
# Over what readers write: below it the name is followed by the town, and not by another name.
_LETTERS = frozenset(
    fold(
        "letter, letters, letter to the editor, letters to the editor, reader letters, leserbrief, leserbriefe, "
        "lesermeinung, lesermeinungen, courrier des lecteurs, courrier du lecteur, lettre au rédacteur, "
        "lettres au rédacteur, cartas al director, carta al director, cartas a la directora, cartas de los lectores, "
        "carta del lector, lettere, lettere al direttore, lettera al direttore, carta do leitor, cartas do leitor, "
        "cartas ao diretor, lezersbrief, lezersbrieven, ingezonden brief, ingezonden brieven, insändare, læserbrev, "
        "læserbreve, leserbrev, leserinnlegg, lesarbrev, mielipidekirjoitus, scrisori de la cititori"
    ).split(", ")
)
_RUBRIC = 6  # lines of a page in which such a rubric stands
_FREE = (None, Role.BOILERPLATE, Role.CREDIT, Role.CAPTION)
_ADDRESSED = regex(r"[^\W\d_][^@]{4,60}@[\w-]+(?:\.[\w-]+)+")
_ENCLOSED = regex(r"[（(【〔][^（()）【】〔〕]+[)）】〕]")
# ``بيروت: سامي الخطيب``, as the papers of the Arab world print place and reporter, its country in brackets where it is
# small. No given name has the article.
_PLACE_FIRST = regex(
    r"[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?(?:\s?\([\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?\))?(?:\s?:|\s[-–—])\s"
    r"(?P<name>(?!ال)[\u0621-\u064a]+(?:\s[\u0621-\u064a]+){1,3})(?P<colon>\s?:)?"
)
# The place, the reporter and a colon, and nothing between: ``الطائف فيصل المنهالي:``.
_PLACE_GLUED = regex(
    r"ال[\u0621-\u064a]+\s(?P<name>(?!ال)[\u0621-\u064a]+\s[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?)\s?:"
)
# ``SELİN KARAOĞLAN – KUZGUN``, as papers in Turkey do; elsewhere a heading in capitals has the form too.
_PLACE_LAST = regex(r"(?P<name>[^\W\d_]{2,}(?:\s[^\W\d_]{2,}){1,2})\s[–—-]\s(?P<place>[^\W\d_]{3,})")


def is_office(filled: list[Draft], at: int, words: Vocabulary) -> bool:
    """What whoever signs in the line above does, alone on its line (``Energy editor``)."""
    return at > 0 and filled[at - 1].role is Role.BYLINE and says_office(filled[at], words)


def says_office(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line opens or ends with what somebody does (``Energy editor``)."""
    roles, plain = words.words("byline.roles"), not draft.furniture and not draft.sentence
    return plain and draft.words <= _OFFICE and bool(roles.closing(draft.leveled) or roles.opening(draft.leveled))


def above_dates(filled: list[Draft], words: Vocabulary) -> None:
    """A name with its office and house right above the date is a byline, and no headline, long as it may be.

    And one behind its house.
    """
    for draft, below in pairwise(filled):
        free = draft.role is None and not draft.prose and draft.weight <= SHORT and below.role is Role.DATELINE
        if free and ((not draft.sentence and edges.before_office(draft.text, words)) or behind_house(draft, filled)):
            draft.role = Role.BYLINE
    for signed, draft, below in zip(filled, filled[1:], filled[2:], strict=False):
        if draft.role is None and signed.role is Role.BYLINE and below.role is Role.DATELINE:
            named = bylines.split(signed.text, words)[:1]
            if named and draft.text.startswith((f"{named[0].value.split()[0]} ", f"{named[0].value} ")):
                draft.role = Role.BOILERPLATE  # ``Jane is a reporter of the Beacon.`` below ``By Jane Roe``


def below_labels(filled: list[Draft], words: Vocabulary) -> None:
    """The names below a byline's label that is a line of its own (``Authors``), in a list with their numbers."""
    labels, prefixes = words.words("byline.labels").all, words.words("byline.prefixes").all
    for at, label in enumerate(filled[:-1]):
        if label.role is not None or label.weight > _LABEL or label.sentence:
            continue
        bare = label.leveled.rstrip(" :")
        if not (bare in labels or (bare in prefixes and " " in bare)):
            continue
        for draft in filled[at + 1 :]:
            text = draft.text[numbered(draft.text) :]
            named = draft.role is None and draft.weight <= SHORT and bylines.looks_like(text, words)
            if not named or not names.is_person(text, words):
                break
            label.role, draft.role = Role.BOILERPLATE, Role.BYLINE
            if text == draft.text:
                break


def numbered(text: str) -> int:
    """Where a name begins behind its number in a list, or behind a dash (``— Jane Roe``); 0 without one."""
    if text[:1] in _DASHES:
        return len(text) - len(text.lstrip(_DASHES + " "))
    number = _NUMBER.match(text) if text[:1].isdigit() else None
    return number.end() if number else 0


def agency_first(filled: list[Draft]) -> None:
    """An agency's name that is all there is above the date or the first paragraph signs, and is no headline."""
    draft = filled[0]
    if len(filled) > 1 and draft.role in (None, Role.CREDIT) and draft.words <= _AGENCY:
        below = filled[1].role is Role.DATELINE or (filled[1].role is None and filled[1].prose)
        if below and agencies.agency(draft.text, sure=True):
            draft.role, draft.credit = Role.BYLINE, None
        elif draft.role is None and _LETTERED.fullmatch(draft.text) and f"({draft.text})" in filled[1].text[:_PLACED]:
            draft.role = Role.BYLINE  # ``BEACON`` above ``Skarrow (BEACON) The …``


def name_first(filled: list[Draft], words: Vocabulary) -> None:
    """A name that is all there is above a paragraph with its dateline signs, and is no headline: nobody tells of it.

    ``Jane Roe`` above ``SKARROW, Fife.- Growers …``.
    """
    draft = filled[0]
    if len(filled) < _NAMED or draft.role is not None or draft.words not in _FULL or not filled[1].prose:
        return
    named = not draft.furniture and names.is_person(draft.text, words) and bylines.looks_like(draft.text, words)
    told = named and any(draft.folded.split()[-1] in one.folded for one in filled[1:])
    if named and not told and filled[1].role is None and _DATELINE.match(filled[1].text):
        draft.role = Role.BYLINE


def with_address(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line is a full name, an office perhaps, and an address: ``- JANE ROE Reporter roe@beacon.example``."""
    address = _ADDRESS.search(draft.text) if "@" in draft.text and draft.weight <= _ADDRESSED_UP_TO else None
    before = draft.text[: address.start()].strip(_DASHES + " ,;|(") if address else ""
    first = next(iter(bylines.split(before, words)), None) if 1 < len(before.split()) <= _OFFICES else None
    return first is not None and first.start == 0 and first.kind == "person" and names.is_person(first.value, words)


def signed_off(filled: list[Draft], at: int, words: Vocabulary) -> bool:
    """Whether a dash leads to a full name right below the last paragraph: ``- Jane Roe``.

    Not to whose words that paragraph quotes, nor to the first of a list, nor to somebody of whom the text tells.
    """
    draft = filled[at]
    name = draft.text.lstrip(_DASHES + " ")
    if name == draft.text or len(name.split()) not in _FULL or not names.is_person(name, words) or at == 0:
        return False
    above, below = filled[at - 1], filled[at + 1] if at + 1 < len(filled) else None
    ends = below is None or below.furniture or below.role is not None
    plain = ends and above.sentence and above.text[-1] not in _QUOTES and above.text[0] not in _DASHES
    furniture = names.holds_furniture(name, words) or names.organisation(name, words)
    return plain and not furniture and not is_told(name.split()[-1], filled[:at])


def is_letter(filled: list[Draft]) -> bool:
    """Whether a rubric at the head says that a reader wrote."""
    return any(draft.weight <= SHORT and draft.folded.strip(" :") in _LETTERS for draft in filled[:_RUBRIC])


def is_team(draft: Draft) -> bool:
    """Whether a line is nothing but a newsroom's name, which menus show as well (``Redazione``)."""
    return draft.role is None and "byline.teams" in sections(draft.text)


def behind_house(draft: Draft, filled: list[Draft]) -> int:
    """Where a name with its surname in capitals begins behind the house that other lines name too; else 0.

    ``Le Phare breton Jeanne ROUX``, as regional papers in France sign; one word may be a given name.
    """
    named = _SHOUTED.search(draft.text) if draft.weight <= SHORT else None
    if named is None:
        return 0
    house = fold(draft.text[: named.start()]).strip()
    others = [one for one in filled if one is not draft and house in one.folded]
    return named.start() if " " in house and len(others) >= _NAMED else 0


def below(filled: list[Draft], last: int, words: Vocabulary) -> list[int]:
    """The one line right below a paragraph that is nothing but full names, of whom the text tells nothing.

    In scripts with capitals, in Chinese and Japanese in brackets; a second such line makes a list of what the article
    is about, but below several names that a comma parts it may be tags. What the frame left out of the body may stand
    between.
    """
    for at in range(last + 1, min(last + 1 + FOOT, len(filled))):
        draft, after = filled[at], filled[at + 1 : at + 2]
        short = filled[at - 1].role is Role.BODY and draft.text[:1].isupper()  # a last sentence of few words
        if not (filled[at - 1].prose or short) or draft.prose:
            continue
        several = ", " in draft.text and ", " not in "".join(one.text for one in after)
        if signs(draft, words) and (several or not any(signs(one, words) for one in after)):
            surnames = [one.value.split()[-1] for one in bylines.split(_own(draft), words)]
            return [] if any(is_told(name, filled[:at]) for name in surnames) else [at]
    return []


def addressed(filled: list[Draft], lines: range, words: Vocabulary) -> list[int]:
    """The only one of the lines that is a full name and its bearer's address, of whom the text above tells nothing.

    ``Jane Roe jane.roe@beacon.example``, with or without the space.
    """
    named = [(at, bearer) for at in lines if filled[at].role in _FREE and (bearer := _bearer(filled[at].text, words))]
    return [at for at, bearer in named if len(named) == 1 and not is_told(bearer, filled[:at])]


def _bearer(text: str, words: Vocabulary) -> str:
    """The surname in a line that is a full name and an address made of it; empty if it is none."""
    one = next(iter(bylines.split(text, words)), None) if _ADDRESSED.fullmatch(text) else None
    if one is None or one.start or one.kind != "person" or not names.is_person(one.value, words):
        return ""
    given, surname = one.value.split()[0], one.value.split()[-1]
    local = text[one.end :].strip().partition("@")[0].lower()
    bears = unaccented(fold(surname)) in local and local.startswith(unaccented(fold(given))[0])
    return surname if bears and given != surname and " " not in local else ""


def signs(draft: Draft, words: Vocabulary) -> bool:
    """Whether nothing but first and last names stand in a line, or before the credit of its pictures."""
    text = _own(draft)
    if draft.role not in _FREE or draft.marks or draft.weight > SHORT or not bylines.looks_like(text, words):
        return False
    named = bylines.split(text, words)
    if names.holds_cjk(text):
        return bool(named and _ENCLOSED.fullmatch(text) and run_in.spans(text, words, last=True))
    full = all(one.kind == "person" and " " in one.value and names.is_person(one.value, words) for one in named)
    opens = any(draft.leveled.split()[0] in openers(language) for language in words.languages)
    return bool(named) and full and not opens and text[:1].isupper()


def writes_too(draft: Draft, words: Vocabulary) -> bool:
    """Whether the label of a line's credit says who wrote as well: ``15-09-2025 | Text and photos: Jane Roe``."""
    whole = draft.credit.whole if draft.credit else len(draft.text)
    return any(words.words(f"byline.{one}").opening(draft.leveled, whole) for one in ("prefixes", "labels"))


def _own(draft: Draft) -> str:
    text = (draft.text[: draft.credit.whole].rstrip(" ,;/|(") if draft.credit else draft.text).lstrip(_DASHES + " ")
    return text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text  # ``(Jane Roe)``


def is_told(name: str, lines: list[Draft]) -> bool:
    """Whether any line but a picture's credit holds a name."""
    return any(fold(name) in one.folded for one in lines if one.credit is None)


def placed(filled: list[Draft], head: int | None, words: Vocabulary) -> list[int]:
    """The line right above the first paragraph that is a place and a name that the page says nowhere else."""
    first = next((at for at, draft in enumerate(filled) if draft.role is Role.BODY), 0)
    at = first - 1
    if head is None or at <= head or filled[at].role is not None or filled[at].furniture:
        return []
    text, others = filled[at].text, [*filled[:at], *filled[first:]]
    match = _PLACE_LAST.fullmatch(text) if "tr" in words.languages and text.isupper() else None
    if match and not sections(match["name"]) and names.is_person(match["name"], words):
        told = is_told(match["place"], others)
        return [at] if told and not is_told(match["name"].split()[-1], others) else []
    start = behind_place(text, words)
    return [at] if start and not any(is_told(one, others) for one in text[start:].split()[1:]) else []


def behind_place(text: str, words: Vocabulary) -> int:
    """Where the name begins in an Arabic byline that opens with the place; 0 where a line is none by its form."""
    match = None
    if "ar" in words.languages:
        match = _PLACE_FIRST.fullmatch(text) or (_PLACE_GLUED.fullmatch(text) if text.endswith(":") else None)
    if (
        match is None
        or sections(text[: match.start("name")].strip(" :-–—"))
        or not names.is_person(match["name"], words)
    ):
        return 0
    sure = ":" in text[:-1] or caseless.is_known(match["name"])  # ``القاهرة - سامي الخطيب``: a headline may have a dash
    return match.start("name") if sure else 0


def opening(filled: list[Draft], words: Vocabulary) -> None:
    """A byline on top of a text: an Arabic place and a name, or a name with its surname in capitals, told nowhere else.

    ``Sedat ÖZTÜRK`` right above the first paragraph of a column, whose headline the text has not.
    """
    first = next((at for at, draft in enumerate(filled) if draft.role is None and draft.prose), 0)
    draft = filled[first - 1]
    if not first or first > _TOP or draft.role is not None or draft.furniture or draft.weight > SHORT:
        return
    start = behind_place(draft.text, words) if not draft.text.isascii() else 0
    given, _, surname = draft.text[start:].rpartition(" ")
    shouted = given.istitle() and surname.isupper() and len(surname) >= _CAPITALS and names.is_person(draft.text, words)
    if (start or shouted) and not is_told(surname, filled[: first - 1] + filled[first:]):
        draft.role = Role.BYLINE
