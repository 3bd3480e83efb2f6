"""Expectations about rows that are articles: a rule of copydesk is asked of every one."""

from __future__ import annotations

from typing import Any, ClassVar, get_args

from great_expectations.compatibility import pydantic
from great_expectations.execution_engine import PandasExecutionEngine, SparkDFExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider import MulticolumnMapMetricProvider
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (
    multicolumn_condition_partial,
)

from validator.config.models import FieldName
from validator.gates import panel
from validator.gates.expectations.words import Said

_MAP = "Field -> the column that holds it."
_METRIC = "multicolumn_values.pass_article_rules"


class ArticleRules(MulticolumnMapMetricProvider):
    """Row -> whether no rule finds fault with it."""

    condition_metric_name = _METRIC
    condition_domain_keys = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")
    condition_value_keys = ("rule", "columns", "options")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: Any, rule: str, columns: dict[str, str], options: Any, **_: Any) -> Any:  # noqa: N805
        import pandas as pd

        ask = panel.question(rule, columns, options)
        rows = zip(*(column_list[column] for column in columns.values()), strict=True)
        return pd.Series([ask(*row) for row in rows], index=column_list.index, dtype=bool)

    @multicolumn_condition_partial(engine=SparkDFExecutionEngine)
    def _spark(cls, column_list: Any, rule: str, columns: dict[str, str], options: Any, **_: Any) -> Any:  # noqa: N805
        from pyspark.sql import functions as F
        from pyspark.sql.types import BooleanType

        ask = F.udf(panel.question(rule, columns, options), BooleanType())
        return ask(*(column_list[column] for column in columns.values()))


class ExpectArticlesToPassRule(Said, MulticolumnMapExpectation):
    """Expect every article, made of a row's columns, to keep a rule of copydesk.

    ``rule`` is a rule's name or code, or several with commas between; ``columns`` says which column holds which field
    (``{"date": "published_at", "url": "link"}``), ``options`` are the rules' own. A row that the rule cannot judge is
    not held against it; ``mostly`` is the share of rows that must pass.
    """

    rule: str = pydantic.Field(description="The rule's name or code, or several with commas between.")
    columns: dict[str, str] = pydantic.Field(description=_MAP)
    options: dict[str, dict[str, Any]] = pydantic.Field({}, description="Rule -> its options.")
    column_list: list[str] = pydantic.Field([], description="Made of the columns.")
    ignore_row_if: str = "never"  # a row without any value is an article without any value

    map_metric = _METRIC
    success_keys = ("mostly", "rule", "columns", "options")
    args_keys = ("rule", "columns")
    library_metadata: ClassVar[dict[str, Any]] = {"tags": ["news", "article", "metadata"], "requirements": ["copydesk"]}

    @pydantic.validator("rule")
    def _known_rule(cls, value: str) -> str:  # noqa: N805 - as pydantic calls it
        return ",".join(panel.known(name.strip()) for name in value.split(","))

    @pydantic.validator("columns")
    def _known_fields(cls, value: dict[str, str]) -> dict[str, str]:  # noqa: N805
        unknown = sorted(set(value) - set(get_args(FieldName)))
        if unknown:
            message = f"no such field: {', '.join(unknown)} (there are {', '.join(get_args(FieldName))})"
            raise ValueError(message)
        if len(set(value.values())) < 2:
            message = "Great Expectations wants two columns at least: name the id's too"
            raise ValueError(message)
        return value

    @pydantic.root_validator(pre=True)
    def _column_list(cls, values: dict[str, Any]) -> dict[str, Any]:  # noqa: N805
        """The list that Great Expectations asks for, made of the map."""
        columns = values.get("columns") or getattr(cls.__fields__["columns"], "default", None) or {}
        return {**values, "column_list": list(dict.fromkeys(columns.values()))}

    @classmethod
    def _said(cls, kwargs: dict[str, Any]) -> str:
        rules = (kwargs.get("rule") or cls.__fields__["rule"].default).split(",")
        mostly = kwargs.get("mostly", 1)
        share = "every article" if mostly is None or mostly == 1 else f"at least {mostly:.4%} of the articles"
        laws = " ".join(panel.law(panel.known(rule)) for rule in rules)
        return f"{share.replace('.0000', '')} must pass {', '.join(rules)}. {laws}"


class ExpectBodyLanguageToMatchDeclared(ExpectArticlesToPassRule):
    """Expect the text of every article to be in the language that its record declares."""

    rule: str = "language.mismatch"
    columns: dict[str, str] = pydantic.Field({"text": "text", "language": "language"}, description=_MAP)


class ExpectPhotoCreditsToBeValid(ExpectArticlesToPassRule):
    """Expect every photo credit to name somebody: no stand-in, no bare address of a picture pool."""

    rule: str = "photo.credit_placeholder,photo.credit_weak,photo.source_domain_only,schema.null_equivalent"
    columns: dict[str, str] = pydantic.Field({"text": "text", "photo_credit": "photo_credit"}, description=_MAP)


class ExpectLicencesToBeValid(ExpectArticlesToPassRule):
    """Expect every licence of a picture to be one that there is, in one version, and with the name it asks for."""

    rule: str = (
        "licence.attribution_missing,licence.contradictory,licence.invalid,licence.not_a_licence,"
        "licence.version_missing"
    )
    columns: dict[str, str] = pydantic.Field(
        {name: name for name in ("text", "photo_credit", "photo_licence")}, description=_MAP
    )
