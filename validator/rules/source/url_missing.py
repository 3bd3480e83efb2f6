"""SRC002: the URL is not given."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.source import facts

_BODY = "Los panaderos artesanos de Cáceres han reclamado a la Junta un precio mínimo para la barra de pan."
_PERMANENT = ("ark:", "urn:", "doi:", "hdl:", "issn", "http")


class UrlMissing(ArticleRule):
    """An article must say where it can be read.

    The URL is what proves an article, and what keeps it from being collected twice. A permanent
    identifier of an archive will do as well.
    """

    code = "SRC002"
    severity = Severity.ERROR
    formal = True
    field = "url"
    examples = (
        good({"text": _BODY, "url": "https://example.es/pan", "outlet": "Extremadura al Día"}),
        good({"text": _BODY, "id": "ark:/12148/bpt6k5619759j", "outlet": "Le Petit Journal"}),
        good({"text": _BODY, "canonical_url": "https://example.es/pan", "outlet": "Extremadura al Día"}),
        good(_BODY),
        good(
            {
                "text": "Der Stadtrat hat am Montag beschlossen, das Freibad in diesem Sommer nicht zu öffnen.",
                "id": "urn:nbn:de:bvb:12-bsb0",
                "outlet": "Wismarer Kreisblatt",
            }
        ),
        bad({"text": _BODY, "outlet": "Extremadura al Día"}),
        bad({"text": "市议会周三通过了新的预算案。", "outlet": "水乡文化网", "url": ""}),
        bad(
            {
                "text": "Городской совет в понедельник решил отремонтировать рынок за девять миллионов рублей.",
                "outlet": "Вестник рынка",
                "id": "20250514-7",
            }
        ),
        bad(
            {
                "text": "Der Stadtrat hat am Montag beschlossen, das Freibad in diesem Sommer nicht zu öffnen.",
                "outlet": "Wismarer Kreisblatt",
                "url": None,
            }
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if facts.located(article) or facts.nothing_known(article):
            return
        own = article.field("id")
        if own is None or not own.quote.lower().startswith(_PERMANENT):
            yield self.finding("no URL and no permanent identifier in the record", article, subject="url")
