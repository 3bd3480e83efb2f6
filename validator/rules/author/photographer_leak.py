"""AUT014: the photographer was taken for the author."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article, Credit, Role
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.rules import spoken
from validator.rules.author import signed
from validator.rules.base import ArticleRule, bad, good

_TOOK = ("撮影", "写す")


class PhotographerLeak(ArticleRule):
    """An author who is named in the text only as its photographer may not have written it.

    Extractors take the first name near the headline, and that is often the picture's. The writer then
    goes unnamed and the photographer gets words that are not hers.
    """

    code = "AUT014"
    severity = Severity.INFO
    examples = (
        good(
            {
                "text": "港の一日\n\n港の写真展が始まった。\n\n夜明けの港＝２０日、南浜町、柳田圭撮影",
                "author": "柳田圭",
                "language": "ja",
            }
        ),
        good(
            {
                "text": "Serie C\n\ndi Piero Redazzi, nostro inviato a Gubbio\n\nL'esultanza di Tassi. Foto: Piero "
                "Redazzi\n\nIl Gubbio ha fermato la capolista con un gol nel finale della partita.",
                "author": "Piero Redazzi",
                "language": "it",
            }
        ),
        good(
            {
                "text": "Orgel\n\nVon Gudrun Kamp\n\nDie Werkstatt. Foto: Gudrun Kamp\n\n"
                "Er baute Orgeln, vierzig Jahre lang.",
                "author": "Gudrun Kamp",
                "language": "de",
            }
        ),
        good(
            {
                "text": "Рынок отремонтируют\n\nАвтор: Денис Чумак\n\nРынок зимой. Фото: Денис Чумак\n\nГородской "
                "совет в понедельник решил отремонтировать рынок за два года.",
                "author": "Денис Чумак",
                "language": "ru",
            }
        ),
        bad(
            {
                "text": "Vela\n\nI fratelli al traguardo. Foto: Stefano Pahor\n\nTrieste incorona i fratelli, primi "
                "nella classe dopo l'ultima prova corsa con la bora.",
                "author": "Stefano Pahor",
                "language": "it",
            },
            at=("Stefano Pahor", "Stefano Pahor"),
        ),
        bad(
            {
                "text": "Aspergeveld\n\nAspergeveld bij Horst. Foto: Ruud Coenen/ANP\n\n"
                "De Limburgse asperges komen dit jaar twee weken later dan vorig jaar op de markt.",
                "author": "Ruud Coenen",
                "language": "nl",
            },
            at=("Ruud Coenen", "Ruud Coenen/ANP"),
        ),
        bad(
            {
                "text": "Ринок відремонтують\n\nРинок узимку. Фото: Юрко Гнатюк\n\nМіська рада в понеділок вирішила "
                "відремонтувати критий ринок за два роки.",
                "author": "Юрко Гнатюк",
                "language": "uk",
            },
            at=("Юрко Гнатюк", "Юрко Гнатюк"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        people = [one for one in signed.persons(article) if all(seen.declared for seen in one.evidence)]
        credited = [one for one in article.credits if one.photographer and one.line and not _reported(one)]
        taken = {signed.tokens(one.photographer or ""): one for one in credited}
        if not people or not taken:
            yield Skip("no declared person, or no photographer, to compare")
            return
        for one in people:
            credit = taken.get(signed.tokens(one.value))
            if credit is not None and not _written(article, one.value, credit.line):
                seen: list[Evidence] = [*one.evidence, credit.evidence[0]]
                yield self.finding(f"{one.value} is named in the text as photographer only", article, seen)


def _reported(credit: Credit) -> bool:
    """Whether a caption ends in the way in which Japanese reporters sign the pictures that they take themselves."""
    return credit.evidence[-1].quote.rstrip("）)").endswith(_TOOK)


def _written(article: Article, name: str, credit_line: int | None) -> bool:
    """Whether the name stands anywhere but in credits, or in a credit for text and picture."""
    known = spoken.words(article)
    for line in article.lines:
        if name not in line.text:
            continue
        if line.role not in (Role.CREDIT, Role.CAPTION) and line.number != credit_line:
            return True
        if signed.prefix(line.text, known):
            return True
    return False
