"""BPL008: a label for tags without any tag."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.fold import level
from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity, Skip
from validator.rules import spoken
from validator.rules.base import ArticleRule, bad, good
from validator.rules.boilerplate.lines import at_edge, following

_VALUES = frozenset({"boilerplate.sections", "boilerplate.nav"})  # names of sections may be tags as well
_COLON = (":", "：")


class TagsEmpty(ArticleRule):
    """A label that announces tags is followed by tags.

    Where it stands alone, an extractor has dropped what the label was kept for: the article's keywords are
    lost, and the label is left as text.
    """

    code = "BPL008"
    severity = Severity.WARNING
    fixable = True
    examples = (
        good("Der Rat hat am Montag beschlossen, die Markthalle bis Mai zu sanieren.\n\nTags: Kiel, Rat"),
        bad(
            "Der Rat hat am Montag beschlossen, die Markthalle bis Mai zu sanieren.\n\nSchlagwörter:\n\nVideo:",
            at=("Schlagwörter:",),
        ),
        good("Le conseil a voté lundi la rénovation de la halle de Sète.\n\nMots-clés :\n\nSète\n\nUrbanisme"),
        good(
            "旧市場の屋根を改修へ\n\n市議会は月曜日、老朽化した市場の屋根を改修する予算案を可決した。\n\n"
            "工事は来年の春に始まり、二年かかる見通しだと市の担当者は説明した。\n\n"
            "タグ：市場、改修"
        ),
        bad(
            "Le conseil municipal a voté lundi soir la rénovation de la halle de Sète.\n\nArchivé dans :",
            at=("Archivé dans :",),
        ),
        bad(
            "Эксперимент продлится до конца лета, после чего мэрия подведёт итоги.\n\nТеги:\n\nДобавить комментарий",
            at=("Теги:",),
        ),
        bad(
            "Members voted on Monday to accept the offer, and ferries ran again.\n\nTags:\n\nLeave a comment",
            at=("Tags:",),
        ),
        bad(
            "老市场将修缮\n\n市议会周一决定修缮老城的旧市场，预算九百万元。\n\n"
            "工程明年春天开始，为期两年，市政府在居民会议上介绍说。\n\n"
            "标签：",
            at=("标签：",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        alone = [line for line in article.lines if line.role is Role.BOILERPLATE and len(line.text) <= 40]
        labels = [line for line in alone if not line.marks and _is_label(article, line)]
        empty = [line for line in labels if _empty(article, following(article, line), labels)]
        if empty:
            yield self.finding(f"{len(empty)} label(s) for tags without a tag", article, map(article.line, empty))


def _is_label(article: Article, line: Line) -> bool:
    """Whether the line is nothing but a label; without a colon it is believed at the edges only."""
    bare = level(line.text).rstrip(" :：")
    known = bare in spoken.words(article).words("tags.labels")
    return known and (line.text.endswith(_COLON) or at_edge(article, line))


def _empty(article: Article, below: Line | None, labels: list[Line]) -> bool:
    """Whether what stands below a label cannot be its value."""
    if below is None or below in labels or below.role in (Role.SOURCE, Role.TAGS, Role.CREDIT):
        return True
    if below.role is Role.BOILERPLATE and below.text.endswith(_COLON):
        return True
    if below.role is Role.BOILERPLATE and below.marks:
        return not below.marks <= _VALUES
    if below.text.startswith(("©", "(c)")):
        return True
    teams = [one for author in article.authors if author.kind == "organisation" for one in author.evidence]
    return any(one.span is not None and one.span.line == below.number for one in teams)
