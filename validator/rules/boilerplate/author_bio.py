"""BPL009: a note about the author or the outlet stands under the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from validator.lexicons.fold import level
from validator.model.article import BODY_ROLES, Article, Line
from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules import spoken
from validator.rules.base import bad, good
from validator.rules.boilerplate import returning
from validator.rules.boilerplate.lines import MOST, MarkedLines, at_edge, counted, marked
from validator.rules.survey import Corpus, CorpusRule

_LAST = 3  # lines from the end in which an author's own paragraph is looked for
_SHORTEST = 30  # letters of a note


def _signed(note: str) -> tuple[dict[str, str], ...]:
    """Articles of one author, each with the same last line."""
    return returning.closed(note, author="Nell Harrow")


class AuthorBio(MarkedLines, CorpusRule):
    """What the outlet says of its author or of itself is no part of an article.

    The note stands under all of one author's articles: it is a near-duplicate made by the site, and its
    facts (schools, prizes, towns) are found in stories that they have nothing to do with. That a line comes back in
    articles of a source and begins with the name of one of its authors tells a note in any words.
    """

    code = "BPL009"
    severity = Severity.INFO
    section: ClassVar = "boilerplate.author_bio"
    thing: ClassVar = "a note about the author"
    place: ClassVar = "edges"
    longest: ClassVar = 900
    fixable = False
    reads = (*returning.READS, "authors")
    needs = returning.NEEDS
    examples = (
        good(
            "Ein Leben für die Orgel\n\nVon Gudrun Kern\n\nDer Orgelbauer Alwin Roth ist am Dienstag im Alter von "
            "93 Jahren in Passau gestorben.\n\nAlwin Roth war bis zuletzt Redakteur der Vereinszeitung seines Orts."
        ),
        good("Une équipe de journalistes a été agressée lundi à Lyon, en marge d'une manifestation d'agriculteurs."),
        good(
            "ترميم سوق المدينة القديم\n\nقرر المجلس البلدي يوم الاثنين ترميم سوق المدينة القديم بكلفة تسعة ملايين "
            "دينار.\n\nتبدأ الأعمال في الربيع وتستمر عامين، كما أعلنت البلدية في لقاء مع السكان.\n\n"
            "عن الكاتبة التي عاشت فوق السوق خمسين عاما تتحدث الرواية، وفي فصلها الأخير تغلق الدكاكين أبوابها."
        ),
        bad(
            "La halle de Sète sera rénovée\n\nLe conseil municipal a voté lundi soir la rénovation de la halle.\n\n"
            "Les travaux commenceront au printemps, a précisé la mairie lors d'une réunion publique.\n\n"
            "À propos de l'auteur",
            at=("À propos de l'auteur",),
        ),
        bad(
            "Market hall to be renovated\n\nBy Fiona Strachan\n\nThe council voted on Monday to renovate the market "
            "hall, at a cost of nine million pounds.\n\nWork will begin in the spring, the mayor told residents.\n\n"
            "Fiona Strachan is a reporter in our Glasgow office and has covered the city since 2009.",
            at=("Fiona Strachan is a reporter in our Glasgow office and has covered the city since 2009.",),
        ),
        bad(
            {
                "text": "Market hall to be renovated\n\nBy Fiona Strachan\n\nThe council voted on Monday to renovate "
                "the market hall.\n\nFiona Strachan has covered the harbour for the Tarn Echo since 2009.",
                "outlet": "Tarn Echo",
            },
            at=("Fiona Strachan has covered the harbour for the Tarn Echo since 2009.",),
        ),
        bad(
            "旧市場の屋根を改修へ\n\n市議会は月曜日、老朽化した市場の屋根を改修する予算案を可決した。\n\n"
            "工事は来年の春に始まり、二年かかる見通しだと市の担当者は説明した。\n\n"
            "この記事を書いた人",
            at=("この記事を書いた人",),
        ),
        bad(
            "Targowisko czeka na nowy dach\n\nRada miasta zdecydowała w poniedziałek o remoncie hali targowej za "
            "dziewięć milionów złotych.\n\nPrace ruszą wiosną i potrwają dwa lata, zapowiedział burmistrz podczas "
            "spotkania.\n\nO autorze",
            at=("O autorze",),
        ),
    )

    corpora = (
        Corpus(_signed("Nell Harrow keeps bees and has swum across the bay twice."), (frozenset("0123"),)),
        Corpus(_signed("Nell Harrow is a reporter of this paper and keeps bees.")),
        Corpus(_signed("Ned Falk keeps bees and has swum across the bay twice.")),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        found = [line for line in marked(article, self.section, self.longest) if at_edge(article, line)]
        found += [line for line in article.filled[-_LAST:] if line not in found and _introduces(article, line)]
        if found:
            yield self.finding(f"{counted(found)} of {self.thing}", article, map(article.line, found[:MOST]))

    def survey(self, tables: Tables) -> Iterator[Finding]:
        yield from returning.told(self, tables, tables.rows(_NOTES), "a note about the author")


# The lines that come back in the articles of a source and begin with the name of one of its authors.
_NOTES = f"""
SELECT DISTINCT l.source AS source, l.shape AS shape, l.text AS text
FROM learnt l JOIN (SELECT DISTINCT source, unnest(authors) AS name FROM articles) n
ON n.source = l.source AND substr(l.text, 1, length(n.name) + 1) = concat(n.name, ' ')
WHERE length(l.text) >= {_SHORTEST}
"""


def _introduces(article: Article, line: Line) -> bool:
    """Whether a closing paragraph begins with the name of an author named above it, and tells his job or his house."""
    if line.role not in BODY_ROLES or not _SHORTEST <= len(line.text) <= 500:
        return False
    if not any(author.kind == "person" and line.text.startswith(f"{author.value} ") for author in article.authors):
        return False
    opening, outlet = level(line.text[:120]), level(article.source.value or "")
    return spoken.words(article).words("byline.roles").within(opening) is not None or bool(outlet and outlet in opening)
