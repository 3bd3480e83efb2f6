"""An expectation about a column, source by source: how many rows of each say something in it."""

from __future__ import annotations

from typing import Any, ClassVar

from great_expectations.compatibility import pydantic
from great_expectations.core.metric_domain_types import MetricDomainTypes
from great_expectations.execution_engine import PandasExecutionEngine, SparkDFExecutionEngine
from great_expectations.expectations.expectation import BatchExpectation
from great_expectations.expectations.metrics.metric_provider import metric_value
from great_expectations.expectations.metrics.table_metric_provider import TableMetricProvider
from great_expectations.render.components import LegacyDiagnosticRendererType
from great_expectations.render.renderer.renderer import renderer

from validator.gates import panel
from validator.gates.expectations.words import Said, sentence

_METRIC = "table.field_completeness_by_source"
_IDS = 100  # that are named of a source
_KEYS = ("column", "source_column", "id_column")


class FieldCompletenessBySource(TableMetricProvider):
    """Source -> rows, rows that say something, and the first ids of the others."""

    metric_name = _METRIC
    value_keys = _KEYS

    @metric_value(engine=PandasExecutionEngine)
    def _pandas(
        cls,  # noqa: N805 - as Great Expectations calls it
        execution_engine: Any,
        metric_domain_kwargs: dict[str, Any],
        metric_value_kwargs: dict[str, Any],
        **_: Any,
    ) -> dict[str, dict[str, Any]]:
        frame, _, _ = execution_engine.get_compute_domain(metric_domain_kwargs, domain_type=MetricDomainTypes.TABLE)
        column, source, ids = (metric_value_kwargs.get(key) for key in _KEYS)
        found: dict[str, dict[str, Any]] = {}
        names = frame[ids] if ids else [None] * len(frame)
        for outlet, value, name in zip(frame[source], frame[column], names, strict=True):
            one = found.setdefault(str(panel.plain(outlet) or ""), {"of": 0, "filled": 0, "ids": []})
            one["of"] += 1
            if panel.filled(value):
                one["filled"] += 1
            elif ids:
                one["ids"].append(str(panel.plain(name)))
        return {outlet: {**one, "ids": sorted(one["ids"])[:_IDS]} for outlet, one in sorted(found.items())}

    @metric_value(engine=SparkDFExecutionEngine)
    def _spark(
        cls,  # noqa: N805
        execution_engine: Any,
        metric_domain_kwargs: dict[str, Any],
        metric_value_kwargs: dict[str, Any],
        **_: Any,
    ) -> dict[str, dict[str, Any]]:
        from pyspark.sql import Window
        from pyspark.sql import functions as F
        from pyspark.sql.types import BooleanType

        frame, _, _ = execution_engine.get_compute_domain(metric_domain_kwargs, domain_type=MetricDomainTypes.TABLE)
        column, source, ids = (metric_value_kwargs.get(key) for key in _KEYS)
        outlet = F.coalesce(frame[source].cast("string"), F.lit("")).alias("outlet")
        fine = F.udf(panel.filled, BooleanType())(frame[column]).alias("fine")
        rows = frame.select(outlet, fine, (frame[ids] if ids else F.lit(None)).cast("string").alias("id"))
        counted = rows.groupBy("outlet").agg(F.count(F.lit(1)).alias("of"), F.sum(F.col("fine").cast("long")))
        found = {one[0]: {"of": one[1], "filled": one[2], "ids": []} for one in counted.collect()}
        if ids:
            first = F.row_number().over(Window.partitionBy("outlet").orderBy("id"))
            empty = rows.where(~F.col("fine")).withColumn("nth", first).where(F.col("nth") <= _IDS)
            for one in empty.orderBy("outlet", "nth").collect():
                found[one["outlet"]]["ids"].append(str(one["id"]))
        return dict(sorted(found.items()))


class ExpectFieldCompletenessBySource(Said, BatchExpectation):
    """Expect a column to say something in most rows of every source.

    Blank strings, stand-ins such as ``N/A`` and empty lists say nothing. A source with fewer rows than ``minimum`` is
    not judged and named under ``not_evaluated``; where no source is judged the expectation fails. ``id_column`` names
    the rows at fault, at most a hundred of a source.
    """

    column: str = pydantic.Field(description="The column of the field.")
    source_column: str = pydantic.Field("source", description="The column that names the source.")
    id_column: str | None = pydantic.Field(None, description="The column that names the article.")
    mostly: float = pydantic.Field(1.0, ge=0, le=1, description="The least share of a source's rows.")
    minimum: int = pydantic.Field(1, ge=1, description="How many rows a source must have to be judged.")
    row_condition: Any = None
    condition_parser: Any = None

    metric_dependencies = (_METRIC,)
    domain_keys: ClassVar[tuple[str, ...]] = ("batch_id", "row_condition", "condition_parser")
    success_keys = ("column", "source_column", "id_column", "mostly", "minimum")
    args_keys = ("column", "source_column", "mostly")
    library_metadata: ClassVar[dict[str, Any]] = {"tags": ["news", "article", "metadata"], "requirements": ["copydesk"]}

    def _validate(self, metrics: dict[str, Any], **_: Any) -> dict[str, Any]:
        found = metrics[_METRIC]
        judged = {name: one for name, one in found.items() if one["of"] >= self.minimum}
        failing = {name: one for name, one in judged.items() if one["filled"] / one["of"] < self.mostly}
        return {
            "success": bool(judged) and not failing,
            "result": {
                "observed_value": min((one["filled"] / one["of"] for one in judged.values()), default=None),
                "details": {
                    "failing": failing,
                    "not_evaluated": {name: one["of"] for name, one in found.items() if name not in judged},
                    "sources": len(found),
                },
            },
        }

    @classmethod
    @renderer(renderer_type=LegacyDiagnosticRendererType.OBSERVED_VALUE)
    def _diagnostic_observed_value_renderer(
        cls, configuration: Any = None, result: Any = None, runtime_configuration: Any = None, **_: Any
    ) -> Any:
        """The sources that fail, the worst first; a page shows what stands here as it is."""
        del configuration, runtime_configuration
        details = (result.result or {}).get("details") or {}
        failing = sorted(details.get("failing", {}).items(), key=lambda one: one[1]["filled"] / one[1]["of"])
        told = [f"{name or 'no source'}: {one['filled']:,} of {one['of']:,}" for name, one in failing[:20]]
        told += [f"and {len(failing) - 20:,} more sources"] if len(failing) > 20 else []
        few = len(details.get("not_evaluated", {}))
        told += [f"not evaluated: {few:,} of {details.get('sources', 0):,} sources"] if few else []
        return sentence("; ".join(told) or "every source holds")[0]

    @classmethod
    def _said(cls, kwargs: dict[str, Any]) -> str:
        share = f"{kwargs.get('mostly', 1):.4%}".replace(".0000", "")
        source = kwargs.get("source_column", "source")
        return f"{kwargs['column']} must say something in at least {share} of the rows of every {source}."
