"""LNG006: the language of the text could not be told."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good


class NotJudged(ArticleRule):
    """Of every text its language should be known.

    Where there is too little of it, or in no language that the detector knows, no rule about language has
    looked: the share of such texts says how far the others can be trusted.
    """

    code = "LNG006"
    severity = Severity.INFO
    examples = (
        good(
            "Le conseil municipal de Lyon a voté lundi soir le budget de la ville, après un débat de plus de trois "
            "heures."
        ),
        good(
            "В Измаиле прошёл форум, посвящённый судоходству по Дунаю, и участники спорили о том, как сохранить "
            "грузопоток."
        ),
        good("市议会周三通过了新的预算案，老城夜市的摊位下月一日起重新登记，摊主须带身份证件办理，登记费为五十元。"),
        bad("Sperrung der A 4 bei Jena dauert bis Sonntag."),
        bad({"text": "Trânsito cortado na Ponte da Arrábida.", "language": "pt"}),
        bad("أغلق الجسر القديم حتى يوم الأحد."),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if article.language.value is None:
            letters = sum(one.isalpha() for one in article.text)
            yield self.finding(f"the language was not judged: {letters} letters", article, subject="")
