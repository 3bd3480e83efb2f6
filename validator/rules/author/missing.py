"""AUT001: nobody is named as the author."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article, Role
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import NO_ARTICLE, ArticleRule, bad, good

_LABELLED = regex("[:：]")


class Missing(ArticleRule):
    """An article must say who wrote it: a person, a team or an agency.

    The field, the byline and the foot of the text were looked at. Without an author nobody can be cited,
    credited or asked, and a split by author cannot be made.
    """

    code = "AUT001"
    severity = Severity.ERROR
    formal = True
    field = "author"
    silenced_by = (*NO_ARTICLE, "page.listing")
    examples = (
        good(
            {
                "text": "Der Rat tagt\n\nDer Rat von Kiel hat am Montag über den Haushalt beraten.",
                "author": "Anke Lorenzen",
            }
        ),
        good(
            {
                "text": "Le conseil vote\n\nPar Louise Hamon\n\nLe conseil municipal de Lyon a voté lundi soir le "
                "budget.",
                "language": "fr",
            }
        ),
        good(
            {"text": "Ein Freispruch\n\nDas Landgericht Stendal hat den Angeklagten freigesprochen.", "author": "dpa"}
        ),
        good(
            "港の朝市に新しい屋根\n\n文＝小笠原 望\n2025年9月1日\n\n港の朝市に木の屋根がついた。"
            "雨の日も店を開けられると、売り手は喜んでいる。"
        ),
        good(
            "旧书摊回到江边\n\n杨若溪 2025年11月3日\n\n江边的草地上又摆出了几十个旧书摊，"
            "没有租金，也没有喇叭，读者从清晨一直逛到傍晚。"
        ),
        good({"text": "청산이발관이 이달 말 문을 닫는다.", "author": "도은결 기자", "language": "ko"}),
        good(
            {
                "text": "退休教师义务修表二十年\n\n发布时间：2026-01-16 09:30　来源：临溪日报　作者：尹若川\n\n"
                "在临溪老街，退休教师阮伯勤的修表摊从不收钱。二十年来，他修好了三千多块表。",
                "language": "zh",
            }
        ),
        good("Le pont rouvre\n\nLYON, 14 mai 2026 (AFP) - Le pont de la halle rouvre lundi matin, a dit le maire."),
        good(
            "Brücke wieder frei\n\nDie Brücke über die Oste ist seit Montag wieder frei, sagte die Polizei.\n\ndpa/lno"
        ),
        bad("The council voted on Monday to close the only public pool in the town for good."),
        bad({"text": "El consejo votó el lunes cerrar la piscina municipal del barrio.", "author": ""}, at=("",)),
        bad({"text": "Le conseil municipal a voté lundi la fermeture de la piscine.", "author": "N/A"}, at=("N/A",)),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if article.authors or _signed(article):
            return
        said = article.field("author")
        signs = [seen for seen in article.source.seen if seen.origin == "text"]
        where = "no author field" if said is None else "the author field names nobody"
        outlet = f", the text is signed by '{article.source.value}' alone" if signs else ", no byline"
        yield self.finding(f"{where}{outlet}", article, [said, *signs])


def _signed(article: Article) -> bool:
    """Whether an agency signs, above the text or below it; ``Source: X`` is no signature."""
    lines = (article.lines[seen.span.line - 1] for seen in article.agency.seen if seen.span is not None)
    return any(line.role is not Role.SOURCE or not _LABELLED.search(line.text) for line in lines)
