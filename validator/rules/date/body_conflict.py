"""DAT011: the text speaks of a day as to come that lies before its date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day

from pydantic import Field

from validator.model.article import BODY_ROLES, Article, Dated, DateRole
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.date import facts, future_clause

_MAY = "2025-05-14"
_FR = "Le ministre de l'économie l'a confirmé à la presse réunie à Paris, sans donner d'autres détails sur la mesure."
_DE = "Das teilte das Ministerium der Presse mit, ohne auf die Fragen der Verbände zu den Kosten einzugehen."
_EN = "The two operators said so in a joint statement to their passengers, who have been waiting for a decision."
_UK = "Обіцянка так і залишилася на папері, а музиканти вже понад рік чекають на відкриття нової сцени."


class BodyConflict(ArticleRule):
    """A text cannot announce for the future what lay in the past on the day it bears.

    In one sentence: a verb in the simple future, and with it a full date that is earlier than the
    article's. The text was then written before that day, and the article's date is that of a copy, an
    update or the site's clock. Quotations and reported speech are passed over.
    """

    code = "DAT011"
    severity = Severity.WARNING
    silenced_by = (*ArticleRule.silenced_by, "date.epoch_default")
    examples = (
        good({"text": f"Washington avait annoncé le 2 avril 2025 que les droits augmenteraient. {_FR}", "date": _MAY}),
        good({"text": f"La loi votée le 12 mars 2025 entrera en vigueur en juin. {_FR}", "date": _MAY}),
        good({"text": f"„Am 14. April 2025 wird alles vorbei sein“, spottete ein Abgeordneter. {_DE}", "date": _MAY}),
        good({"text": f"Управління повідомило, що зала буде готова до 1 березня 2025 року. {_UK}", "date": _MAY}),
        good({"text": f"He will be sentenced in June for the attack of 6 January 2025. {_EN}", "date": _MAY}),
        good({"text": f"Der Ausschuss wird den Brand vom 3. Februar 2025 untersuchen. {_DE}", "date": _MAY}),
        good(
            {
                "text": "Haverikommissionen kommer att granska olyckan den 3 mars 2025, sade en talesman vid en "
                "presskonferens i Norrköping, där familjerna fick ställa frågor om arbetet.",
                "date": _MAY,
            }
        ),
        good(
            {
                "text": "Mluvčí radnice uvedl, že nová knihovna bude otevřena od 1. března 2025, ale stavba se "
                "zpozdila a čtenáři zatím chodí do školy, kde jsou knihy uložené v tělocvičně.",
                "date": _MAY,
            }
        ),
        good(
            {
                "text": "وكانت وزارة التربية قد أعلنت أنها ستطلق مكتبة ثانية في 1 سبتمبر 2024، لكن التمويل تأخر، "
                "ويقول الأهالي إن الحافلة الزرقاء ما زالت تصل إلى القرية مرة كل أسبوع قبل قرع الجرس.",
                "date": "2025-01-31",
            }
        ),
        good(
            {
                "text": "The board kept all nine bus routes, and the drivers were told on Monday evening.\n\n"
                "Correction: An earlier version of this article said the board will meet on April 9, 2025.",
                "date": _MAY,
            }
        ),
        bad(
            {
                "text": "La piscina abrirá sus puertas el 10 de marzo de 2025 y contará con seis calles. Los vecinos "
                "la esperaban desde hace doce años y celebrarán una fiesta en la plaza.",
                "date": _MAY,
            },
            at=(_MAY, "abrirá sus puertas el 10 de marzo de 2025"),
        ),
        bad(
            {
                "text": "El tren turístico\n\nEl primer convoy saldrá de la estación de San Roque Viejo el 14 de abril "
                "de 2025, según el calendario del consorcio.",
                "date": "2026-01-27",
                "language": "es",
            },
            at=("2026-01-27", "saldrá de la estación de San Roque Viejo el 14 de abril de 2025"),
        ),
        bad(
            {"text": f"À partir du 12 mars 2025, les États-Unis imposeront une taxe. {_FR}", "date": "2025-03-15"},
            at=("2025-03-15", "À partir du 12 mars 2025, les États-Unis imposeront"),
        ),
        bad(
            {"text": f"The higher fares will take effect on 6 January 2025. {_EN}", "date": _MAY},
            at=(_MAY, "will take effect on 6 January 2025"),
        ),
        bad(
            {
                "text": "وسيُفتتح المهرجان المصاحب يوم 10 فبراير 2025 في ساحة المتحف وسط عروض فنية لفرق المدينة كلها. "
                "وتتوقع الفنادق نسبة إشغال مرتفعة، وقد خصصت المحافظة جوائز للفائزين من القرى المجاورة.",
                "date": "2025-02-27",
            },
            at=("2025-02-27", "وسيُفتتح المهرجان المصاحب يوم 10 فبراير 2025"),
        ),
        bad(
            {
                "text": "El 12 de mayo de 2025 el puente cerrará al tráfico pesado, según el plan de obras municipal. "
                "Los comerciantes del barrio piden que los trabajos se hagan de noche y sin cortar las aceras.",
                "date": "2025-06-20",
            },
            at=("2025-06-20", "El 12 de mayo de 2025 el puente cerrará"),
        ),
        bad(
            {
                "text": "I lavori cominceranno lunedì 25 agosto 2025 e dureranno un anno intero, secondo il comune. "
                "I comitati di quartiere chiedono che il parcheggio sia pronto prima dei battelli turistici.",
                "date": "2025-09-18",
            },
            at=("2025-09-18", "cominceranno lunedì 25 agosto 2025"),
        ),
        bad(
            {
                "text": "Muzeum hodin\n\nMuzeum hodin bude otevřeno od 1. března 2025 a nabídne dílnu pro děti. Stavba "
                "stála osm milionů korun, které město získalo prodejem staré školy u řeky.",
                "date": _MAY,
            },
            at=(_MAY, "bude otevřeno od 1. března 2025"),
        ),
        bad(
            {
                "text": "Det nye bibliotek\n\nBiblioteket vil slå dørene op den 3. marts 2025, og samme dag kan børn "
                "låne deres første bog. Byggeriet har kostet tyve millioner kroner og varede i to år.",
                "date": _MAY,
            },
            at=(_MAY, "vil slå dørene op den 3. marts 2025"),
        ),
        bad(
            {
                "text": "Fergen\n\nDen nye fergen vil bli satt i drift 3. mars 2025, sier rederiet. Den går på strøm, "
                "og prisen for billettene skal være den samme som før, også for syklister.",
                "date": _MAY,
            },
            at=(_MAY, "vil bli satt i drift 3. mars 2025"),
        ),
        bad(
            {
                "text": "Fyren\n\nFyren kommer att tändas igen den 3 mars 2025, säger föreningen som har samlat in "
                "pengarna. Den släcktes för tio år sedan, när kommunen inte ville betala mer för strömmen.",
                "date": _MAY,
            },
            at=(_MAY, "kommer att tändas igen den 3 mars 2025"),
        ),
        bad(
            {"text": f"Der Ausbau wird am 3. Februar 2025 beginnen. {_DE}", "date": _MAY},
            at=(_MAY, "wird am 3. Februar 2025"),
        ),
        bad(
            {
                "text": "New ferry\n\nThe island's new ferry will begin sea trials at the Port Ellary yard on 17 "
                "February 2025, the operator has said.",
                "date": "2026-01-12",
                "language": "en",
            },
            at=("2026-01-12", "will begin sea trials at the Port Ellary yard on 17 February 2025"),
        ),
        bad(
            {
                "text": "Музей\n\nМузей переехал в новое здание, в котором раньше работала железнодорожная касса.\n\n"
                "Экскурсии для школьников стартуют 12 марта 2025 года, сообщили в мэрии города.",
                "date": "2026-01-12",
                "language": "ru",
            },
            at=("2026-01-12", "стартуют 12 марта 2025"),
        ),
        bad(
            {
                "text": "나루터\n\n새 나루터는 2025년 11월 3일 문을 열 예정이다. 솔내마을 주민들은 겨우내 "
                "지붕을 고치고 길을 넓혔다.\n\n상인 스무 명이 자리를 신청했고 첫날 떡이 모두 팔렸다. "
                "이장은 장이 서야 마을이 산다고 했다.",
                "date": "2026-01-19",
                "language": "ko",
            },
            at=("2026-01-19", "2025년 11월 3일 문을 열 예정이다"),
        ),
    )

    farthest: int = Field(
        default=400, ge=1, description="Days before the article's date from which an event is history."
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        base = _base(article)
        language = article.language.value
        if base is None or language is None:
            yield Skip("no date to compare with, or no known language")
            return
        day, known = base
        seen: list[tuple[Day, Evidence]] = []
        for one in article.dates:
            if one.moment and one.moment.day and 1 <= (day - one.moment.day).days <= self.farthest:
                place = _announced(article, one, language)
                if place is not None:
                    seen.append((one.moment.day, place))
        if seen:
            message = f"speaks of {seen[0][0]} as to come, {(day - seen[0][0]).days} days before its own date"
            yield self.finding(message, article, [known, *(place for _, place in seen[:11])])


def _base(article: Article) -> tuple[Day, Evidence] | None:
    """The article's day, else that of the site's clock; none where it may be read in two ways."""
    published = article.published
    if published.value is not None and published.value.day:
        return None if published.value.other else (published.value.day, published.seen[0])
    clock = next((one for one in article.dates if one.role is DateRole.RENDER and one.moment and one.moment.day), None)
    return (clock.moment.day, clock.evidence) if clock and clock.moment and clock.moment.day else None


def _announced(article: Article, one: Dated, language: str) -> Evidence | None:
    line = facts.line_of(article, one)
    span = one.evidence.span
    if line is None or span is None or line.role not in BODY_ROLES:
        return None
    start = article.index.start(span.line) + span.column - 1 - line.start
    place = future_clause.find(line.text, start, start + len(one.evidence.quote), language)
    return article.at(line.start + place[0], line.start + place[1]) if place else None
