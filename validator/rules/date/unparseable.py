"""DAT003: a declared date is no date."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import UNREADABLE, ArticleRule, bad, good
from validator.rules.date import facts

_OTHER_CALENDARS = (
    "هـ",
    "محرم",
    "صفر",
    "ربيع",
    "جمادى",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو ال",
    "ذي ال",
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "مرداد",
    "شهریور",
    "آبان",
    "بهمن",
    "اسفند",
    "พ.ศ.",
    "民國",
    "民国",
    "佛历",
    "佛曆",
    "农历",
    "農曆",
    "תש",
)


class Unparseable(ArticleRule):
    """A declared date must be one that can be read.

    A template that was not filled in, or a formula's error, stands where the date should: the article
    drops out of everything that is ordered by time, or stops the import.
    """

    code = "DAT003"
    severity = Severity.ERROR
    formal = True
    silenced_by = UNREADABLE
    examples = (
        good({"text": "سجلت أسعار التمور ارتفاعاً.", "date": "١٤ مايو ٢٠٢٥"}),
        good({"text": "茶畑に防霜ファンが並ぶ。", "date": "令和7年5月14日"}),
        good({"text": "تبدأ السنة الهجرية.", "date": "16 ذو القعدة 1446هـ"}),
        good({"text": "Le conseil a voté.", "date": "1er juin 2025"}),
        good({"text": "The council met.", "date": "Sept. 3, 2025"}),
        good({"text": "The council met.", "date": "n/a"}),
        good({"text": "ชาวบ้านร่วมปลูกต้นไม้", "date": "2569-01-25", "language": "th"}),
        bad({"text": "女排联赛昨晚收官。", "date": "{{ post.date }}"}, at=("{{ post.date }}",)),
        bad({"text": "Oggi il vertice.", "date": "#VALUE!", "date_modified": "2025-05-14"}, at=("#VALUE!",)),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        for one in facts.declared(article):
            quote = one.evidence.quote
            if (
                one.problem != "unparseable"
                or facts.is_sentinel(quote)
                or any(sign in quote for sign in _OTHER_CALENDARS)
            ):
                continue
            if isinstance(article.declared[facts.FIELDS[one.role]].value, (str, int, float)):
                yield self.finding(f"the declared {facts.NAMES[one.role]} date cannot be read", article, [one.evidence])
