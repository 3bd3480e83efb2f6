"""A text as lines, each with what its form and its phrases say of it before its place is known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from validator.lexicons import appeals
from validator.lexicons.fold import level, weight
from validator.lexicons.lexicon import line_table
from validator.model.article import Role
from validator.normalise import credits as credit_lines
from validator.normalise import moments

_STOPS = ".!?…。！？؟।։"
_CLOSERS = "»«”\"'’)）」』】〉》] \u00a0*"
PROSE = 60.0  # letters from which a sentence makes a paragraph
LONG = 140.0  # letters from which a line is a paragraph even without a full stop


_NOTICE = 110.0  # letters from which a cookie notice addresses its reader somewhere
_READER = {
    language: re.compile(rf"\b(?:{forms})\b")
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


@dataclass(slots=True)
class Draft:
    """A line on its way to a role; ``start`` is the offset of its first letter in the text."""

    number: int
    start: int
    text: str
    weight: float
    marks: frozenset[str] = frozenset()
    tongues: frozenset[str] = frozenset()
    role: Role | None = None
    credit: credit_lines.Seen | None = None
    dates: tuple[moments.Seen, ...] = ()
    leveled: str = field(default="", repr=False)

    @property
    def sentence(self) -> bool:
        """Whether the line ends as a sentence ends."""
        bare = self.text.rstrip(_CLOSERS)
        return bool(bare) and bare[-1] in _STOPS

    @property
    def prose(self) -> bool:
        """Whether the line has the form of a paragraph."""
        return self.weight >= LONG or (self.weight >= PROSE and self.sentence)

    @property
    def furniture(self) -> bool:
        return any(mark.startswith(("boilerplate.", "page.")) for mark in self.marks)

    @property
    def words(self) -> int:
        return len(self.text.split())


def _asks_reader(draft: Draft) -> bool:
    """Whether a long line speaks to its reader, as a notice does and a story about notices does not."""
    forms = [_READER[one] for one in draft.tongues if one in _READER]
    return not forms or any(form.search(draft.leveled) for form in forms)


def split(text: str, outlet: str = "") -> list[Draft]:
    """Every line of a text, blank ones too, trimmed and marked with the phrases and the appeals that it is.

    ``outlet`` is the outlet's name, as far as it is declared.
    """
    drafts, at = [], 0
    table, outlet = line_table(), level(outlet)
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        start = at + (len(line) - len(line.lstrip()) if bare else 0)
        draft = Draft(number, start, bare, weight(bare), leveled=level(bare))
        found = table.marks(bare) if bare else frozenset()
        if found:
            draft.marks = frozenset(section for section, _ in found)
            draft.tongues = frozenset(language for _, language in found)
            if "boilerplate.cookie" in draft.marks and draft.weight >= _NOTICE and not _asks_reader(draft):
                draft.marks -= {"boilerplate.cookie"}
        if bare and draft.weight <= appeals.LONGEST:
            for section, tongues in appeals.find(draft.leveled, outlet).items():
                draft.marks |= {section}
                draft.tongues |= tongues
        if not bare:
            draft.role = Role.BLANK
        drafts.append(draft)
        at += len(line) + 1
    return drafts
