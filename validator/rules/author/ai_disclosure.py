"""AUT016: the article says of itself that a machine wrote or translated it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from pydantic import Field

from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules import spoken
from validator.rules.base import ArticleRule, bad, good

_SENTENCE = regex(r"[^\s](?:[^.!?。！？؟]|[.!?](?=\S))*[.!?。！？؟]?")
_WITHIN = regex(r"(?:\b(?:in|dans|en|nel|nell'|neste|nesta|em|w|у|в|във|i|på)|في|在)\s*$")
_OUTSIDE = frozenset({Role.TITLE, Role.DATELINE, Role.BYLINE, Role.CAPTION, Role.CREDIT, Role.TAGS, Role.BLANK})
Place: TypeAlias = tuple[int, int]
_NEAR, _FAR = 36, 60
_ABOUT = ("关于", *(f" {one}" for one in "about on sur über sobre su sull' over o про о об عن".split()))
_QUOTES = '«“„"「『'


class AiDisclosure(ArticleRule):
    """An article that says of itself that a machine wrote it is to be marked so.

    Whoever trains on the corpus, or studies how people write, must be able to leave it out.
    """

    code = "AUT016"
    severity = Severity.INFO
    triggers = frozenset({"text.ai_self"})
    examples = (
        good(
            {
                "text": "AI wrote the minutes\n\nA chatbot produced every set of minutes of the parish council since "
                "last spring, the clerk has admitted.",
                "language": "en",
            }
        ),
        good(
            {
                "text": "KI im Rathaus\n\nIn diesem Artikel erklären wir, wie die Stadt mit KI erstellte Texte "
                "kennzeichnet.",
                "language": "de",
            }
        ),
        good(
            {
                "text": "Le théâtre\n\n« Cet article a été rédigé par une intelligence artificielle », lit-on au mur du "  # noqa: E501
                "musée.",
                "language": "fr",
            }
        ),
        good(
            {
                "text": "Retour aux sources\n\nCet article a été rédigé par Claude Martin avec nos correspondants.",
                "language": "fr",
            }
        ),
        good(
            {
                "text": "The minutes\n\nThe clerk has admitted that the minutes of the council were never checked.\n\n"
                "This article was amended on 3 May 2025 to clarify that AI had not written them.",
                "language": "en",
            }
        ),
        good(
            {
                "text": "هل يكتب الآلي خبرا؟\n\nقرر المجلس البلدي أن يستعين بالذكاء الاصطناعي في كتابة محاضر "
                "جلساته.\n\nوأثار القرار جدلا بين الأعضاء، فطلب بعضهم أن توقع المحاضر باسم من راجعها.",
                "language": "ar",
            }
        ),
        bad(
            {
                "text": "Weinernte\n\nDie Winzer haben Mitte August mit der Lese begonnen, so früh wie noch nie "
                "zuvor.\n\nDieser Artikel wurde mit Hilfe von künstlicher Intelligenz erstellt.",
                "language": "de",
            },
            at=("Dieser Artikel wurde mit Hilfe von künstlicher Intelligenz erstellt.",),
        ),
        bad(
            {
                "text": "Savers\n\nThis article was generated with the help of artificial intelligence. An editor "
                "checked it.\n\nSavers face thinner returns after the central bank trimmed its main rate.",
                "language": "en",
            },
            at=("This article was generated with the help of artificial intelligence.",),
        ),
        bad(
            {
                "text": "城际铁路\n\n城际铁路南段近日进入联调联试阶段，首列综合检测列车从南站出发，"
                "完成了全线往返测试。\n\n本文由人工智能生成，经编辑审核后发布。",
                "language": "zh",
            },
            at=("本文由人工智能生成，经编辑审核后发布。",),
        ),
        bad(
            {
                "text": "Рынок отремонтируют\n\nГородской совет в понедельник решил отремонтировать крытый рынок за "
                "два года.\n\nЭтот текст создан с помощью искусственного интеллекта.",
                "language": "ru",
            },
            at=("Этот текст создан с помощью искусственного интеллекта.",),
        ),
    )

    lines: int = Field(default=3, ge=1, description="How many lines of the head and of the tail are looked at.")

    def unable(self, article: Article) -> str:
        return "" if any(_is_told(line) for line in article.lines) else "no text"

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        told = [line for line in article.lines if _is_told(line)]
        if not told:
            yield Skip("no text")
            return
        known = spoken.words(article)
        near = told if len(told) <= 2 * self.lines else (*told[: self.lines], *told[-self.lines :])
        lowered = "\n".join(line.text for line in near).lower().replace("’", "'")
        if not any(phrase in lowered for phrase in known.words("text.ai_self").all):
            return
        for line in near:
            for start, end in _disclosures(line, known):
                yield self.finding(
                    "the article says that a machine had a hand in it",
                    article,
                    [article.at(line.start + start, line.start + end)],
                )
                return


def _is_told(line: Line) -> bool:
    return line.role not in _OUTSIDE and not line.marks


def _disclosures(line: Line, known: Vocabulary) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(line.text):
        sentence = match.group().rstrip()
        if sentence[-1] in "?？؟" or any(one in sentence for one in _QUOTES) or len(sentence) > 300:
            continue
        leveled = level(sentence)
        itself = known.words("text.ai_self").within(leveled)
        if itself is None or _WITHIN.search(leveled[: itself[0]]) or leveled[itself[1] :].startswith(("では", "中")):
            continue
        verb, tool = known.words("text.ai_verbs").within(leveled), _tool(sentence, leveled, known)
        if verb and tool and _belong(itself, verb, tool):
            yield match.start(), match.start() + len(sentence)


def _belong(itself: Place, verb: Place, tool: Place) -> bool:
    """Whether text, deed and machine stand close; a note of correction names AI further on."""
    near = min(_gap(itself, verb), _gap(itself, tool))
    return near <= (_NEAR if itself[0] < min(verb[0], tool[0]) else _FAR) and _gap(verb, tool) <= _FAR


def _gap(one: Place, other: Place) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])


def _tool(sentence: str, leveled: str, known: Vocabulary) -> Place | None:
    """A machine by its name: ``AI`` in capitals (it is a word in many languages), no ``Claude Martin``, no topic."""
    at = 0
    while place := known.words("text.ai_tools").within(leveled[at:]):
        start, end = at + place[0], at + place[1]
        name, after = sentence[start:end], sentence[end:].lstrip()
        surname = name.istitle() and after[:1].isupper()
        named = len(name) > 3 or name.isupper() or not name.isascii()
        if named and not surname and not leveled[:start].rstrip().endswith(_ABOUT):
            return start, end
        at = end
    return None
