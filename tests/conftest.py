"""What every test may ask for."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.forked import Loaded, loaded
from validator.check.judge import Judge
from validator.check.select import Chosen, choose
from validator.config import load
from validator.config.load import record_map
from validator.corpus.features import ARTICLES, Features
from validator.corpus.survey import columns
from validator.corpus.survey import survey as surveyed
from validator.engines.desk import filled
from validator.engines.duck import Duck
from validator.model.finding import Finding, Verdict
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.read import json_lines
from validator.read.fields import to_record
from validator.rules.base import ArticleRule
from validator.rules.survey import Corpus, CorpusRule

# A shell that starts the tests in the background ignores SIGINT, and so would every command that they interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).resolve().parent.parent
# pyspark, which Great Expectations imports where it is there, ends a process whose main module has no file.
sys.modules["__main__"].__dict__.setdefault("__file__", __file__)


@pytest.fixture(scope="session")
def judge() -> Callable[[ArticleRule, Mapping[str, Any]], Verdict]:
    """Ask one rule, unsilenced, about one record."""
    names = record_map("default").names

    def ask(rule: ArticleRule, record: Mapping[str, Any]) -> Verdict:
        line = record.get("$line")
        place = Location("example.jsonl", 1, 1)
        read = json_lines.of_line(line.encode(), place, names) if line else to_record(record, place, names)
        article = normalise(read)
        return Judge([Chosen(rule)]).judge(article)

    return ask


@pytest.fixture(scope="session")
def survey() -> Callable[[CorpusRule, Corpus], list[Finding]]:
    """Ask one rule about the records of a corpus, in tables with no columns but those that it says it reads."""
    names = record_map("default").names
    judge = Judge(choose(load.profile("news-drop")))

    def packed(records: Sequence[Mapping[str, Any]], wanted: Sequence[str] = tuple(ARTICLES)) -> bytes:
        features = Features(wanted)
        for number, record in enumerate(records, 1):
            article = normalise(to_record(record, Location("example.jsonl", number, number), names))
            verdict = judge.judge(article)
            features.add(article, filled(article), verdict)
        return features.packed()

    def ask(rule: CorpusRule, corpus: Corpus) -> list[Finding]:
        read = columns([rule])
        with Duck(columns=read) as tables:
            tables.add(packed(corpus.records, read))
            tables.flush()
            tables.remember(packed(corpus.earlier))
            found, _, _ = surveyed(tables, [(rule, None)])
        return found

    return ask


@pytest.fixture(scope="session")
def run_python() -> Callable[[str], str]:
    """What a fresh interpreter prints for a piece of code."""

    def run(code: str) -> str:
        return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    return run


@pytest.fixture(scope="session")
def copydesk() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """The command as a process."""

    def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "validator", *arguments], capture_output=True, check=False, **options
        )

    return run


@pytest.fixture(scope="session")
def quick() -> Iterator[Loaded]:
    """The command as a process that has loaded what most of them need when it starts."""
    with loaded(
        "validator.cli.check", "validator.cli.report", "validator.run", "duckdb", "pyarrow", "pycld2"
    ) as command:
        yield command


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Spark on two threads of this machine, started once for all tests that ask for it."""
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java") is None and not (home and os.path.exists(os.path.join(home, "bin", "java"))):
        pytest.skip("there is no Java, which Spark needs (openjdk-17-jre-headless)")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what pyspark says of the newest pandas
        sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed (extra: spark)")
        folder = str(tmp_path_factory.mktemp("spark"))
        settings = {
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",  # short runs: half the time to start
            "spark.driver.host": "127.0.0.1",
            "spark.driver.memory": "1g",
            "spark.local.dir": folder,
            "spark.sql.shuffle.partitions": "2",
            "spark.sql.warehouse.dir": folder,
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
        }
        builder = sql.SparkSession.builder.master("local[2]").appName("tests").config(map=settings)
        with pytest.MonkeyPatch.context() as patched:  # Spark's own processes keep what they were started with
            patched.setenv("PYSPARK_PYTHON", sys.executable)
            patched.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])))
            session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()
