"""TXT009: the text breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from validator.lexicons.fold import weight
from validator.lexicons.lexicon import load, sections
from validator.model import record
from validator.model.article import Article, Line, Role
from validator.model.evidence import FOOT, Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import NO_ARTICLE, ArticleRule, bad, good

_UNSTOPPED = frozenset({"th", "lo", "km", "my"})  # written without a full stop
_DOTS = ("…", "...", "[…]", "[...]", "(…)", "(...)", "..", "[&#8230;]", "[&hellip;]")
_GOES_ON = regex(r"^.{30,}[^\W\d_A-Z]{3}\.[”»\"]? [^\W\d_]")  # a paragraph's sentence, and the next one's beginning
_TRAILING = " .…[]()"
_STOPPED = regex(r"[.!?…][»”\"]?\s+")
_CUT = regex(r"\[\s?(?:…|\.\.\.|&#8230;|&hellip;)\s?\]$")  # and as a feed may have left it
# A word cut behind its first letters, where a number says that it is no initial of a name: ``until the 31. M…``.
_STUMP = regex(r"\d(?:\. | (?!(?i:km|kg|cm|mm|ml|dl|m|h|g|l|t|ha|kw|mw|am|pm|a|p|v|k)\W))[^\W\d_]{1,2}(?:…|\.\.\.)$")
_TAGS = regex(r"(?:\s*</?[a-z]\w*[^<>]*>)+$", re.IGNORECASE)  # markup that a feed left behind a paragraph
_PARAGRAPH = frozenset({Role.LEAD, Role.BODY})
_ONWARD = frozenset({"boilerplate.read_more", "page.paywall"})
_EXCERPT = regex(
    r".{60,}[^\W\d_][ \u00a0]?[\[(]?(?:…|\.\.\.)[\])]?\s+[^.…]{4,40}[.…»→>]?$"
)  # with what a feed says behind it
_TEASERS = 3  # invitations to read on from which the text is a list of teasers
_LEAST = 40  # letters from which the last line is a paragraph
_FULL = 100  # letters of a paragraph; a shorter line above "read more" is another article's headline
_SOME = 60  # the same where a sentence ends within it
_ALONE = 3  # sentences with a full stop in a text of one paragraph
_OTHERS = 3  # paragraphs with a full stop beside which one without is cut
_SENTENCES = 5  # sentences with a full stop, instead of so many paragraphs
_NEAR = 3  # lines below the last paragraph in which an invitation belongs to it


class Truncated(ArticleRule):
    """An article ends with the end of a sentence.

    Where it breaks off, the rest stood behind a wall or a button. The beginning alone makes a different
    summary, a different length and a different set of names, and teaches a model to stop in mid-sentence.
    """

    code = "TXT009"
    severity = Severity.WARNING
    silenced_by = (*NO_ARTICLE, "page.listing")
    examples = (
        good(
            "List z getta\n\nKopie cyfrowe udostępniono bezpłatnie, a oryginał trafi do konserwacji w Lublinie. Na "
            "wystawie list zamyka cytat: „Pamiętajcie o mnie, kiedy zakwitnie bez [...]”"
        ),
        bad(
            "Une histoire de la digue\n\nMaud Kervella a passé neuf ans à écouter ceux qui ont construit la digue, "
            "et son livre est lu jusque dans les écoles.\n\nIl est en vente depuis lundi à la librairie du",
            at=("est en vente depuis lundi à la librairie du",),
        ),
        bad(
            "Hallenbad bleibt zu\n\nDas Geld bekommt anteilig zurück, wer eine Jahreskarte besitzt, allerdings nur, "
            "wenn der Antrag bis zum 31. Mä…",
            at=("wer eine Jahreskarte besitzt, allerdings nur, wenn der Antrag bis zum 31. Mä…",),
        ),
        good(
            "Halle rénovée\n\nLe conseil municipal a voté lundi soir la rénovation de la halle de Sète, pour neuf "
            "millions d'euros. Et après…"
        ),
        good(
            "Was jetzt gilt\n\nDer Rat hat am Montag über die neuen Regeln für den Markt beschlossen, sie gelten ab "
            "Juni:\n\n- kein Verkauf nach acht Uhr\n- keine Wagen auf dem Platz\n\nWeiterlesen"
        ),
        good(
            "Wat nu\n\nDe gemeenteraad van Zutphen stemde maandag over de nieuwe brug, en de wethouder zuchtte na vier "
            "uur vergaderen: het is niet anders, we gaan weer van voren af aan..."
        ),
        good(
            "The pier reopens\n\nThe pier at Saltmarsh will reopen in June after eleven months of repairs, the harbour "
            "board announced on Monday.\n\nDivers have replaced forty of the piles, and the deck now stands thirty "
            "centimetres higher than before the storm surge.\n\nThe board expects ten thousand visitors on the first "
            "weekend, and a second ticket office will be opened at the northern gate.\n\nRose Tilney covers the coast "
            "for this newspaper and has written about piers, groynes and lighthouses from her own house in Saltmarsh"
        ),
        bad(
            "The pier reopens\n\nThe pier at Saltmarsh will reopen in June after eleven months of repairs, the harbour "
            "board announced on Monday.\n\nDivers have replaced forty of the piles, and the deck now stands thirty "
            "centimetres higher than before the storm surge.\n\nThe board expects ten thousand visitors on the first "
            "weekend, and a second ticket office will be opened at the northern gate.\n\nResidents remain sceptical. "
            "They recall that the last repair was promised for two seasons and lasted nearly five winters",
            at=("the last repair was promised for two seasons and lasted nearly five winters",),
        ),
        good(
            "The pier reopens\n\nThe pier at Saltmarsh will reopen in June after eleven months of repairs, the harbour "
            "board announced on Monday.\n\nDivers have replaced forty of the piles, and the deck now stands thirty "
            "centimetres higher than before the storm surge.\n\nThe board expects ten thousand visitors on the first "
            "weekend, and a second ticket office will be opened at the northern gate.\n\nReports like this one take "
            "weeks, and nobody pays for them but those who read them here every day. Will you be one? Donate now"
        ),
        bad(
            "Ко држи мост\n\nТри кандидата и један град који чека мост: тако изгледа јесен. Један већ мери салу. "
            "Други још не враћа кључеве. На пијаци се кладе у кромпир, а у већници у потписе. За то време комшије",
            at=("На пијаци се кладе у кромпир, а у већници у потписе. За то време комшије",),
        ),
        bad(
            "Die Milchkrise\n\n[16:20] Die Vorsitzende des Verbandes rügte den Beschluss. Das Land sei zu spät "
            "gekommen, sagte sie. Die Preise seien gefallen, und niemand habe es gemerkt. Jetzt werde gezahlt.\n\n"
            "[16:13] Das Ja des Landtags hat ein geteiltes Echo gefunden. Händler reagierten erfreut, an der Börse zog "
            "der Preis an. Aus dem Handel kam",
            at=("Händler reagierten erfreut, an der Börse zog der Preis an. Aus dem Handel kam",),
        ),
        good(
            "Konzert im Hof\n\nDer Chor singt am Samstag im Hof der alten Mühle. Geprobt wird seit März, und die "
            "Karten sind fast weg. Es gibt nur noch wenige an der Kasse.\n\n- Am Sonntag wird das Konzert für alle "
            "wiederholt, die keine Karte bekommen haben oder zweimal kommen wollen und früh da sind"
        ),
        bad(
            "The mill closes\n\nThe last mill will stop grinding at the end of May.\n\nAbout thirty bakeries buy their "
            "flour from the mill, and planning officers said that any change of use would have to be agreed with the",
            at=("planning officers said that any change of use would have to be agreed with the",),
        ),
        bad(
            "Szpital bez pediatrii\n\nSzpital nie przyjmuje dzieci od poniedziałku.\n\nZ pracy odeszło trzech z pięciu "
            "lekarzy oddziału, starosta prowadzi rozmowy, a dalszy los oddziału zależy od tego, czy uda się\n\n"
            "Pozostało 70% artykułu. Wykup dostęp.",
            at=(
                "starosta prowadzi rozmowy, a dalszy los oddziału zależy od tego, czy uda się",
                "Pozostało 70% artykułu. Wykup dostęp.",
            ),
        ),
        bad(
            "Ponte cerrado\n\nEl tribunal deberá pronunciarse antes de diciembre, aunque ninguna de las partes espera "
            "un acuerdo y el alcalde ya advirtió que...\n\nLeer más",
            at=("aunque ninguna de las partes espera un acuerdo y el alcalde ya advirtió que...", "Leer más"),
        ),
        bad(
            "What the rate cut means\n\nThose coming off older fixed rates still face a painful jump, brokers warn, "
            "because their previous deals were so cheap\n\nContinue reading…",
            at=("face a painful jump, brokers warn, because their previous deals were so cheap", "Continue reading…"),
        ),
        bad(
            "Freibad öffnet\n\nDas Freibad öffnet am Samstag.\n\nDie Rutsche bleibt zu, bis sie jemand abgenommen "
            "hat. Damit\n\nWeiterlesen mit Abo",
            at=("Rutsche bleibt zu, bis sie jemand abgenommen hat. Damit", "Weiterlesen mit Abo"),
        ),
        bad(
            {
                "title": "Vendemmia anticipata in collina - Il Mosto",
                "text": "Il caldo ha accelerato la maturazione delle uve e i primi grappoli sono già in cantina, con "
                "due settimane di anticipo. La qualità si annuncia [&#8230;]\n\nL'articolo Vendemmia anticipata in "
                "collina proviene da Il Mosto.",
            },
            at=("già in cantina, con due settimane di anticipo. La qualità si annuncia [&#8230;]",),
        ),
        good(
            "Neues aus den Ämtern\n\nDas Bürgeramt in der Altstadt bleibt am Freitag zu, weil die Leitungen erneuert "
            "werden … Weiterlesen\n\nWer einen Ausweis braucht, kann bis Mittag in die Außenstelle am Bahnhof gehen."
        ),
        bad(
            "Міст закрито\n\nМіст через Случ закрили для вантажівок ще в понеділок, повідомила міська рада.\n\nЗа "
            "словами чиновників, ремонт триватиме щонайменше до осені, а вчора комісія вирішила… Читати далі",
            at=("ремонт триватиме щонайменше до осені, а вчора комісія вирішила… Читати далі",),
        ),
        bad(
            "Quarry appeal\n\n<p>A bid to extend the quarry by eleven hectares has been dismissed after a hearing of "
            "two days in the town hall, and residents who had fought the plan for six years said they were […]</p>",
            at=("hall, and residents who had fought the plan for six years said they were […]",),
        ),
        bad(
            "Halle rénovée\n\nLe conseil municipal a voté lundi soir la rénovation de la halle de Sète, et le maire a "
            "promis aux commerçants que les [...]",
            at=("de la halle de Sète, et le maire a promis aux commerçants que les [...]",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        language = article.language.main or ""
        last = next((line for line in reversed(article.filled) if line.role in _PARAGRAPH or _is_excerpt(line)), None)
        last = None if last is None else replace(last, text=_TAGS.sub("", last.text))
        if last is None or language in _UNSTOPPED or weight(last.text) < _LEAST:
            yield Skip("no last paragraph that would end in a full stop")
            return
        excerpt = _is_excerpt(last)
        if _ended(last.text) and not excerpt and not last.marks & {"text.ellipsis_marks"}:
            return
        if sum("boilerplate.read_more" in line.marks for line in article.lines) >= _TEASERS:
            yield Skip("a list of teasers, each with its own invitation to read on")
            return
        told = last.text.endswith(_DOTS) or weight(last.text) >= _FULL or _GOES_ON.search(last.text)
        onward = _onward(article, last) if told else None
        if excerpt or onward is not None or _cut(last) or _hangs(last.text, language) or _stands_out(article, last):
            places = [_end_of(article, last), *([onward] if onward else [])]
            yield self.finding(f"the last paragraph breaks off after {len(last.text)} characters", article, places)


def _is_excerpt(line: Line) -> bool:
    """Whether a paragraph runs into its own invitation to read on: ``The bridge stays … Read more``."""
    told = line.role is Role.BOILERPLATE and "boilerplate.read_more" in line.marks
    return told and _EXCERPT.match(line.text) is not None


def _ended(text: str) -> bool:
    """Whether a line ends as a sentence or a quotation ends; dots that trail off do not end it."""
    last = text.rstrip(" \u00a0")[-1:]
    goes_on = last.isalnum() or last in ",，、-–—(„" or (last == "«" and "»" not in text)
    return not goes_on and not text.endswith(_DOTS)


def _onward(article: Article, last: Line) -> Evidence | None:
    """The invitation to read on, or the wall, right below the last paragraph: in the text, or in the page alone."""
    below = [line for line in article.lines[last.number :] if line.text][:_NEAR]
    line = next((line for line in below if line.role is Role.BOILERPLATE and line.marks & _ONWARD), None)
    if line is not None:
        return article.line(line)
    shown = record.shown(article.sightings, FOOT) if not below else ()
    return next((Evidence("html", text, locator=FOOT) for text in shown if sections(text) & _ONWARD), None)


def _cut(last: Line) -> bool:
    """Whether a feed's own mark of a shortened text or a stump of a word ends the line, outside of any quotation."""
    if "text.ellipsis_marks" in last.marks:
        return True
    text = last.text
    opened = any(text.rfind(left) > text.rfind(right) for left, right in ("«»", "“”", "„“", "「」"))
    return (_CUT.search(text) or _STUMP.search(text)) is not None and not opened and text.count('"') % 2 == 0


def _hangs(text: str, language: str) -> bool:
    """Whether a line ends in a sign, or in a word, behind which a sentence must go on."""
    if _ended(text):
        return False
    words = text.rstrip(_TRAILING).rsplit(None, 1)
    last = words[-1] if words[-1:] and text.endswith((*_DOTS, words[-1])) else ""
    return text[-1] in ",，、(«„" or (last.islower() and last in _hanging(language))


def _stands_out(article: Article, last: Line) -> bool:
    """Whether the very end alone lacks a full stop, amid words: every other paragraph, three at least, has its own."""
    stops = len(_STOPPED.findall(last.text))
    if article.filled[-1] != last or last.marks or weight(last.text) < (_SOME if stops else _FULL):
        return False
    others = [
        line for line in article.filled if line.role in _PARAGRAPH and weight(line.text) >= _FULL and line != last
    ]
    enough = _sentences(last, *others) >= _SENTENCES if others else stops >= _ALONE
    if len(others) < _OTHERS and not enough:
        return False
    if sections(_STOPPED.split(last.text)[-1]):  # a button, glued to the paragraph that it belongs to
        return False
    head, _, word = last.text.rpartition(" ")
    amid = word.isalpha() and not word[0].isupper() and head[-1:] not in ("/", "|", "-", "–", "—", ".", ")")
    item = not last.text[0].isalnum() and not _STOPPED.search(last.text)
    return amid and not item and all(_ended(line.text) for line in others)


def _sentences(last: Line, *others: Line) -> int:
    """How many sentences have their stop: of few paragraphs, long ones tell it as well; the last one holds some."""
    stops = len(_STOPPED.findall(last.text))
    return stops + sum(len(_STOPPED.findall(line.text)) + 1 for line in others) if stops else 0


@cache
def _hanging(language: str) -> frozenset[str]:
    """The articles, conjunctions and prepositions behind which no sentence ends."""
    return frozenset(load("function_words")["hang"].get(language, "").split())


def _end_of(article: Article, line: Line) -> Evidence:
    start = line.text.find(" ", max(0, len(line.text) - 80))
    return article.at(line.start + start + 1 if start > 0 else line.start, line.end)
