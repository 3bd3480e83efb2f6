"""A suite of your own with copydesk's rules in it.

python docs/examples/own_suite.py ARTICLES.jsonl
"""

import json
import os
import sys

os.environ["GX_ANALYTICS_ENABLED"] = "false"

import great_expectations as gx
import pandas as pd

from validator.gates.expectations import (
    ExpectArticlesToPassRule,
    ExpectBodyLanguageToMatchDeclared,
    ExpectFieldCompletenessBySource,
)


def main(path: str) -> None:
    rows = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            try:
                row = json.loads(line)
            except json.JSONDecodeError:
                continue  # copydesk check says which these are
            if isinstance(row, dict):
                rows.append(row)
    suite = gx.ExpectationSuite(
        name="articles",
        expectations=[
            # Great Expectations' own, and copydesk's beside it.
            gx.expectations.ExpectColumnValuesToBeUnique(column="id"),
            ExpectArticlesToPassRule(rule="date.url_conflict", columns={"date": "date", "url": "url"}, mostly=0.95),
            ExpectArticlesToPassRule(
                rule="date.impossible,date.epoch_default", columns={"id": "id", "date": "date"}, severity="warning"
            ),
            ExpectBodyLanguageToMatchDeclared(mostly=0.99),
            ExpectFieldCompletenessBySource(column="author", source_column="outlet", id_column="id", mostly=0.9),
        ],
    )
    batch = gx.get_context(mode="ephemeral").data_sources.pandas_default.read_dataframe(pd.DataFrame(rows))
    wanted = {"result_format": "COMPLETE", "unexpected_index_column_names": ["id"]}
    for one in batch.validate(suite, result_format=wanted).results:
        ids = [row["id"] for row in one.result.get("unexpected_index_list") or ()]
        for source in (one.result.get("details") or {}).get("failing", {}).values():
            ids += source["ids"]
        print("pass" if one.success else "fail", one.expectation_config.type, *ids)


if __name__ == "__main__":
    main(sys.argv[1])
