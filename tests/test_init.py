"""A profile proposed from a corpus: it loads, it says what is there, and it finds fields under names nobody knows."""

from __future__ import annotations

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml

from validator.config.models import Profile
from validator.corpus.guess import guessed

WORDS = "council ferry harbour winter landing pier boat river island market school bridge lamp mayor orchard".split()


@pytest.fixture(scope="module")
def copydesk(quick):
    return quick


def article(number):
    said = [" ".join(WORDS[(number * 7 + at * at + number * at) % 15] for at in range(k, k + 9)) for k in range(8)]
    outlet = ("Tidewatch", "Harbour Post")[number % 2]
    return {
        "id": f"n{number:03}",
        "title": f"The {WORDS[number % 15]} and the {WORDS[(number + 4) % 15]} {number}",
        "language": "en",
        "date": f"2025-05-{1 + number % 28:02}",
        "outlet": outlet,
        "url": f"https://{outlet.lower().replace(' ', '-')}.example/{number}",
        "author": "Olga Demidenko" if number % 4 else "",
        "text": f"On day {number} " + ". Then the ".join(said) + ".",
    }


def unusual(number):
    one = article(number)
    names = {"text": "inhalt", "title": "schlagzeile", "date": "erscheinungsdatum", "url": "webadresse"}
    return {names.get(key, key): value for key, value in one.items()} | {"clicks": number, "desk": "news"}


def write(path, rows):
    path.write_text("".join(json.dumps(one) + "\n" for one in rows))


def test_one_article_is_told_as_one(copydesk, tmp_path):
    write(tmp_path / "a.jsonl", [article(0)])
    first, _, description, *_ = copydesk("init", "a.jsonl", cwd=tmp_path).stdout.decode().splitlines()

    assert first == "# Proposed by copydesk init from 1 article; the figures are those of that corpus."
    assert description == 'description: "What proposed holds, by 1 article."'


def test_what_is_proposed_is_what_is_there(copydesk, tmp_path):
    write(tmp_path / "a.jsonl", [article(number) for number in range(80)])
    printed = copydesk("init", "a.jsonl", cwd=tmp_path)
    text = printed.stdout.decode()
    profile = Profile.model_validate(yaml.safe_load(text))

    assert printed.returncode == 0, printed.stderr.decode()
    assert {"text", "title", "date", "outlet", "url", "language"} == set(profile.fields.required)
    assert profile.fields.recommended == ("author",)
    assert "    - author  # 60 of 80" in text.splitlines()
    assert profile.languages == ("en",)
    assert [(one.name, one.hosts) for one in profile.sources] == [
        ("Harbour Post", ("harbour-post.example",)),
        ("Tidewatch", ("tidewatch.example",)),
    ]
    assert profile.coverage["title"] == 0.95
    assert profile.coverage["author"] == 0.45
    assert '  author: 0.45  # "Tidewatch": 20 of 40' in text.splitlines()
    assert profile.record_map == "default"


def test_it_is_the_same_for_any_number_of_processes(copydesk, tmp_path):
    write(tmp_path / "a.jsonl", [article(number) for number in range(80)])

    runs = {copydesk("init", "a.jsonl", *more, cwd=tmp_path).stdout for more in ([], ["-j1"], ["-j2"])}

    assert len(runs) == 1


def test_unusual_names_are_found_and_the_profile_reads_them(copydesk, tmp_path):
    write(tmp_path / "a.jsonl", [unusual(number) for number in range(40)])
    (tmp_path / "ours").mkdir()
    done = copydesk("init", "a.jsonl", "-o", "ours/p.yaml", cwd=tmp_path)
    text = (tmp_path / "ours" / "p.yaml").read_text()
    checked = copydesk("check", "a.jsonl", "--profile", "ours/p.yaml", "--format", "json", "--no-corpus", cwd=tmp_path)
    report = json.loads(checked.stdout)

    assert done.returncode == 0, done.stderr.decode()
    assert sorted(one.name for one in (tmp_path / "ours").iterdir()) == ["p.records.yaml", "p.yaml"]
    assert '# date stands under "erscheinungsdatum", a name that the default record map does not know' in text
    assert {"text", "title", "date", "url"} <= set(yaml.safe_load(text)["fields"]["required"])
    assert report["profile"] == "p"
    assert {name: report["summary"]["fields"][name] for name in ("title", "date", "url")} == {
        "title": 40,
        "date": 40,
        "url": 40,
    }
    assert [one for one in report["findings"] if one["severity"] == "error"] == []


def nested(number):
    one = article(number)
    meta = {"published": one.pop("date"), "written_by": None, "lang": one.pop("language")}
    who = {"name": one.pop("author") or None, "url": f"https://tidewatch.example/people/{number % 3}"}
    return {
        "id": one["id"],
        "title": {"rendered": one["title"]},
        "content": {"rendered": one["text"], "protected": False},
        "meta": meta,
        "signature": who,
        "publisher": {"name": one["outlet"], "url": "https://tidewatch.example/"},
        "link": one["url"],
    }


def test_fields_in_objects_are_found_and_read(copydesk, tmp_path):
    write(tmp_path / "a.jsonl", [nested(number) for number in range(40)])
    pq.write_table(pa.Table.from_pylist([nested(number) for number in range(40)]), tmp_path / "b.parquet")
    done = copydesk("init", "a.jsonl", "-o", "p.yaml", cwd=tmp_path)
    names = yaml.safe_load((tmp_path / "p.records.yaml").read_text())["fields"]
    reports = [
        json.loads(
            copydesk("check", one, "--profile", "p.yaml", "--format", "json", "--no-corpus", cwd=tmp_path).stdout
        )
        for one in ("a.jsonl", "b.parquet")
    ]

    assert done.returncode == 0, done.stderr.decode()
    assert {field: found[0] for field, found in names.items() if "." in found[0]} == {
        "date": "meta.published",
        "language": "meta.lang",
        "author": "signature.name",
    }
    for report in reports:
        assert [report["summary"]["fields"][name] for name in ("title", "date", "language", "author", "outlet")] == [
            40,
            40,
            40,
            30,
            40,
        ]
        assert [one["message"] for one in report["findings"] if one["rule"] == "schema.unknown_field"] == []


def test_a_known_name_that_once_bears_an_object_is_no_unusual_one(copydesk, tmp_path):
    articles = [{**article(number), "language": None} for number in range(40)]
    for one in articles[:10]:
        one["language"] = "en"
    articles[10]["language"] = {"code": "en"}
    write(tmp_path / "a.jsonl", articles)

    done = copydesk("init", "a.jsonl", "-o", "p.yaml", cwd=tmp_path)

    assert done.returncode == 0, done.stderr.decode()
    assert "stands under" not in (tmp_path / "p.yaml").read_text()
    assert not (tmp_path / "p.records.yaml").exists()


@pytest.mark.parametrize("there", ["p.yaml", "p.records.yaml"])
def test_what_is_there_is_not_written_over_unless_forced(copydesk, tmp_path, there):
    write(tmp_path / "a.jsonl", [unusual(number) for number in range(40)])
    (tmp_path / there).write_text("# by hand\n")

    done = copydesk("init", "a.jsonl", "-o", "p.yaml", cwd=tmp_path)
    kept = {one.name: one.read_text() for one in tmp_path.glob("*.yaml")}
    forced = copydesk("init", "a.jsonl", "-o", "p.yaml", "--force", cwd=tmp_path)

    assert (done.returncode, kept) == (2, {there: "# by hand\n"})
    assert done.stderr.decode() == f"copydesk: {there} is there already: --force writes over it\n"
    assert forced.returncode == 0
    assert (tmp_path / there).read_text().startswith(("# Proposed by copydesk init", 'name: "p.records"'))


def test_standard_input_is_read_once_only(copydesk):
    done = copydesk("init", "-", input=b"Council votes\n\nThe council voted.")

    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.parametrize(
    ("name", "values", "field"),
    [
        ("inhalt", ["x" * 300] * 5, "text"),
        ("inhalt", ["x" * 20] * 5, None),  # no article is that short
        ("erscheinungsdatum", ["2025-05-14", "2025-05-15", "14.05.2025"], "date"),
        ("erscheinungsdatum", ["soon", "later", "2025-05-14"], None),
        ("webadresse", ["https://tidewatch.example/1"] * 3, "url"),
        ("webadresse", ["Harbour Street 4"] * 3, None),
        ("sprache", ["de", "de-AT", "fr"], "language"),
        ("sprache", ["plain", "elevated", "plain"], None),
        ("pub_dt", ["2025-05-14", "2025-05-15T08:00:00Z", "14.05.2025", None], "date"),
        ("pub_dt", ["2025-05-14", "2025-05-15", "2025-05-16", None, None, None, ""], None),  # mostly empty
        ("pic_by", ["Olga Demidenko", "Jane Roe", "John Doe"], "photo_credit"),
        ("writer", ["Olga Demidenko", "Jane Roe", "John Doe"], "author"),
        ("picture", ["a.jpg", "b.jpg", "c.jpg"], None),
        ("clicks", [1, 2, 3], None),
        ("meta.author", ["Olga Demidenko", "Jane Roe", "John Doe"], "author"),
        ("byline_of.writer.full_name", ["Olga Demidenko", "Jane Roe", "John Doe"], "author"),
        ("writer.title", ["Editor", "Reporter", "Editor"], None),  # a person's, not the article's
        ("publisher.url", ["https://tidewatch.example/"] * 3, None),
        ("image.credit", ["Olga Demidenko", "Jane Roe", "John Doe"], "photo_credit"),
        ("titel", ["Council votes", "Ferry closes"], None),  # too few
    ],
)
def test_a_name_alone_tells_nothing(name, values, field):
    assert guessed({name: values}, []) == ({field: name} if field else {})


def test_what_is_taken_or_doubtful_is_not_guessed():
    titles = ["Council votes", "Ferry closes", "Lamp is lit"]

    assert guessed({"schlagzeile": titles}, ["title"]) == {}
    assert guessed({"schlagzeile": titles, "tytul": titles}, []) == {}
