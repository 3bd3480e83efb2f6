"""Others at the same work, each in a process of its own: peers.py NAME FILE…"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def records(path: str) -> Iterator[Record]:
    import orjson

    with open(path, "rb") as file:
        yield from map(orjson.loads, file)


def datatrove(path: str, *, stop: bool = True) -> int:
    """Gopher's quality, Gopher's repetition and C4's filters with their defaults; ``stop`` at the first that drops."""
    from datatrove.data import Document
    from datatrove.pipeline.filters import C4QualityFilter, GopherQualityFilter, GopherRepetitionFilter

    filters = (GopherQualityFilter(), GopherRepetitionFilter(), C4QualityFilter())
    dropped = 0
    for record in records(path):
        document = Document(text=record["text"], id=record["id"])
        verdicts = (one.filter(document) is True for one in filters)
        dropped += not (all(verdicts) if stop else all(list(verdicts)))
    return dropped


def datatrove_all(path: str) -> int:
    return datatrove(path, stop=False)


def langdetect(path: str) -> int:
    """One detection a text, seeded as its manual says."""
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0
    undetermined = 0
    for record in records(path):
        try:
            detect(record["text"])
        except LangDetectException:
            undetermined += 1
    return undetermined


def trafilatura(folder: str) -> int:
    """Text and metadata of every page of a folder."""
    from trafilatura import extract

    empty = 0
    for path in sorted(Path(folder).iterdir()):
        empty += extract(path.read_text("utf-8"), with_metadata=True, output_format="json") is None
    return empty


def pydantic(path: str) -> int:
    """A model of the same demands, validated line by line; the failing ids are kept."""
    from datetime import date, datetime
    from typing import Annotated

    from pydantic import AfterValidator, AwareDatetime, BaseModel, HttpUrl, StringConstraints, ValidationError

    def sane(value: datetime) -> datetime:
        if not date(1990, 1, 1) <= value.date() <= date(2100, 1, 1):
            raise ValueError("out of bounds")
        return value

    text = Annotated[str, StringConstraints(min_length=1)]

    class Article(BaseModel):
        id: text
        title: text
        date: Annotated[AwareDatetime, AfterValidator(sane)]
        author: text
        language: Annotated[str, StringConstraints(pattern="^[a-z]{2}$")]
        outlet: text
        url: HttpUrl
        crawled_at: AwareDatetime
        photo_credit: str | None

    failing: list[str] = []
    with open(path, "rb") as file:
        for line in file:
            try:
                Article.model_validate_json(line)
            except ValidationError:
                failing.append(json.loads(line)["id"])
    return len(failing)


def great_expectations(path: str) -> int:
    """Twelve expectations on the columns of a Parquet file, with the ids of the rows that fail."""
    import pandas as pd

    with_ids = _expected(pd.read_parquet(path), _of_columns)
    return len({row["id"] for one in with_ids for row in one.result.get("unexpected_index_list") or ()})


def _of_columns(frame: Any, gxe: Any) -> Iterator[Any]:  # noqa: ARG001 - they are the same for every frame
    for field in ("id", "title", "date", "author", "language", "outlet", "url", "crawled_at"):
        yield gxe.ExpectColumnValuesToNotBeNull(column=field)
    yield gxe.ExpectColumnValuesToBeUnique(column="id")
    yield gxe.ExpectColumnValuesToMatchRegex(column="date", regex=r"^\d{4}-\d\d-\d\dT\d\d:\d\d")
    yield gxe.ExpectColumnValuesToMatchRegex(column="url", regex=r"^https?://[^/?]+/")
    yield gxe.ExpectColumnValuesToMatchRegex(column="language", regex=r"^[a-z]{2}$")


def _expected(frame: Any, asked: Callable[[Any, Any], Iterator[Any]]) -> list[Any]:
    """What Great Expectations says of a frame, expectation by expectation, with the ids of the rows that fail."""
    import warnings

    warnings.simplefilter("ignore")
    import great_expectations as gx

    context = gx.get_context(mode="ephemeral")
    batch = context.data_sources.add_pandas("memory").add_dataframe_asset("rows")
    whole = batch.add_batch_definition_whole_dataframe("all")
    suite = context.suites.add(gx.ExpectationSuite(name="asked"))
    for one in asked(frame, gx.expectations):
        suite.add_expectation(one)
    definition = gx.ValidationDefinition(name="all", data=whole, suite=suite)
    wanted = {"result_format": "COMPLETE", "unexpected_index_column_names": ["id"]}
    validation = context.validation_definitions.add(definition)
    return list(validation.run(batch_parameters={"dataframe": frame}, result_format=wanted).results)


def own_gates(path: str, mostly: str, fields: str, rules: str) -> str:
    """Copydesk's own gates, over a features table in a Parquet file; what fails, and how many articles are at fault."""
    from validator.config import load
    from validator.config.gates import Gate
    from validator.engines.duck import Duck
    from validator.gates import verdict
    from validator.model.report import Counts

    gates = [Gate(field=name, mostly=float(mostly)) for name in fields.split(",")]
    gates += [Gate(rule=name, mostly=float(mostly)) for name in rules.split(",")]
    profile = load.profile("news-drop").model_copy(update={"gates": tuple(gates)})
    with Duck(columns=("id", "source", "fields", "failed", "skipped")) as tables:
        tables.fill("articles", f"SELECT *, []::VARCHAR[] AS skipped FROM '{path}'")
        results = verdict.judge(profile, tables, verdict.Run(tuple(rules.split(",")), Counts(), ()))
    failing = {one.subject: one.articles_total for one in results if not one.held}
    assert all(len(one.articles) == min(one.articles_total, 100) for one in results if not one.held)
    return json.dumps(failing, sort_keys=True)


def gates(path: str, mostly: str) -> str:
    """An expectation for each column of truths of a Parquet file; what fails, and how many rows, all with their ids."""
    import pandas as pd

    def of_truths(frame: Any, gxe: Any) -> Iterator[Any]:
        for column in frame.columns.drop(["id", "source"]):
            kept = ["." not in column]  # a rule that is not broken, a field that is there
            yield gxe.ExpectColumnValuesToBeInSet(column=column, value_set=kept, mostly=float(mostly))

    failing = {
        one.expectation_config.kwargs["column"]: len(one.result["unexpected_index_list"])
        for one in _expected(pd.read_parquet(path), of_truths)
        if not one.success
    }
    return json.dumps(failing, sort_keys=True)


_ASKED = (datatrove, datatrove_all, langdetect, trafilatura, pydantic, great_expectations, gates, own_gates)
PEERS: dict[str, Callable[..., int | str]] = {one.__name__: one for one in _ASKED}

if __name__ == "__main__":
    # This folder comes first on the path, and its names must not hide anybody's.
    sys.path.pop(0)
    print(PEERS[sys.argv[1]](*sys.argv[2:]))
