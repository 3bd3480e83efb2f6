"""Several processes: one that is killed costs nothing but what kills it, and an interrupt says how far it got."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys

import pyarrow as pa
import pytest

from validator.engines import database, duck, local, pile
from validator.engines.spill import Bundle
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity
from validator.model.place import Location, Span

FATAL = 13


class Work:
    def __call__(self, batch):
        if FATAL in batch:
            os.kill(os.getpid(), signal.SIGKILL)
        return [2 * one for one in batch]


def test_a_killed_process_costs_only_what_kills_it():
    told = []
    batches = [[at, at + 1, at + 2] for at in range(0, 60, 3)]

    found = [
        one
        for result in local.mapped(Work, batches, 2, bool, lambda: None, lambda one: -one, told.append)
        for one in result
    ]

    assert found == [2 * (-one if one == FATAL else one) for one in range(60)]
    assert set(told) == {"a worker was killed; its share is judged again"}


def test_no_process_outlives_its_work():
    assert [*local.mapped(Work, [[1], [2], [3]], 2, bool, lambda: None, lambda one: one, print)] == [[2], [4], [6]]
    assert multiprocessing.active_children() == []


SLOW = """
import os
import time
from validator.engines import local

def work(batch):
    os.write(1, b"%d\\n" % batch[0])  # at once: two processes write
    time.sleep(batch[0])
    return batch

for _ in local.mapped(lambda: work, [[0], [60], [60], [60]], 2, lambda _: True, lambda: None, lambda one: one, print):
    pass
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what is not forked cannot be given in a line")
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_processes_end_with_the_one_that_began_them(sent):
    process = subprocess.Popen([sys.executable, "-c", SLOW], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert [process.stdout.readline() for _ in range(3)] == [b"0\n", b"60\n", b"60\n"]
    process.send_signal(sent)

    process.communicate(timeout=20)  # at its end no process holds standard output

    assert process.returncode == -sent


def edge(number: int) -> pa.Table:
    return pa.table({"text": [f"line {number}"], "source": ["The Ferry Post"], "shape": [number]})


def test_rows_that_come_after_a_query_are_in_the_next_one() -> None:
    with duck.Duck() as tables:
        assert tables.rows("SELECT count(*) FROM edges") == [(0,)]
        for number in (1, 2):
            tables.put("edges", edge(number))
            tables.put("edges", edge(10 * number))
            assert tables.rows("SELECT count(*), max(shape) FROM edges") == [(2 * number, 10 * number)]
        tables.make("named", "SELECT text FROM edges WHERE shape < 10")

        assert tables.rows("SELECT text FROM named ORDER BY 1") == [("line 1",), ("line 2",)]


def test_what_is_derived_holds_every_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pile, "_ROWS", 10)  # so that much is written in many turns
    with duck.Duck() as tables:
        asked = "SELECT range AS number FROM range(5000)"
        tables.derive("odd", asked, lambda batch: pa.table({"odd": batch["number"]}), {"odd": "int32"})

        assert tables.rows("SELECT count(*), min(odd), max(odd), sum(odd) FROM odd") == [(5000, 0, 4999, 12_497_500)]


def test_what_is_light_is_done_in_this_process():
    def load():
        raise AssertionError("nothing is to be loaded for others")

    batches = [[at] for at in range(5)]

    assert [*local.mapped(Work, batches, 2, lambda _: False, load, lambda one: one, print)] == [
        [2 * at] for at in range(5)
    ]


def test_an_interrupt_ends_all_and_says_how_far_it_got(tmp_path):
    row = {"title": "Council votes", "text": "The council of Exampleton voted on the pool after a long debate. " * 30}
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({**row, "id": str(at)}) + "\n" for at in range(40_000)))
    command = [sys.executable, "-m", "validator", "check", "a.jsonl", "--format", "jsonl", "--jobs", "2"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["record"] == 1
    process.send_signal(signal.SIGINT)

    _, err = process.communicate(timeout=90)

    assert process.returncode == 130
    assert b"copydesk: interrupted after " in err
    assert b"Traceback" not in err


@pytest.fixture
def little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_MEMORY", 16)


@pytest.mark.usefixtures("little_memory")
def test_a_statement_that_cannot_do_with_little_memory_gets_more() -> None:
    with duck.Duck() as tables:
        tables.make(
            "listed", "SELECT range % 3 AS rest, list(range ORDER BY range) AS numbers FROM range(999999) GROUP BY 1"
        )

        assert tables.rows("SELECT rest, len(numbers) FROM listed ORDER BY 1") == [
            (0, 333333),
            (1, 333333),
            (2, 333333),
        ]
        assert tables.rows("SELECT current_setting('memory_limit')") != [("15.2 MiB",)]


@pytest.mark.usefixtures("little_memory")
def test_a_derived_table_is_made_anew_with_more_memory() -> None:
    asked = "SELECT range % 3 AS rest, list(range ORDER BY range) AS numbers FROM range(999999) GROUP BY 1"
    with duck.Duck() as tables:
        tables.derive("lengths", asked, lambda batch: pa.table({"rest": batch["rest"]}), {"rest": "int64"})

        assert tables.rows("SELECT rest FROM lengths ORDER BY 1") == [(0,), (1,), (2,)]
        assert tables.rows("SELECT current_setting('memory_limit')") != [("15.2 MiB",)]


@pytest.mark.usefixtures("little_memory")
def test_statements_that_belong_together_are_begun_again_with_more_memory() -> None:
    with duck.Duck() as tables:
        own = tables.shown()
        own.run("CREATE TABLE kept (number BIGINT)")

        def statements() -> None:
            own.run("INSERT INTO kept VALUES (7)")
            own.run("CREATE TABLE listed AS SELECT list(range ORDER BY range) AS numbers FROM range(999999)")

        own.together(statements)

        assert tables.rows("SELECT number FROM kept") == [(7,)]
        assert tables.rows("SELECT len(numbers) FROM listed") == [(999999,)]
        assert tables.rows("SELECT current_setting('memory_limit')") != [("15.2 MiB",)]


def test_findings_travel_whole() -> None:
    place, span = Location("drop/a.jsonl", 2, 3), Span(1, 2, 1, 9)
    seen = (Evidence("text", "Tuesday", span), Evidence("record", "2024", locator="$.date"))
    bare = Finding("date.missing", "DAT001", Severity.ERROR, "no date", place, "a2")
    full = Finding(
        *("date.weekday_mismatch", "DAT002", Severity.INFO, "no Tuesday", place, "a2", "published", span, seen),
        *("tuesday", "Monday", True, "On Tuesday", ("a2", "a3"), 7, "The Ferry Post"),
    )

    assert Bundle.of(Bundle([bare, full]).packed).findings == [bare, full]
    assert Bundle.of(Bundle([full]).packed).findings[0].evidence == seen
