"""ENC005: HTML entities stand in the text."""

from __future__ import annotations

import html.entities
from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good
from validator.rules.encoding import fields

_ENTITY = regex(r"&(?:amp;)*(#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z][A-Za-z0-9]{1,24});")
_QUOTES = "«»\"“”„‚‘’'`「『("
_ADDRESS = ("://", "www.", "?")


class HtmlEntities(ArticleRule):
    """A text holds characters, not their names in HTML.

    What was escaped once too often is read as it stands: as words like ``nbsp`` and ``quot``, among the
    most frequent of the corpus.
    """

    code = "ENC005"
    severity = Severity.WARNING
    fixable = True
    examples = (
        good("AT&T and Holt & Barrow share a web address, example.org/a?x=1&copy=2&lang;=en, the court heard."),
        good("Das Zeichen „&amp;“ steht für das Und, „&nbsp;“ für ein Leerzeichen, erklärt das Museum."),
        good("Кнопка «&copy;» нарисована на стене музея, а рядом — «AT&T», и дети спрашивают, что это значит."),
        bad("L&#8217;ingresso sarà gratuito. &nbsp;«Lo usavamo»", at=("&#8217;", "&nbsp;")),
        bad("a pub &amp; a bank, the Drover&rsquo;s Arms", at=("&amp;", "&rsquo;")),
        bad("Holt &amp;amp; Barrow", at=("&amp;amp;",)),
        bad({"text": "De molen draait.", "title": "Caf&eacute; De Molen"}, at=("Caf&eacute; De Molen",)),
        bad("市议会周一决定修缮旧市场&nbsp;——&ldquo;春天开工&rdquo;。", at=("&nbsp;", "&ldquo;", "&rdquo;")),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        places = [article.at(*place) for place in entities(text)]
        places += [seen for value, seen in fields.texts(article) if entities(value)]
        if places:
            yield self.finding(f"{len(places)} HTML entit{'y' if len(places) == 1 else 'ies'}", article, places[:12])


def entities(text: str) -> list[tuple[int, int]]:
    """Where entities stand that a reader should not see."""
    if "&" not in text:
        return []
    known = [match.span() for match in _ENTITY.finditer(text) if _is_known(match[1])]
    return [place for place in known if _is_text(text, *place)]


def _is_known(name: str) -> bool:
    return name[0] == "#" or f"{name};" in html.entities.html5


def _is_text(text: str, start: int, end: int) -> bool:
    """Neither part of an address nor, in quotation marks, what the article is about."""
    if text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES and start and end < len(text):
        return False
    word = text[max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1 : start]
    return not any(one in word for one in _ADDRESS)
