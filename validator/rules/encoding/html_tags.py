"""ENC006: HTML tags stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good
from validator.rules.encoding import fields

_TAG = regex(
    r"<(/?)(?:p|br|div|span|a|b|i|u|em|strong|small|img|ul|ol|li|h[1-6]|blockquote|table|tr|td|th|tbody|thead|script|style|"
    r"iframe|figure|figcaption|picture|source|video|audio|section|article|aside|header|footer|nav|main|html|head|body|meta|"
    r"link|sup|sub|hr|font|center|form|input|button|label|svg|noscript|image|amp-img)(\s[^<>\n]{0,400})?\s?(/?)>",
    re.IGNORECASE,
)
# What editing systems resolve when they show a text: ``[embed]…[/embed]``, ``[caption id="attachment_7"]``.
_SHORTCODE = regex(
    r"\[(/?)(embed|caption|wp_caption|gallery|playlist|youtube|vimeo|video|audio|soundcloud|spotify|twitter|tweet|"
    r"instagram|facebook|iframe|quote|blockquote|pullquote|img|url|vc_\w+|et_pb_\w+|su_\w+)"
    r"((?:\s[^\[\]\n]{0,400})?=[^\[\]\n]{1,400}|\s[^\[\]\n]{1,20})?\]",
    re.IGNORECASE,
)
_QUOTES = "«»\"“”„‚‘’'`「『("


class HtmlTags(ArticleRule):
    """A text holds no mark-up.

    Tags glue words together, count as words themselves, and may carry scripts into whatever shows the
    text.
    """

    code = "ENC006"
    severity = Severity.WARNING
    fixable = True
    examples = (
        good("« Nous commencerons par appeler <…> Zelensky », a-t-il écrit, et <...> rien d'autre."),
        good("“this <3 is why we come back”, with growth of < 10 per cent and a > b, was shared on Monday."),
        good("The man who invented the <b> tag says it was a joke; his museum shows “</p>” in neon."),
        bad("<p>Zu sehen sind Dorfkirchen.<br /> Manche Blätter fehlen.</p>", at=("<p>", "<br />", "</p>")),
        bad({"text": "Рынок открыли.", "title": "<b>Рынок</b> открыли"}, at=("<b>Рынок</b> открыли",)),
        bad('Более подробно <a href="/kazan">здесь</a>.', at=('<a href="/kazan">', "</a>")),
        bad("Era cosido a un libro de cuentas.<br />", at=("<br />",)),
        good("[VIDEO] Accident pe DN2: un camion a ajuns în șanț, iar șoferul a scăpat [citat: „am avut noroc”]."),
        bad(
            "A man who went to look at the ropes has been missing since the morning, the harbour master said, and the "
            "search goes on at both ends of the old pier.[embed]https://tv.example/play/8044[/embed]",
            at=("[embed]", "[/embed]"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        places = [article.at(*match.span()) for match in tags(text)]
        places += [seen for value, seen in fields.texts(article) if tags(value)]
        if places:
            yield self.finding(f"{len(places)} HTML tag(s)", article, places[:12])
        codes = [article.at(*match.span()) for match in shortcodes(text)]
        if codes:
            yield self.finding(f"{len(codes)} tag(s) of an editing system", article, codes[:12])


def tags(text: str) -> list[re.Match[str]]:
    """The tags of a text; one that opens and bears nothing may be a word in pointed brackets."""
    if "<" not in text:
        return []
    found = [match for match in _TAG.finditer(text) if not _is_quoted(text, *match.span())]
    sure = len(found) > 1 or any(match[1] or match[2] or match[3] or "br" in match[0].lower() for match in found)
    return found if sure else []


def shortcodes(text: str) -> list[re.Match[str]]:
    """The tags of an editing system: those that close, those that they close, and those with an attribute.

    A word in brackets alone is a mark for readers: ``[Video]``.
    """
    if "[/" not in text and '="' not in text:
        return []
    found = list(_SHORTCODE.finditer(text))
    closed = {match[2].lower() for match in found if match[1]}
    return [match for match in found if match[2].lower() in closed or "=" in (match[3] or "")]


def _is_quoted(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return bool(before and after) and before in _QUOTES and after in _QUOTES
