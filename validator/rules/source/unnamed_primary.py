"""SRC005: a document is quoted again and again, and never named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pydantic import Field

from validator.lexicons.fold import level
from validator.lexicons.lexicon import vocabulary
from validator.model.article import Article, Line
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good

_QUOTES = regex('["«»“”„「」『』]')
_FIRST = "Selon un compte rendu officiel, les deux présidents se sont entretenus « longuement » au sujet de la paix."
_THEN = "« Ce conflit doit se terminer par une paix durable », indique le communiqué, qui salue des efforts sincères."
_LAST = "« Il aurait dû finir il y a longtemps », poursuit le communiqué, sans dire comment la paix serait garantie."


class UnnamedPrimary(ArticleRule):
    """A document that an article quotes at length should be named once.

    A hint for the reviewer: "the statement says" is usual where the first sentence says whose, but
    three times without a name nobody can go back to the source.
    """

    code = "SRC005"
    severity = Severity.INFO
    triggers = frozenset({"source.unnamed"})
    examples = (
        good(f"Entretien au téléphone\n\n{_FIRST}\n\n{_THEN}"),
        good(f"Entretien au téléphone\n\n{_FIRST.replace('«', '').replace('»', '')}\n\nLe texte est long et détaillé."),
        good(
            "Ayuntamiento y vecinos chocan\n\n«El pozo se cerrará», dice la nota de la alcaldesa Inés Peña, fechada el "
            "lunes.\n\n«Nadie nos preguntó», señala el comunicado de los vecinos de la calle Mayor.\n\n«Volveremos», "
            "advirtió el portavoz al salir del pleno."
        ),
        bad(
            f"Entretien au téléphone\n\n{_FIRST}\n\n{_THEN}\n\n{_LAST}",
            at=("Selon un compte rendu officiel", "indique le communiqué", "poursuit le communiqué"),
        ),
        bad(
            "El pozo se cerrará en otoño\n\nSegún un comunicado oficial, el pozo de la plaza «no reúne condiciones» y "
            "se cerrará en otoño.\n\n«El agua se analizará cada semana hasta entonces», señala el comunicado, sin dar "
            "más fechas.\n\n«Los vecinos serán avisados por carta», añade el comunicado, que no menciona el precio.",
            at=("Según un comunicado oficial", "señala el comunicado", "añade el comunicado"),
        ),
        bad(
            "Колодязь закриють восени\n\n«Вода не відповідає нормам», — йдеться у повідомленні, яке розклеїли на "
            "площі.\n\n«Пробу братимуть щотижня», — зазначається у документі, хоча графіка до нього не додали.\n\n"
            "«Мешканців попередять листом», — сказано у повідомленні, і жодного підпису під ним немає.",
            at=("йдеться у повідомленні", "зазначається у документі", "сказано у повідомленні"),
        ),
    )

    least: int = Field(default=3, ge=1, description="How often the nameless document must be quoted.")

    def unable(self, article: Article) -> str:
        known = article.language.value is not None and len(article.body) >= self.least
        quotations = (line for line in article.body if _QUOTES.search(line.text))
        return "" if known and len([*islice(quotations, 2)]) == 2 else "too few quotations, or no known language"

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if why := self.unable(article):
            yield Skip(why)
            return
        phrases = vocabulary(article.language.value or "").words("source.unnamed").all
        seen = [place for line in article.body if (place := _phrase(article, line, phrases))]
        if len(seen) >= self.least:
            yield self.finding(f"a document quoted {len(seen)} times is not named", article, seen[:12])


def _phrase(article: Article, line: Line, phrases: frozenset[str]) -> Evidence | None:
    """The longest phrase of a line that names a document without saying whose."""
    leveled = level(line.text)
    found = max((phrase for phrase in phrases if phrase in leveled), key=len, default="")
    if not found:
        return None
    start = line.start + leveled.index(found)
    return article.at(start, start + len(found))
