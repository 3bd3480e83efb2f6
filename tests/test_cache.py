"""What was found before is found again, and nothing but what has changed is judged."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from validator import run
from validator.config.load import profile
from validator.engines import desk
from validator.engines.batches import batches
from validator.engines.cache import Cache
from validator.read.piece import Piece

FILES = 200
FOUND = ".copydesk_cache/found.sqlite"


def text(number: int, day: str = "12 March 2025") -> str:
    return (
        f"Ferry {number} is late\n\nBy Jane Roe\n\n{day}\n\nThe ferry to Exampleton was late again. "
        + "It rained. " * 60
    )


@pytest.fixture
def drop(tmp_path, monkeypatch):
    """A folder of articles, judged once; a bad date in every fifth."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drop").mkdir()
    for number in range(FILES):
        written = text(number, "31.02.2025" if number % 5 == 0 else "12 March 2025")
        (tmp_path / f"drop/{number:03}.txt").write_text(written)
    assert found(cache=".copydesk_cache") == found()
    return tmp_path / "drop"


@pytest.fixture
def judged(monkeypatch):
    """The articles that are judged from now on."""
    names: list[str] = []
    judge = desk.Judge.judge_all

    def told(self, articles):
        names.extend(article.location.path for article in articles)
        return judge(self, articles)

    monkeypatch.setattr(desk.Judge, "judge_all", told)
    return names


def found(paths=("drop",), **options):
    """Every finding and count."""
    report = run.check(paths, profile("news-drop"), **options)
    places = [(one.location.path, one.rule, one.fingerprint, one.message) for one in report.findings]
    return places, report.counts, report.files


def kept(paths=("drop",), **options):
    return found(paths, cache=".copydesk_cache", **options)


def test_nothing_is_judged_again(drop, judged):
    first = found()
    judged.clear()

    assert kept() == first
    assert judged == []
    assert first[1].articles == FILES


@pytest.mark.parametrize("jobs", [1, 2])
def test_only_what_has_changed_is_judged(drop, judged, jobs):
    (drop / "003.txt").write_text(text(3, "30.02.2025") * 2)
    (drop / "120.txt").unlink()
    (drop / "150b.txt").write_text(text(1500))
    (drop / "199.txt").write_bytes(b"")

    again = kept(jobs=jobs)

    assert judged == ["drop/003.txt", "drop/150b.txt", "drop/199.txt"]
    assert again == found()
    judged.clear()
    assert kept() == again
    assert judged == []


def test_a_few_of_many_are_known(drop, judged):
    few = ["drop/007.txt", "drop/005.txt", "drop/110.txt"]

    assert kept(few, corpus=False)[0] == found(few, corpus=False)[0]
    judged.clear()
    kept(few)
    first = kept(few, corpus=False)
    judged.clear()

    assert kept(few, corpus=False) == first
    assert judged == []


def test_another_question_is_another_answer(drop, judged):
    kept(select=["date"])

    assert len(judged) == FILES


def test_a_damaged_answer_is_none(drop, judged):
    with closing(sqlite3.connect(FOUND)) as connection:
        connection.execute("UPDATE answers SET answer = zeroblob(length(answer)) WHERE rowid % 2 = 0")
        ((damaged,),) = connection.execute("SELECT count(*) FROM answers WHERE rowid % 2 = 0")
        connection.commit()

    assert damaged
    again = kept()
    assert 0 < len(judged) < FILES
    assert again == found()


def test_a_file_of_an_earlier_form_is_begun_anew(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".copydesk_cache").mkdir()
    with closing(sqlite3.connect(FOUND)) as connection:
        connection.execute("CREATE TABLE found (key BLOB PRIMARY KEY, answer BLOB) WITHOUT ROWID")

    cache = Cache(".copydesk_cache", b"question")
    cache.put([b"a", b"", b"b"], b"answer")
    cache.close()

    again = Cache(".copydesk_cache", b"question")
    places = again.places([b"a", b"b", b"c"])
    assert {key: place for key, (_, place) in places.items()} == {b"a": 0, b"b": 2}
    assert again.answer(places[b"a"][0]) == b"answer"
    again.close()


def test_who_cannot_write_now_keeps_nothing_and_goes_on(drop):
    with closing(sqlite3.connect(FOUND, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        (drop / "003.txt").write_text(text(3, "30.02.2025"))

        assert kept() == found()


def test_another_version_of_what_it_stands_on_is_another_question(tmp_path, monkeypatch):
    monkeypatch.setattr(desk.site, "getsitepackages", lambda: [str(tmp_path)])
    question = desk.Question(profile("news-drop"))
    before = question.digest()
    assert question.digest() == before
    (tmp_path / "detector-1.1.dist-info").mkdir()

    assert question.digest() != before


def test_a_file_that_grew_moves_few_ends():
    pieces = [Piece(f"drop/{number:05}.txt", "plain", b"x" * (2000 + number * 37 % 5000)) for number in range(3000)]
    grown = [Piece(one.path, one.kind, one.raw * 9) if one.path == "drop/00100.txt" else one for one in pieces]

    first, second = ({tuple(one.path for one in batch) for batch in batches(some)} for some in (pieces, grown))

    assert len(first) > 20
    assert len(first - second) <= len(first) // 5
