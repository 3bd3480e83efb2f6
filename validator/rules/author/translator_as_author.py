"""AUT015: the translator stands for the author."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.fold import level
from validator.lexicons.phrases import Words
from validator.model.article import Article
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity
from validator.rules import spoken
from validator.rules.author import signed
from validator.rules.base import bad, good


class TranslatorAsAuthor(signed.DeclaredValues):
    """Who translated a text is not its author.

    The author is missing, and the article passes for an original: a corpus of native writing then holds
    translations that cannot be told from it.
    """

    code = "AUT015"
    severity = Severity.INFO
    examples = (
        good({"text": "Ein Museum.", "author": "Ute Sommerfeld", "language": "de"}),
        good({"text": "Le port.", "author": "Jan Kowal (traduit par Anne Petit)", "language": "fr"}),
        good(
            {
                "text": "Die Bibliothek des Klosters hat ihre ältesten Handschriften ins Netz gestellt.",
                "author": "Ute Übersetzer-Lang",
                "language": "de",
            }
        ),
        good(
            {
                "text": "O porto seco recebeu na segunda-feira o primeiro comboio de mercadorias.",
                "author": "Leonor Prado, tradução de Rui Sá",
                "language": "pt",
            }
        ),
        bad(
            {"text": "Le port s'agrandit.", "author": "Traduit par Anne Petit", "language": "fr"},
            at=("Traduit par Anne Petit",),
        ),
        bad(
            {"text": "Как Финляндия спасает озёра.", "author": "Перевод: Нина Ларионова", "language": "ru"},
            at=("Перевод: Нина Ларионова",),
        ),
        good(
            {
                "text": "O inverno\n\nTradução de Rui Sá\n\nO gelo partiu na segunda-feira, disse Rui Sá.",
                "author": "Rui Sá",
                "language": "pt",
            }
        ),
        bad(
            {
                "text": "Der Winter\n\nVon Lenka Horová\nAus dem Tschechischen von Ute Brandl\n\nDas Eis auf dem See "
                "brach am Montag.",
                "author": "Ute Brandl",
                "language": "de",
            },
            at=("Ute Brandl", "Aus dem Tschechischen von Ute Brandl"),
        ),
        bad(
            {
                "text": "O inverno\n\nPor Lenka Horová\nTradução de Rui Sá\n\nO gelo partiu na segunda-feira.",
                "author": "Rui Sá",
                "language": "pt",
            },
            at=("Rui Sá", "Tradução de Rui Sá"),
        ),
        bad({"text": "老码头变身公园。", "author": "翻译：郑海涛", "language": "zh"}, at=("翻译：郑海涛",)),
        bad({"text": "老码头变身公园。", "author": "郑海涛 译", "language": "zh"}, at=("郑海涛 译",)),
        bad(
            {
                "text": "El ayuntamiento ha reabierto el molino después de diez años de obras.",
                "author": "Traducido por Inés Peña",
                "language": "es",
            },
            at=("Traducido por Inés Peña",),
        ),
        bad(
            {
                "text": "بدأت البلدية يوم الاثنين أشغال توسعة رصيف الحاويات في الميناء القديم.",
                "author": "ترجمة: سامي الخطيب",
                "language": "ar",
            },
            at=("ترجمة: سامي الخطيب",),
        ),
    )

    def of(self, value: Evidence, article: Article) -> Iterator[Finding]:
        translators = spoken.words(article).words("byline.translators")
        leveled = level(value.quote).strip()
        length = translators.opening(leveled)
        name = value.quote.strip()[length:].strip(" :：／/")
        if not length and (length := translators.closing(leveled)):
            name = value.quote.strip()[:-length].strip(" ,，(（／/")
        if not length and (place := _printed(name, article, translators)):
            yield self.finding(f"{name} signs the text as its translator", article, [value, place])
        if length and name:
            yield self.finding(
                f"{name} is named as translator, not as author", article, [value], suggestion=f"translator: {name}"
            )


def _printed(name: str, article: Article, translators: Words) -> Evidence | None:
    """The line that names somebody as translator, where no other line names him or her."""
    lines = [line for line in article.filled if name in line.text]
    if len(lines) != 1:
        return None
    length = translators.opening(level(lines[0].text).lstrip("(（ "))
    rest = lines[0].text.lstrip("(（ ")[length:].strip(" .:：）)")
    return article.line(lines[0]) if length and rest == name else None
