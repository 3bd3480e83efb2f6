"""LNG007: the language is none of those that the profile allows."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good

_FR = "Le conseil municipal a voté mardi le budget de la ville, après un débat de trois heures sur l'eau et les écoles."


class Unexpected(ArticleRule):
    """An article must be written in one of the languages that the profile allows.

    A drop that is to be in two languages and brings a third was put together wrongly, and whoever trains
    or searches on it learns so too late. A profile that names no languages allows all.
    """

    code = "LNG007"
    severity = Severity.ERROR
    examples = (
        good(
            {
                "text": "The council of Exampleton voted on Tuesday for the new pool, after a debate of three hours.",
                "language": "en",
            },
            languages=("en", "fr"),
        ),
        good("El alcalde dijo: «We will build it», y el pleno aprobó el martes la construcción de la nueva piscina."),
        good(
            {
                "text": "Міська рада ухвалила бюджет на наступний рік після тригодинної суперечки про школи й дороги, "
                "а зведення мосту знову відклали.",
                "language": "uk",
            },
            languages=("uk", "ru"),
        ),
        bad({"text": _FR, "language": "fr"}, at=("fr",), languages=("en", "de")),
        bad(
            {
                "text": "市议会周三通过了新的预算案，老城夜市的摊位下月一日起重新登记，"
                "摊主须带身份证件到街道办事处办理，登记费为五十元，逾期不再受理。",
                "language": "zh",
            },
            at=("zh",),
            languages=("en", "ja"),
        ),
    )

    languages: tuple[str, ...] = Field(default=(), description="The languages allowed; empty for all.")

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        language = article.language
        if not self.languages or language.value is None:
            yield Skip("no language was detected" if self.languages else "every language is allowed")
        elif language.value not in self.languages:
            allowed = ", ".join(self.languages)
            yield self.finding(
                f"written in {language.value}; allowed: {allowed}", article, language.evidence, subject=language.value
            )
