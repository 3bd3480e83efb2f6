"""STY002: one name is written with hyphens and with spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.model.article import Article
from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good
from validator.rules.survey import SHOWN_ARTICLES, Corpus, CorpusRule

_HYPHENED = regex(r"(?<![\w-])[^\W\d_a-zß-ÿа-џґ][^\W\d_]{2,}(?:-[^\W\d_a-zß-ÿа-џґ][^\W\d_]{2,})+(?![\w-])")
_HINT = regex(r"-[^\W\d_a-zß-ÿа-џґ]")
_PARTS = 3
_INFLECTED = frozenset({"pl", "uk", "ru"})
_STEM = 5  # letters of a part from which its last two may be another case


def _told(*texts: str) -> tuple[dict[str, str], ...]:
    return tuple({"id": str(at), "text": text, "language": "en"} for at, text in enumerate(texts))


class ToponymVariant(ArticleRule, CorpusRule):
    """A name of several words is joined in one way, throughout an article and a corpus.

    ``Maison-Blanche`` and ``Maison Blanche`` are two entries in every index and every count. Among the articles of a
    language names are compared that are no person's and not two names beside each other; the more frequent form is
    proposed for all.
    """

    code = "STY002"
    severity = Severity.INFO
    reads = ("id", "language", "proper", "joined", "apart")
    examples = (
        good("Le train Paris-Lyon est arrivé à Lyon mardi. De Paris, Lyon n'est qu'à deux heures, dit la compagnie."),
        good("Les STATS-UNIS DE Tours ont gagné lundi à Saint-Denis, et le saint Denis de la porte a souri."),
        good(
            "Der Zug Berlin-Hamburg kam am Montag zu spät. Von Berlin, Hamburg und Rostock aus fahren bis Freitag "
            "Busse, und auch die Strecke Hamburg-Rostock ist gesperrt."
        ),
        good("ДОРОГА НА ИВАНО-ФРАНКОВСК. В город Иваново Франковск не входит, смеётся учитель географии из Перми."),
        bad(
            "La Maison-Blanche a confirmé l'appel lundi. Reçu mardi à la Maison Blanche, il a remercié son hôte.",
            at=("Maison-Blanche", "Maison Blanche"),
        ),
        good(
            "Рейс Київ-Варшава скасовано. З Києва, Варшави та Кракова до Івано-Франківська їхали автобусами, бо у Києві"
            " Варшаву не приймали, сказав мер Івано-Франківська й додав, що Івано тут ні до чого."
        ),
        bad(
            "У Івано-Франківську відкрили міст через Бистрицю. Делегація з Івано Франківська приїде до нас у п'ятницю, "
            "щоб підписати угоду про дружбу міст.",
            at=("Івано-Франківську", "Івано Франківська"),
        ),
        bad(
            "Ростов-На-Дону и Санкт-Петербург готовятся к празднику; в Санкт Петербург прибыли первые гости.",
            at=("Санкт-Петербург", "Санкт Петербург"),
        ),
        bad(
            "Der Zug hält am Montag wieder in Bad Neustadt-Süd und in Alt-Ruppin; in Alt Ruppin wartet die Kapelle.",
            at=("Alt-Ruppin", "Alt Ruppin"),
        ),
        bad(
            "В Івано-Франківську відкрили міст. Делегація з Івано Франківська приїде до нас у п'ятницю, а до "
            "Івано-Франківська вирушить хор.",
            at=("Івано Франківська", "Івано-Франківська"),
        ),
    )

    corpora = (
        Corpus(
            _told(
                "The ferry to Stowe-by-Marsh was late on Monday, and nobody minded much, the harbour master said.",
                "In Stowe by Marsh the bakery has closed after ninety years, as the owner told this paper on Tuesday.",
                "The train from Leith-Corran came in at nine, said a man who had walked to Leith Corran all night.",
            ),
            (frozenset({"0", "1"}),),
        ),
        Corpus(
            _told(
                "The Leith-Corran train was late, and from Corran nobody came to the hall on Monday, said the mayor.",
                "Between Leith Corran and the sea a fog lay, and Leith could not be seen from the tower on Tuesday.",
                "The painter Ann-Mary Holt hung her pictures in the hall on Monday, as the mayor had asked her to do.",
                "The painter Ann Mary Holt took them down again on Tuesday, for nobody had asked the caretaker at all.",
            )
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text, places = article.text, []
        named = dict(_hyphened(text))
        for name in sorted(named, key=lambda one: one.replace("-", " ") not in text):
            if name.isupper() or name.count("-") >= _PARTS:
                continue
            other = _spaced(name, text, article.language.main)
            if other and other.span() not in places:
                places += [(named[name], named[name] + len(name)), other.span()]
        if places:
            seen = [article.at(*place) for place in sorted(places)]
            yield self.finding(f"{len(seen) // 2} name(s) with a hyphen and with a space", article, seen[:12])

    def survey(self, tables: Tables) -> Iterator[Finding]:
        forms: dict[tuple[str, str], dict[str, int]] = {}
        for language, spelled, name, count in tables.rows(_FORMS):
            forms.setdefault((language, spelled), {})[name] = count
        ranked = [(key[0], sorted(names.items(), key=lambda one: (-one[1], one[0]))) for key, names in forms.items()]
        shown = {(language, name) for language, names in ranked for name in _shown(names)}
        holding: dict[tuple[str, str], list[str]] = {}
        if shown:
            wanted = ", ".join(f"'{name}'" for name in sorted({name for _, name in shown}))  # letters, spaces, hyphens
            for language, name, key in tables.rows(
                f"{_NAMES} SELECT language, name, id FROM names WHERE name IN ({wanted})"
            ):
                holding.setdefault((language, name), []).append(key)
        for language, names in ranked:
            keys = {key for name, _ in names if (language, name) in shown for key in holding[language, name]}
            if len(keys) > 1 or len(shown) < len(names):  # of one article its own check tells
                told = ", ".join(f"{name} ({count})" for name, count in names)
                yield self.among(
                    f"one name, joined in {len(names)} ways: {told}",
                    keys,
                    subject=f"{language} | {' | '.join(sorted(name for name, _ in names))}",
                    suggestion=names[0][0],
                )


_NAMES = """
WITH names AS (
  SELECT DISTINCT coalesce(language, '') AS language, id, name FROM (
    SELECT language, id, unnest(joined) AS name FROM articles WHERE proper
    UNION ALL SELECT language, id, unnest(apart) AS name FROM articles WHERE proper
  ) a
)
"""
# The names of a language that stand in one article with hyphens, and in another one with spaces.
_FORMS = f"""
{_NAMES}, counted AS (
  SELECT language, lower(replace(name, '-', ' ')) AS spelled, name, count(*) AS articles FROM names
  GROUP BY language, lower(replace(name, '-', ' ')), name
), mixed AS (
  SELECT language, spelled FROM counted GROUP BY language, spelled
  HAVING count(DISTINCT CASE WHEN name LIKE '%-%' THEN 1 ELSE 0 END) = 2
)
SELECT c.language, c.spelled, c.name, c.articles FROM counted c
JOIN mixed m ON m.language = c.language AND m.spelled = c.spelled
"""


def _shown(names: list[tuple[str, int]]) -> list[str]:
    """The forms of which a finding names the articles: all, or where these are too many, all but the most frequent."""
    rare = names if sum(count for _, count in names) <= SHOWN_ARTICLES else names[1:]
    return [name for name, _ in rare]


def _hyphened(text: str) -> Iterator[tuple[str, int]]:
    """Every name with a hyphen and its offset; looked for only around hyphens before a capital."""
    end = 0
    for hint in _HINT.finditer(text):
        if hint.start() >= end:
            start = hint.start()
            while start and (text[start - 1].isalnum() or text[start - 1] in "_-"):
                start -= 1
            match = _HYPHENED.match(text, start)
            if match:
                end = match.end()
                yield match[0], start


def _spaced(name: str, text: str, language: str | None) -> re.Match[str] | None:
    """Where the parts of a name stand with spaces; in an inflected language also in another case."""
    spaced = name.replace("-", " ")
    form = re.escape(spaced)
    if language in _INFLECTED:
        parts = name.split("-")
        form = r"[ ]".join(_any_case(one, first=one is parts[0]) for one in parts)
    elif spaced not in text:
        return None
    return re.search(rf"(?<![\w-]){form}(?![\w-])", text)


def _any_case(part: str, *, first: bool) -> str:
    """A part of a name with any ending; a short first one (``Нью``) has none."""
    if len(part) < _STEM or (first and part[-1] in "оo"):
        return re.escape(part)
    return re.escape(part[:-2]) + r"\w{0,4}"
