"""AUT006: the author is an e-mail address."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.author import signed
from validator.rules.base import bad, good

_ADDRESS = regex(r"[^\s@<>()]+@[^\s@<>()]+\.[^\W\d_]{2,}")


class Email(signed.DeclaredValues):
    """An author's field holds a name, not an e-mail address.

    The address is personal data that has no place in a corpus, and it parts the same writer in two.
    """

    code = "AUT006"
    severity = Severity.WARNING
    examples = (
        good({"text": "Sevilla multará.", "author": "@rociodelvalle_svq"}),
        good({"text": "A letter.\n\nWrite to letters@hullpacket.example", "author": "Tam McLeod"}),
        good(
            {
                "text": "Der Verein sucht Zeitzeugen des Hochwassers. Wer Bilder hat, schreibt an flut@archiv.example.",
                "author": "Jonas Ettwein",
            }
        ),
        bad({"text": "Ryby w Warcie.", "author": "r.kopec@wiescisremskie.pl"}, at=("r.kopec@wiescisremskie.pl",)),
        bad(
            {"text": "Rates.", "author": ["Jane Roe <jane.roe@hull.example>"]}, at=("Jane Roe <jane.roe@hull.example>",)
        ),
        bad(
            {"text": "静岡県の茶農家が装置を導入した。", "author": "henshu@chabatake-news.jp"},
            at=("henshu@chabatake-news.jp",),
        ),
        bad(
            {
                "text": "Los panaderos artesanos de la comarca han reclamado un precio mínimo para la barra de pan.",
                "author": "Inés Peña (ipena@extremadura-diario.example)",
            },
            at=("Inés Peña (ipena@extremadura-diario.example)",),
        ),
        bad(
            {
                "text": "Міська рада ухвалила бюджет на наступний рік після тригодинної суперечки.",
                "author": "redaktsiia@rivne-visti.example",
            },
            at=("redaktsiia@rivne-visti.example",),
        ),
    )

    def of(self, value: Evidence, article: Article) -> Iterator[Finding]:
        match = _ADDRESS.search(value.quote) if "@" in value.quote else None
        if match:
            name = value.quote.replace(match.group(), "").strip(" <>(),;")
            yield self.finding(
                f"the author's field holds the e-mail address {match.group()}",
                article,
                [value],
                suggestion=name or None,
            )
