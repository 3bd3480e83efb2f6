"""AUT003: a team or the outlet itself stands for the author."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons import agencies
from validator.lexicons.fold import fold, level
from validator.model.address import host
from validator.model.article import Article, Author
from validator.model.finding import Finding, Severity, Skip
from validator.rules import spoken
from validator.rules.base import NO_RECORD, DeclaredRule, bad, good

_SURNAMES_TOO = frozenset({"desk", "staff", "team", "press", "redaktor"})
_DESKS = frozenset(
    "news web city night digital online foreign national editorial copy photo data breaking local "
    "state world central video social audience investigations features community".split()
)


class Organisation(DeclaredRule):
    """An author should be a person, not the newsroom or the outlet.

    A team cannot be told from its members: their articles are missing from every count by author, and the
    team's own name becomes one more writer.
    """

    code = "AUT003"
    severity = Severity.WARNING
    silenced_by = (*NO_RECORD, "page.listing", "author.role_only")  # ``Staff Reporter`` is a role
    examples = (
        good({"text": "Ein Leben für die Orgel.", "author": "Gudrun Desk", "language": "de"}),
        good({"text": "Il conto è salato.", "author": "Ellen Staff", "outlet": "Terra", "language": "it"}),
        good({"text": "Le conseil a voté.", "author": "Jeanne Morel, La rédaction", "language": "fr"}),
        good({"text": "Il Gubbio ferma la capolista.", "author": "Piero Redazzi", "language": "it"}),
        good(
            {
                "text": "Міська рада вирішила відремонтувати критий ринок за два роки.",
                "author": "Редакційна Марія",
                "language": "uk",
            }
        ),
        good({"text": "청산이발관이 이달 말 문을 닫는다.", "author": "남궁민서", "language": "ko"}),
        bad({"text": "Rates were cut.", "author": "Reuters Staff", "language": "en"}, at=("Reuters Staff",)),
        bad({"text": "Rates were cut.", "author": "Newsroom Staff", "language": "en"}, at=("Newsroom Staff",)),
        bad({"text": "Belediye toplandı.", "author": "Haber Merkezi", "language": "tr"}, at=("Haber Merkezi",)),
        bad({"text": "Obec slaví.", "author": "Zahraniční redakce", "language": "cs"}, at=("Zahraniční redakce",)),
        bad({"text": "Το χωριό γιορτάζει.", "author": "Συντακτική ομάδα", "language": "el"}, at=("Συντακτική ομάδα",)),
        bad({"text": "A testület ülésezett.", "author": "A szerkesztőség", "language": "hu"}, at=("A szerkesztőség",)),
        bad({"text": "A plouat luni.", "author": "Echipa redacţiei", "language": "ro"}, at=("Echipa redacţiei",)),
        bad(
            {"text": "The harbour froze.", "author": "Herald staff reporter", "language": "en"},
            at=("Herald staff reporter",),
        ),
        bad({"text": "Le conseil a voté lundi.", "author": "La rédaction", "language": "fr"}, at=("La rédaction",)),
        bad({"text": "Le conseil a voté lundi.", "author": "Agences", "language": "fr"}, at=("Agences",)),
        bad(
            {"text": "Der HBW Balingen hat gewonnen.", "author": "Sportredaktion", "language": "de"},
            at=("Sportredaktion",),
        ),
        bad(
            {"text": "Rates were cut.", "author": "Hull Packet", "outlet": "Hull Packet", "language": "en"},
            at=("Hull Packet",),
        ),
        bad(
            {"text": "老城的旧市场将修缮，工程明年春天开始。", "author": "本报编辑部", "language": "zh"},
            at=("本报编辑部",),
        ),
        bad(
            {
                "text": "قرر المجلس البلدي يوم الاثنين ترميم سوق المدينة القديم.",
                "author": "هيئة التحرير",
                "language": "ar",
            },
            at=("هيئة التحرير",),
        ),
        bad(
            {"text": "호떡집은 30년째 같은 값을 받는다.", "author": "디지털뉴스팀", "language": "ko"},
            at=("디지털뉴스팀",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if not article.authors:
            yield Skip("no author is named")
            return
        teams = [one for one in article.authors if _is_team(one, article)]
        if len(teams) == len([one for one in article.authors if one.kind != "agency"]):
            for one in teams:
                yield self.finding(
                    f"the author '{one.value}' is an organisation, no person",
                    article,
                    one.evidence,
                    subject=fold(one.value),
                )


def _is_team(author: Author, article: Article) -> bool:
    if author.kind == "agency":
        return False
    return _is_outlet(author, article) or (author.kind == "organisation" and not _surname(author.value, article))


def _is_outlet(author: Author, article: Article) -> bool:
    """Whether the author bears the name of the declared outlet, or of the address's host."""
    outlet, bare = article.field("outlet"), fold(author.value)
    return (outlet is not None and bare == fold(outlet.quote)) or (
        len(bare) > 3 and bare.replace(" ", "") in host(article.url.value).removeprefix("www.").split(".")
    )


def _surname(value: str, article: Article) -> bool:
    """``Gudrun Desk`` is somebody, ``Sports Desk`` is not."""
    parts = level(value).split()
    if len(parts) != 2 or parts[1] not in _SURNAMES_TOO or not all(one.istitle() for one in value.split()):
        return False
    outlet = level(article.source.value or "").split()
    words = spoken.words(article)
    desk = (
        parts[0] in _DESKS
        or parts[0] in words.words("byline.team_words")
        or parts[0] in outlet
        or agencies.agency(value.split(maxsplit=1)[0], sure=True) is not None
    )
    return not desk and parts[0] not in words.words("boilerplate.sections")
