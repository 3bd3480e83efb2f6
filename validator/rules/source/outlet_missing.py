"""SRC001: the outlet is not named."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.source import facts

_BODY = "Le conseil municipal a voté le budget de la ville, malgré les critiques de l'opposition qui voulait un report."


class OutletMissing(ArticleRule):
    """An article must name the outlet that carried it.

    Looked at are the record, the source line, the team that signs, and the URL, whose host tells the
    outlet. Without it there is no figure per source, and no weighing of one outlet against another.
    """

    code = "SRC001"
    severity = Severity.ERROR
    formal = True
    field = "outlet"
    examples = (
        good({"text": _BODY, "outlet": "Le Phare de Thau"}),
        good({"text": _BODY, "url": "https://example.org/budget"}),
        good(f"Le budget est voté\n\n{_BODY}"),
        good(
            {
                "text": "Міська рада ухвалила бюджет на наступний рік після тригодинної суперечки.",
                "id": "ark:/12148/btv1b53",
                "outlet": "Рівненські вісті",
            }
        ),
        bad(f"Le budget est voté\n\n{_BODY}\n\nSource : AFP", at=("AFP",)),
        bad(
            "高原牧民用上太阳能挤奶站\n\n海拔四千米的牧场上，一座太阳能挤奶站日前投入使用，附近二十多户牧民不必再摸黑挤奶，"
            "鲜奶当天就能送到山下的加工厂。\n\n来源：新华社",
            at=("新华社",),
        ),
        bad(
            {
                "text": "El pleno aprobó el lunes la reforma del mercado de abastos, por nueve millones de euros.",
                "author": "Inés Peña",
                "date": "2025-05-14",
            }
        ),
        bad(
            {
                "text": "Der Stadtrat hat am Montag beschlossen, das Freibad in diesem Sommer nicht zu öffnen.\n\n"
                "Quelle: dpa",
                "date": "2025-05-14",
            },
            at=("dpa",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if article.source.missing and not facts.located(article) and not facts.nothing_known(article):
            yield self.finding(
                "no outlet in the record, the source line, the byline or the URL",
                article,
                article.agency.seen,
                subject="outlet",
            )
