"""LNG005: paragraphs of the body are in another language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pydantic import Field

from validator.model.article import Article, Line
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import NO_ARTICLE, ArticleRule, bad, good
from validator.rules.language import tags

MOST = 12
LEAST = 80  # characters of a paragraph
_PAIRS = tuple(one.split() for one in ("« »", "“ ”", "„ “", "„ ”", "» «", "‘ ’", '" "', "「 」", "『 』"))
_DUTCH = (
    "De Antwerpse haven legt dit najaar tweeënveertigduizend zonnepanelen op de daken van loodsen. Samen moeten ze "
    "stroom leveren voor negenduizend gezinnen in de stad."
)
_DUTCH_END = (
    "De vakbonden vragen garanties voor de nachtploegen en een nieuw veiligheidsplan, dat de directie deze maand nog "
    "aan de ondernemingsraad wil voorleggen.\n\nDe investering bedraagt eenendertig miljoen euro. De daken liggen er "
    "toch, en de zon stuurt geen factuur, zei de havenschepen bij de voorstelling van het plan in het stadhuis. Een "
    "vervolg met nog eens twintigduizend panelen staat gepland voor het volgende voorjaar, als de eerste loodsen hun "
    "stroom aan de stad leveren."
)
_FRENCH = (
    (
        "Le port d'Anvers prévoit également de construire une ligne électrique souterraine, qui reliera les entrepôts du "  # noqa: E501
        "nord."
    ),
    (
        "Les travaux, confiés à une entreprise liégeoise, dureront dix-huit mois et nécessiteront la fermeture partielle "  # noqa: E501
        "du quai."
    ),
)


class Mixed(ArticleRule):
    """A body is in one language, quotations apart.

    Paragraphs left untranslated, or of a neighbouring article, make a text that no model of either language
    should learn from.
    """

    code = "LNG005"
    severity = Severity.WARNING
    silenced_by = (*NO_ARTICLE, "language.mismatch", "encoding.mojibake", "text.placeholder")
    examples = (
        good({"text": f"Zonnepanelen\n\n{_DUTCH}\n\n{_DUTCH_END}", "language": "nl"}),
        good({"text": f"Zonnepanelen\n\n{_DUTCH}\n\n{_FRENCH[0]}\n\n{_DUTCH_END}", "language": "nl"}),
        good(
            {
                "text": f"Zonnepanelen\n\n{_DUTCH}\n\n« {_FRENCH[0]} »\n\n« {_FRENCH[1]} »\n\n{_DUTCH_END}",
                "language": "nl",
            }
        ),
        good(
            {
                "text": "Словник\n\nУ Рівному видали третій том словника говірок, над яким учителі та листоноші "
                "працювали дванадцять років, збираючи слова по селах.\n\n«Мы записывали всё, что слышали на рынке и в "
                "автобусах, и никогда не спрашивали, чьё это слово и откуда оно взялось», — згадує упорядник.\n\n"
                "«Потом оказалось, что половины этих выражений нет ни в одном словаре, и тогда мы решили издать их "
                "сами», — додає він.\n\nНаступний том обіцяють видати за два роки, якщо знайдуться гроші на папір і на "
                "працю художника.",
                "language": "uk",
            }
        ),
        bad(
            {"text": f"Zonnepanelen\n\n{_DUTCH}\n\n{_FRENCH[0]}\n\n{_FRENCH[1]}\n\n{_DUTCH_END}", "language": "nl"},
            at=_FRENCH,
        ),
        bad(
            {
                "text": f"Zonnepanelen\n\n{_DUTCH}\n\n{_FRENCH[0]} {_FRENCH[1]}\n\n{_FRENCH[1]} {_FRENCH[0]}\n\n"
                "De daken liggen er toch.",
                "language": "nl",
            },
            at=(f"{_FRENCH[0]} {_FRENCH[1]}", f"{_FRENCH[1]} {_FRENCH[0]}"),
        ),
        bad(
            {
                "text": "Der Hafen\n\nDer Stadtrat von Wismar hat am Montag den Ausbau des alten Hafens beschlossen, "
                "der neun Millionen Euro kosten und zwei Jahre dauern soll.\n\nThe harbour will stay closed to "
                "visitors for two winters, and the fishing boats will have to use the northern quay instead.\n\n"
                "Residents were told at a public meeting on Tuesday that the noise of the works would end at six every "
                "evening.\n\nDie Opposition stimmte dagegen, weil sie die Kosten für eine Stadt dieser Größe zu hoch "
                "findet. Sie verlangt ein Gutachten, das die Verwaltung im Herbst vorlegen will, und einen "
                "Bürgerentscheid im Frühjahr. Der Bürgermeister nannte das einen Umweg, den sich die Stadt nicht "
                "leisten könne.",
                "language": "de",
            },
            at=(
                (
                    "The harbour will stay closed to visitors for two winters, and the fishing boats will have to use "
                    "the northern quay instead."
                ),
                (
                    "Residents were told at a public meeting on Tuesday that the noise of the works would end at six "
                    "every evening."
                ),
            ),
        ),
    )

    least: int = Field(default=2, ge=1, description="How many paragraphs in the other language make a fault.")
    quoted: float = Field(default=0.3, ge=0, le=1, description="The quoted share that excuses a paragraph.")

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if article.language.value is None:
            yield Skip("the text's language is not known")
            return
        main = tags.primary(article.language.main or article.language.value)  # which the passages were held against
        if not article.passages:
            return
        foreign: dict[str, list[Line]] = defaultdict(list)
        for passage in article.passages:
            if passage.language and tags.primary(passage.language) != main and _quoted(passage.line.text) < self.quoted:
                foreign[tags.primary(passage.language)].append(passage.line)
        declared = tags.primary(article.language.declared or main)
        if declared in foreign:  # the declared language is the lesser part: the rest is foreign
            main, foreign = declared, {main: list(self._others(article))}
        language, lines = max(foreign.items(), key=lambda one: len(one[1]), default=("", []))
        if len(lines) >= self.least:
            yield self.finding(
                f"{len(lines)} paragraphs in {language} in a text in {main}",
                article,
                [article.line(line) for line in lines[:MOST]],
                subject=language,
            )

    def _others(self, article: Article) -> Iterator[Line]:
        """The paragraphs that are none of the passages."""
        passages = {passage.line for passage in article.passages}
        for line in article.body:
            if line not in passages and len(line.text) >= LEAST and _quoted(line.text) < self.quoted:
                yield line


def _quoted(text: str) -> float:
    """The share of a paragraph that stands in quotation marks, from the first to the last of a kind."""
    longest = max(
        (text.rfind(closing) - text.find(opening) for opening, closing in _PAIRS if opening in text), default=0
    )
    return max(longest, 0) / max(len(text), 1)
