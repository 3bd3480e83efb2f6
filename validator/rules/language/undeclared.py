"""LNG001: the record does not say its language."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good


class Undeclared(ArticleRule):
    """A record declares the language of its text.

    Everything after it (which dates, which names, which models) goes by the language; a guess made anew
    by every tool is not the same guess each time. The field ``language`` was looked at.
    """

    code = "LNG001"
    severity = Severity.INFO
    formal = True
    field = "language"
    examples = (
        good({"text": "Der Rat tagt.", "language": "de"}),
        good({"text": "Le conseil vote.", "lang": "fr-BE"}),
        good(
            {
                "text": "Der Stadtrat hat am Montag beschlossen, das Freibad in diesem Sommer nicht zu öffnen.",
                "language": "German",
            }
        ),
        good({"text": "市议会周三通过了新的预算案，老城夜市的摊位下月重新登记。", "lang": "zh-Hans"}),
        bad("Le conseil municipal de Lyon a voté lundi soir le budget de la ville, après un long débat."),
        bad({"text": "Рада проголосувала за бюджет.", "language": ""}, at=("",)),
        bad("Міська рада ухвалила бюджет на наступний рік після тригодинної суперечки про школи й дороги."),
        bad(
            {
                "text": "El pleno aprobó el lunes la reforma del mercado de abastos, por nueve millones de euros.",
                "language": "  ",
            },
            at=("  ",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if article.language.declared is None:
            found = article.language.value
            yield self.finding(
                f"no language is declared{f', the text is in {found!r}' if found else ''}",
                article,
                [article.field("language")],
                subject="",
                suggestion=found,
            )
