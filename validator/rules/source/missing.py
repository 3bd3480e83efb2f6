"""SRC004: nothing tells where the article comes from."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.source import facts

_BODY = "Le conseil municipal a voté le budget de la ville, malgré les critiques de l'opposition qui voulait un report."


class Missing(ArticleRule):
    """An article must name its outlet, its agency or its URL.

    Without any of the three nobody can check it, cite it, ask for the rights, or notice that it came
    twice. Where a byline or a credit gives somebody to ask, outlet and URL are told one by one, and this
    is only noted.
    """

    code = "SRC004"
    severity = Severity.ERROR
    formal = True
    field = "outlet"
    examples = (
        good({"text": _BODY, "url": "https://example.org/budget"}),
        good(f"Le budget est voté\n\n{_BODY}\n\nSource : AFP"),
        good(
            "Bundesrat stoppt Düngegesetz\n\nBERLIN (dpa) - Der Bundesrat hat das neue Gesetz überraschend durchfallen "
            "lassen, weil mehrere Länder die Pflichten für kleine Höfe als unzumutbar kritisierten."
        ),
        good({"text": "市议会周三通过了新的预算案。", "outlet": "江边晚报"}),
        bad(f"Le budget est voté\n\nPar Anne Petit\n\n{_BODY} L'AFP et le Guardian en avaient parlé."),
        bad("شهدت مدينة المكلا مساء أمس أمطاراً غزيرة تسببت في إغلاق شوارع رئيسية وانقطاع الكهرباء عن أحياء عدة."),
        bad("El pleno aprobó el lunes la reforma del mercado de abastos, por nueve millones de euros."),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if facts.unsourced(article):
            severity = self.severity if facts.nothing_known(article) else Severity.INFO
            yield self.finding(
                "neither an outlet nor an agency nor a URL", article, severity=severity, subject="source"
            )
