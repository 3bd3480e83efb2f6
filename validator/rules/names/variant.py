"""NAM001: one person's name is spelled in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import NO_ARTICLE, ArticleRule, bad, good
from validator.rules.names import spellings

_LONG = "Le bourg n'abrite plus que quelques centaines d'habitants, selon les cartes publiées dimanche."


class Variant(ArticleRule):
    """A person bears one name throughout an article.

    Two spellings come from two sources, or from a translation of a translation; whoever counts or links
    persons finds two of them.
    """

    code = "NAM001"
    severity = Severity.INFO
    silenced_by = (*NO_ARTICLE, "page.listing")
    examples = (
        good(
            {
                "text": f"ETIENNE MAUREL QUITTE LE DÉPARTEMENT\n\n{_LONG} "
                "Étienne Maurel, 61 ans, et Etienne Maurel fils s'en vont.",
                "language": "fr",
            }
        ),
        good(
            {
                "text": "The envoy\n\nMike Waltz said the talks would go on for weeks. "
                "Michael Waltz later declined to comment on it.",
                "language": "en",
            }
        ),
        good(
            {
                "text": "Wahl in Kiel\n\nAngela Petersen gewann die Wahl mit großem Abstand. "
                "Angela Petersens Sieg war erwartet worden.",
                "language": "de",
            }
        ),
        good(
            {
                "text": "Міст закрили\n\nПро це сказав Юрій Гнатюк, голова громади, у понеділок увечері. Пізніше Юрія "
                "Гнатюка підтримали й сусідні громади.",
                "language": "uk",
            }
        ),
        bad(
            {
                "text": f"Le bourg recule\n\n{_LONG} Volodymyr Tkatchenko, le chef de l'administration, l'assure.\n\n"
                "« Non », dit encore Volodimir Tkatchenko, joint par téléphone.",
                "language": "fr",
            },
            at=("Volodymyr Tkatchenko", "Volodimir Tkatchenko"),
        ),
        bad(
            {
                "text": "Families underground\n\nSerhiy Kovalenko, an aide to the mayor, said thirty-one people were "
                "wounded on Monday.\n\nTrams were still not running, Sergii Kovalenko added.",
                "language": "en",
            },
            at=("Serhiy Kovalenko", "Sergii Kovalenko"),
        ),
        bad(
            {
                "text": "Der Pakt\n\nDas sagte Vladímir Petrow am Montag in Berlin vor der Presse. "
                "Später sprach Wladimir Petrow erneut dazu.",
                "language": "de",
            },
            at=("Vladímir Petrow", "Wladimir Petrow"),
        ),
        bad(
            {
                "text": "El puente del río\n\nLo anunció el lunes Serguéi Kovalenko, portavoz de la alcaldía, ante los "
                "vecinos del barrio. Más tarde Serguey Kovalenko pidió paciencia.",
                "language": "es",
            },
            at=("Serguéi Kovalenko", "Serguey Kovalenko"),
        ),
        good(
            {
                "text": "Los hermanos\n\nLo dijo ayer Sergio Kovalenko, el menor, ante los vecinos del barrio. "
                "Más tarde Serguéi Kovalenko, el mayor, llegó riéndose con Carla Peña y Carlos Peña.",
                "language": "es",
            }
        ),
        good(
            {
                "text": "Две сестры\n\nО Марии Лаптевой и Марье Лаптевой знают все. Пётр Сомов смеётся, Петр Сомов "
                "молчит, а Петру Сомову пишут.",
                "language": "ru",
            }
        ),
        bad(
            {
                "text": "El puente del río\n\nLo anunció el lunes Serguéi Kovalenko, portavoz de la alcaldía, ante los "
                "vecinos del barrio. Más tarde Serhiy Kovalenko pidió paciencia.",
                "language": "es",
            },
            at=("Serguéi Kovalenko", "Serhiy Kovalenko"),
        ),
        bad(
            {
                "text": "De nieuwe molen\n\nVolgens Katharina Veenhof is de kap gereed. Later zei Catharina Veenhof "
                "dat de wieken nog ontbreken.",
                "language": "nl",
            },
            at=("Katharina Veenhof", "Catharina Veenhof"),
        ),
        bad(
            {
                "text": "Хор вернулся\n\nХором руководит Наталья Лаптева, учительница музыки. Концерт, уверена Наталия "
                "Лаптева, повторят осенью.",
                "language": "ru",
            },
            at=("Наталья Лаптева", "Наталия Лаптева"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        found: dict[tuple[str, str], dict[str, tuple[int, int]]] = defaultdict(dict)
        for line, words in article.once(spellings.capitalised):
            for first, last in pairwise(words):
                end = first.end()
                if last.start() == end + 1 and line.text[end] in " \u00a0" and _long(first, last):
                    given, surname = first[0], last[0]
                    place = (line.start + first.start(), line.start + last.end())
                    key = spellings.skeleton(given), _surname(surname)
                    found[key].setdefault(f"{given} {surname}", place)
        for spelled in found.values():
            if len(spelled) > 1 and len({_seen(name) for name in spelled}) > 1:
                places = [place for name, place in spelled.items() if _first_of_its_kind(name, spelled)]
                yield self.finding(
                    f"one name, {len(places)} spellings: {', '.join(_kinds(spelled))}",
                    article,
                    [article.at(*place) for place in places],
                )


def _long(first: re.Match[str], last: re.Match[str]) -> bool:
    return len(first[0]) >= 3 and len(last[0]) >= 4


@lru_cache(maxsize=4096)
def _surname(word: str) -> str:
    """Cyrillic surnames are compared as they are: their endings are cases."""
    return spellings.key(word) if word[0] < "Ѐ" else word.replace("ё", "е").replace("’", "'")


def _seen(name: str) -> str:
    """A spelling; accents on capitals and the dots of ё are optional, apostrophes and hyphens of one kind."""
    if name[0] >= "Ѐ":
        return name.replace("ё", "е").replace("\u0301", "").replace("’", "'")
    capitals = "".join(spellings.plain(one) if one.isupper() else one for one in name)
    return capitals.replace("’", "'")


def _kinds(spelled: dict[str, tuple[int, int]]) -> list[str]:
    return [name for name in spelled if _first_of_its_kind(name, spelled)]


def _first_of_its_kind(name: str, spelled: dict[str, tuple[int, int]]) -> bool:
    return next(other for other in spelled if _seen(other) == _seen(name)) == name
