"""PHO005: the article has no picture."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.photo import pictured

_PICTURES = ("image", "photo", "picture", "media", "thumbnail")


class Missing(ArticleRule):
    """Whether an article came with a picture should be known.

    Captions, credit lines and the declared credit were looked at. A text-only outlet is no fault; an
    illustrated one whose pictures are all gone has lost them on the way.
    """

    code = "PHO005"
    severity = Severity.INFO
    formal = True
    field = "photo_credit"
    examples = (
        good({"text": "Die Kirche. Foto: Ines Rauh", "language": "de"}),
        good({"text": "The council voted on Monday.", "photo_credit": "Jane Roe"}),
        good({"text": "Le conseil a voté lundi.", "image_url": "https://hull.example/a.jpg"}),
        good(
            {
                "text": "老城的旧市场将修缮，工程明年春天开始。\n\n图为旧市场的东门。周启明 摄",
                "language": "zh",
            }
        ),
        bad({"text": "Le conseil a voté lundi le budget de la ville, après un long débat.", "language": "fr"}),
        bad({"text": "Рада проголосувала за бюджет міста у понеділок увечері.", "language": "uk"}),
        bad("El ayuntamiento ha reabierto el molino después de diez años de obras, y el primer saco se repartió ayer."),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if article.credits or pictured.lines(article) or "photo_licence" in article.declared:
            return
        if any("photo.captions" in line.marks for line in article.lines):
            return
        unread = next((one for one in article.unknown if any(word in one.lower() for word in _PICTURES)), None)
        if unread:
            yield Skip(f"a picture may stand in {unread}, which the record map does not know")
            return
        yield self.finding("no picture: no caption, no credit", article)
