"""AUT013: the byline names another author than the record."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons import agencies
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Article, Line
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules import spoken
from validator.rules.author import signed
from validator.rules.base import NO_ARTICLE, ArticleRule, bad, good

_END = regex(r"[,;|(（•·/／、]|\s[–—-]\s|\s*\d|\s(?:avec|with|mit|con|com|met|med)\s")  # Par L. G. avec AFP
_IDEOGRAPHS = regex(r"[\u3040-\u30ff\u3400-\u9fff]{2,5}")


class TextMetaConflict(ArticleRule):
    """The author in the record is the author in the byline.

    One of them is wrong: the editor who uploaded the text, or a name from a neighbouring teaser. Whoever
    cites the record puts somebody else's name to the work.
    """

    code = "AUT013"
    severity = Severity.WARNING
    silenced_by = (*NO_ARTICLE, "page.listing")
    examples = (
        good(
            {
                "text": "Донорка року\n\nАвтор: Н. Барабаш\n\nВчителька математики здала кров усоте.",
                "author": "Наталія Барабаш",
                "language": "uk",
            }
        ),
        good(
            {
                "text": "Kinofest\n\nBy Olena Marsh\n\nThe festival opened on Monday.",
                "author": "Олена Марш",
                "language": "en",
            }
        ),
        good({"text": "La digue\n\nPar L.G. avec AFP\n\nLa digue a cédé.", "author": "Lise Garnier", "language": "fr"}),
        good({"text": "El río\n\nPor Inés Peña\n\nEl río bajó el lunes.", "author": "PENA, Ines", "language": "es"}),
        bad(
            {
                "text": "O inverno\n\nPor Lenka Horová\nTradução de Rui Sá\n\nO gelo partiu na segunda-feira.",
                "author": "Rui Sá",
                "language": "pt",
            },
            at=("Rui Sá", "Lenka Horová"),
        ),
        bad(
            {
                "text": "Neue Qualle\n\nAutor: Thomas Brandt\n\nEin Team aus Kiel hat eine Qualle beschrieben.",
                "author": "Katharina Siemers",
                "language": "de",
            },
            at=("Katharina Siemers", "Thomas Brandt"),
        ),
        bad(
            {
                "text": "Council backs homes\n\nBy Rachel Thornley\n\nThe council voted on Monday.",
                "author": "Gavin Pryce",
                "language": "en",
            },
            at=("Gavin Pryce", "Rachel Thornley"),
        ),
        bad(
            {
                "text": "Council backs homes\n\nRachel Thornley\nPolitical editor\n\nThe council voted on Monday.",
                "author": "Gavin Pryce",
                "language": "en",
            },
            at=("Gavin Pryce", "Rachel Thornley"),
        ),
        bad(
            {
                "text": "В Казани запустили трамвай\n\nАвтор: Тимур Галиев\n\nПервый ночной трамвай вышел на линию.",
                "author": "Вадим Шилов",
                "language": "ru",
            },
            at=("Вадим Шилов", "Тимур Галиев"),
        ),
        bad(
            {
                "text": "退休教师义务修表二十年\n\n发布时间：2026-01-16 09:30　来源：临溪日报　作者：尹若川\n\n"
                "在临溪老街，退休教师阮伯勤的修表摊从不收钱。二十年来，他修好了三千多块表。",
                "author": "郭映雪",
                "language": "zh",
            },
            at=("郭映雪", "尹若川"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        people = signed.persons(article)
        if not people:
            yield Skip("no person is declared as author")
            return
        known = spoken.words(article)
        printed = [
            (line, place)
            for line, at in (*signed.bylines(article, known), *signed.header(article, known))
            if (place := _name(line, at, known)) is not None
        ]
        if not 0 < len(printed) <= 2:
            yield Skip(f"{len(printed)} bylines to compare with, not one or two")
            return
        said = frozenset().union(*(signed.tokens(one.value) for one in people))
        if any(_stands(one.value, article, known) for one in people) or any(
            _meets(line.text, said) for line, _ in printed
        ):
            return
        line, (start, end) = printed[0]
        name = line.text[start:end]
        if signed.script(name) == signed.script(people[0].value):
            record = [seen for one in people for seen in one.evidence if seen.declared]
            yield self.finding(
                f"the record names {people[0].value}, the byline {name}",
                article,
                [*dict.fromkeys(record), signed.place(article, line, start, end)],
            )


def _stands(name: str, article: Article, known: Vocabulary) -> bool:
    """Whether a name stands in the text other than as the translator's, behind the words that say so."""
    translators = known.words("byline.translators")
    lines = [line for line in (*article.filled, *article.header) if name in line.text]
    return any(not translators.opening(level(line.text).lstrip("(（ ")) for line in lines)


def _meets(text: str, said: frozenset[str]) -> bool:
    """Whether a byline shares a name with the record; a name written without spaces by its characters."""
    shared = {one for one in signed.tokens(text) & said if len(one) > 2 or not one.isascii()}
    return bool(shared) or any(len(one) > 1 and not one.isascii() and one in text for one in said)


def _name(line: Line, at: int, known: Vocabulary) -> tuple[int, int] | None:
    """The first full name behind a byline's prefix; None for a team, an agency, an editor or a translator."""
    leveled = level(line.text).lstrip("(（ ")
    if any(known.words(f"byline.{kind}").opening(leveled) for kind in ("translators", "editors")):
        return None
    stop = _END.search(line.text, at)
    end = stop.start() if stop else len(line.text)
    name = line.text[at:end].rstrip(" .")
    if agencies.agency(name) or known.words("byline.team_words").within(level(name)) or not _is_full(name):
        return None
    return at, at + len(name)


def _is_full(name: str) -> bool:
    parts = name.split()
    if len(parts) == 1:
        return _IDEOGRAPHS.fullmatch(name) is not None
    return 2 <= len(parts) <= 4 and all(
        one[0].isupper() or one[0].lower() == one[0].upper() for one in (parts[0], parts[-1])
    )
