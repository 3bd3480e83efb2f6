"""AUT005: a role is given without the name that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from validator.lexicons import calendar
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Article, Role
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules import spoken
from validator.rules.author import signed
from validator.rules.base import DeclaredRule, bad, good

# Where the bearer of a role is: the languages whose bylines say so with a preposition.
_PLACE = regex(r"\s(?:in|at|en|à|a|em|aus|i|w|we|da|de|di|в|у)\s[^\W\d_][\w’' -]{1,30}$")

_PREFIXED_PLACE = regex(r"\w{8} (?:à|en|em|in)$|(?:spécial|spéciale) à$")  # how a prefix ends that a place follows


class RoleOnly(DeclaredRule):
    """A byline must hold a name, not only what its bearer does.

    The name was lost on the way, or never was there: "Special correspondent" then counts as one writer
    with the output of a whole newsroom.
    """

    code = "AUT005"
    severity = Severity.WARNING
    examples = (
        good(
            {
                "text": "Bruxelles temporise.",
                "author": "Paul-Henri Stevens, envoyé spécial à Bruxelles",
                "language": "fr",
            }
        ),
        good({"text": "Rhenen herdenkt.", "author": "onze verslaggever Ties Overbeek", "language": "nl"}),
        good({"text": "Musik in Kiel.", "author": "Alwin Redaktor", "language": "de"}),
        bad(
            {"text": "Les forces ont progressé.", "author": "Envoyé spécial", "language": "fr"}, at=("Envoyé spécial",)
        ),
        bad(
            {"text": "Спасатели разрешили судам выходить на Байкал.", "author": "специальный корреспондент"},
            at=("специальный корреспондент",),
        ),
        bad(
            {
                "text": "Un olivier en pot\n\nPar notre correspondante à Nyons\n\nL'olivier supporte le froid, mais "
                "pas les pieds mouillés.",
                "language": "fr",
            },
            at=("Par notre correspondante à Nyons",),
        ),
        bad(
            {
                "text": "La route\n\nDe notre envoyé spécial à Rwegura\n\nLa piste a disparu sur deux kilomètres.",
                "language": "fr",
            },
            at=("De notre envoyé spécial à Rwegura",),
        ),
        good({"text": "Vuelve el vapor.", "author": "Lope Corresponsal en Salto", "language": "es"}),
        bad(
            {"text": "Vuelve el vapor.", "author": "Corresponsal en Montevideo", "language": "es"},
            at=("Corresponsal en Montevideo",),
        ),
        bad(
            "Ferry company fined\n\nBy Staff Reporter\n\nA ferry company must pay a fine, a court has ruled.",
            at=("By Staff Reporter",),
        ),
        bad(
            {"text": "Rates were cut.", "author": "By our political correspondent", "language": "en"},
            at=("By our political correspondent",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        named = any(one.kind == "person" for one in article.authors)
        values = list(signed.declared(article)) or ([] if named else list(_printed(article)))
        if not values:
            yield Skip("no author's value to judge")
            return
        known = spoken.words(article)
        for value in values:
            if _is_role(value.quote, known):
                yield self.finding(f"'{value.quote.strip()}' is a role without a name", article, [value])


def _printed(article: Article) -> Iterator[Evidence]:
    return (article.line(line) for line in article.with_role(Role.BYLINE))


@lru_cache(maxsize=4096)
def _is_role(value: str, known: Vocabulary) -> bool:
    roles, bare = known.words("byline.roles"), level(value).strip(" .,:")
    if bare in roles:
        return True
    if bare in known.words("byline.prefixes"):
        return roles.within(bare) is not None
    length = signed.prefix(value, known)
    if length and _PREFIXED_PLACE.search(bare[:length].rstrip()):
        return " " not in bare[length:].strip() or bare[length:].strip() in calendar.cities()
    office = bare[length:].strip(" .,:").removeprefix("our ")
    if bool(length) and (office in roles or _PLACE.sub("", office) in roles):
        return True
    return (placed := _PLACE.sub("", bare)) != bare and placed in roles
