"""NAM001: one person's name is spelled in two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from validator.model.article import Article
from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity, Skip
from validator.rules import outlets
from validator.rules.base import NO_ARTICLE, ArticleRule, bad, good
from validator.rules.names import bylines, spellings
from validator.rules.survey import SHOWN_ARTICLES, Corpus, CorpusRule

_BLANKS = (" ", "\u00a0")
_LONG = "Le bourg n'abrite plus que quelques centaines d'habitants, selon les cartes publiées dimanche."


def _signed(authors: dict[str, int]) -> tuple[dict[str, str], ...]:
    """So many articles of a source, signed so."""
    return tuple(
        {"id": f"{name} {at}", "text": "Council meets.", "outlet": "Bell", "author": name}
        for name, count in authors.items()
        for at in range(count)
    )


class Variant(ArticleRule, CorpusRule):
    """A person bears one name throughout an article, and an author throughout a source.

    Two spellings come from two sources, or from a translation of a translation; whoever counts or links
    persons finds two of them. The most frequent spelling of an author is proposed for all.
    """

    code = "NAM001"
    severity = Severity.INFO
    reads = (*outlets.IDS, "authors")
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
        good(
            {
                "text": "Szukanie słów\n\nZ Ewą Kostrzyńską-Malik, tłumaczką bajek, rozmawiamy o rytmie zdania.\n\n"
                "Ewa Kostrzyńska-Malik: Moja rodzina od dawna mieszkała przy granicy.",
                "language": "pl",
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
                "text": "The pianist\n\nOleksandr Tkachenko has cancelled his recital because of an injured wrist, the "
                "hall said on Monday.\n\nAleksandr Tkachenko was to have played two late sonatas.",
                "language": "en",
            },
            at=("Oleksandr Tkachenko", "Aleksandr Tkachenko"),
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
        if not article.once(_varies):
            return
        found: dict[tuple[str, str], dict[str, tuple[int, int]]] = defaultdict(dict)
        for line, words in article.once(spellings.capitalised):
            for first, last in pairwise(words):
                end = first.end()
                if last.start() == end + 1 and line.text[end] in _BLANKS and _long(first[0], last[0]):
                    given, surname = first[0], last[0]
                    place = (line.start + first.start(), line.start + last.end())
                    key = spellings.skeleton(given), _surname(surname)
                    found[key].setdefault(f"{given} {surname}", place)
        for spelled in found.values():
            if len(spelled) > 1 and len({spellings.seen(name) for name in spelled}) > 1:
                places = [place for name, place in spelled.items() if _first_of_its_kind(name, spelled)]
                yield self.finding(
                    f"one name, {len(places)} spellings: {', '.join(_kinds(spelled))}",
                    article,
                    [article.at(*place) for place in places],
                )

    corpora = (
        Corpus(_signed({"Jan Kowalski": 5, "Jan Kowalczyk": 4, "Anna Meier": 6, "Anne Meier": 5})),
        Corpus(_signed({"Mark Petersen": 8, "Mark Petersen jr.": 3, "Юрій Гнатюк": 6, "Юрія Гнатюка": 1})),
        Corpus(_signed({"Nell Harrow": 9, "N. Harrow": 2, "Ned Harrow": 4})),
        Corpus(_signed({"Nell Harrow": 3, "Nelly Harrow": 2, "Clara Peña": 9, "Carla Peña": 1})),
        Corpus(_signed({"Jan Müller": 4, "Jana Mueller": 4, "Anne-Marie Falk": 3, "Anne Falk": 3, "M. Falk": 1})),
        Corpus(
            _signed({"Étienne Maurel": 4, "Etienne Maurel": 2, "Nell Harrow": 9, "N. Harrow": 2}),
            (
                frozenset(
                    {
                        "Étienne Maurel 0",
                        "Étienne Maurel 1",
                        "Étienne Maurel 2",
                        "Étienne Maurel 3",
                        "Etienne Maurel 0",
                        "Etienne Maurel 1",
                    }
                ),
                frozenset({*(f"Nell Harrow {at}" for at in range(9)), "N. Harrow 0", "N. Harrow 1"}),
            ),
        ),
        Corpus(
            _signed({"Katharina Veenhof": 12, "Katharina Venehof": 1, "Юрій Гнатюк": 2, "Yuriy Hnatiuk": 2}),
            (
                frozenset({*(f"Katharina Veenhof {at}" for at in range(12)), "Katharina Venehof 0"}),
                frozenset({"Юрій Гнатюк 0", "Юрій Гнатюк 1", "Yuriy Hnatiuk 0", "Yuriy Hnatiuk 1"}),
            ),
        ),
        Corpus(
            _signed({"Nell Harrow": 2, "Harrow, Nell": 1, "Ned, Harlan": 1, "Işıl Çakır": 1, "Isil Cakir": 1}),
            (
                frozenset({"Nell Harrow 0", "Nell Harrow 1", "Harrow, Nell 0"}),
                frozenset({"Işıl Çakır 0", "Isil Cakir 0"}),
            ),
        ),
        Corpus(
            _signed({"Jürgen Größner": 1, "Juergen Groessner": 1, "Anne-Marie Falk": 1, "Anne Marie Falk": 1}),
            (
                frozenset({"Jürgen Größner 0", "Juergen Groessner 0"}),
                frozenset({"Anne-Marie Falk 0", "Anne Marie Falk 0"}),
            ),
        ),
        Corpus(
            _signed({"María José Peña": 2, "Maria Jose Peña": 1, "M. J. Peña": 1, "M.-J. Peña": 1, "Jan Falk": 1}),
            (
                frozenset({f"{one} 0" for one in ("María José Peña", "Maria Jose Peña", "M. J. Peña", "M.-J. Peña")})
                | {"María José Peña 1"},
            ),
        ),
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        authors: dict[str, dict[str, int]] = defaultdict(dict)
        for source, name, count in tables.rows(_AUTHORS):
            authors[source][name] = count
        together: dict[str, list[frozenset[str]]] = defaultdict(list)
        for source, names in tables.rows(_TOGETHER):
            together[source].append(frozenset(names))
        ids = outlets.Ids(tables)
        for source, counts in authors.items():
            groups = [*bylines.variants(counts, together[source])]
            rows = ids.rows(source, "id, authors", "array_length(authors) > 0") if groups else []
            signed: dict[str, list[int]] = defaultdict(list)
            for at, (_, names) in enumerate(rows):
                for name in names:
                    signed[name].append(at)
            for group in groups:
                told = ", ".join(f"{name} ({counts[name]})" for name in group)
                yield self.among(
                    f"{outlets.called(source)}: one author, {len(group)} spellings: {told}",
                    [str(rows[at][0]) for at in _shown(group, signed)],
                    source=source,
                    subject=f"{source} | {' | '.join(sorted(group))}",
                    suggestion=group[0],
                )


_AUTHORS = """
SELECT source, name, count(*) FROM (SELECT source, unnest(authors) AS name FROM articles) GROUP BY source, name
"""
_TOGETHER = "SELECT DISTINCT source, authors FROM articles WHERE array_length(authors) > 1"


def _shown(group: list[str], signed: dict[str, list[int]]) -> set[int]:
    """The articles of all spellings; where they are more than a finding shows, those of all but the proposed one."""
    found = {at for name in group for at in signed[name]}
    return found if len(found) <= SHOWN_ARTICLES else {at for name in group[1:] for at in signed[name]}


def _varies(article: Article) -> bool:
    """Whether any two names that are not written alike may be one person's; in most articles none are."""
    words, gaps = article.once(spellings.words_and_gaps)
    beside = zip(words, words[1:], gaps[1:], strict=False)
    names = {(given, surname) for given, surname, gap in beside if gap in _BLANKS and _long(given, surname)}
    return len({(spellings.skeleton(given), _surname(surname)) for given, surname in names}) < len(names)


def _long(given: str, surname: str) -> bool:
    return len(given) >= 3 and len(surname) >= 4


@lru_cache(maxsize=4096)
def _surname(word: str) -> str:
    """Cyrillic surnames are compared as they are: their endings are cases."""
    return spellings.key(word) if word[0] < "Ѐ" else word.replace("ё", "е").replace("’", "'")


def _kinds(spelled: dict[str, tuple[int, int]]) -> list[str]:
    return [name for name in spelled if _first_of_its_kind(name, spelled)]


def _first_of_its_kind(name: str, spelled: dict[str, tuple[int, int]]) -> bool:
    return next(other for other in spelled if spellings.seen(other) == spellings.seen(name)) == name
