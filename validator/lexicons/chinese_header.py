"""The line below a Chinese headline that names date, source and author, each behind its label."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.lexicon import Vocabulary
from validator.regex import regex

# A field behind the first one: ``发布时间：… 来源：… 作者：…``. A line that begins with its author is a byline.
_NAME = r"[\u3400-\u9fff·]{2,8}"
_OFFICE = r"[\u3400-\u9fff]{0,6}(?:记者|記者|通讯员|通訊員|特派员|特派員)\s"  # ``本报记者 陈思远 通讯员 李敏``
_FIELD = regex(
    rf"[\s|｜](?P<label>[\u3400-\u9fff]{{2,4}})[:：]\s?(?P<value>(?:{_OFFICE})?{_NAME}(?:\s{_OFFICE}{_NAME})*)(?=$|[\s|｜])"
)


def authors(text: str, known: Vocabulary) -> Iterator[tuple[int, int]]:
    """Where the values stand that such a line labels as the author's."""
    labels = known.words("byline.labels").all
    return (field.span("value") for field in _FIELD.finditer(text) if field["label"] in labels)
