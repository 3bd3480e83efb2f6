"""PAG005: a list of headlines stands in the article's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from pydantic import Field

from validator.lexicons.fold import fold, numbers_hidden, trim, weight
from validator.lexicons.lexicon import everywhere
from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good
from validator.rules.page.teasers import listed

_SENTENCE = 120  # letters from which a line is a sentence of an article
# A time of day and what is no sentence behind it: ``17:55 Uhr Council votes``.
_CLOCKED = regex(r"([01]?\d|2[0-3])[:.h]([0-5]\d)(?:\s?(?:Uhr|uur|h))?[\s|–—-]+[^\s\d:].*[^\s.!?…:]$")
_TIME = 30  # letters that a line with nothing but a time may have


class Listing(ArticleRule):
    """What was collected is an article, not a page that lists articles.

    Its headlines are of as many stories as it has lines; its date is that of the crawl; and its text is
    another one an hour later.
    """

    code = "PAG005"
    severity = Severity.WARNING
    examples = (
        good(
            "Liveticker: So lief der Wahlabend\n\n18.00 Uhr: Die ersten Zahlen sind da.\n\n18.30 Uhr: Es ist still.\n\n"
            "19.10 Uhr: Die Beteiligung lag bei 67 Prozent.\n\n20.45 Uhr: Eine Kapelle spielt.\n\n22.00 Uhr: Schluss."
        ),
        bad(
            "Nachrichten\n\n17:55 Uhr Rat stimmt zu\n17:20 Uhr Fähre auf Grund\n16:48 Uhr Flensberg verliert\n"
            "16:02 Uhr Zwillinge gefunden\n15:31 Uhr Stahlwerk meldet Kurzarbeit\n14:40 Uhr Zoo tauft Nashorn",
            at=(
                "17:55 Uhr Rat stimmt zu",
                "17:20 Uhr Fähre auf Grund",
                "16:48 Uhr Flensberg verliert",
                "16:02 Uhr Zwillinge gefunden",
                "15:31 Uhr Stahlwerk meldet Kurzarbeit",
                "14:40 Uhr Zoo tauft Nashorn",
            ),
        ),
        good(
            "Programm am Sonntag\n\n10:00 Uhr Gottesdienst\n11:30 Uhr Umzug\n12:15 Uhr Mittagessen\n14:00 Uhr Konzert\n"
            "16:30 Uhr Kinderturnen\n18:00 Uhr Feuerwerk"
        ),
        good("Results\n\nRovers 3-2 Athletic\n\nUnited 0-0 City\n\nTown 1-4 County\n\nVale 2-2 Albion\n\nHull 1-0 Ayr"),
        good(
            "Tarifs d'hiver\n\nPain de seigle : 3 €\n\nBrioche : 4 €\n\nTarte : 5 €\n\nGalette : 6 €\n\nFougasse : 2 €"
        ),
        bad(
            "Latest news\n\nMill fire forces road closure\n\n12 minutes ago\n\nCup draw: Rovers at home\n\n"
            "35 minutes ago\n\nTwo held after raid\n\n1 hour ago\n\nChoir wins crown\n\n2 hours ago\n\n"
            "Bridge toll frozen\n\n3 hours ago",
            at=("12 minutes ago", "35 minutes ago", "1 hour ago", "2 hours ago", "3 hours ago"),
        ),
        bad(
            "最新消息\n\n高铁新站完成封顶\n\n5分钟前\n\n夜市摊位重新登记\n\n20分钟前\n\n市队门将加盟省联赛\n\n40分钟前\n\n"
            "老城管网今晚检修\n\n1小时前\n\n博物馆延长开放\n\n2小时前",
            at=("5分钟前", "20分钟前", "40分钟前", "1小时前", "2小时前"),
        ),
        good(
            "Fünf Tage im Museum\n\nMontag\n\nTöpfern für Kinder\n\nDienstag\n\nFührung im Depot\n\nMittwoch\n\nRuhetag"
            "\n\nDonnerstag\n\nLesung am Abend\n\nFreitag\n\nKonzert im Hof"
        ),
        bad(
            "المحليات\n\nإغلاق الجسر القديم\n\nمنذ دقيقة\n\nالجوقة تفوز بالجائزة\n\nمنذ ساعة\n\nأسعار الخبز مستقرة\n\n"
            "منذ ساعتين\n\nالحديقة تفتح في مايو\n\nأمس\n\nعودة الترام\n\nأمس",
            at=("منذ دقيقة", "منذ ساعة", "منذ ساعتين", "أمس", "أمس"),
        ),
        bad(
            "Latest\n\nMill fire shuts road\nJust now\n\nCup draw: Rovers at home\nAn hour ago\n\nTwo held after raid\n"
            "An hour ago\n\nChoir wins crown\nYesterday\n\nBridge toll frozen\nYesterday",
            at=("Just now", "An hour ago", "An hour ago", "Yesterday", "Yesterday"),
        ),
        bad(
            "Последние новости\n\nМост закроют на ремонт\n\n5 минут назад\n\nХор получил приз\n\n20 минут назад\n\n"
            "Цены на хлеб замерли\n\n40 минут назад\n\nПарк откроют в мае\n\n1 час назад\n\nТрамвай вернулся\n\n"
            "2 часа назад",
            at=("5 минут назад", "20 минут назад", "40 минут назад", "1 час назад", "2 часа назад"),
        ),
        bad(
            "آخر الأخبار\n\nإغلاق الجسر القديم\n\nمنذ 5 دقائق\n\nالجوقة تفوز بالجائزة\n\nمنذ 20 دقيقة\n\n"
            "أسعار الخبز مستقرة\n\nمنذ 40 دقيقة\n\nالحديقة تفتح في مايو\n\nمنذ 3 ساعات\n\nعودة الترام\n\nمنذ 4 ساعات",
            at=("منذ 5 دقائق", "منذ 20 دقيقة", "منذ 40 دقيقة", "منذ 3 ساعات", "منذ 4 ساعات"),
        ),
        bad(
            "# Tramways\n\n"
            "09.10.2025\nLe tram déraille près du marché et bloque la ligne\nPersonne n'est blessé, dit la ville.\n"
            "07.10.2025\nUn nouveau tram circule en ville : ce qu'il a coûté\nLa rame a un plancher bas.\n"
            "30.09.2025\nLa ligne 3 passera la nuit jusqu'en décembre\nLe conseil l'a voté mardi.\n"
            "21.09.2025\nOn cherche cent conducteurs pour le réseau\nLa formation dure six mois.\n"
            "02.09.2025\nLe dépôt de la rue du Port sera agrandi\nLes travaux commencent au printemps.",
            at=("09.10.2025", "07.10.2025", "30.09.2025", "21.09.2025", "02.09.2025"),
        ),
        good(
            "La guerre du tram\n\n"
            "02.09.2025\nLe dépôt de la rue du Port sera agrandi\nLes travaux commencent au printemps.\n"
            "21.09.2025\nOn cherche cent conducteurs pour le réseau\nLa formation dure six mois.\n"
            "30.09.2025\nLa ligne 3 passera la nuit jusqu'en décembre\nLe conseil l'a voté mardi.\n"
            "07.10.2025\nUn nouveau tram circule en ville : ce qu'il a coûté\nLa rame a un plancher bas.\n"
            "09.10.2025\nLe tram déraille près du marché et bloque la ligne\nPersonne n'est blessé, dit la ville."
        ),
        bad(
            "The council\n\nReport wants offices for aldermen in each ward\nThe city has had twelve since 1980.\n"
            "Comments (3)\nPremier backs list of the city's top earners\nHe said so on Wednesday.\nComments (0)\n"
            "Free swimming grows at the old town pools\nNo telephone number is asked.\nComments (12)\n"
            "Bridge toll frozen for another whole year\nThe vote was close.\nComments (1)\n"
            "Choir wins the crown for the third time\nIt sang in Welsh.\nComments (7)\n"
            "Ferry firm cuts its early winter sailings\nThe boats are old.\nComments (2)",
            at=("Comments (3)", "Comments (0)", "Comments (12)", "Comments (1)", "Comments (7)", "Comments (2)"),
        ),
    )

    least: int = Field(default=5, gt=1, description="Lines, each with its time or its counter, that make a list.")

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        lines = article.filled
        if blocks := listed(article, self.least):
            message = f"{len(blocks)} headlines with their teasers, one below another"
            yield self.finding(message, article, [article.line(line) for line in blocks[:12]])
            return
        if any(weight(line.text) >= _SENTENCE for line in lines):
            return
        clocked = _latest_first(lines)
        if len(clocked) > self.least:
            message = f"{len(clocked)} headlines, each behind its own time, the latest first"
            yield self.finding(message, article, [article.line(line) for line in clocked[:12]])
            return
        if len(lines) < 2 * self.least:
            return
        candidates = [at for at, line in enumerate(lines) if _may_be_time(line)]
        if len(candidates) < self.least:
            return
        times = [at for at in candidates if _is_time(lines[at])]
        alternating = [at for at in times if at + 1 not in times or at - 1 not in times]
        if len(alternating) >= self.least:
            message = f"{len(alternating)} short lines, each with its own time"
            yield self.finding(message, article, [article.line(lines[at]) for at in alternating[:12]])


def _latest_first(lines: Sequence[Line]) -> list[Line]:
    """The lines that are a time of day and a headline, where the times run backwards: a programme's run on."""
    found = [(int(match[1]) * 60 + int(match[2]), line) for line in lines if (match := _CLOCKED.match(line.text))]
    backwards = all(before >= after for (before, _), (after, _) in pairwise(found))
    return [line for _, line in found] if backwards and 2 * len(found) > len(lines) else []


def _may_be_time(line: Line) -> bool:
    return len(line.text) <= _TIME and line.role is not Role.TITLE


def _is_time(line: Line) -> bool:
    """Whether a line is a time reckoned from now, in any language; a clock's time may be a ticker's."""
    return _spaceless(numbers_hidden(trim(fold(line.text)))) in _forms()


@cache
def _forms() -> frozenset[str]:
    """The relative times of all languages, without spaces; a weekday alone may head the days of a programme."""
    return frozenset(_spaceless(one) for one in everywhere("dates.relative").all if "{weekday}" not in one)


def _spaceless(text: str) -> str:
    return text.replace(" ", "")
