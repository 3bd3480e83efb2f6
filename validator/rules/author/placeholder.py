"""AUT002: a filler stands where the author's name should."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.fold import fold
from validator.lexicons.lexicon import sections
from validator.model.article import Article
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules import spoken
from validator.rules.author import signed
from validator.rules.base import DeclaredRule, bad, good

_EMPTY = frozenset(
    {"n/a", "na", "n.a.", "none", "null", "nil", "nan", "-", "--", "–", "—", "?", "undefined", "n/c", "nc"}
)
# An account of a content system, whatever its site or its number: ``wpadmin``, ``site_admin2``, ``editor1``.
_ACCOUNT = regex(
    r"(?:(?:wp|wordpress|web|site|blog|news|cms|super|sys|system|portal|main|my|the)[ ._-]?|[a-z]{1,12}[._-])?"
    r"(?:admin|administrator|webmaster)\d*|(?:editor|user|author|test)\d+"
)


class Placeholder(DeclaredRule):
    """An author's name must not be the name of nobody.

    ``admin`` and ``anonymous`` are what a content system fills in when nobody did. Counted as a person they
    become the most productive author of the corpus.
    """

    code = "AUT002"
    severity = Severity.WARNING
    examples = (
        good({"text": "Lanterns return to the temple town.", "author": "Matooke"}),
        good({"text": "Der Bundesrat hat entschieden.", "author": "sda"}),
        good({"text": "Le conseil a voté.", "author": "Adèle Minguet"}),
        good({"text": "The pier reopens on Monday.", "author": "Nadia Admin"}),
        bad({"text": "Le conseil a voté lundi le budget de la ville.", "author": "admin"}, at=("admin",)),
        bad({"text": "The pier reopens on Monday.", "author": "wpadmin"}, at=("wpadmin",)),
        bad(
            {
                "text": "Причал открыт\n\nАвтор: admin | 12.03.2026 | Новости\n\nПортовое управление открыло причал в "
                "понедельник после зимнего ремонта.",
                "language": "ru",
            },
            at=("admin",),
        ),
        bad({"text": "The pier reopens on Monday.", "author": "harbour_admin2"}, at=("harbour_admin2",)),
        bad({"text": "Die Stadt baut.", "author": ["Jens Petersen", "Unbekannter Autor"]}, at=("Unbekannter Autor",)),
        bad({"text": "城际铁路南段近日进入联调联试阶段。", "author": "佚名", "language": "zh"}, at=("佚名",)),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        seen = dict.fromkeys((*signed.declared(article), *_printed(article)))
        values = [one for one in seen if fold(one.quote) not in _EMPTY]
        if not values:
            yield Skip("no author is named")
        for value in values:
            if "byline.placeholders" in sections(value.quote) or _ACCOUNT.fullmatch(fold(value.quote)):
                yield self.finding(f"the author '{value.quote.strip()}' is a placeholder", article, [value])


def _printed(article: Article) -> Iterator[Evidence]:
    """The values of bylines, those of a page's header as well, where the record declares no author."""
    if "author" not in article.declared:
        known = spoken.words(article)
        for line, at in (*signed.bylines(article, known), *signed.header(article, known)):
            named = line.text[at:].partition("|")[0].rstrip()  # beside a bar stand the date and the section
            yield signed.place(article, line, at, at + len(named))
        for line, start, end in signed.fields((*article.lines, *article.header), known):
            yield signed.place(article, line, start, end)
