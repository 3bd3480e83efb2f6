"""SRC007: the text is an agency's copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.lexicons import agencies
from validator.model.article import Article, Role
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good
from validator.rules.source import facts

_BODY = "Drogowcy zamkną w czerwcu jedną nitkę mostu, a ciężarówki pojadą objazdem przez drugą przeprawę za miastem."

_DISPATCH = regex(r"(?:©|\(c\)|copyright)\s.{0,30}?(?P<agency>\b[a-z]{2,8}):\d{5,8}[-\d/]*\b", re.IGNORECASE)

_IT = "Il ponte di Casalmaggiore resta chiuso ai camion fino all'autunno, perché le verifiche hanno rivelato cedimenti."


class AgencyRepublication(ArticleRule):
    """A text that an outlet took over from an agency should be known as such.

    The rights are the agency's, and the same text stands in other outlets: each copy weighs as one more
    voice.
    """

    code = "SRC007"
    severity = Severity.INFO
    examples = (
        good({"text": f"Most do remontu\n\n{_BODY}\n\nŹródło: PAP", "outlet": "PAP"}),
        good(f"Most do remontu\n\nFot. Jan Nowacki/PAP\n\n{_BODY} Tak podała PAP."),
        good(f"Le pont est fermé\n\nPar Claire Morvan\n\n{_BODY}\n\nSource : ministère des Transports"),
        good(
            "Рынок отремонтируют\n\nГородской совет решил отремонтировать крытый рынок за два года.\n\n"
            "Источник: мэрия города"
        ),
        good(
            {"text": f"Most do remontu\n\n{_BODY}\n\n© dpa-infocom, dpa:260118-930-12345/2", "outlet": "dpa"},
        ),
        bad(
            {
                "text": "Zwei Verletzte nach Brand\n\nIn einer Lagerhalle hat es in der Nacht zum Sonntag gebrannt, "
                "zwei Arbeiter wurden verletzt.\n\n© dpa-infocom, dpa:260118-930-12345/2",
                "outlet": "Der Bote",
            },
            at=("dpa",),
        ),
        bad({"text": f"Most do remontu\n\n{_BODY}\n\nPAP/jk", "outlet": "Kurier"}, at=("PAP",)),
        good({"text": f"Most do remontu\n\n{_BODY}\n\nRM/jk", "outlet": "Kurier"}),
        bad({"text": f"Il ponte resta chiuso\n\n{_IT}\n\nFonte: ANSA", "outlet": "Il Corsivo"}, at=("ANSA",)),
        bad(
            "高原牧民用上太阳能挤奶站\n\n海拔四千米的牧场上，一座太阳能挤奶站日前投入使用，附近二十多户牧民不必再摸黑挤奶，"
            "鲜奶当天就能送到山下的加工厂。\n\n来源：新华社",
            at=("新华社",),
        ),
        bad(
            "El molino vuelve a moler\n\nEl ayuntamiento ha reabierto el molino después de diez años de obras.\n\n"
            "Fuente: EFE",
            at=("EFE",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        own = agencies.agency(article.source.value, sure=True) if article.source.value else None
        for seen in (*facts.source_lines(article), *_signed(article), *_signatures(article)):
            found = agencies.agency(seen.quote, sure=True)
            if found and found != own:
                outlet = article.source.value or "an outlet that is not named"
                yield self.finding(f"copy of {found}, carried by {outlet}", article, [seen])
                return


def _signed(article: Article) -> Iterator[Evidence]:
    """The agency in a sign below the text (``dpa/lno``)."""
    for seen in article.agency.seen:
        if seen.span is not None and article.lines[seen.span.line - 1].role is Role.SOURCE:
            yield seen


def _signatures(article: Article) -> Iterator[Evidence]:
    """The agency of a dispatch's number at the very foot: ``© dpa-infocom, dpa:240101-99-123456/3``."""
    for line in article.filled[-2:]:
        match = _DISPATCH.match(line.text)
        if match:
            yield article.at(line.start + match.start("agency"), line.start + match.end("agency"))
