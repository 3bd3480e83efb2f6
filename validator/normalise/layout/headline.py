"""Which line of a full page is the article's headline: a linear ranking of the lines above its body.

The weights stand in ``body_model.json`` and are trained by ``ci/train``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from validator.lexicons import agencies
from validator.lexicons.fold import level, trim
from validator.lexicons.lexicon import sections
from validator.lexicons.sentences import FULL_STOPS
from validator.model.article import Role
from validator.normalise.layout import features, forms, page
from validator.normalise.layout.lines import Draft
from validator.regex import regex

NAMES = (
    "shared_ratio", "shared", "repeated", "length", "usual_length", "long", "distance", "in_reach", "signed_8",
    "signed_3", "ends_with_stop", "headline_above", "longer_below", "in_body", "tiny", "digits", "shorter_below",
    "signed_above", "echoed", "lead_overlap", "glued", "repeated_near",
)  # fmt: skip
_ABOVE, _BELOW = 60, 3  # lines around the first of the body in which its headline is looked for
SENTENCE = 55.0  # letters from which a line that ends in a full stop is a sentence
_DANDA = "।"  # ends a Hindi sentence, a caption's too, and no headline
_ECHO = 25  # letters from which a line that stands within another one is echoed there
_CUT_OFF = regex(r".*\s[>›»]\s(?P<begun>\S.{24,}?)\s?(?:\(\.\.\.\)|\(…\)|\.\.\.|…)")  # a path's last step
_STEP, _STEP_OF = tuple(" >›»/"), 8  # what stands before a path's last step; letters of one that is a headline
_PARTED, _STEPS, _STEP_UP_TO = regex(r"\s*[>›»/]\s*"), 2, 30  # what parts steps; those of a path, letters of one
_NEAR = 12  # lines in which a page repeats its headline: behind a path, over a player, in a share bar
STANDFIRST = 40.0  # letters that a standfirst has at least
_POINTS = 2  # letters that a point between kicker and headline may take
_OFFICE = 6  # words of a line that says for whom a guest writes
_FOR_WHOM = regex(
    r"[^\W\d_]+\s(?:for|to|para|pour|per|für|voor|dla)(?:\s(?:[A-ZÀ-Þ][^\s.:!?]*|the|of|de|la|el|o|a|di|du))+"
)
_LEADS = 2  # lines of the body whose words a headline takes up
_GLUED = regex(r"[a-zß-ÿ][A-ZÀ-Þ]")  # labels of a menu in one line (``HomeNewsSport``)
_TWO_SENTENCES = regex(r"[a-zà-ÿ)][.!?]\s[A-ZÀ-Þ]")
_LEAST = 4  # words of a headline above a picture's credit
_LISTED = (20.0, 120.0)  # letters of a headline in a list
_SIGNED = 4  # lines below a headline in which byline and date stand
KICKER = 3  # words that a kicker has at most, and a headline at least
SIGNATURES = (Role.BYLINE, Role.DATELINE)


def find(filled: list[Draft], chosen: list[int]) -> int | None:
    """The index of the headline; ``chosen`` are those of the body's lines."""
    if (begun := below_path(filled)) is not None:
        return filled.index(begun)
    if not chosen:
        return _above_signature(filled)
    weights = page.weights()["headline"]
    best, found = 0.0, None
    for at, row in candidates(filled, chosen):
        score = sum(weight * value for weight, value in zip(weights, row, strict=True))
        if found is None or score > best:
            best, found = score, at
    if found is None or (found in chosen[1:] and _stopped(filled[found])):
        return None  # a sentence among the body's
    return _above_caption(filled, _behind_path(filled, _own(filled, found, chosen[0]), chosen[0]))


def _above_signature(filled: list[Draft]) -> int | None:
    """The one headline of a page without a text that has both who signs and the day right below."""
    found = []
    for at, draft in enumerate(filled):
        if draft.words >= _LEAST and not draft.sentence and may_be(draft):
            signs = {one.role for one in filled[at + 1 : at + 1 + _SIGNED]}
            if signs.issuperset(SIGNATURES):
                found.append(at)
    return found[0] if len(found) == 1 else None


def _own(filled: list[Draft], found: int, first: int) -> int:
    """The last of the headlines with a name or a date right below, where the likeliest is one of such a list."""
    cards = [at for at in range(found, first) if _is_card(filled, at)]
    return cards[-1] if cards[:1] == [found] else found


def _above_caption(filled: list[Draft], found: int) -> int:
    """The line above, where the likeliest is a caption: a sentence and more of the next, right above the credit.

    Or a short one with a full stop, which says who is pictured, right above who signs.
    """
    below, above = filled[found + 1 : found + 2], filled[found - 1] if found else None
    if not below or above is None or not may_be(above) or above.words < _LEAST:
        return found
    likeliest = filled[found]
    caption = below[0].role is Role.CREDIT and _TWO_SENTENCES.search(likeliest.text) is not None
    posed = below[0].role is Role.BYLINE and _stopped(likeliest) and not above.sentence
    return found - 1 if caption or (posed and likeliest.words < above.words) else found


def _behind_path(filled: list[Draft], found: int, first: int) -> int:
    """The line below that the likeliest one repeats behind a path, a menu's words side by side (``Home Region …``)."""
    text = filled[found].text
    if sections(text.split()[0]).isdisjoint(forms.MENU):
        return found
    window = range(found + 1, min(len(filled), first + _BELOW))
    below = (at for at in window if filled[at].weight >= _ECHO and may_be(filled[at]))
    return next((at for at in below if text.endswith(f" {filled[at].text}")), found)


def _is_card(filled: list[Draft], at: int) -> bool:
    draft = filled[at]
    listed = draft.words > KICKER and is_listed(draft) and may_be(draft) and not _says_for_whom(filled, at)
    return listed and _signed(filled[at + 1 : at + 2])


def is_listed(draft: Draft) -> bool:
    """Whether a line has the form of a headline in a list of articles, whatever its role; a kicker may have it too."""
    free = not (draft.furniture or draft.sentence or forms.is_breadcrumb(draft) or forms.is_menu(draft))
    return free and _LISTED[0] <= draft.weight <= _LISTED[1] and draft.words >= KICKER


def first_told(filled: list[Draft]) -> int:
    """The index of the first paragraph; of the second one where the only byline that is not below it parts the two.

    The first one is a standfirst then.
    """
    first, second = ([at for at, draft in enumerate(filled) if draft.role is Role.BODY] + [len(filled)] * 2)[:2]
    signed = [at for at, draft in enumerate(filled[:second]) if draft.role is Role.BYLINE]
    return second if len(signed) == 1 and signed[0] == first + 1 else first


def below_path(filled: Sequence[Draft]) -> Draft | None:
    """The first line below a path that goes on where its last step breaks off: ``Home > Region > The old (...)``.

    Or the one right below that is its last step, and no section, where the text or its signature follows.
    """
    begun = ""
    for at, draft in enumerate(filled[:_ABOVE]):
        if begun and draft.leveled.startswith(begun) and len(draft.text) > len(begun) and may_be(draft):
            return draft
        step = _CUT_OFF.fullmatch(draft.text)
        begun = level(step["begun"]) if step else begun
        if _leads_to(draft, filled[at + 1 : at + 3]):
            return filled[at + 1]
    return None


def _leads_to(path: Draft, below: Sequence[Draft]) -> bool:
    """Whether a line is a path to the one right below it, which the text or a signature follows."""
    if len(below) < _LEADS or not path.text.endswith(below[0].text):
        return False
    head, text = below
    step = path.text[-len(head.text) - 1 : -len(head.text)] in _STEP and len(head.text) >= _STEP_OF
    free = head.role is None and not head.furniture and (text.prose or text.role in SIGNATURES)
    return step and free and (forms.is_breadcrumb(path) or _is_path(path.text[: -len(head.text)]))


def _is_path(text: str) -> bool:
    """Whether the steps before a headline are a path, whatever sign the headline ends with: ``Home / History /``."""
    steps = _PARTED.split(text.strip())
    return len(steps) > _STEPS and not steps[-1] and all(0 < len(one) <= _STEP_UP_TO for one in steps[:-1])


def pointed(head: Draft, drafts: list[Draft]) -> Draft:
    """The line that says a headline's words with more points than it (``Bridges: Two closed``), else the headline.

    Where kicker and headline are two elements of a page, its text has them side by side without a point; the page's
    own title has one.
    """
    words = _words(head.text)
    for draft in drafts:
        longer = len(draft.text) - len(head.text)
        if 0 < longer <= _POINTS and draft.text[:1] == head.text[:1] and _words(draft.text) == words:
            return draft
    return head


def _words(text: str) -> list[str]:
    return [bare for word in text.split() if (bare := word.strip(":-–—|/"))]


def candidates(filled: list[Draft], chosen: list[int]) -> list[tuple[int, list[float]]]:
    """The lines that may be the headline, each with its features in the order of NAMES."""
    if not chosen:
        return []
    told = _Told(filled, chosen)
    window = range(max(0, told.first - _ABOVE), min(len(filled), told.first + _BELOW))
    return [(at, _features(filled, at, told)) for at in window if may_be(filled[at]) and not _says_for_whom(filled, at)]


def _says_for_whom(filled: Sequence[Draft], at: int) -> bool:
    """A guest's office below the byline: ``Special to The Beacon``, ``Especial para El Faro``.

    Or who it is: a line that begins with a name of the byline (``Jane is a reporter of the coast``).
    """
    above = filled[at - 1] if at else None
    if above is None or above.role is not Role.BYLINE:
        return False
    first, _, told = filled[at].text.partition(" ")
    if first.istitle() and first.isalpha() and first in above.text.split() and told[:1].islower():
        return True
    return filled[at].words <= _OFFICE and _FOR_WHOM.fullmatch(filled[at].text) is not None


class _Told:
    """What the page as a whole says, counted once for all lines."""

    def __init__(self, filled: list[Draft], chosen: list[int]) -> None:
        self.first, self.inside = chosen[0], frozenset(chosen)
        self.held = Counter(word for at in chosen for word in features.content(filled[at]))
        self.leads = [(at, features.content(filled[at])) for at in chosen[: _LEADS + 1]]
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        for at, draft in enumerate(filled):
            self.places[trim(draft.leveled)].append(at)
        self.page = "\n".join(draft.leveled for draft in filled)

    def echoed(self, key: str) -> bool:
        """Whether a line stands within longer ones: a path to the page, a teaser of it, a text to share."""
        return len(key) > _ECHO and self.page.count(key) > len(self.places[key])

    def taken_up(self, at: int, words: set[str]) -> int:
        """How many of a line's words the first lines of the body have, itself left out."""
        leads = [own for one, own in self.leads if one != at][:_LEADS]
        return len(words.intersection(set[str]().union(*leads)))


def tops(filled: list[Draft], at: int) -> bool:
    """Whether a line is the first of a headline's length, above any paragraph, and no caption of the picture below."""
    above = (one for one in filled[:at] if one.role not in (Role.BOILERPLATE, Role.DATELINE))
    return filled[at].words >= _LEAST and all(one.words < _LEAST and not one.prose for one in above)


def may_be(draft: Draft) -> bool:
    """Whether a line has a headline's length and nothing speaks against it."""
    return (
        not draft.furniture
        and draft.role is None
        and 12 <= draft.weight <= 260
        and draft.text[:1] not in "+-*•·("
        and not (draft.weight > SENTENCE and _stopped(draft))
        and not draft.text.endswith(_DANDA)
        and not forms.is_breadcrumb(draft)
        and not _is_share_bar(draft.text)
        and not forms.is_menu(draft)
        and any(map(str.isalpha, draft.text))  # ``$ 92,10 € 99,45``
        and bool(features.content(draft))
    )


def _is_share_bar(text: str) -> bool:
    """``Share: Facebook WhatsApp Copy link``: what to do, a colon, and where."""
    head, colon, places = text.partition(":")
    return bool(colon) and "boilerplate.share_bar" in sections(head) and any(map(agencies.platform, places.split()))


def _features(filled: Sequence[Draft], at: int, told: _Told) -> list[float]:
    draft, first, inside = filled[at], told.first, told.inside
    words, length, key = features.content(draft), draft.weight, trim(draft.leveled)
    shared = sum(told.held[word] > (1 if at in inside else 0) for word in words)
    places = told.places[key]
    above = filled[at - 1] if at else None
    below = filled[at + 1] if at + 1 < len(filled) else None
    return [
        shared / max(2, len(words)),
        min(4, shared) / 4,
        len(places) > 1 and length > 25,
        min(1.0, length / 40),
        40 <= length <= 110,
        length > 140,
        (first - at) / 20,
        at >= first,
        _signed(filled[at + 1 : at + 9]),
        _signed(filled[at + 1 : at + 4]),
        _stopped(draft),
        above is not None and may_be(above) and above.weight > 25,
        below is not None and below.weight > max(length, 60),
        at in inside,
        draft.words <= 3 and length < 30,
        sum(one.isdigit() for one in draft.text) / len(draft.text),
        below is not None and may_be(below) and below.weight < 0.7 * length,
        _signed(filled[max(0, at - 4) : at]),
        told.echoed(key),
        min(4, told.taken_up(at, words)) / 4,
        len(_GLUED.findall(draft.text)) > 1,
        length > 20 and any(0 < abs(one - at) <= _NEAR for one in places),
    ]


def _stopped(draft: Draft) -> bool:
    return draft.sentence and draft.text.rstrip('»”" ')[-1:] in FULL_STOPS


def _signed(lines: Sequence[Draft]) -> bool:
    return any(draft.role in SIGNATURES for draft in lines)
