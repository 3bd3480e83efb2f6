"""What one process does with pieces: read them, normalise, judge; or look up what was found in them before."""

from __future__ import annotations

import os
import site
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from validator import __version__
from validator.check.judge import Judge
from validator.check.select import Chosen, choose
from validator.check.suppress import Suppressions
from validator.config import load
from validator.config.models import Profile
from validator.corpus.features import ARTICLES, Features
from validator.corpus.survey import Asked, columns
from validator.engines.share import Part, Share, together
from validator.errors import PASSED_ON
from validator.kinds.screen import Screen
from validator.model.article import Article
from validator.model.finding import Alike, Finding, Verdict
from validator.model.names import FieldNames
from validator.model.record import Record, of_ours
from validator.model.report import FIELDS, Counts
from validator.normalise.article import normalise, normalise_all
from validator.read import records
from validator.read.piece import Piece
from validator.rules.base import UNREADABLE, ArticleRule
from validator.rules.survey import CorpusRule

if TYPE_CHECKING:  # only a run that keeps a cache needs SQLite
    from validator.engines.known import Known


_AT_ONCE = 32  # articles that are normalised and judged together: more are hardly faster


class Question(Struct, frozen=True, dict=True):
    """What is asked of every article: all that decides the answer beside the article itself.

    ``whole`` is whether the corpus is looked at as a whole even where no rule asks for it. ``carried`` are the names of
    the fields where they travel with the question, away from the file that they stand in.
    """

    profile: Profile
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    as_of: str | None = None
    corpus: bool = True
    whole: bool = False
    carried: FieldNames | None = None

    @cached_property
    def names(self) -> FieldNames:
        """Field -> the names under which it may stand in a record."""
        return load.record_map(self.profile.record_map).names if self.carried is None else self.carried

    @cached_property
    def chosen(self) -> tuple[Chosen, ...]:
        known = [name for names in self.names.values() for name in names]
        return choose(self.profile, self.select, self.ignore, known)

    @cached_property
    def suppressions(self) -> Suppressions:
        return Suppressions(self.profile)

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules whose outcomes are reported, in order."""
        named = [one for one in self.chosen if one.reported and (self.corpus or isinstance(one.rule, ArticleRule))]
        return tuple(sorted(one.name for one in named))

    @property
    def deaf(self) -> bool:
        """Whether no rule tells of a path that names nothing."""
        return UNREADABLE[0] not in self.rules

    @property
    def asked(self) -> list[Asked]:
        """The corpus rules with their severities; none where no corpus is looked at."""
        if not self.corpus:
            return []
        rules = ((one.rule, one.severity) for one in self.chosen if one.reported)
        return [(rule, severity) for rule, severity in rules if isinstance(rule, CorpusRule)]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the features table that are needed; none where nobody looks at many articles."""
        if self.profile.gates or (self.corpus and self.whole):
            return tuple(ARTICLES)
        return columns((rule for rule, _ in self.asked), excused=bool(self.suppressions))

    def articles(self, pieces: Iterable[Piece]) -> Iterator[Article]:
        """The articles of pieces with all their facts; a page is a piece, and one alone is slower normalised."""
        read = chain.from_iterable(records.records(piece, self.names) for piece in pieces)
        while articles := self.normalised(islice(read, _AT_ONCE)):
            yield from articles

    def article(self, record: Record) -> Article:
        """One record with all its facts; without any where normalising it fails."""
        try:
            return normalise(record, self.as_of, self.profile.language.engine)
        except PASSED_ON:
            raise
        except Exception as error:  # noqa: BLE001 - the run goes on and says which article it was
            return Article(record.location, record.id, "", problems=(*record.problems, of_ours(error)))

    def normalised(self, records: Iterable[Record]) -> list[Article]:
        """Some records with all their facts."""
        some = list(records)
        try:
            return normalise_all(some, self.as_of, self.profile.language.engine)
        except PASSED_ON:
            raise
        except Exception:  # noqa: BLE001 - of which record is found out by each of them alone
            return [self.article(record) for record in some]

    def told(self) -> bytes:
        """A hash of the question itself."""
        options = (self.select, self.ignore, self.as_of, self.corpus, self.whole, sorted(self.names.items()))
        told = f"{__version__}\x1f{self.profile.model_dump_json()}\x1f{options!r}"
        return blake2b(told.encode("utf-8", "surrogateescape"), digest_size=16).digest()

    def digest(self) -> bytes:
        """A hash of the question, of the files of whose rules are asked, and of the versions of what they stand on."""
        digest = blake2b(self.told(), digest_size=16)
        packages = {type(one.rule).__module__.partition(".")[0] for one in self.chosen}
        for package in sorted({"validator", *packages}):
            for path in sorted(Path(str(sys.modules[package].__file__)).parent.rglob("*.*")):
                if path.suffix in (".py", ".json"):
                    status = path.stat()
                    digest.update(f"{path.name} {status.st_size} {status.st_mtime_ns}".encode())
        digest.update(f"{sys.version} {sorted(_installed())}".encode())
        return digest.digest()


class Desk:
    """The rules of a question and what a cache knows, ready for any number of pieces."""

    small = 1 << 15
    """Bytes of a piece that are too few to be looked at by columns."""

    def __init__(self, question: Question, known: Callable[[], Known] | None) -> None:
        self._question = question
        self._judge = Judge(question.chosen)
        self._suppressions = question.suppressions
        self._features = Features(question.columns) if question.columns else None
        by_kind = self._judge.formal and not self._suppressions and (not self._features or self._features.by_place)
        note = self._features.add_place if self._features else None
        dated = question.as_of is not None
        self._screen = Screen(question.names, self._each, note, dated=dated) if by_kind else None
        self._known = known() if known else None

    def __call__(self, pieces: Sequence[Piece]) -> Share:
        """What comes of the pieces, in their order."""
        if self._known is None:
            return together([self._judged(piece) for piece in pieces])
        return self._known.share(pieces, self._judged)

    def _judged(self, piece: Piece) -> Part:
        counts = Counts()
        by_kind = self._screen is not None and self._screen.usable and len(piece.raw) >= self.small
        rows = records.sheets(piece, self._question.names) if by_kind else None
        found: Iterator[Sequence[Finding | Alike]]
        if rows is None or self._screen is None:
            found = self._all(records.records(piece, self._question.names), counts)
        else:
            said, left = self._screen.sift(rows, counts)
            by_row = [*said, *zip(left, self._all(map(rows.record, left), counts), strict=True)]
            found = (findings for _, findings in sorted(by_row, key=itemgetter(0)))
        findings = [*chain.from_iterable(found)]
        return Part(counts, findings, self._features.packed() if self._features is not None else b"")

    def _all(self, read: Iterable[Record], counts: Counts) -> Iterator[Sequence[Finding]]:
        """The findings of each record, which is counted."""
        for article, verdict in self._verdicts(read):
            yield self._counted(article, verdict, counts)

    def _counted(self, article: Article, verdict: Verdict, counts: Counts) -> Sequence[Finding]:
        found = self._suppressions.of_article(verdict.findings, article, counts)
        fields = filled(article)
        counts.take(verdict, fields)
        if len(found) < len(verdict.findings):
            counts.recount(verdict.findings, found)
        if self._features is not None:
            self._features.add(article, fields, verdict)
        return found

    def _verdicts(self, read: Iterable[Record]) -> Iterator[tuple[Article, Verdict]]:
        """Each record as an article, with its verdict."""
        records = iter(read)
        while articles := self._question.normalised(islice(records, _AT_ONCE)):
            yield from zip(articles, self._judge.judge_all(articles), strict=True)

    def _each(self, read: Iterable[Record]) -> list[tuple[Sequence[str], Verdict]]:
        """The fields that each record has a value for, and its verdict."""
        return [(filled(article), verdict) for article, verdict in self._verdicts(read)]


def _installed() -> Iterator[str]:
    """The distributions that are installed beside copydesk, by the folders that tell of them: name and version."""
    for folder in site.getsitepackages():
        if os.path.isdir(folder):
            yield from (one for one in os.listdir(folder) if one.endswith((".dist-info", ".egg-info")))


def filled(article: Article) -> list[str]:
    """The fields of the completeness table that an article has a value for."""
    values = (
        article.title.value,
        article.published.value,
        article.authors,
        article.language.declared,
        article.source.value,
        article.url.value,
        article.credits,
        any(credit.licence for credit in article.credits),
    )
    return [name for name, value in zip(FIELDS, values, strict=True) if value]
