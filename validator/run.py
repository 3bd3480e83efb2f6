"""The whole house on one page: paths are cut into pieces, desks judge them, a report comes out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from validator.check.baseline import Baseline
from validator.config.models import Profile
from validator.engines import local
from validator.engines.batches import Heavy, batches, counted, lost
from validator.engines.content import Content
from validator.engines.desk import Desk, Question
from validator.engines.many import Many
from validator.engines.share import Share
from validator.engines.spill import Bundle, Spill
from validator.errors import Interrupted
from validator.model.article import Article
from validator.model.finding import Finding
from validator.model.listing import Place
from validator.model.report import Counts, Report
from validator.normalise import detectors
from validator.read import records
from validator.read.paths import covers, found

if TYPE_CHECKING:  # only a run that keeps a cache needs SQLite, only one that repairs the repairs
    from validator.engines.cache import Cache
    from validator.engines.known import Known
    from validator.repair.draft import Draft
    from validator.repair.drop import Keep, Repaired
    from validator.repair.mend import Mended

_AT_ONCE = 4096  # findings that are packed together: those about a whole corpus are many

Tick = Callable[[int], None]
Sink = Callable[[list[Finding]], None]
Notice = Callable[[str], None]


def check(  # noqa: PLR0913 - the options of the command
    paths: Sequence[str],
    profile: Profile,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    as_of: str | None = None,
    engine: str = "local",
    jobs: int = 1,
    cache: str | None = None,
    corpus: bool = True,
    baseline: Baseline | None = None,
    health: bool = False,
    listing: bool = False,
    data_docs: str | None = None,
    store: Shelf | None = None,
    beside: str | None = None,
    tick: Tick | None = None,
    notice: Notice = lambda _: None,
    sink: Sink | None = None,
) -> Report:
    """Judge every article of the paths by a profile, in ``jobs`` processes, or on Spark where that is the ``engine``.

    Findings are kept for the report, or given to ``sink`` as they come; ``cache`` is the folder of what was found
    before; ``corpus`` is whether the rules that need many articles are asked; ``baseline`` is what was accepted and is
    counted, not reported; ``health`` is whether the corpus as a whole is described, ``listing`` whether its articles
    are listed; ``data_docs`` is the folder of a site that tells how the gates held, run by run; ``store`` is where all
    of that is remembered, ``beside`` what the names of two Parquet files begin with, findings and features. Raises
    InputError for nothing to read, EngineError where Spark fails, Interrupted with the number of articles judged.
    """
    if profile.gates:
        _insist_on_gates(profile)
    whole = health or listing or store is not None or beside is not None
    question = Question(profile, tuple(select), tuple(ignore), as_of, corpus, whole)
    findings = Spill()
    excuses = question.suppressions.excuses
    report = Report(profile.name, question.rules, findings, paths=tuple(paths), excuses=excuses)
    told = _Told(report, findings, baseline, sink, keeps=store is not None or beside is not None)
    content = Content(question.told()) if store is not None else None
    opened = _cache(cache, question) if cache and engine == "local" else None
    kept = opened() if opened else None
    many = Many(question.asked, question.columns, jobs, store.path if store else None)
    try:
        for share in _judged(engine, paths, question, report, content, opened, jobs, notice):
            _take(share, told, many, kept)
            if tick is not None:
                tick(report.articles)
        _concluded(many, question, told, data_docs, (content.run, store.drop) if content and store else None)
        report.listing = many.listing(report) if listing else None
        if beside is not None:
            many.write(findings, beside)
    except KeyboardInterrupt as error:
        raise Interrupted(report.articles) from error
    finally:
        many.close()
        if kept is not None:
            kept.close()
    if baseline is not None:
        report.stale = baseline.stale(report.rules, partial(covers, paths))
    return report


def _take(share: Share, told: _Told, many: Many, kept: Cache | None) -> None:
    """What was found in some pieces goes into the report, the corpus and the cache."""
    told.report.counts.add(share.counts)
    for features in share.features:
        many.add(features, told.report.articles)
    told.bundled(share.findings)
    if kept is not None and share.judged:
        kept.put(share.keys, share.answer())


def _judged(  # noqa: PLR0913 - what either engine wants
    engine: str,
    paths: Sequence[str],
    question: Question,
    report: Report,
    content: Content | None,
    cache: Callable[[], Cache] | None,
    jobs: int,
    notice: Notice,
) -> Iterator[Share]:
    """What is found in the pieces of the paths, in the order of the input."""
    if engine == "spark":
        from validator.engines import spark

        return spark.judged(paths, question, report, content)
    shared = batches(counted(records.of_paths(paths, question.names, notice, every=question.deaf), report, content))
    heavy = Heavy(cached=cache is not None)
    known = partial(_known, cache) if cache else None
    return local.mapped(partial(Desk, question, known), shared, jobs, heavy, detectors.load, lost, notice)


class Shelf(Struct, frozen=True):
    """A store's file, and the name of the drop there; without a name it is the run's own hash."""

    path: str
    drop: str | None = None


class _Told:
    """Where findings go: into the report or to a sink, those that the baseline knows nowhere."""

    def __init__(
        self, report: Report, findings: Spill, baseline: Baseline | None, sink: Sink | None, *, keeps: bool
    ) -> None:
        self.report, self._findings, self._baseline, self._sink = report, findings, baseline, sink
        self._keeps = keeps or sink is None

    def bundled(self, bundle: Bundle) -> None:
        if self._baseline is None and self._sink is None:
            self._findings.add(bundle)
        elif findings := bundle.findings:
            self.found(findings)

    def found(self, findings: list[Finding]) -> None:
        if self._baseline is not None:
            new = self._baseline.new(findings)
            self.report.known += len(findings) - len(new)
            self.report.counts.recount(findings, new)
            findings = new
        self.put(findings)

    def put(self, findings: list[Finding]) -> None:
        """Findings that no baseline accepts."""
        if self._keeps:
            for first in range(0, len(findings), _AT_ONCE):
                self._findings.add(Bundle(findings[first : first + _AT_ONCE]))
        if self._sink is not None:
            self._sink(findings)


def _concluded(
    many: Many, question: Question, told: _Told, data_docs: str | None, stored: tuple[str, str | None] | None
) -> None:
    """What many articles together show, how the gates hold, the corpus's health; ``stored`` are a run and its drop."""
    run, drop = stored or ("", None)
    many.recall(drop or run)
    among = _survey(many, question, told)
    if question.profile.gates:
        _gates(many, question.profile, told, among, data_docs)
    told.report.idle = question.suppressions.idle(told.report.counts, told.report.rules)
    told.report.health = many.health(told.report) if question.whole else None
    if stored:
        many.keep(told.report, run, drop or run)


def _survey(many: Many, question: Question, told: _Told) -> list[Finding]:
    """What many articles together show, after what each of them shows; given back with what is excused or known."""
    report = told.report
    all_found, counts = many.survey(report.articles)
    found = all_found
    report.counts.add(counts)
    if question.suppressions:
        standing = question.suppressions.standing(found, many.origins, many.now(), report.counts)
        report.counts.recount(found, standing)
        found = standing
    told.found(found)
    return all_found


def _gates(many: Many, profile: Profile, told: _Told, among: list[Finding], data_docs: str | None) -> None:
    """The gates held against the counts of the run; those that do not hold are findings."""
    from validator.gates.verdict import Run, found

    report = told.report
    report.gates = many.gates(profile, Run(report.rules, report.counts, among), data_docs)
    broken = found(report.gates)
    report.counts.recount([], broken)
    told.put(broken)


def _insist_on_gates(profile: Profile) -> None:
    from validator.gates.verdict import insist

    insist(profile)


def articles(
    paths: Sequence[str], profile: Profile, as_of: str | None = None, notice: Notice = lambda _: None
) -> Iterator[Article]:
    """Every article of the paths with all its facts, in the order of the input."""
    question = Question(profile, as_of=as_of)
    yield from question.articles(records.of_paths(paths, question.names, notice, every=True))


def chosen(
    paths: Sequence[str], profile: Profile, places: Collection[Place], as_of: str | None = None
) -> Iterator[Article]:
    """The articles at some places, in the order of the input; standard input is not there for a second time."""
    question = Question(profile, as_of=as_of)
    left, files = set(places), {path for path, _ in places}
    again = [path for path in paths if path != "-"]
    for piece in records.of_paths(again, question.names) if again else ():
        for record in records.records(piece, question.names) if left and piece.path in files else ():
            place = record.location.path, record.location.record
            if place in left:
                left.remove(place)
                yield question.article(record)


def fix(  # noqa: PLR0913 - the options of the command
    paths: Sequence[str],
    profile: Profile,
    keep: Keep,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    unsafe: Sequence[str] = (),
    as_of: str | None = None,
    told: Callable[[Draft, Mended], None] = lambda _, __: None,
    notice: Notice = lambda _: None,
    tick: Tick | None = None,
) -> Repaired:
    """Repair what can be repaired safely in every file of the paths, and by name what cannot.

    ``keep`` takes the bytes of each file, ``told`` every record that changed. Raises InputError where a path
    names nothing to read, UsageError where no rule that is asked has a repair.
    """
    from validator.check.judge import Judge
    from validator.repair.drop import repair
    from validator.repair.mend import Mender
    from validator.repair.registry import mendable, repairs

    drops = found(paths, notice, every=True)
    question = Question(profile, as_of=as_of, corpus=False)
    names = mendable(Question(profile, tuple(select), tuple(ignore)).rules, unsafe)
    fixing = Question(profile, names, as_of=as_of, corpus=False)
    excused = question.suppressions

    def standing(found: Sequence[Finding], article: Article) -> Sequence[Finding]:
        return excused.of_article(found, article, Counts())

    mender = Mender(Judge(fixing.chosen), Judge(question.chosen), question.article, repairs(), standing)
    return repair(drops, question.names, mender, keep, told=told, notice=notice, tick=tick)


def _cache(folder: str, question: Question) -> Callable[[], Cache]:
    """What opens the cache, once in each process."""
    from validator.engines.cache import Cache

    return partial(Cache, folder, question.digest())


def _known(cache: Callable[[], Cache]) -> Known:
    from validator.engines.known import Known

    return Known(cache())
