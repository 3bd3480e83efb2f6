"""LNG003: the text is in another language than the declared one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from pydantic import Field

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import NO_ARTICLE, ArticleRule, bad, good
from validator.rules.language import tags

_SPACELESS = frozenset({"zh", "ja", "ko", "th"})
_UKRAINIAN = (
    "У Полтаві провели вечір пам’яті поета. Його вірші за радянських часів ходили в рукописах, а єдина прижиттєва "
    "збірка так і не вийшла. Донька поета прочитала лист від редактора, і зал слухав її стоячи. Збірку мають "
    "надрукувати до ювілею. Частину накладу отримають бібліотеки області, а решту продадуть у книгарнях міста."
)
_DUTCH = (
    "Met een deeltjesversneller hebben Groningse onderzoekers een verkoold perkament leesbaar gemaakt. Het blijkt een "
    "lijst van schulden aan een bakker. De techniek maakt letters zichtbaar door het ijzer in de inkt. Een vervolg "
    "met dertig rollen uit Leeuwarden staat gepland, en het project kostte tot nu toe tachtigduizend euro."
)
_RUSSIAN = (
    "Спасатели разрешили маломерным судам выходить на Байкал: ветер стих, а волна не превышает полуметра. Ограничение "
    "действовало трое суток, за это время на берегу скопились десятки туристических групп. Люди нервничали, но "
    "выходить при таком шторме было бы самоубийством, объяснил дежурный инспектор. Он напомнил, что жилеты "
    "обязательны для всех, включая опытных рыбаков."
)


class Mismatch(ArticleRule):
    """A text is in the language that its record declares.

    In a corpus by language the article stands on the wrong side: a model learns one language from another,
    and a reader finds what he cannot read.
    """

    code = "LNG003"
    severity = Severity.ERROR
    silenced_by = (*NO_ARTICLE, "encoding.mojibake", "text.placeholder")
    examples = (
        good({"text": _UKRAINIAN, "language": "uk-UA"}),
        good({"text": _DUTCH[:120], "language": "de"}),
        good({"text": _DUTCH, "language": "dut"}),
        bad({"text": _DUTCH, "language": "de"}, at=("de",)),
        bad({"text": _RUSSIAN, "language": "uk"}, at=("uk",)),
        bad({"text": _UKRAINIAN, "language": "en"}, at=("en",)),
    )

    least: int = Field(default=200, ge=80, description="How many letters a body must have to be judged.")
    share: float = Field(default=0.9, gt=0.5, le=1, description="The share of the body in the other language.")
    close_share: float = Field(default=0.6, gt=0.5, le=1, description="The same for close languages.")

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        found, said = article.language.value, article.language.declared
        if found is None or said is None:
            yield Skip("no language is declared" if said is None else "the text's language is not known")
            return
        declared = tags.primary(said)
        if tags.primary(found) == declared or not (declared in tags.ISO_639_1 or len(declared) == 3):
            return
        body = "".join(line.text for line in article.body) or article.text
        letters = sum(one.isalpha() for one in body) * (2.5 if found in _SPACELESS else 1)
        close = tags.close(found, declared)
        if letters < self.least or article.language.confidence < (self.close_share if close else self.share):
            yield Skip(f"{letters:.0f} letters, {article.language.confidence:.0%} in one language: too thin")
        elif close and not _told_apart(body, found, declared):
            yield Skip(f"{found} and {declared} are too close to be told apart here")
        else:
            yield self.finding(
                f"declared {declared}, but {article.language.confidence:.0%} of the text is {found}",
                article,
                [article.field("language")],
                suggestion=found,
            )


def _told_apart(body: str, found: str, declared: str) -> bool:
    """Whether letters that only one of two close languages has speak for the one that was found."""
    low = unicodedata.normalize("NFC", body).lower()
    own, other = (sum(low.count(one) for one in tags.OWN_LETTERS.get(tag, "")) for tag in (found, declared))
    shared = set(tags.OWN_LETTERS.get(found, "")) & set(tags.OWN_LETTERS.get(declared, ""))
    return not shared and own >= 3 and own >= 10 * other
