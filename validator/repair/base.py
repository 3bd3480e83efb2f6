"""What a repair is: it answers a rule's finding with edits of the record."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import ClassVar

from validator.model.article import Article
from validator.model.finding import Finding
from validator.repair.draft import Draft, Edit, path_of
from validator.rules.encoding import fields


class Repair(ABC):
    """What mends the findings of one rule; an unsafe one is made only by its name (``--unsafe``)."""

    rule: ClassVar[str]
    safe: ClassVar[bool] = True

    @abstractmethod
    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:
        """The edits that a finding asks for; none where it is not sure what is right."""


class Rewriting(Repair):
    """A repair of letters, in the text and in what the record declares in words."""

    @abstractmethod
    def places(self, value: str, article: Article, *, field: bool) -> Iterable[tuple[int, int, str]]:
        """Start, end and replacement of what is wrong in a string."""

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:  # noqa: ARG002
        for start, end, after in self.places(article.text, article, field=False):
            yield Edit(draft.text, after, start, end)
        for value, seen in fields.texts(article):
            path = path_of(seen.locator)
            if path is not None and draft.value(path) == value:
                for start, end, after in self.places(value, article, field=True):
                    yield Edit(path, after, start, end)
