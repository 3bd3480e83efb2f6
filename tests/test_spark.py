"""On Spark the same is found as on one machine, byte for byte, wherever files are cut and whoever judges them."""

from __future__ import annotations

import bz2
import datetime as dt
import gzip
import json
import os
import pickle
import re
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest
from msgspec.structs import replace

from validator import run
from validator.check.baseline import Baseline, Entry
from validator.config import load
from validator.engines import spark_session
from validator.engines.desk import Question
from validator.engines.spark_map import Asked, Lines, Start, packed
from validator.engines.spark_session import reason
from validator.errors import EngineError, InputError, MissingExtraError
from validator.report import json as as_json

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
duckdb = pytest.importorskip("duckdb")

ROOT = Path(__file__).resolve().parent.parent
PROFILE = load.profile("news-drop")
TEXT = "The council of Exampleton voted for a new pool on Monday, after {n} hours of debate about its price and place. "
SHORT = "-XX:TieredStopAtLevel=1"  # of Java: half the time to start
TRACED = 'Traceback (most recent call last):\n  File "a.py", line 1\n'
END = "Subscribe to our newsletter\nShare on Facebook"


def article(number):
    """An article of which some have faults of their own, and some the text of another."""
    day = dt.date(2025, 1 + number % 5, 1 + number % 28)
    body = "\n".join((TEXT.format(n=number % 11 + line) * 3).strip() for line in range(4))
    return {
        "id": f"x-{number}",
        "title": f"Council votes on pool number {number}",
        "text": f"{body}\n{END}" if number % 3 else body,
        "date": day.isoformat(),
        "author": ["Jane Roe", "admin", "By Ann Smith", None][number % 4],
        "outlet": f"Exampleton Post {number % 2}",
        "url": f"https://post.example/{day:%Y/%m/%d}/{number}",
        "mood": "calm",
    }


def lines(numbers):
    return b"".join(json.dumps(article(number)).encode() + b"\n" for number in numbers)


def table(numbers):
    """Rows in columns, some of the types that JSON does not know."""
    rows = [article(number) for number in numbers]
    for row in rows:
        row["date"] = dt.datetime.fromisoformat(row["date"]).replace(hour=7)
        row["date_modified"] = row["date"].date()
        row["crawled_at"] = row["date"].replace(tzinfo=dt.UTC)
        row["author"] = [row["author"]] if row["author"] else []
    return pa.Table.from_pylist(rows)


@pytest.fixture(scope="module")
def drop(tmp_path_factory):
    """Files of every kind that Spark reads, some that it does not, with faults at odd places."""
    folder = tmp_path_factory.mktemp("drop")
    odd = (
        b'\xef\xbb\xbf{"id": broken \xff}\n\n  \t\r\n[1, 2]\r\n'
        + lines(range(12))
        + b'{"title": 1, "title": "Two"}\n\n'
    )
    (folder / "a [1] 100% ü.jsonl").write_bytes(odd + lines(range(12, 60)) + b'{"id": "cut')
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(lines(range(60, 70))) + gzip.compress(b"nonsense\n"))
    (folder / "c.ndjson.bz2").write_bytes(bz2.compress(lines(range(5, 15))))
    pq.write_table(table(range(70, 100)), folder / "d.parquet", row_group_size=9)
    pq.write_table(table(range(100, 104)).drop(["mood", "author"]), folder / "e.parquet")
    (folder / "f.json").write_bytes(lines(range(104, 108)))
    pq.write_table(table(range(110, 114)), folder / "g.parquet", use_deprecated_int96_timestamps=True)
    pq.write_table(pa.table({"date": pa.array([1], pa.timestamp("ns"))}), folder / "g2.parquet")
    (folder / "g3.parquet").write_bytes((folder / "g.parquet").read_bytes()[:-9])
    (folder / "sub").mkdir()
    (folder / "sub" / "_g.jsonl").write_bytes(lines(range(108, 110)))
    (folder / "sub" / "h.txt").write_text(f"A title\n\n{TEXT}", "utf-8")
    (folder / "sub" / "i.jsonl").write_bytes(b"")
    (folder / "sub" / "j.parquet").write_bytes(b"no table")
    (folder / "sub" / "k.jsonl").write_bytes(b'{\n  "id": "one",\n  "text": "An object over lines."\n}\n')
    return folder


def told(paths, **options):
    report = run.check([*map(str, paths)], PROFILE, health=True, **options)
    return b"".join(as_json.report(report))


@pytest.fixture(scope="module")
def on_spark(spark, drop):
    """The report that Spark makes where every file is cut into many shares."""
    spark.conf.set("spark.sql.files.maxPartitionBytes", "9000")
    yield told([drop, "nowhere.jsonl"], engine="spark")
    spark.conf.unset("spark.sql.files.maxPartitionBytes")


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_report_is_that_of_one_machine(on_spark, drop, jobs):
    report = json.loads(on_spark)

    assert report["summary"]["articles"] == 135
    assert {"dup.exact", "schema.duplicate_key", "schema.unreadable"} <= {one["rule"] for one in report["findings"]}
    assert on_spark == told([drop, "nowhere.jsonl"], jobs=jobs)


def test_the_order_of_the_input_changes_the_order_only(on_spark, spark, drop):
    files = sorted((path for path in drop.rglob("*.*") if path.is_file()), reverse=True)
    found = json.loads(told([*files, "nowhere.jsonl"], engine="spark"))

    def by_place(report):
        return sorted(json.dumps(one) for one in report["findings"])

    assert by_place(found) == by_place(json.loads(on_spark))
    assert found["summary"] == json.loads(on_spark)["summary"]


def test_paths_of_a_file_system(spark, drop, tmp_path):
    pytest.importorskip("fsspec")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "z 1.jsonl").write_bytes(lines(range(3)))
    (tmp_path / "a.json").write_bytes(lines(range(3, 5)))
    (tmp_path / "notes.docx").write_bytes(b"nothing")
    urls = [f"file://{drop}/d*.parquet", f"file://{tmp_path}", f"file://{drop}/a*ü.jsonl"]

    assert told(urls, engine="spark") == told(urls)


def test_what_is_not_there(spark, tmp_path):
    with pytest.raises(InputError, match=r"no such file.*; .*no such file") as caught:
        told([f"file://{tmp_path}/nowhere/", str(tmp_path / "a.jsonl")], engine="spark")

    assert "\n" not in str(caught.value)


def test_a_failed_job_is_one_line(spark, tmp_path):
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(os.urandom(9000))[:-4000])

    with pytest.raises(EngineError, match=r"^--engine spark: .*a\.jsonl\.gz.*end of input stream") as caught:
        told([tmp_path], engine="spark")

    assert "\n" not in str(caught.value)


def test_a_name_that_lies_is_noticed_by_the_worker():
    asked = Asked(packed(Question(PROFILE)), hashed=False)
    rows = [("s3a://drop/a.jsonl", 0, b"<html><body>No lines</body></html>")]
    batch = pa.RecordBatch.from_pylist([dict(zip("abc", row, strict=True)) for row in rows])
    start = Start(1, "s3a://drop/a.jsonl", seen=False, records=0, lines=0)

    with pytest.raises(InputError, match=r"^s3a://drop/a\.jsonl: not JSON Lines"):
        list(Lines(asked, {("s3a://drop/a.jsonl", 0): start})(iter([batch])))
    with pytest.raises(EngineError, match=r"^copydesk \S+ is on a worker, 0 on the driver"):
        list(Lines(replace(asked, version="0"), {})(iter([batch])))


def test_a_worker_needs_no_file_of_the_driver(tmp_path):
    (tmp_path / "names.yaml").write_text("name: names\nfields:\n  title: [kop]\n  text: [lichaam]\n", "utf-8")
    (tmp_path / "own.yaml").write_text("name: own\nextends: news-drop\nrecord_map: names.yaml\n", "utf-8")
    asked = Asked(packed(Question(load.profile(str(tmp_path / "own.yaml")))), hashed=False)
    shutil.rmtree(tmp_path)
    row = json.dumps({"kop": "Council votes", "lichaam": TEXT * 9}).encode()
    batch = pa.RecordBatch.from_pylist([{"a": "file:/a.jsonl", "b": 0, "c": row}])
    starts = {("file:/a.jsonl", 0): Start(1, "a.jsonl", seen=True, records=0, lines=0)}
    (answer,) = Lines(asked, starts)(iter([batch]))

    assert pickle.loads(answer.to_pylist()[0]["share"]).counts.filled["title"] == 1


def test_an_interrupt_stays_one_where_spark_fails_after_it(spark):
    from py4j.protocol import Py4JNetworkError

    def stopped():
        with spark_session.opened():
            try:
                raise KeyboardInterrupt
            finally:
                raise Py4JNetworkError("the answer is empty")

    with pytest.raises(KeyboardInterrupt):
        stopped()


@pytest.mark.skipif(find_spec("pyspark") is None, reason="pyspark is not installed (extra: spark)")
def test_without_java_or_pyspark(copydesk, tmp_path, monkeypatch):
    (tmp_path / "a.jsonl").write_bytes(lines(range(2)))
    bare = {name: value for name, value in os.environ.items() if name not in ("JAVA_HOME", "PYSPARK_GATEWAY_PORT")}
    bare |= {"PATH": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = copydesk("check", "a.jsonl", "--engine", "spark", cwd=tmp_path, env=bare)

    assert done.returncode == 2
    assert done.stderr.decode() == (
        "copydesk: --engine spark: there is no Java, which Spark needs (17 or newer; JAVA_HOME, or the path)\n"
    )

    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'copydesk\[spark\]'"):
        told([tmp_path], engine="spark")


def test_findings_and_features_lie_beside_the_report(spark, drop, tmp_path):
    report = run.check([str(drop / "d.parquet")], PROFILE, engine="spark", beside=str(tmp_path / "it's"))
    findings = pq.read_table(tmp_path / "it's.findings.parquet").to_pylist()
    features = pq.read_table(tmp_path / "it's.features.parquet").to_pylist()

    assert [(one["fingerprint"], one["message"]) for one in findings] == [
        (one.fingerprint, one.message) for one in report.findings
    ]
    assert [(one["record"], one["id"]) for one in features] == [(at, f"x-{at + 69}") for at in range(1, 31)]
    assert "text" not in features[0]
    assert sorted(os.listdir(tmp_path)) == ["it's.features.parquet", "it's.findings.parquet"]


def test_a_store_remembers_the_same(spark, drop, tmp_path):
    def stored(engine, name, which="[ad]*"):
        paths = [*map(str, sorted(drop.glob(which)))]
        run.check(paths, PROFILE, engine=engine, store=run.Shelf(str(tmp_path / name)))
        with duckdb.connect(str(tmp_path / name), read_only=True) as store:
            of_run = store.sql("SELECT * EXCLUDE (run, drop_name) FROM runs").fetchall()
            findings = store.sql("SELECT * EXCLUDE drop_name FROM findings ORDER BY ALL").fetchall()
            return of_run, findings, store.sql("SELECT run FROM runs").fetchall()

    one, other = stored("spark", "one.duckdb"), stored("local", "other.duckdb")
    spark.conf.set("spark.sql.files.maxPartitionBytes", "9000")
    again = stored("spark", "again.duckdb")
    lines, elsewhere = stored("spark", "lines.duckdb", "a*"), stored("local", "elsewhere.duckdb", "a*")
    spark.conf.unset("spark.sql.files.maxPartitionBytes")

    assert one[:2] == other[:2]
    assert one == again
    assert lines == elsewhere  # also by the name of the run, which columns of other types do not share


def test_a_baseline_holds_on_spark(spark, drop):
    paths = [str(drop / "f.json")]
    found = list(run.check(paths, PROFILE).findings)
    known = [Entry(rule=one.rule, article=one.article_id, fingerprint=one.fingerprint) for one in found]
    report = run.check(paths, PROFILE, engine="spark", baseline=Baseline(known))

    assert list(report.findings) == []
    assert report.known == len(found)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            f"From the worker:\n{TRACED}ModuleNotFoundError: No module named 'validator'\n\n\tat org.apache.spark.Task",
            "copydesk is not installed where Spark's workers run Python (PYSPARK_PYTHON)",
        ),
        (f"{TRACED}MemoryError\n", "MemoryError"),
        (f"{TRACED}validator.errors.InputError: a.jsonl: no lines\n", "a.jsonl: no lines"),
        (
            "An error occurred while calling o7.x.\n: java.net.ConnectException: refused\n\tat a.b",
            "java.net.ConnectException: refused",
        ),
        ("[NO_ROOM] No room. SQLSTATE: 42K03", "[NO_ROOM] No room."),
        ("", "Exception"),
    ],
)
def test_failures_come_down_to_one_line(said, told):
    assert reason(Exception(said)) == told


@pytest.fixture
def cluster(spark, tmp_path):
    """A master and two workers on this machine, each a process of its own."""
    home = Path(sys.modules["pyspark"].__file__).parent
    own = {
        "PYTHONPATH": str(ROOT),
        "SPARK_LOG_DIR": str(tmp_path),
        "SPARK_HOME": str(home),
        "SPARK_DAEMON_JAVA_OPTS": SHORT,
    }
    started = []

    def start(role, *arguments):
        log = (tmp_path / f"{len(started)}.log").open("w+b")
        command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{role}", "--host", "127.0.0.1"]
        process = subprocess.Popen(
            [*command, "--port", "0", "--webui-port", "0", *arguments],
            env=os.environ | own,
            stdout=log,
            stderr=log,
            cwd=tmp_path,
        )
        started.append((process, log))
        return Path(log.name)

    try:
        url = waited(start("master.Master"), rb"Starting Spark master at (spark://[\w.:]+)")
        logs = [start("worker.Worker", "-c", "1", "-m", "700M", "-d", str(tmp_path / name), url) for name in "ab"]
        for log in logs:
            waited(log, rb"Successfully registered with (master)")
        yield url
    finally:
        for process, log in started:
            process.terminate()
            process.wait(30)
            log.close()


def waited(log, wanted):
    """What a process says, as soon as it has said it."""
    for _ in range(1200):
        found = re.search(wanted, log.read_bytes())
        if found:
            return found[1].decode()
        time.sleep(0.1)
    raise AssertionError(log.read_text())


def test_a_master_with_two_workers(cluster, copydesk, drop, tmp_path):
    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.extraJavaOptions": SHORT,
        "spark.driver.host": "127.0.0.1",
        "spark.executor.extraJavaOptions": SHORT,
        "spark.executor.memory": "500m",
        "spark.sql.files.maxPartitionBytes": "30000",
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
    }
    given = " ".join(f"--conf {name}={value}" for name, value in settings.items())
    own = {"PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable}
    own["PYSPARK_SUBMIT_ARGS"] = f"--master {cluster} {given} pyspark-shell"
    arguments = ("--format", "json", "--output", "report.json", "--no-progress")
    paths = [drop / "a [1] 100% ü.jsonl", drop / "d.parquet"]
    done = copydesk("check", *map(str, paths), "--engine", "spark", *arguments, cwd=tmp_path, env=os.environ | own)

    assert done.returncode == 1, done.stderr
    assert (tmp_path / "report.json").read_bytes() == told(paths)
    assert {"report.features.parquet", "report.findings.parquet"} <= {*os.listdir(tmp_path)}
    assert {path.parent.name for path in tmp_path.glob("*/app-*/*/stderr")} == {"0", "1"}
