"""What a rule about many articles is: a law, corpora that keep and break it, and one question to their tables."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

from msgspec import Struct, field

from validator.model.corpus import Tables
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity
from validator.model.place import Location
from validator.rules.base import Example, Rule

SHOWN_ARTICLES = 100  # that a finding names


class CorpusRule(Rule):
    """A rule asked of many articles at once, by SQL over the tables that ``model.corpus.Tables`` names.

    ``reads`` are the columns of ``articles`` that it names; none but those that a rule reads are there. ``needs`` are
    the derived tables that it asks (``learnt``, ``bodies``, ``pairs`` …), ``judged`` is the condition (SQL over
    ``articles``) under which an article can be judged by it at all; the others count as skipped.
    """

    reads: ClassVar[tuple[str, ...]]
    needs: ClassVar[tuple[str, ...]] = ()
    judged: ClassVar[str] = "proper"
    corpora: ClassVar[tuple["Corpus", ...]]
    examples: ClassVar[tuple[Example, ...]] = ()

    def survey(self, tables: Tables) -> Iterator[Finding]:
        """Every fault of this kind in the corpus; whose order tells nothing."""
        raise NotImplementedError

    def among(  # noqa: PLR0913 - a finding has this many sides, and every one is named at the call
        self,
        message: str,
        articles: Iterable[str],
        *,
        source: str | None = None,
        subject: str | None = None,
        evidence: Iterable[Evidence] = (),
        severity: Severity | None = None,
        suggestion: str | None = None,
    ) -> Finding:
        """A finding of this rule about several articles, by their ids; the ids are the subject unless it is given.

        It holds all ids until the articles are counted (``corpus/survey.py``), and then the first hundred.
        """
        ids = sorted(articles)
        return Finding(
            self.rule_name(),
            self.code,
            severity or self.severity,
            message,
            Location(""),
            "",
            self.field,
            evidence=tuple(evidence),
            subject=" | ".join(ids) if subject is None else subject,
            suggestion=suggestion,
            articles=tuple(ids),
            articles_total=len(ids),
            source=source,
        )


class Corpus(Struct, frozen=True):
    """Records, and the groups of ids that a corpus rule must find fault with among them; none where all is in order.

    ``earlier`` are the records of the drop before.
    """

    records: tuple[Mapping[str, Any], ...]
    groups: tuple[frozenset[str], ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    earlier: tuple[Mapping[str, Any], ...] = ()
