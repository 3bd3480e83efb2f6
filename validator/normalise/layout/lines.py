"""A text as lines, each with what its form and its phrases say of it before its place is known."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from validator.lexicons import appeals, sentences
from validator.lexicons.fold import Foldings, fold, holds_digit, level, weight
from validator.lexicons.lexicon import line_table
from validator.lexicons.phrases import Mark
from validator.model.article import Role
from validator.normalise.credits import credits as credit_lines
from validator.normalise.dates import moments
from validator.regex import regex

_SHARES = "boilerplate.share_bar"
_SEAM = regex(r"(?<=[a-zß-ÿğış])(?=[A-ZÀ-ÞĞİŞ])|(?<=[a-z]X)(?=[A-Z])")  # where two buttons of a bar meet
_BAR, _BUTTON = 120, 3  # letters of a bar; seams within a button, and one
_GLUED_CAPITALS, _LABEL = regex(r"[A-Z]{10}"), 14  # letters of two buttons without a space, at least; of one at most
_SEVERAL, _REST = 3, 24  # buttons that show a bar, letters of others behind them
_BRACKETS = "】）〕］)"
# Who wrote, behind the last sentence: ``。【早乙女みずき】``.
_SIGNED = regex(r"[。！？][【（〔［(][^。！？【】（）〔〕［］()]{2,24}[】）〕］)]$")
PROSE = 60.0  # letters from which a sentence makes a paragraph
_FURNITURE = ("boilerplate.", "page.")
_NO_MARKS: frozenset[str] = frozenset()
LONG = 140.0  # letters from which a line is a paragraph even without a full stop
_CITED = regex(r"[«»\"“„”「『‘‚'][^«»\"“”„「」『』\n]{4,}?[«»\"“”」』’'](?=[\s,:;.!?…)，：。])")
_REQUIRED = (" *", "\u00a0*")  # a form's field that has to be filled in: ``E-mail *``
_LED = regex(r"[:：|>»→]|\s[-–—]\s")  # between a pointer and the headline that it points to
_GOES_ON = 20.0  # letters behind a quotation from which its line is about it
_SHORT = 60  # letters of a line that may stand in page after page: a menu's, a button, a notice


_NOTICE = 110.0  # letters from which a cookie notice addresses its reader somewhere
_READER = {
    language: regex(rf"\b(?:{forms})\b")
    for language, forms in {
        "fr": "vous|votre|vos|tu|ton|ta|tes",
        "en": "you|your|yours",
        "es": "usted|ustedes|su|sus|tu|tus|te|acepta|aceptas|puede|puedes",
        "de": "sie|ihr|ihre|ihrer|ihren|ihnen|du|dein|deine|dir",
        "it": "tu|ti|tuo|tua|tuoi|tue|suo|sua|vi|vostro|vostra|accetti|puoi|l'utente",
        "pt": "você|seu|sua|seus|suas|teu|tua|te|lhe|aceita|concorda",
        "nl": "je|jij|jouw|u|uw",
        "ru": "вы|вас|вам|ваш\\w*|ты|тебя|тво\\w+",
        "uk": "ви|вас|вам|ваш\\w*|ти|тебе|тво\\w+",
    }.items()
}


class Draft(Struct):
    """A line on its way to a role; ``start`` is the offset of its first letter in the text.

    ``sentence``: it ends as a sentence ends; ``prose``: it has the form of a paragraph; ``digits``: it holds one;
    ``furniture``: a phrase marks it as no part of an article.
    """

    number: int
    start: int
    text: str
    weight: float = 0.0
    leveled: str = ""
    folded: str = ""
    sentence: bool = False
    prose: bool = False
    digits: bool = False
    marks: frozenset[str] = _NO_MARKS
    tongues: frozenset[str] = _NO_MARKS
    furniture: bool = False
    role: Role | None = None
    credit: credit_lines.Seen | None = None
    dates: tuple[moments.Seen, ...] = ()

    @property
    def words(self) -> int:
        return len(self.text.split())

    def at(self, number: int, start: int) -> Draft:
        """The same line at another place; of its form and phrases, nothing that its place decides."""
        return Draft(
            number,
            start,
            self.text,
            self.weight,
            self.leveled,
            self.folded,
            self.sentence,
            self.prose,
            self.digits,
            self.marks,
            self.tongues,
            self.furniture,
        )


def _asks_reader(draft: Draft) -> bool:
    """Whether a long line speaks to its reader, as a notice does and a story about notices does not."""
    forms = [_READER[one] for one in draft.tongues if one in _READER]
    return not forms or any(form.search(draft.leveled) for form in forms)


def split(text: str, outlet: str = "", foldings: Foldings | None = None) -> list[Draft]:
    """Every line of a text, blank ones too, trimmed and marked with the phrases and the appeals that it is.

    ``outlet`` is the outlet's name, as far as it is declared; ``foldings`` are the text's, where they are made already.
    """
    drafts, at = [], 0
    foldings, outlet = foldings or Foldings(text), level(outlet)
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if bare:
            start = at if len(bare) == len(line) else at + line.index(bare)
            if len(bare) <= _SHORT:
                drafts.append(_short(bare, outlet).at(number, start))
            else:
                end = start + len(bare)
                draft = _draft(number, start, bare, foldings.level(start, end), foldings.fold(start, end))
                _mark(draft, outlet)
                drafts.append(draft)
        else:
            drafts.append(Draft(number, at, bare, role=Role.BLANK))
        at += len(line) + 1
    return drafts


@lru_cache(maxsize=1 << 14)
def _short(text: str, outlet: str) -> Draft:
    """A short line by itself; whoever meets it in a text takes a copy."""
    draft = _draft(0, 0, text, level(text), fold(text))
    _mark(draft, outlet)
    return draft


def _draft(number: int, start: int, text: str, leveled: str, folded: str) -> Draft:
    heavy = weight(text)
    sentence = sentences.ends(text) or (text[-1] in _BRACKETS and bool(_SIGNED.search(text)))
    prose = heavy >= LONG or (heavy >= PROSE and sentence)
    return Draft(number, start, text, heavy, leveled, folded, sentence, prose, holds_digit(folded))


def _beside(end: int, draft: Draft, found: frozenset[Mark]) -> frozenset[Mark]:
    """Of the phrases of a line that opens with a quotation, those that it does not quote: a line that goes on is prose.

    ``"Read more" is what the poster says …`` invites nobody.
    """
    rest = draft.text[end:]
    if weight(rest) < _GOES_ON:
        return found
    own = line_table().marks(rest)
    return frozenset(mark for mark in found if mark in own or not mark[0].startswith(_FURNITURE))


def _is_glued_bar(text: str) -> bool:
    """Whether a line is the buttons of a share bar, glued together: ``Share on FacebookTweetWhatsApp``.

    Behind several of them the last ones may be any.
    """
    if text.isupper() and len(text) <= _BAR and _GLUED_CAPITALS.search(text):
        return _is_capital_bar(text)
    pieces = _SEAM.split(text) if len(text) <= _BAR else []
    at = shared = 0
    while at < len(pieces) > 1:
        ends = (end for end in range(min(at + _BUTTON, len(pieces)), at, -1) if _shares("".join(pieces[at:end])))
        if not (end := next(ends, 0)):
            break
        at, shared = end, shared + 1
    return len(pieces) > 1 and (at == len(pieces) or (shared >= _SEVERAL and len("".join(pieces[at:])) <= _REST))


def _is_capital_bar(text: str) -> bool:
    """The same in capitals, between which no seam shows: ``COMMENTSSHAREREAD LATER``."""
    reached = {0}  # offsets up to which buttons stand
    for end in range(1, len(text) + 1):
        if any(end - at <= _LABEL and _shares(text[at:end]) for at in reached):
            reached.add(end)
    return len(text) in reached


def _shares(label: str) -> bool:
    return any(section == _SHARES for section, _ in line_table().marks(label.strip()))


def _mark(draft: Draft, outlet: str) -> None:
    """The phrases of whole lines and the appeals that a line is."""
    found = line_table().marks_of(draft.folded, digits=draft.digits)
    if found and (cited := _CITED.match(draft.text)):
        found = _beside(cited.end(), draft, found)
    if found and draft.text.endswith((".", "۔", "।")) and not draft.text.endswith("..") and not _LED.search(draft.text):
        found = frozenset(mark for mark in found if mark[0] != "boilerplate.related")
    if found and draft.text.endswith(_REQUIRED):
        found = frozenset(mark for mark in found if mark[0] != "boilerplate.share_bar")
    if found:
        draft.marks = frozenset(section for section, _ in found)
        draft.tongues = frozenset(language for _, language in found)
    if draft.weight <= appeals.LONGEST and (asked := appeals.find(draft.leveled, outlet)):
        draft.marks = draft.marks.union(asked)
        draft.tongues = draft.tongues.union(*asked.values())
    if "boilerplate.cookie" in draft.marks and draft.weight >= _NOTICE and not _asks_reader(draft):
        draft.marks -= {"boilerplate.cookie"}
    if not draft.marks and _is_glued_bar(draft.text):
        draft.marks = frozenset({_SHARES})
    if draft.marks:
        draft.furniture = any(mark.startswith(_FURNITURE) for mark in draft.marks)
