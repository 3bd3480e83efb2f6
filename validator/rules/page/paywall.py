"""PAG001: the article ends at a paywall."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.lexicons.fold import weight
from validator.lexicons.lexicon import sections
from validator.model import record
from validator.model.article import Article, Line, Role
from validator.model.evidence import FOOT, Evidence
from validator.model.finding import Finding, Severity
from validator.rules.base import ArticleRule, bad, good

_QUOTES = "«»\"“”„‚‘'「『"
_LONGEST = 300  # letters of a line that is a wall
_OFFERS, _OFFER = 2, 120  # lines that say what lies behind a wall, letters of one
_BUTTON = 40  # letters of a button
_PRICES = 4  # lines below a wall in which its price stands
_PARAGRAPH = frozenset({Role.LEAD, Role.BODY})
_FOOT = frozenset(
    {"boilerplate.related", "boilerplate.teaser", "boilerplate.newsletter", "boilerplate.copyright_footer"}
)


class Paywall(ArticleRule):
    """An article is there as a whole.

    A line that offers the rest to subscribers shows that only the beginning was collected. Beginnings are
    short, alike, and end without an end.
    """

    code = "PAG001"
    severity = Severity.WARNING
    silenced_by = ("schema.unreadable", "text.empty", "page.captcha", "page.js_required", "page.error")
    examples = (
        good(
            "Nieuwssites moeten cookiemuur afbreken\n\nWie op nee drukte, las: “Dit artikel is alleen voor abonnees.” "
            "Volgens de toezichthouder is dat geen vrije keuze.\n\nDe uitgevers noemen het besluit wereldvreemd."
        ),
        good("Paywalls are falling\n\nThere is no paywall on council stories, but subscribers get the crossword."),
        bad(
            "Budget de Grenoble\n\nLe conseil municipal de Grenoble a adopté lundi soir un budget en baisse de 3 %.\n\n"
            "Il vous reste 78 % de cet article à lire.\n\nLa suite est réservée aux abonnés.",
            at=("Il vous reste 78 % de cet article à lire.", "La suite est réservée aux abonnés."),
        ),
        good(
            "Harbour wall rebuilt\n\nThe harbour wall has been rebuilt after nine months, the council said.\n\n"
            "Log in to comment on this article"
        ),
        bad(
            "Muro del porto\n\nIl muro del porto è stato ricostruito in nove mesi, ha detto lunedì il Comune.\n\n"
            "Per continuare a leggere abbonati",
            at=("Per continuare a leggere abbonati",),
        ),
        bad(
            "港の防波堤\n\n九か月かけて港の防波堤が再建されたと、町が月曜日に発表した。\n\n"
            "会員登録してログインすると続きをお読みいただけます",
            at=("会員登録してログインすると続きをお読みいただけます",),
        ),
        bad(
            "老舗百貨店、駅前から撤退へ\n\n駅前で七十年続いた老舗百貨店が、来年二月で閉店することが分かった。\n\n"
            "この記事は有料会員限定です",
            at=("この記事は有料会員限定です",),
        ),
        bad(
            "Budget de Grenoble\n\nLe conseil municipal de Grenoble a adopté lundi soir un budget en baisse de 3 %.\n\n"
            "Il vous reste 74.5% de cet article à lire. La suite est réservée aux abonnés.\n\nRéutiliser ce contenu",
            at=("Il vous reste 74.5% de cet article à lire. La suite est réservée aux abonnés.",),
        ),
        bad(
            "Gate End play\n\nA family drama allowed for a small audience to return to the city theatre on Friday, and "
            "for two hours of lodgers, leaking gutters and doubtful songs.\n\nYou have reached your article limit.\n\n"
            "Monthly €12 €6 / month\n\nMore in this section\n\nThe choir that sings at sea has found a new ferry, "
            "and passengers are asked to hum along.\n\nNell Harrow walks the pier for the last time this year.\n\n"
            "The lighthouse gets a coat of paint, and its keeper a holiday.",
            at=("You have reached your article limit.",),
        ),
        good(
            "Gate End play\n\nSubscriber-only content\n\nA family drama allowed for a small audience to return to the "
            "city theatre on Friday.\n\nMore in this section\n\nThe lodgers and the gutters are played by the company, "
            "which has waited two years for its stage, and by a dog.\n\nIt runs until May, and every seat is sold."
        ),
    )

    longest: int = Field(
        default=4000,
        gt=0,
        description="Letters of body from which an article is complete whatever stands below it.",
    )

    def check(self, article: Article) -> Iterator[Finding]:
        walls = [line for line in article.lines if "page.paywall" in line.marks and _is_own_line(line)]
        shown = [] if walls else _in_page(article)
        if not walls and not shown:
            return
        text = [line for line in article.lines if line.role in _PARAGRAPH]
        letters = sum(weight(line.text) for line in text)
        below = [wall for wall in walls if _offers(_below(article, wall))]
        if (below or shown) and letters <= self.longest:
            message = f"the article ends at a paywall after {letters:.0f} letters"
            yield self.finding(message, article, [*map(article.line, below[:12]), *shown])


def _below(article: Article, wall: Line) -> list[Line]:
    """What stands below a wall; where text stands above it, only down to what heads the foot of the page."""
    below = [line for line in article.lines[wall.number :] if line.text]
    if any(line.role in _PARAGRAPH and weight(line.text) >= _OFFER for line in article.lines[: wall.number]):
        foot = next((at for at, line in enumerate(below) if line.role is Role.BOILERPLATE and line.marks & _FOOT), None)
        below = below[:foot]
    return below


def _offers(below: list[Line]) -> bool:
    """Whether nothing stands below a wall, or no more than buttons and what it costs (``First month free, $8.99``)."""
    text = [line for line in below if line.role in _PARAGRAPH]
    short = len(text) <= _OFFERS and all(len(line.text) <= _OFFER for line in text)
    buttons = all(len(line.text) <= _BUTTON and line.text[-1].isalnum() for line in text)
    costs = any(map(str.isdigit, "".join(line.text for line in below[:_PRICES])))
    return not text or (short and (buttons or costs))


def _in_page(article: Article) -> list[Evidence]:
    """The wall that a page shows right below its text, which is without it."""
    shown = record.shown(article.sightings, FOOT)
    walls = [text for text in shown if "page.paywall" in sections(text) and len(text) <= _LONGEST]
    return [Evidence("html", text, locator=FOOT) for text in walls if text[0] not in _QUOTES]


def _is_own_line(line: Line) -> bool:
    return line.role is Role.BOILERPLATE and line.text[0] not in _QUOTES and len(line.text) <= _LONGEST
