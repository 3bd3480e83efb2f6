"""AUT009: the byline's first word was taken into the author's name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from validator.lexicons import korean_names
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Article
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity
from validator.rules import spoken
from validator.rules.author import signed
from validator.rules.base import bad, good


class Prefix(signed.DeclaredValues):
    """An author's name does not begin with the byline's "By".

    With it the name sorts and matches wrongly, and the same writer stands twice in the corpus.
    """

    code = "AUT009"
    severity = Severity.INFO
    fixable = True
    examples = (
        good({"text": "Newsletters are eating the local press.", "author": "Byrne Abbott", "language": "en"}),
        good({"text": "Die Partei wählt.", "author": "Von Storch", "language": "de"}),
        good({"text": "Nella scuola più piccola d'Italia.", "author": "Di Carlo", "language": "it"}),
        good({"text": "Barbier uit Delft.", "author": "Door van der Meulen", "language": "nl"}),
        bad({"text": "Görlitz streitet.", "author": "Von Anna Schäfer", "language": "de"}, at=("Von Anna Schäfer",)),
        good({"text": "장터가 다시 열렸다.", "author": "글담이", "language": "ko"}),
        bad({"text": "장터가 다시 열렸다.", "author": "글 임하늘", "language": "ko"}, at=("글 임하늘",)),
        bad(
            {"text": "The theatre reopens.", "author": "By Fiona Strachan", "language": "en"}, at=("By Fiona Strachan",)
        ),
        bad(
            {"text": "ترتفع أسعار التمور.", "author": "بقلم: سامي الخطيب", "language": "ar"}, at=("بقلم: سامي الخطيب",)
        ),
    )

    def of(self, value: Evidence, article: Article) -> Iterator[Finding]:
        known = spoken.words(article)
        name = _behind_prefix(value.quote.strip(), known)
        if name:
            head = value.quote.strip()[: -len(name)].strip()
            yield self.finding(f"the author's name begins with '{head}'", article, [value], suggestion=name)


@lru_cache(maxsize=4096)
def _behind_prefix(value: str, known: Vocabulary) -> str:
    """The name behind a prefix; empty where the word may as well be the name's own."""
    leveled = level(value)
    if known.words("byline.translators").opening(leveled) or leveled.strip(" .,") in known.words("byline.teams"):
        return ""
    length = signed.prefix(value, known)
    name = value[length:].strip()
    if not length or not name or known.words("byline.teams").opening(level(name)):
        return ""
    mark = value[:length].rstrip()[-1]
    if mark in ":：/／・＝=|":
        return name
    parts = name.split()
    if (len(parts) < 2 and not korean_names.is_full_name(name)) or not value[length - 1].isspace():
        return ""
    first = parts[0][0]
    return name if first.isupper() or first.lower() == first.upper() else ""
