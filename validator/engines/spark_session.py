"""The session of a run: the Spark that is there or one that is started for it; its failures are said in one line."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from validator.engines.spark_drop import File
from validator.errors import EngineError, MissingExtraError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

# Judging takes far longer than reading: smaller shares than Spark's own keep all workers busy.
_USUAL = {
    "spark.sql.files.maxPartitionBytes": ("134217728b", str(1 << 23)),
    "spark.sql.files.openCostInBytes": ("4194304b", str(1 << 17)),
}
_ALWAYS = {
    "spark.sql.caseSensitive": "true",  # as names of fields are
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "2048",
}
_LONGEST = 400  # characters of a failure


@contextmanager
def opened() -> Iterator[Session]:
    """A run's session. One that is started for it is stopped, another gets its settings back. Raises EngineError."""
    with _quiet():
        spark, ours = _started()
    with _untraced(), _failures_in_one_line():
        try:
            with _set(spark):
                yield Session(spark)
        finally:
            if ours:
                spark.stop()


class Session:
    """What a run asks of Spark."""

    def __init__(self, spark: SparkSession) -> None:
        self._spark = spark

    def reader(self, schema: Any = None, **options: str) -> Any:
        """What reads files as they are; a folder's name says nothing of its rows."""
        reader = self._spark.read.options(recursiveFileLookup="true", **options)
        return reader.schema(schema) if schema is not None else reader

    def listed(self, url: str) -> list[str]:
        """The files below a URL, or that match it; none where there is nothing."""
        from pyspark.errors import AnalysisException

        try:
            return list(self.reader().format("binaryFile").load(url).inputFiles())
        except AnalysisException as error:
            if error.getCondition() == "PATH_NOT_FOUND":
                return []
            raise

    def schema(self, file: File) -> Any:
        """The columns of a Parquet file, which its foot tells; None where Spark cannot make it out."""
        from py4j.protocol import Py4JJavaError
        from pyspark.errors import PySparkException

        try:
            return self.reader().parquet(file.literal).schema
        except (PySparkException, Py4JJavaError):
            return None

    def collected(self, frame: DataFrame) -> list[Any]:
        return list(frame.collect())

    def mapped(self, frame: DataFrame, function: Callable[[Iterator[Any]], Iterator[Any]], schema: str) -> DataFrame:
        """A function over batches of rows, on the workers."""
        with _quiet():
            return frame.mapInArrow(function, schema)

    def in_order(self, frame: DataFrame, *names: str) -> Iterator[Any]:
        """The rows by the values of some columns; they are made once, and lie on the workers' disks until they come."""
        from pyspark import StorageLevel

        kept = frame.persist(StorageLevel.DISK_ONLY)
        try:
            yield from kept.orderBy(*names).toLocalIterator(prefetchPartitions=True)
        finally:
            kept.unpersist()


@contextmanager
def _quiet() -> Iterator[None]:
    """Without what pyspark says of the newest pandas, which is not used."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _untraced() -> Iterator[None]:
    """Without the traces that py4j logs of what it raises anyway."""
    root = logging.getLogger()
    root.addFilter(_not_of_py4j)
    try:
        yield
    finally:
        root.removeFilter(_not_of_py4j)


def _not_of_py4j(record: logging.LogRecord) -> bool:
    return "py4j" not in record.pathname


@contextmanager
def _set(spark: SparkSession) -> Iterator[None]:
    """With the settings of a run, where nobody has chosen others."""
    before = {name: spark.conf.get(name) for name in (*_ALWAYS, *_USUAL)}
    after = _ALWAYS | {name: value for name, (usual, value) in _USUAL.items() if before[name] == usual}
    for name, value in after.items():
        spark.conf.set(name, value)
    try:
        yield
    finally:
        for name in after:
            spark.conf.set(name, before[name] or "")


def _started() -> tuple[SparkSession, bool]:
    """The session that there is, else one as Spark's own settings say; and whether it is ours to stop."""
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ModuleNotFoundError as error:
        raise MissingExtraError("runs on Spark", "spark") from error
    known = SparkSession.getActiveSession()
    if known is not None:
        return known, False
    if "PYSPARK_GATEWAY_PORT" not in os.environ and not _java():
        raise EngineError("--engine spark: there is no Java, which Spark needs (17 or newer; JAVA_HOME, or the path)")
    builder = SparkSession.builder.appName("copydesk").config("spark.ui.showConsoleProgress", "false")
    interrupted = signal.getsignal(signal.SIGINT)
    try:
        spark = builder.getOrCreate()
    except (PySparkException, OSError) as error:
        raise EngineError(f"--engine spark: Spark does not start: {reason(error)}") from error
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, interrupted)  # Spark's own way asks Spark while it waits for Spark
    context = spark.sparkContext
    if context.getConf().get("spark.log.level") is None:
        context.setLogLevel("OFF")  # what fails is said in one line
    if context.master.startswith("local") and "PYSPARK_PYTHON" not in os.environ:
        context.pythonExec = sys.executable
    return spark, True


def _java() -> bool:
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=os.path.join(home, "bin") if home else None) is not None


@contextmanager
def _failures_in_one_line() -> Iterator[None]:
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        if _comes_of_an_interrupt(error):
            raise KeyboardInterrupt from error
        raise EngineError(f"--engine spark: {reason(error)}") from error


def _comes_of_an_interrupt(error: BaseException | None) -> bool:
    """Whether Spark failed while it was put away because somebody stopped the run."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__context__
    return error is not None


def reason(error: Exception) -> str:
    """What a failure comes down to: the exception of a worker's Python, else what Spark says first."""
    said = str(error)
    _, traced, trace = said.partition("Traceback (most recent call last):")
    lines = [line.strip() for line in trace.splitlines() if line and not line[0].isspace()]
    if traced and lines:
        kind, _, message = lines[0].partition(": ")
        if kind.startswith("validator.errors."):
            return message
        if kind == "ModuleNotFoundError" and "'validator" in message:
            return "copydesk is not installed where Spark's workers run Python (PYSPARK_PYTHON)"
        return lines[0][:_LONGEST]
    lines = [line.strip(" :\t") for line in said.splitlines() if line.strip(" :\t")]
    lines = [line for line in lines if not line.startswith("An error occurred while calling")] or [type(error).__name__]
    cause = next((line.partition(": ")[2] for line in reversed(lines) if line.startswith("Caused by: ")), "")
    told = lines[0].partition(" SQLSTATE:")[0].strip()
    return f"{told} ({cause})"[:_LONGEST] if cause else told[:_LONGEST]
