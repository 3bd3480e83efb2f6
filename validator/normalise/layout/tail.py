"""The tail of an article: what stands below its last paragraph, and the blocks that are no article."""

from __future__ import annotations

from validator.lexicons import agencies, sentences
from validator.lexicons.fold import fold, trim
from validator.lexicons.lexicon import Vocabulary, is_furniture, sections
from validator.model.article import Role
from validator.normalise.layout import alone, forms
from validator.normalise.layout.lines import Draft
from validator.normalise.names import caseless, edges, initials, names, nobody
from validator.regex import regex

_ENDS = frozenset({"boilerplate.comment_form"})
_BARE = frozenset({"boilerplate.newsletter", "boilerplate.cookie", "boilerplate.nav"})
_LISTS = frozenset({"boilerplate.related", "boilerplate.partner_block", "boilerplate.teaser"})
_CONTACT = "source.contact"
_COUNTED = 5  # words of a heading that counts the comments and names what they are about
_HEADLINE = 3  # words that a headline in a list has at least
_HEADING = 8  # words of a heading
_EDITED_UP_TO = 120.0  # letters of a line that names editors
_BARS = regex(r"\s+[|·•–]\s+")
_ROW, _ROW_OF, _LINK = 200.0, 3, 32  # letters of a row of links, links that it has, letters of one
_COLONS = (":", "：")
_TOLD_TITLE, _AROUND = 16, 80  # letters of a title that is no phrase, and of the words around it in a feed's signature
_SITE = regex(r"\s[|•·–—-]\s[^|•·–—-]{2,40}$")  # the site's name behind a title
_SITE_ADDRESS = regex(r"(?:https?://|www\.)[\w.-]+/?")  # below a house's name
_SIGN, _SIGNS, _INITIALS = 24, 3, 5  # letters of an agency's sign, its parts and lines, letters of who edited
_PARTS = regex(r"\s*[/,;|–—-]+\s*")
_NAMED = 4  # words of a name
_SCORE = regex(r"(?:[\d×xX]\s?){3,}\s?[=＝]\s?\d{1,3}|(?:\d{1,2}\s){3,}\d{1,3}|\d{1,3}\s?[-–:]\s?\d{1,3}")
# For whom somebody wrote, or where, behind the name: ``Иван Петров, «Вестник»``, ``Галина СТЕПАНЕНКО, м. Кременець.``
_FOR = regex(
    r",\s(?:[«„“\"][^«»„“”\"]+[»“”\"]|(?:специально|спеціально)\sдля\s[«„“\"].+|(?:[гмс]|гр|смт|пос)\.\s?[А-ЯІЇЄҐЁ][\w'’-]+)\.?$"
)
_SIGNED = 6  # words of a name and of whom its bearer wrote for
_KICKER = 2  # words from which what a line is about may have the form of a name
_WORD = 25.0  # letters that a word has at most
_FULL = 60.0  # letters from which an unmarked line of the tail is taken for text


def assign(filled: list[Draft], last: int, words: Vocabulary) -> None:
    """Roles below the last paragraph; ``last`` is its index among the filled lines."""
    _questions(filled)
    _comments(filled, words)
    _boxes(filled)
    last = max((at for at in range(last + 1) if filled[at].role in (None, Role.LEAD) and filled[at].prose), default=-1)
    signed_off(filled[last + 1 :] if last >= 0 else [])
    listed = reached = False
    for at in range(last + 1, len(filled)):
        draft = filled[at]
        # Whom the press may ask, as a handout says at its foot: nobody there wrote it.
        heads = _CONTACT in draft.marks and draft.text.endswith((":", "："))
        reached = not draft.prose and (reached or heads)
        if reached and draft.role in (None, Role.BYLINE):
            draft.role = Role.BOILERPLATE
        if last >= 0 and draft.role is None:
            teaser = listed and not draft.sentence and not names.is_person(draft.text, words)
            draft.role = Role.BOILERPLATE if teaser else _tail_role(filled, at, words)
        listed = draft.role is Role.BOILERPLATE and (_heads_list(draft) or (listed and not draft.furniture))
    for draft in filled[: last + 1]:
        if draft.role is None and draft.furniture and not draft.prose:
            draft.role = _within(draft)
    _listed_within(filled[: last + 1], words)


def signed_off(below: list[Draft]) -> None:
    """An agency's sign right below the last paragraph, with the initials of whoever edited (``dpa/lno``, ``(AFP)``)."""
    for draft in below[:_SIGNS]:
        if draft.role is Role.CREDIT and not (draft.text.lower() == draft.text and agency_sign(draft.text)):
            return
        if draft.role in (None, Role.CREDIT) and agency_sign(draft.text):
            draft.role, draft.credit = Role.SOURCE, None


def agency_sign(text: str) -> str | None:
    """The agency that a line names beside nothing but initials and brackets, as it prints it."""
    parts = [one for one in _PARTS.split(text.strip(" ()[]（）.")) if one] if len(text) <= _SIGN else []
    named = [one for one in parts if agencies.agency(one, sure=True)]
    short = all(one in named or (len(one) <= _INITIALS and one.isalpha()) for one in parts)
    return named[0] if named and short and len(parts) <= _SIGNS else None


def bare_words(filled: list[Draft]) -> None:
    """One word alone between two paragraphs (``Newsletter``) is a subhead: a bare word invites nobody.

    Chinese and Japanese sentences have no spaces either, and are longer.
    """
    for at in range(1, len(filled) - 1):
        draft, beside = filled[at], (filled[at - 1], filled[at + 1])
        bare = draft.furniture and draft.words == 1 and draft.weight <= _WORD and draft.marks <= _BARE
        if bare and all(one.prose and one.role is None for one in beside):
            draft.marks, draft.furniture, draft.role = frozenset(), False, None


def signature(filled: list[Draft], declared: str | None) -> None:
    """What a feed puts below an article is furniture: its title again, in a sentence about where it appeared first."""
    title = trim(fold(declared)) if declared else ""
    for last in filled[-1:]:
        told = title if title in last.folded else _SITE.sub("", title)
        around = len(last.folded) - len(told)
        if last.role is None and len(told) >= _TOLD_TITLE and told in last.folded and 0 < around <= _AROUND:
            last.role = Role.BOILERPLATE


def _listed_within(filled: list[Draft], words: Vocabulary) -> None:
    """Headlines of other articles in a list between paragraphs: a block with its heading, or several one by one.

    The last of several may as well be the subhead of the paragraph below it.
    """
    for at, heading in enumerate(filled):
        if heading.role is not Role.BOILERPLATE or not _heads_list(heading):
            continue
        end = at + 1
        while end < len(filled) and _may_be_headline(filled[end], words):
            end += 1
        block = [one for one in range(at + 1, end) if filled[one].number - heading.number == one - at]
        for draft in filled[at + 1 : max(at + 1 + len(block), end - 1)]:
            draft.role = Role.BOILERPLATE


def _may_be_headline(draft: Draft, words: Vocabulary) -> bool:
    plain = draft.role is None and not (draft.prose or draft.sentence or draft.furniture)
    return plain and draft.words >= _HEADLINE and not names.is_person(draft.text, words)


def _heads_list(draft: Draft) -> bool:
    """Whether a line is, as a whole, the heading under which headlines of other articles are listed."""
    return bool(draft.marks & _LISTS) and draft.words <= _HEADING and draft.weight < _FULL


def _tail_role(filled: list[Draft], at: int, words: Vocabulary) -> Role | None:
    draft = filled[at]
    if draft.furniture or _edited(draft, words) or _links(draft):
        return Role.BOILERPLATE
    if (draft.text[0] in "([/" and _in_brackets(draft, words)) or (
        draft.text[1:2] == "." and initials.signed(draft.text, words)
    ):
        return Role.BYLINE
    if not draft.sentence and draft.words <= _HEADING and nobody.signs_nothing(draft.text, words):
        return None
    if names.organisation(draft.text, words) and draft.words <= 8 and not draft.sentence:
        bio = at + 1 < len(filled) and "boilerplate.author_bio" in filled[at + 1].marks
        house = at + 1 < len(filled) and _SITE_ADDRESS.fullmatch(filled[at + 1].text) is not None
        return Role.BOILERPLATE if bio or house or _CONTACT in draft.marks else Role.BYLINE
    if draft.weight < _FULL and alone.signed_off(filled, at, words):
        return Role.BYLINE
    if draft.weight >= _FULL or draft.sentence:
        return Role.BYLINE if at + 1 == len(filled) and _signs(draft, words) else Role.BODY
    named = _is_person(draft, words) and not _beside_score(filled, at) and not names.holds_furniture(draft.text, words)
    named = named and not (at and _heads_list(filled[at - 1]) and ":" not in filled[at - 1].text)
    named = named and not _labelled_again(filled, at)
    if _alone_with_furniture(filled, at):
        return Role.BYLINE if named else Role.BOILERPLATE
    if named and draft.words <= _SIGNED and not _heads_text(filled, at):
        return Role.BYLINE
    return None


def _in_brackets(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line is nothing but a full name or initials in brackets."""
    if initials.signed(draft.text, words):
        return True
    name = draft.text[1:-1].strip()
    closed = (
        draft.text[-1] in ")]/"
        and draft.words <= _NAMED
        and not any(one.startswith("byline.") for one in sections(name))
    )
    full = not names.holds_cjk(name) or names.is_cjk_full_name(name)  # ``[ 事件事故 ]`` is a section
    return closed and full and names.is_person(name, words) and caseless.is_known(name)


def _is_person(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line is a name and no label, which without capitals a known given name has to show."""
    label = draft.text.endswith(_COLONS)
    text = _FOR.sub("", draft.text) if "," in draft.text else draft.text
    name = text[: edges.without_role(text, words)].rstrip(" ,–—-")  # ``Anna Malik, reporter``
    full = not names.holds_cjk(text) or names.is_cjk_full_name(text)
    named = names.is_person(text, words) or names.is_person(name, words)
    return not label and full and named and caseless.is_known(draft.text)


def _signs(draft: Draft, words: Vocabulary) -> bool:
    """Whether the last line is a name with a full stop and a surname in capitals, or behind an initial: ``В. Лунёв.``.

    Papers in France and in the East of Europe sign so.
    """
    text = _FOR.sub("", draft.text)
    before, _, surname = text.rstrip(" .").rpartition(" ")
    shown = surname.isupper() or (len(before) == len("J.") and before.endswith("."))
    return len(text.split()) <= _NAMED and shown and names.is_person(text, words)


def _links(draft: Draft) -> bool:
    """Whether a line is a row of links between bars or points, one of them known: ``About us | Privacy | Terms``."""
    parts = _BARS.split(draft.text) if draft.weight <= _ROW and not draft.sentence else []
    known = any(map(is_furniture, parts))
    return len(parts) >= _ROW_OF and known and all(0 < len(part) <= _LINK for part in parts)


def _edited(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line says who edited and corrected the article: ``责任编辑：…　校对：…``, ``Edited by: …``."""
    bare = draft.leveled.lstrip("([（【［ ")
    length = words.words("byline.editors").opening(bare) if draft.weight <= _EDITED_UP_TO else 0
    return length > 0 and (bare[length - 1] in _COLONS or bare[length:].lstrip()[:1] in _COLONS)


def _labelled_again(filled: list[Draft], at: int) -> bool:
    """Whether the label above a name stands above other lines too, as those of a list do (``Premium``, ``Opinión``)."""
    above = filled[at - 1] if at else None
    if above is None or above.furniture or above.sentence or above.words > _KICKER:
        return False
    return any(one.folded == above.folded for one in filled[: at - 1])


def _beside_score(filled: list[Draft], at: int) -> bool:
    """Whether the points of a team, by innings, sets or quarters, stand above or below what has the form of a name."""
    return any(
        one.digits and _SCORE.fullmatch(one.text) for one in (*filled[max(0, at - 1) : at], *filled[at + 1 : at + 2])
    )


def _heads_text(filled: list[Draft], at: int) -> bool:
    """Whether a line that could be a name heads a sentence (``STATE PAPERS``), which is not about who bears it."""
    below = filled[at + 1] if at + 1 < len(filled) else None
    if below is None or below.role is not None or below.marks:
        return False
    named = filled[at].folded
    # ``New Concert Hall`` above ``New hall too expensive`` is what that is about.
    about = len(named.split()) > _KICKER and named not in below.folded and named.split()[-1] in below.folded.split()
    return about if not below.sentence else named.split()[-1] not in below.folded


def _alone_with_furniture(filled: list[Draft], at: int) -> bool:
    """Whether a short line stands between a source line or furniture and more of it or the end."""
    outside = (Role.SOURCE, Role.BOILERPLATE, Role.TAGS, Role.BYLINE, Role.DATELINE)
    above = filled[at - 1].role in outside
    below = at + 1 == len(filled) or filled[at + 1].role in outside or filled[at + 1].furniture
    return above and below


def _within(draft: Draft) -> Role | None:
    """A line of furniture between paragraphs; what may as well be a subhead stays one."""
    if draft.marks <= {"boilerplate.sections", "boilerplate.nav", "boilerplate.faq"}:
        return None
    return Role.BOILERPLATE


def _questions(filled: list[Draft]) -> None:
    """A generated block of questions and answers: its heading, and from there two pairs or more."""
    for at, draft in enumerate(filled):
        if "boilerplate.faq" not in draft.marks or draft.role not in (None, Role.BOILERPLATE):
            continue
        end, pairs = at + 1, 0
        while end + 1 < len(filled) and _asks(filled[end]) and not _asks(filled[end + 1]):
            end, pairs = end + 2, pairs + 1
        if pairs >= 2:
            for one in filled[at:end]:
                one.role = Role.BOILERPLATE


def _asks(draft: Draft) -> bool:
    return sentences.asks(draft.text) and draft.role in (None, Role.LEAD, Role.BODY)


def _boxes(filled: list[Draft]) -> None:
    """A box about the author or the outlet in the second half, paragraph or not."""
    for draft in filled[len(filled) // 2 + 1 :]:
        if draft.role is None and "boilerplate.author_bio" in draft.marks:
            draft.role = Role.BOILERPLATE


def _comments(filled: list[Draft], words: Vocabulary) -> None:
    """Whatever stands below a comment form in the second half of a text is a reader's, name and day among it.

    So it is anywhere below the heading that counts what is said of the article (``14 Responses to Bus hits cart``).
    """
    half = len(filled) // 2
    for at, draft in enumerate(filled):
        if not draft.marks & _ENDS or draft.role is not Role.BOILERPLATE:
            continue
        counted = at > 0 and draft.words >= _COUNTED and any(map(str.isdigit, draft.text.split()[0]))
        if at > half or counted:
            for one in filled[at:]:
                reader = one.role is Role.BYLINE and one.dates and not forms.names_labelled(one, words)
                if one.role is None or reader:
                    one.role = Role.BOILERPLATE
            return
