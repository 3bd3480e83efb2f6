"""Names of several words in a body, by what joins their words: hyphens or spaces.

Left out is what joins for the moment: two names that also stand alone in the article (``the Paris-Lyon train``), and
first names, behind which a surname follows. In German, where every noun has a capital, a name has three words at least.
"""

from __future__ import annotations

from validator.corpus.told import CAPITAL_NOUNS, MOST
from validator.lexicons.lexicon import openers
from validator.model.article import Article, Role
from validator.regex import regex

_WORD = r"[^\W\d_a-zß-ÿа-џґ][^\W\d_]{2,}"
# What stands within the names of places: Saint-Amel-sur-Vorge, Frankfurt am Main, Newcastle upon Tyne.
_WITHIN = (
    "sur|sous|en|de|du|des|la|le|les|lès|aux|del|am|an|im|der|bei|aan|op|upon|on|in|by|the|of|na|nad|pod|do|da|dos|sul"
)
_RUN = regex(rf"(?<![\w'’-]){_WORD}(?:[ -](?:(?:{_WITHIN})[ -]){{0,2}}{_WORD}(?!\w))*(?![\w-])")
_CASED = regex("[A-ZÀ-ÞĀ-ſА-ЯЀ-ЏҐΑ-Ω]")
_PARTS = 5  # words with a capital: more are a headline or a list
_PAIR = 2


def compounds(article: Article) -> dict[str, list[str]]:
    """The columns ``joined`` and ``apart`` of the features table: names as printed, in order of the alphabet."""
    language = article.language.main or ""
    opening, least = openers(language), _PAIR + (language in CAPITAL_NOUNS)
    alone: set[str] = set()
    found: dict[str, dict[str, list[str]]] = {"joined": {}, "apart": {}}
    for line in article.body:
        if line.role is Role.SUBHEAD or not _CASED.search(line.text):
            continue
        for match in _RUN.finditer(line.text):
            first, _, rest = match[0].partition(" ")
            name = rest if rest and first.lower() in opening else match[0]
            parts = [part for part in name.replace("-", " ").split() if part[0].isupper()]
            if len(parts) == 1:
                alone.add(name)
            elif least <= len(parts) <= _PARTS and not name.isupper() and ("-" not in name or " " not in name):
                found["joined" if "-" in name else "apart"][name] = parts
    return {
        column: sorted(name for name, parts in names.items() if len(parts) > _PAIR or alone.isdisjoint(parts))[:MOST]
        for column, names in found.items()
    }
