"""How two drops differ: what was changed here on purpose is told, chance and small samples are not."""

from __future__ import annotations

import json

import pytest

WORDS = "council ferry harbour winter landing pier boat river island market school bridge lamp mayor orchard".split()


@pytest.fixture(scope="module")
def copydesk(quick):
    return quick


def article(number, **more):
    said = [" ".join(WORDS[(number * 7 + at * at + number * at) % 15] for at in range(k, k + 9)) for k in range(8)]
    outlet = ("Tidewatch", "Harbour Post")[number % 2]
    return {
        "id": f"n{number:03}",
        "title": f"The {WORDS[number % 15]} and the {WORDS[(number + 4) % 15]} {number}",
        "language": "en",
        "date": f"2025-05-{1 + number % 28:02}",
        "outlet": outlet,
        "url": f"https://{outlet.lower().replace(' ', '-')}.example/{number}",
        "author": "Olga Demidenko",
        "text": f"On day {number} " + ". Then the ".join(said) + ".",
        **more,
    }


def write(path, rows):
    path.write_text("".join(json.dumps(one) + "\n" for one in rows))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """May is in order; in June the Post leaves its authors out, the Watch writes shorter; one comes, one goes."""
    folder = tmp_path_factory.mktemp("drops")
    may = [article(number) for number in range(80)]
    june = [article(number) for number in range(100, 180)]
    for one in june:
        if one["outlet"] == "Harbour Post":
            one["author"] = ""
        else:
            one["text"] = one["text"][: len(one["text"]) // 2]
    write(folder / "may.jsonl", [*may, article(900, outlet="The Old Almanac")])
    write(folder / "again.jsonl", [article(number) for number in range(200, 280)])
    write(folder / "june.jsonl", [*june, article(901, outlet="Valley Echo")])
    write(folder / "few.jsonl", [{**article(number), "author": ""} for number in range(8)])
    return folder


@pytest.fixture(scope="module")
def compared(copydesk, folder):
    def run(*arguments):
        done = copydesk("compare", *arguments, "--format", "json", cwd=folder)
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    return run


def told(drift):
    return {(one["source"], one["kind"], one["name"]) for one in drift["changes"]}


def test_what_has_changed_is_told_by_source(compared):
    drift = compared("may.jsonl", "june.jsonl")
    (author,) = [one for one in drift["changes"] if one["kind"] == "completeness" and one["source"] == "Harbour Post"]

    assert drift["appeared"] == ["Valley Echo"]
    assert drift["vanished"] == ["The Old Almanac"]
    assert author["name"] == "author"
    assert author["old"] == {"numerator": 40, "denominator": 40}
    assert author["new"] == {"numerator": 0, "denominator": 40}
    assert ("Harbour Post", "rule", "author.missing") in told(drift)
    assert ("Tidewatch", "length", "below the old median") in told(drift)
    assert ("Tidewatch", "completeness", "author") not in told(drift)
    assert ("Harbour Post", "length", "below the old median") not in told(drift)
    assert (None, "completeness", "author") in told(drift)
    assert all(one["p"] <= drift["level"] == 0.01 / drift["tests"] for one in drift["changes"])


def test_a_drop_in_order_has_not_drifted(compared):
    assert compared("may.jsonl", "again.jsonl")["changes"] == []


def test_of_a_few_articles_nothing_is_said(compared):
    drift = compared("may.jsonl", "few.jsonl")

    assert [one for one in drift["changes"] if one["kind"] != "volume"] == []
    assert not any(one["tested"] for one in drift["sources"])


def test_stored_drops_are_compared_like_paths(copydesk, compared, folder):
    for name in ("may", "june"):
        copydesk("check", f"{name}.jsonl", "--store", "s.duckdb", "--drop", name, cwd=folder)
    paths = compared("may.jsonl", "june.jsonl")

    for given in (("s.duckdb#may", "s.duckdb#june"), ("may.jsonl", "s.duckdb"), ("s.duckdb#may", "june.jsonl", "-j2")):
        assert {**compared(*given), "old": "", "new": ""} == {**paths, "old": "", "new": ""}


def test_text_gives_the_figures_and_the_test(copydesk, folder):
    runs = [copydesk("compare", "may.jsonl", "june.jsonl", cwd=folder).stdout.decode() for _ in range(2)]
    lines = runs[0].splitlines()

    assert runs[0] == runs[1]
    assert lines[0] == "may.jsonl: 81 articles; june.jsonl: 81"
    assert "  vanished  The Old Almanac (1)" in lines
    assert "  completeness  author                          100% (40/40) ->   0% (0/40)" in lines
    assert "Fisher's exact test" in lines[-1]


def test_one_article_of_one_source_is_told_as_one(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "The council met.", "outlet": "Tidewatch"}))
    told = copydesk("compare", "a.jsonl", "a.jsonl", cwd=tmp_path).stdout.decode().splitlines()

    assert told[0] == "a.jsonl: 1 article; a.jsonl: 1"
    assert told[-1].endswith("in 1 of 1 source one of the drops has fewer than 20 articles")


@pytest.mark.parametrize(
    ("old", "says"),
    [
        ("s2.duckdb#mai", "s2.duckdb#mai: no such drop (known: may); did you mean 'may'?"),
        ("nowhere", "nowhere: no such file or folder"),
    ],
)
def test_a_drop_that_there_is_not(copydesk, folder, old, says):
    copydesk("check", "few.jsonl", "--store", "s2.duckdb", "--drop", "may", cwd=folder)

    done = copydesk("compare", old, "may.jsonl", cwd=folder)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"copydesk: {says}\n"
