"""Copydesk's rules inside other people's suites, and what Great Expectations' own checks make of article metadata."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

os.environ["GX_ANALYTICS_ENABLED"] = "false"
gx = pytest.importorskip("great_expectations", reason="great_expectations is not installed (extra: gates)")
pd = pytest.importorskip("pandas")

from great_expectations import expectations as gxe  # noqa: E402

from validator.config import load  # noqa: E402
from validator.corpus import features  # noqa: E402
from validator.engines.desk import Desk, Question  # noqa: E402
from validator.gates import expectations as ours  # noqa: E402
from validator.gates import panel  # noqa: E402
from validator.read import records  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")
ROOT = Path(__file__).resolve().parent.parent
TEXT = "The council of Exampleton voted on the pool after a long debate, and nobody left before midnight. " * 6
ROWS = [
    {"id": "a", "day": "2025-05-14", "link": "https://k.example/2025/05/14/rat", "outlet": "Courier", "by": "Jane Roe"},
    {"id": "b", "day": "2024-01-01", "link": "https://k.example/2025/05/14/bad", "outlet": "Courier", "by": "N/A"},
    {"id": "c", "day": None, "link": "https://k.example/2025/05/14/see", "outlet": None, "by": "  "},
]
SPOKEN = [{"language": "en", "text": TEXT}, {"language": "de", "text": TEXT}, {"language": None, "text": ""}]
WANTED = {"result_format": "COMPLETE", "unexpected_index_column_names": ["id"]}


@pytest.fixture(params=["pandas", "spark"])
def ask(request):
    """Validate expectations over rows, by both engines."""
    session = request.getfixturevalue("spark") if request.param == "spark" else None

    def validate(rows, *expectations):
        return asked(rows, *expectations, session=session)

    return validate


def asked(rows, *expectations, session=None):
    context = gx.get_context(mode="ephemeral")
    if session is None:
        batch = context.data_sources.pandas_default.read_dataframe(pd.DataFrame(rows))
    else:
        asset = context.data_sources.add_spark("rows").add_dataframe_asset("rows")
        frame = session.createDataFrame([tuple(row.values()) for row in rows], _types(rows))
        batch = asset.add_batch_definition_whole_dataframe("all").get_batch({"dataframe": frame})
    results = batch.validate(gx.ExpectationSuite(name="s", expectations=list(expectations)), result_format=WANTED)
    assert not [one.exception_info for one in results.results if "raised_exception" not in one.exception_info]
    return results


def _types(rows):
    kinds = {name: next((row[name] for row in rows if row[name] is not None), "") for name in rows[0]}
    return ", ".join(f"`{name}` {'array<string>' if type(one) is list else 'string'}" for name, one in kinds.items())


def only(results):
    (one,) = results.results
    return one


def ids(one):
    return [row["id"] for row in one.result["unexpected_index_list"]]


def test_articles_pass_a_rule(ask):
    columns = {"date": "day", "url": "link"}

    strict = only(ask(ROWS, ours.ExpectArticlesToPassRule(rule="date.url_conflict", columns=columns)))
    lenient = only(ask(ROWS, ours.ExpectArticlesToPassRule(rule="date.url_conflict", columns=columns, mostly=0.6)))

    assert (strict.success, ids(strict)) == (False, ["b"])
    assert (lenient.success, ids(lenient)) == (True, ["b"])


def test_the_body_is_in_the_declared_language(ask):
    rows = [{**row, **spoken} for row, spoken in zip(ROWS, SPOKEN, strict=True)]

    assert ids(only(ask(rows, ours.ExpectBodyLanguageToMatchDeclared()))) == ["b"]


def test_credits_and_licences_are_valid(ask):
    said = ["Photo: Jane Roe / CC BY 4.0", "unknown", "Photo: Jane Roe"]
    licences = ["CC BY 4.0", None, "CC BY-ND-SA 4.0"]
    rows = [
        {"id": row["id"], "text": TEXT, "photo_credit": credit, "photo_licence": licence}
        for row, credit, licence in zip(ROWS, said, licences, strict=True)
    ]

    assert ids(only(ask(rows, ours.ExpectPhotoCreditsToBeValid()))) == ["b"]
    assert ids(only(ask(rows, ours.ExpectLicencesToBeValid()))) == ["c"]


def test_completeness_by_source_names_sources_and_articles(ask):
    found = only(ask(ROWS, ours.ExpectFieldCompletenessBySource(column="by", source_column="outlet", id_column="id")))

    assert not found.success
    assert found.result["details"]["failing"] == {
        "": {"of": 1, "filled": 0, "ids": ["c"]},
        "Courier": {"of": 2, "filled": 1, "ids": ["b"]},
    }


def test_a_source_too_small_is_not_judged_and_none_judged_is_no_pass(ask):
    some = ours.ExpectFieldCompletenessBySource(column="by", source_column="outlet", mostly=0.5, minimum=2)
    none = ours.ExpectFieldCompletenessBySource(column="link", source_column="outlet", minimum=9)

    held, not_judged = ask(ROWS, some, none).results

    assert (held.success, held.result["details"]["not_evaluated"]) == (True, {"": 1})
    assert (not_judged.success, not_judged.result["details"]["not_evaluated"]) == (False, {"": 1, "Courier": 2})


def test_lists_without_a_word_say_nothing(ask):
    rows = [{"id": "a", "source": "A", "by": ["Jane Roe"]}, {"id": "b", "source": "A", "by": []}]

    found = only(ask(rows, ours.ExpectFieldCompletenessBySource(column="by", id_column="id")))

    assert found.result["details"]["failing"]["A"]["ids"] == ["b"]


@pytest.fixture(scope="module")
def drop():
    """The demo drop's articles as rows, which have ``yes`` in the columns of fields that have a value."""
    question = Question(load.profile(str(ROOT / "fixtures" / "gates.yaml")))
    share = Desk(question, None)([*records.of_paths([str(ROOT / "fixtures" / "drop")], question.names)])
    rows = [row for packed in share.features for row in features.unpacked(packed)[0]]
    found = [dict(zip(features.ARTICLES, row, strict=True)) for row in rows]
    names = ("date", "author", "language", "photo_credit")
    return [
        {"id": row["id"], "source": row["source"], **{name: "yes" if name in row["fields"] else None for name in names}}
        for row in found
    ]


def test_the_demo_drop_passes_and_fails_by_source_as_its_gates_do(ask, drop):
    share = {"date": 1, "author": 0.95, "language": 0.9, "photo_credit": 0}
    wanted = [
        ours.ExpectFieldCompletenessBySource(column=name, id_column="id", mostly=mostly, minimum=3)
        for name, mostly in share.items()
    ]

    found = {one.expectation_config.kwargs["column"]: one for one in ask(drop, *wanted).results}

    assert found["photo_credit"].success
    assert found["date"].result["details"]["failing"]["Brackwater Courier"] == {
        "of": 3,
        "filled": 2,
        "ids": ["gc-000102"],
    }
    assert not found["language"].success
    for name, one in found.items():
        for source, failing in one.result["details"]["failing"].items():
            assert failing["ids"] == sorted(row["id"] for row in drop if row["source"] == source and row[name] is None)
    assert found["date"].result["details"]["not_evaluated"].keys() >= {"Pellham Gazette"}


def test_the_example_runs():
    command = [sys.executable, "docs/examples/own_suite.py", "fixtures/drop/crawl.jsonl"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)

    assert sorted(done.stdout.splitlines()) == [
        "fail expect_articles_to_pass_rule gc-000102 gc-000104",
        "fail expect_articles_to_pass_rule gc-000113",
        "fail expect_field_completeness_by_source gc-000102",
        "pass expect_body_language_to_match_declared",
        "pass expect_column_values_to_be_unique",
    ], done.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"rule": "date.futur", "columns": {"date": "d", "id": "id"}}, "unknown rule 'date.futur'; did you mean"),
        ({"rule": "dup.exact", "columns": {"text": "t", "id": "id"}}, "about many articles together"),
        ({"rule": "date.future", "columns": {"day": "d", "id": "id"}}, "no such field: day"),
        ({"rule": "date.future", "columns": {"date": "d"}}, "two columns at least"),
    ],
)
def test_a_mistake_is_told_at_once(options, says):
    with pytest.raises(ValueError, match=says):
        ours.ExpectArticlesToPassRule(**options)


def test_a_rule_is_not_silenced_by_a_text_that_no_column_holds():
    columns = {"photo_credit": "credit", "photo_licence": "licence"}
    rows = [{"id": "a", "credit": "Jane Roe", "licence": one} for one in ("CC BY 4.0", "CC BY-ND-SA 4.0")]

    found = only(asked(rows, ours.ExpectArticlesToPassRule(rule="licence.invalid", columns=columns)))

    assert found.result["unexpected_count"] == 1


def test_a_suite_with_them_is_written_and_read():
    suite = gx.ExpectationSuite(name="s", expectations=[ours.ExpectBodyLanguageToMatchDeclared(mostly=0.9)])
    again = gx.ExpectationSuite(**json.loads(json.dumps(suite.to_json_dict())))

    assert again.expectations == suite.expectations


def test_pages_say_what_is_wanted_and_what_is_there():
    from great_expectations.render.renderer import ValidationResultsPageRenderer
    from great_expectations.render.view import DefaultJinjaPageView

    rows = [{**row, "outlet": "<b>Courier"} for row in ROWS]
    rule = ours.ExpectArticlesToPassRule(rule="DAT012", columns={"date": "day", "url": "link"}, mostly=0.9)
    filled = ours.ExpectFieldCompletenessBySource(column="by", source_column="outlet", mostly=0.5)
    page = DefaultJinjaPageView().render(ValidationResultsPageRenderer().render(asked(rows, rule, filled)))

    assert "at least 90% of the articles must pass date.url_conflict" in page
    assert "by must say something in at least 50% of the rows of every outlet" in page
    assert "&lt;b&gt;Courier: 1 of 3" in page
    assert "<b>Courier" not in page


@pytest.mark.parametrize(
    ("cell", "says"), [(None, False), (float("nan"), False), ("", False), ("n/a", False), ([], False), ("Jane", True)]
)
def test_cells_that_say_something(cell, says):
    assert panel.filled(cell) is says


def test_cells_become_what_json_would_hold():
    import numpy as np

    cells = [pd.NaT, pd.NA, np.array(["a"]), np.int64(3), pd.Timestamp("2025-05-14T10:00Z"), {"a": float("nan")}]

    assert [*map(panel.plain, cells)] == [None, None, ["a"], 3, "2025-05-14T10:00:00+00:00", {"a": None}]


# What docs/great-expectations.md says of Great Expectations' own checks.


def test_claim_not_null_passes_blanks_and_stand_ins():
    rows = [{"id": one, "author": one} for one in ("", "  ", "N/A")]

    assert only(asked(rows, gxe.ExpectColumnValuesToNotBeNull(column="author"))).success


def test_claim_not_null_passes_empty_lists():
    rows = [{"id": "a", "author": []}]

    assert only(asked(rows, gxe.ExpectColumnValuesToNotBeNull(column="author"))).success


def test_claim_the_length_of_a_list_is_that_of_its_spelling():
    rows = [{"id": "a", "author": ["Jane Roe"]}, {"id": "b", "author": []}]

    one = only(asked(rows, gxe.ExpectColumnValueLengthsToEqual(column="author", value=1)))
    spelt = only(asked(rows, gxe.ExpectColumnValueLengthsToEqual(column="author", value=len("['Jane Roe']"))))

    assert ids(one) == ["a", "b"]
    assert ids(spelt) == ["b"]
    assert only(asked(rows, gxe.ExpectColumnValueLengthsToBeBetween(column="author", min_value=1))).success


def test_claim_pairs_of_dates_are_compared_as_text():
    rows = [
        {"id": "later", "modified": "10.5.2025", "published": "9.5.2025"},
        {"id": "earlier", "modified": "2025-05-14T01:00:00+02:00", "published": "2025-05-13T23:30:00Z"},
    ]
    pair = gxe.ExpectColumnPairValuesAToBeGreaterThanB(column_A="modified", column_B="published", or_equal=True)

    assert ids(only(asked(rows, pair))) == ["later"]  # which is right, while the wrong one passes


def test_claim_dateutil_takes_fragments_and_defaults_for_dates():
    rows = [{"id": one, "date": one} for one in ("10", "May", "1970-01-01T00:00:00Z", "03/04/2025")]

    assert only(asked(rows, gxe.ExpectColumnValuesToBeDateutilParseable(column="date"))).success


def test_claim_a_column_without_any_value_passes():
    rows = [{"id": "a", "date": None}]

    assert only(asked(rows, gxe.ExpectColumnValuesToMatchRegex(column="date", regex=r"^\d{4}-"))).success


def test_claim_pages_hold_cells_as_they_are():
    from great_expectations.render.renderer import ValidationResultsPageRenderer
    from great_expectations.render.view import DefaultJinjaPageView

    rows = [{"id": "<img src=x>", "date": "<script>"}]
    results = asked(rows, gxe.ExpectColumnValuesToMatchRegex(column="date", regex=r"^\d{4}-"))

    assert "<img src=x>" in DefaultJinjaPageView().render(ValidationResultsPageRenderer().render(results))
