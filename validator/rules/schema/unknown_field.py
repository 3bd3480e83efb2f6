"""SCH007: a field that no record map knows."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from pydantic import Field

from validator.model.article import Article
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import UNREADABLE, ArticleRule, bad, good

_MOST = 12


class UnknownField(ArticleRule):
    """A field should bear a name that the record map knows.

    What it holds is not read. Often that is right; where the name is a slip of the pen, or has changed
    overnight, a whole field of the corpus is lost in silence.
    """

    code = "SCH007"
    severity = Severity.INFO
    formal = True
    silenced_by = UNREADABLE
    examples = (
        good({"text": "The council met.", "datePublished": "2025-05-14", "inLanguage": "en"}),
        good({"body": "Le conseil a voté.", "sitename": "Le Phare"}),
        good({"content": "Міська рада ухвалила бюджет на наступний рік.", "dateModified": "2025-05-14"}),
        bad({"text": "Ceny masła rosną.", "headine": "Ceny masła znów rosną"}, at=("headine",)),
        bad({"text": "Хоккеисты вышли в финал.", "zagolovok_kicker": "Хоккей"}, at=("zagolovok_kicker",)),
        bad(
            {"text": "El pleno aprobó el lunes la reforma del mercado de abastos.", "autro": "Inés Peña"},
            at=("autro",),
        ),
    )

    known: tuple[str, ...] = Field(
        default=(), description="The names that may have been meant: those of the record map."
    )
    expected: frozenset[str] = Field(default=frozenset(), description="Names that are passed over in silence.")

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        names = [path.removeprefix("$.") for path in article.unknown]
        names = [name for name in names if name not in self.expected and not name.startswith(("@", "$", "_"))]
        if names:
            meant = [
                f"{name}: did you mean {near[0]}?"
                for name in names[:_MOST]
                if (near := difflib.get_close_matches(name, self.known, n=1, cutoff=0.75))
            ]
            seen = [Evidence("record", name, locator=f"$.{name}") for name in names[:_MOST]]
            noun = "field" if len(names) == 1 else "fields"
            yield self.finding(
                f"{len(names)} {noun} that no record map knows: {', '.join(names[:_MOST])}",
                article,
                seen,
                suggestion="; ".join(meant) or None,
            )
