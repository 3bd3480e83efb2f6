"""What several rules want to know of an article's text, found once for all of them (``article.once``)."""

from __future__ import annotations

from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

from validator.lexicons.lexicon import LANGUAGES, VOCABULARIES, Vocabulary, vocabulary
from validator.model.article import Article
from validator.rules.boilerplate.lines import by_mark
from validator.rules.encoding import fields

SECTIONS = ("source.unnamed", "text.ai_self", "text.calques", "text.fillers")
_PLAIN = bytes([0x09, 0x0A, 0x0D, *range(0x20, 0x7F)])
_NONE: frozenset[str] = frozenset()


def told(article: Article) -> frozenset[str]:
    """What can trigger a rule: characters beyond printable ASCII, sections of which a phrase occurs or a line is."""
    return article.once(signs).union(article.once(sections), article.once(by_mark))


def signs(article: Article) -> frozenset[str]:
    """Every character of the text, and of the record's own words, beyond printable ASCII, tabs and line ends."""
    said = "".join((article.text, *(value for value, _ in fields.texts(article))))
    rest = said.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return frozenset(rest.decode("utf-8", "surrogatepass")) if rest else _NONE


def sections(article: Article) -> frozenset[str]:
    """Those of ``SECTIONS`` of which a phrase, in a language that the article may be in, stands anywhere in the text.

    A phrase within a word counts: what is found here is worth a look, what is not found is not there.
    """
    if not article.leveled:
        return _NONE
    phrases, sections = _phrases(vocabulary(*(article.tongues if article.language.main in LANGUAGES else ())))
    text = article.leveled
    try:
        found = phrases.find_matches_as_indexes(text, overlapping=True)
    except UnicodeEncodeError:  # lone surrogates, which UTF-8 does not know
        found = phrases.find_matches_as_indexes(text.encode("utf-8", "replace").decode(), overlapping=True)
    return _NONE.union(*(sections[number] for number, _, _ in found)) if found else _NONE


@lru_cache(maxsize=VOCABULARIES)
def _phrases(known: Vocabulary) -> tuple[AhoCorasick, list[frozenset[str]]]:
    """The phrases of the sections in some languages, in one automaton, and the sections of each."""
    by_phrase: dict[str, set[str]] = {}
    for section in SECTIONS:
        for phrase in known.words(section).all:
            by_phrase.setdefault(phrase, set()).add(section)
    phrases = sorted(by_phrase)
    automaton = AhoCorasick(phrases, implementation=Implementation.ContiguousNFA)
    shared: dict[frozenset[str], frozenset[str]] = {}
    return automaton, [shared.setdefault(one, one) for one in (frozenset(by_phrase[phrase]) for phrase in phrases)]
