"""Lines of the page's furniture are dropped; what an article's own line holds stays."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.sentences import STOPS
from validator.model.article import BODY_ROLES, Article, Line, Role
from validator.model.finding import Finding
from validator.repair.base import Repair
from validator.repair.draft import Draft, Edit
from validator.repair.lines import without
from validator.rules.boilerplate.lines import following

_HEADING, _HEADLINE = 8, 140  # words of a heading, letters of a headline, at most


class DroppedLines(Repair):
    """Drop the lines that a finding quotes as a whole, where they are furniture and nothing else."""

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:
        quoted = {one.span.line: one.quote for one in finding.evidence if one.span}
        lines = (article.lines[number - 1] for number in quoted)
        dropped = [line for line in lines if line.text == quoted[line.number] and self.drops(line)]
        yield from without(
            draft, article, [one.number for line in dropped for one in (line, *self.below(line, article))]
        )

    def below(self, line: Line, article: Article) -> Iterator[Line]:  # noqa: ARG002 - the engine asks every repair alike
        """The lines that make no sense without the dropped one, and go with it."""
        return iter(())

    def drops(self, line: Line) -> bool:
        """Whether a line may go."""
        return line.role is Role.BOILERPLATE


class CommentForm(DroppedLines):
    rule = "boilerplate.comment_form"


class Cookie(DroppedLines):
    rule = "boilerplate.cookie"


class Newsletter(DroppedLines):
    rule = "boilerplate.newsletter"


class HeadedLists(DroppedLines):
    """A heading below the article goes with the headlines that it heads: alone they would pass for text."""

    def below(self, line: Line, article: Article) -> Iterator[Line]:
        last = max((one.number for one in article.lines if one.role in BODY_ROLES), default=0)
        if line.number < last or len(line.text.split()) > _HEADING:
            return
        for one in article.lines[line.number :]:
            if one.role is not Role.BLANK:
                if one.role is not Role.BOILERPLATE or one.marks or len(one.text) > _HEADLINE or one.text[-1] in STOPS:
                    return
                yield one


class Related(HeadedLists):
    rule = "boilerplate.related"


class ReadMore(DroppedLines):
    rule = "boilerplate.read_more"


class PartnerBlock(HeadedLists):
    rule = "boilerplate.partner_block"


class VideoBlock(DroppedLines):
    rule = "boilerplate.video_block"


class TagsEmpty(DroppedLines):
    rule = "boilerplate.tags_empty"


class ShareBar(DroppedLines):
    rule = "boilerplate.share_bar"


class AdLabel(DroppedLines):
    rule = "boilerplate.ad_label"


class AppPromo(DroppedLines):
    rule = "boilerplate.app_promo"


class CopyrightFooter(DroppedLines):
    rule = "boilerplate.copyright_footer"


class Nav(DroppedLines):
    """The section that a trail names is lost with it."""

    rule = "boilerplate.nav"
    safe = False


class Donation(DroppedLines):
    rule = "boilerplate.donation"
    safe = False


class AuthorBio(DroppedLines):
    """A note about the author, which may be the only place that names him."""

    rule = "boilerplate.author_bio"
    safe = False

    def drops(self, line: Line) -> bool:
        return line.role is not Role.TITLE


class FaqBlock(Repair):
    """Drop a block of questions with the answers, which say again what stands above; not always in full."""

    rule = "boilerplate.faq_block"
    safe = False

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:
        places = [one.span.line for one in finding.evidence if one.span]
        answer = following(article, article.lines[places[-1] - 1])
        last = answer.number if answer is not None else places[-1]
        yield from without(draft, article, range(places[0], last + 1))


class RepeatedParagraph(Repair):
    """Drop the later copies of a paragraph; where a text repeats itself on purpose, that is wrong."""

    rule = "text.repeated_paragraph"
    safe = False

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:
        first: dict[str, int] = {}
        places = sorted((one.span.line, one.quote) for one in finding.evidence if one.span)
        copies = [number for number, quote in places if first.setdefault(quote, number) != number]
        yield from without(draft, article, copies)


class DuplicatedTitle(Repair):
    """Drop the second of two equal titles."""

    rule = "title.duplicated"

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:
        second = finding.evidence[-1].span
        if second is not None:
            yield from without(draft, article, [second.line])
