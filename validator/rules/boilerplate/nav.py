"""BPL015: a menu or a breadcrumb trail stands in the text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import ClassVar

from validator.lexicons.fold import level
from validator.lexicons.lexicon import sections
from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MENU, MOST, MarkedLines, at_edge, counted, marked

_TRAIL = regex(r"\s*[»›>→]\s*|\s+/\s+|\s+\|\s+")
_LONGEST = 34  # letters of one step of a trail
_LONGEST_TRAIL = 240
_HOME = frozenset(
    level(
        "home\nhomepage\nhome page\nstartseite\naccueil\ninicio\nportada\ninício\npágina inicial\nhomepagina\n"
        "startpagina\nforside\nforsiden\nhjem\nstartsida\nstartsidan\nhem\netusivu\nstrona główna\ndomů\núvod\n"
        "domov\nnaslovnica\nnaslovna\npočetna\nпочетна\nнасловна\nглавная\nголовна\nначало\nacasă\nacasa\n"
        "prima pagină\ncímlap\nfőoldal\nkezdőlap\nnyitólap\nanasayfa\nana sayfa\nαρχική\nαρχική σελίδα\nberanda\n"
        "trang chủ\nหน้าแรก\nहोम\nমূল পাতা\nহোম\nமுகப்பு\nصفحہ اول\nصفحه نخست\nخانه\nالرئيسية\nדף הבית\nראשי\n"
        "首页\n首頁\nホーム\nトップ\nトップページ\n홈"
    ).split("\n")
)
_NO_TRAIL = frozenset({Role.CREDIT, Role.CAPTION, Role.BYLINE, Role.DATELINE, Role.SOURCE})


class Nav(MarkedLines):
    """The site's own menu is no part of an article.

    Section names are read as topics and places; the trail above the title is taken for the title itself.
    """

    code = "BPL015"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.nav"
    thing: ClassVar = "a menu"
    fixable = False
    examples = (
        good("Rovers 3-2 Athletic > late double settles derby\n\nKwame Osei scored twice in stoppage time on Tuesday."),
        good(
            "Storms over the bay\n\nThe storm flooded the school on Sunday.\n\nMore storms are expected on Monday, "
            "and the ferry will stay in port until the wind drops.\n\nMore than forty boats were moved."
        ),
        good("Foto: Jane Roe / AFP / Getty Images\n\nDer Stadtrat hat am Montag beschlossen, die Halle zu sanieren."),
        bad(
            "Accueil > Politique > Municipales\n\nLa halle de Sète sera rénovée\n\nLe conseil municipal a voté lundi "
            "soir la rénovation de la halle, pour neuf millions d'euros.",
            at=("Accueil > Politique > Municipales",),
        ),
        bad(
            "Startseite › Region › Süd › Die alte Markthalle wird für neun Millionen Euro saniert\n\nDie alte "
            "Markthalle wird für neun Millionen Euro saniert\n\nDer Stadtrat hat die Sanierung am Montag beschlossen.",
            at=("Startseite › Region › Süd › Die alte Markthalle wird für neun Millionen Euro saniert",),
        ),
        bad(
            "HOME > 사회·문화 >\n\n시장 공영주차장 새로 문 열어\n\n전통시장 옆 공영주차장이 두 해 만에 다시 문을 "
            "열었다고 시가 월요일 밝혔다.",
            at=("HOME > 사회·문화 >",),
        ),
        bad(
            "首页 > 财经 > 国际贸易\n\n美国关税新政引发港口抢运潮\n\n受美国关税政策调整影响，多个港口出现抢运现象。",
            at=("首页 > 财经 > 国际贸易",),
        ),
        bad(
            "Zum Inhalt springen\n\nMenü\n\nMarkthalle wird saniert\n\nDer Stadtrat hat am Montag beschlossen, die "
            "Markthalle für neun Millionen Euro zu sanieren.",
            at=("Zum Inhalt springen", "Menü"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        own = {level(article.title.value)} if article.title.value else frozenset()
        found = [line for line in article.filled[:3] if _is_trail(line, own)]
        items = [line for line in marked(article, self.section) if at_edge(article, line)]
        if len(items) > 1 or any(len(line.text.split()) > 2 for line in items):
            found += [line for line in items if line not in found]
        if found:
            yield self.finding(f"{counted(found)} of {self.thing}", article, map(article.line, found[:MOST]))


def _is_trail(line: Line, titles: Collection[str]) -> bool:
    """Three or more short steps between signs, the first one known from menus if the sign is a slash or bar.

    Two are enough where the first is the home page. The last step may be the article's own title, however long.
    """
    if len(line.text) > _LONGEST_TRAIL or line.role in _NO_TRAIL or line.text[-1] in ".!?":
        return False
    steps = _TRAIL.split(line.text.strip(" »›>/|"))
    if len(steps) > 2 and level(steps[-1]) in titles and line.role is not Role.TITLE:
        steps = steps[:-1]
        least = 2
    else:
        least = 2 if level(steps[0]) in _HOME and line.role is not Role.TITLE else 3
    if len(steps) < least or any(not step or len(step) > _LONGEST for step in steps):
        return False
    sure = any(sign in line.text for sign in "›>→") or (line.text.count("»") >= 2 and "«" not in line.text)
    return sure or bool(sections(steps[0]) & MENU)
