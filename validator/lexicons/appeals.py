"""Appeals to the reader: an imperative and what the outlet wants to be taken, in one short line.

They vary without end, so that phrases do not cover them. Their form tells them from prose: the
imperative opens a clause (or closes it, in languages whose verb stands last), its object in the same
clause is a newsletter, an app, or journalism to be paid for, and the outlet speaks of itself or holds
out something. A wall asks its reader to enter (subscribe, log in), and its object is the rest of the text. A notice of
cookies speaks of them as the outlet's own (``we use``, ``this site uses``), or of the reader's consent.
"""

from __future__ import annotations

from validator.lexicons.keywords import Keywords, keywords, unquoted
from validator.regex import regex

_BARE = 4  # blanks of a clause that is an imperative and its adverb
LONGEST = 220.0  # letters from which a line is prose, whatever it says
KINDS = {"newsletter": "boilerplate.newsletter", "app": "boilerplate.app_promo", "donation": "boilerplate.donation"}
WALL, COOKIES = "page.paywall", "boilerplate.cookie"
Tongues = frozenset[str]

_VERBS = {"donation": "giving"}
_NONE: Tongues = frozenset()
# Languages that put no comma behind a purpose, or none always, and whose imperative is no other form of the verb.
_UNPARTED = frozenset({"ar", "pl", "ru", "uk"})
_CLAUSE = regex(r"(?:[^.:!?…;|•؟؛。！？；】]|[.:!?…;|](?=[^\s\u3040-\u9fff]))+")
_COMMA = regex(r"[,،，、]")
_BEFORE = regex(r"[^\w\"'„“”«»「」『』\ufffc]*")
_BEHIND = regex(r"(?:[^\w\"'„“”«»「」『』\ufffc\u0900-\u0dff]|[\u0964\u0965])*$")  # Indic vowel signs are no \w


def find(leveled: str, outlet: str = "") -> dict[str, Tongues]:
    """The sections that a levelled line is an appeal of, each with the languages it is one in.

    The object stands in the imperative's clause, or before its colon (``Our newsletter: sign up here``), or, if it is
    the outlet's own, before an imperative that says next to nothing else (``More in our newsletter. Sign up here``).
    ``outlet`` is the outlet's own name, levelled, where it is known. What stands in quotes is somebody
    else's.
    """
    if leveled not in _words(*KINDS, "walls", "cookies"):
        return {}
    said = unquoted(leveled)
    if noticed := _words("cookies").within(said) & _words("consent").within(said):
        return {COOKIES: noticed}
    own = _words("ours").within(said)
    lured = own | _words("lures").within(leveled)
    named = len(outlet) > 3 and outlet in leveled
    found: dict[str, Tongues] = {}
    for match in _CLAUSE.finditer(said):
        clause, topic = match.group(), said[: match.start()]
        topic = topic if topic.endswith(":") or (own and clause.count(" ") < _BARE) else ""
        for kind, section in KINDS.items():
            objects = _words(kind).within(topic + clause)
            if objects and not named:
                objects &= own if kind == "donation" else lured
            if objects and (here := objects & _imperatives(clause, own, _VERBS.get(kind, "openers"))):
                found[section] = found.get(section, _NONE) | here
    return found or _wall(said)


def _wall(said: str) -> dict[str, Tongues]:
    """The line as a wall: it asks to enter, and holds out the rest of what its reader began."""
    found = _NONE
    for match in _CLAUSE.finditer(said) if said in _words("walls") else ():
        clause = match.group()
        found |= _words("walls").within(clause) & _imperatives(clause, _NONE, "entering", "entering")
    return {WALL: found} if found else {}


def _imperatives(clause: str, own: Tongues, openers: str, closers: str = "closers") -> Tongues:
    """The languages in which an imperative opens a clause or closes it.

    Behind a comma it counts after a purpose or a condition (``If you like it, …``), and where the outlet
    speaks of itself: elsewhere it is the next verb of a narration.
    """
    led = own | _words("leads").opening(clause, _start(clause, 0))
    found, at = _NONE, 0
    for part in _COMMA.split(clause):
        opened = _words(openers).opening(clause, _start(clause, at))
        at += len(part)
        closed = _words(closers).closing(clause, _end(clause, at))
        found |= closed | (opened & led if at > len(part) else opened)
        at += 1
    if unparted := led & _UNPARTED & _words("leads").opening(clause, _start(clause, 0)):
        found |= _words(openers).within(clause) & unparted
    return found


def _start(clause: str, at: int) -> int:
    """Where the first word behind an offset begins; a quote is none."""
    found = _BEFORE.match(clause, at)
    return found.end() if found else at


def _end(clause: str, at: int) -> int:
    """Where the last word before an offset ends."""
    found = _BEHIND.search(clause, 0, at)
    return found.start() if found else at


def _words(*names: str) -> Keywords:
    return keywords("appeals", *names)
