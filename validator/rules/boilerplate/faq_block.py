"""BPL010: a generated block of questions and answers repeats the article."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.lexicons import sentences
from validator.lexicons.fold import level
from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good

_WORD = regex(r"[^\W\d_]{5,}")
_IDEOGRAPH = regex(r"[\u4e00-\u9fff\uac00-\ud7af]")


class FaqBlock(ArticleRule):
    """An article says a thing once; a block of questions that answers with its own sentences says it again.

    Such blocks are made for search engines, mostly by machines. They double the text's facts, weigh on
    any measure of similarity and are no journalist's writing.
    """

    code = "BPL010"
    severity = Severity.INFO
    examples = (
        good(
            "Entrevista: «O comboio noturno não é nostalgia»\n\nO especialista em transportes Filipe Quaresma "
            "defende o regresso do comboio noturno a Paris.\n\nQuem anda hoje de comboio à noite?\n\nEstudantes e "
            "reformados.\n\nQuanto custaria reatar a ligação?\n\nCerca de 60 milhões de euros."
        ),
        good(
            "Ce qui change au 1er juin\n\nLe tarif des bus de Tours augmente dimanche, a décidé la métropole.\n\n"
            "Questions fréquentes\n\nOù acheter un abonnement ?\n\nDans les six agences et chez les buralistes.\n\n"
            "Les enfants paient-ils ?\n\nJamais avant quatre ans, puis moitié prix."
        ),
        good(
            "Neue Regeln für den Wochenmarkt\n\nDer Rat von Wismar hat am Montag neue Zeiten für den Wochenmarkt "
            "beschlossen.\n\nHäufig gestellte Fragen\n\nDer Verein der Händler sammelt sie seit Jahren in einem Heft, "
            "das am Eingang ausliegt."
        ),
        good(
            "«Слова живут дольше домов»\n\nСоставитель словаря рассказывает, как собирали третий том.\n\n"
            "Сколько слов в томе?\n\nОколо девяти тысяч.\n\nКто их присылал?\n\nУчителя и почтальоны."
        ),
        bad(
            "Retraites agricoles : ce que change la réforme\n\nLa réforme du calcul des pensions agricoles retient "
            "les vingt-cinq meilleures années au lieu de la carrière complète.\n\nLe gain moyen atteindrait 74 euros "
            "par mois, davantage pour les éleveurs laitiers, selon la Mutualité.\n\nQuestions fréquentes\n\n"
            "Que retient la réforme ?\n\nLes vingt-cinq meilleures années de la carrière.\n\n"
            "Combien gagneront les retraités ?\n\nLe gain moyen atteindrait 74 euros par mois.",
            at=("Questions fréquentes", "Que retient la réforme ?", "Combien gagneront les retraités ?"),
        ),
        bad(
            "Qué cambia en los autobuses de la comarca\n\nEl abono mensual costará treinta euros desde septiembre, y "
            "los menores de doce años viajarán gratis en todas las líneas.\n\nPreguntas frecuentes\n\n"
            "¿Cuánto costará el abono mensual?\n\nEl abono mensual costará treinta euros.\n\n"
            "¿Quién viajará gratis?\n\nLos menores de doce años viajarán gratis.",
            at=("Preguntas frecuentes", "¿Cuánto costará el abono mensual?", "¿Quién viajará gratis?"),
        ),
        bad(
            "夜市摊位重新登记\n\n老城夜市的摊位下月一日起重新登记，摊主须带身份证件到街道办事处办理，"
            "登记费为五十元。\n\n常见问题\n\n摊位何时重新登记？\n\n下月一日起重新登记。\n\n登记费是多少？\n\n"
            "登记费为五十元。",
            at=("常见问题", "摊位何时重新登记？", "登记费是多少？"),
        ),
    )

    overlap: float = Field(
        default=0.4,
        ge=0,
        le=1,
        description="Which share of the answers' words must stand in the article above the block.",
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for at, line in enumerate(article.filled):
            if "boilerplate.faq" in line.marks and line.role is not Role.TITLE:
                pairs = _pairs(article.filled[at + 1 :])
                if len(pairs) >= 2:
                    share = _share(" ".join(answer.text for _, answer in pairs), article.text[: line.start])
                    if share >= self.overlap:
                        places = [line, *(question for question, _ in pairs)]
                        message = f"{len(pairs)} questions answered with {share:.0%} of words from the article"
                        yield self.finding(message, article, map(article.line, places[:12]))
                    return


def _pairs(lines: tuple[Line, ...]) -> list[tuple[Line, Line]]:
    """Question and answer by turns, from the first line on."""
    pairs = []
    for question, answer in zip(lines[::2], lines[1::2], strict=False):
        if not _asks(question) or _asks(answer):
            break
        pairs.append((question, answer))
    return pairs


def _asks(line: Line) -> bool:
    return sentences.asks(line.text)


def _share(answers: str, above: str) -> float:
    """Which share of the answers' longer words, or of their ideographs, stands in the text above."""
    said, known = _terms(answers), _terms(above)
    return len(said & known) / len(said) if said else 0.0


def _terms(text: str) -> set[str]:
    leveled = level(text)
    return set(_IDEOGRAPH.findall(leveled)) or set(_WORD.findall(leveled))
