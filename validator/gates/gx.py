"""Great Expectations, as the judge of shares: it sees a small frame, one row a source and one column a gate.

The only file of the run that imports it, and only when there is a gate to judge.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape, unescape
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from validator.config.gates import Gate
from validator.errors import MissingExtraError, UsageError

SCOPE = "scope"
_SEVERITIES = {"error": "critical", "warning": "warning", "info": "info"}
_SITE = "copydesk"


class Column(Struct, frozen=True):
    """A gate, what is held against it in every scope (None where nothing is), and what a page says of it."""

    gate: Gate
    held: Mapping[str, float | None]
    told: str = ""


class Answer(Struct, frozen=True):
    """The scopes that a gate fails in, or why it could not be judged."""

    failing: frozenset[str] = field(default_factory=frozenset)
    error: str = ""


def validate(
    name: str, columns: Sequence[Column], aside: Sequence[Column] = (), data_docs: str | None = None
) -> dict[str, Answer]:
    """Gate -> answer. Whatever Great Expectations raises becomes the answer of the gates that it concerns.

    ``aside`` are the gates that could not be measured: a page shows them, never as held.
    """
    if data_docs is not None:
        _insist_on_folder(data_docs)
    if not columns and (data_docs is None or not aside):
        return {}
    with _quiet() as gx:
        try:
            results = _run(gx, name, columns, aside, data_docs)
        except Exception as error:  # noqa: BLE001 - a gate that could not be judged is a state of its own
            return {one.gate.title: Answer(error=_said(error)) for one in columns}
    found = {one.expectation_config.kwargs["column"]: one for one in results}
    return {title: _answer(found.get(title)) for title in (one.gate.title for one in columns)}


def suite(name: str, gates: Sequence[Gate], meta: Mapping[str, Any]) -> dict[str, Any]:
    """The compiled suite as JSON, with ``meta`` about the frame that it is for."""
    with _quiet() as gx:
        made = gx.ExpectationSuite(
            name=name,
            expectations=[_expectation(Column(gate, {})) for gate in gates],
            meta={"copydesk": dict(meta)},
        )
        exported: dict[str, Any] = made.to_json_dict()
    exported.pop("id", None)
    return exported


def _run(gx: Any, name: str, columns: Sequence[Column], aside: Sequence[Column], data_docs: str | None) -> Any:
    context = gx.get_context(mode="ephemeral", project_config=_project(data_docs))
    batch = context.data_sources.add_pandas("copydesk").add_dataframe_asset("shares")
    left = aside if data_docs is not None else ()
    expectations = [*map(_expectation, columns), *map(_unheld, left)]
    made = gx.ExpectationSuite(name=name, expectations=expectations)
    whole = gx.ValidationDefinition(
        name=name, data=batch.add_batch_definition_whole_dataframe("all"), suite=context.suites.add_or_update(made)
    )
    checkpoint = gx.Checkpoint(
        name=name,
        validation_definitions=[context.validation_definitions.add_or_update(whole)],
        actions=[gx.checkpoint.UpdateDataDocsAction(name="site", site_names=[_SITE])] if data_docs is not None else [],
        result_format={"result_format": "COMPLETE", "unexpected_index_column_names": [SCOPE]},
    )
    outcome = context.checkpoints.add_or_update(checkpoint).run(
        batch_parameters={"dataframe": _frame([*columns, *left])}, run_id=gx.RunIdentifier(run_name=name)
    )
    (result,) = outcome.run_results.values()
    return result.results


def _frame(columns: Sequence[Column]) -> Any:
    import pandas as pd

    scopes = list(dict.fromkeys(scope for one in columns for scope in one.held)) or [""]
    shares = {one.gate.title: [one.held.get(scope) for scope in scopes] for one in columns}
    # Data Docs put cells and descriptions into their pages as they are: an outlet's name must not become a tag.
    filled = {title: pd.Series(values, dtype="float64") for title, values in shares.items()}
    return pd.DataFrame({SCOPE: [*map(escape, scopes)], **filled})


def _expectation(one: Column) -> Any:
    from great_expectations import expectations as gxe

    least, most = one.gate.limits
    return gxe.ExpectColumnValuesToBeBetween(
        column=one.gate.title,
        min_value=least,
        max_value=most,
        severity=_SEVERITIES[one.gate.severity],
        description=escape(one.told) or None,
        meta={"copydesk": one.gate.model_dump(mode="json", exclude_defaults=True)},
    )


def _unheld(one: Column) -> Any:
    """What stands on a page for a gate that could not be measured; its column is empty, so that it cannot hold."""
    from great_expectations import expectations as gxe

    return gxe.ExpectColumnValuesToNotBeNull(column=one.gate.title, description=escape(one.told) or None)


def _answer(found: Any) -> Answer:
    if found is None:
        return Answer(error="great_expectations gave no answer")
    raised = found.exception_info or {}
    errors = [raised] if "raised_exception" in raised else list(raised.values())
    for error in errors:
        if error.get("raised_exception"):
            return Answer(error=f"great_expectations raised: {error.get('exception_message')}")
    failing = frozenset(unescape(row[SCOPE]) for row in found.result.get("unexpected_index_list") or ())
    return Answer(failing) if failing or found.success else Answer(error="great_expectations named no failing scope")


def _project(data_docs: str | None) -> Any:
    """Stores in memory, or in the folder of a site, so that it grows; no analytics, no progress bars."""
    from great_expectations.data_context.types.base import (
        DataContextConfig,
        FilesystemStoreBackendDefaults,
        InMemoryStoreBackendDefaults,
        ProgressBarsConfig,
    )

    if data_docs is None:
        stores = InMemoryStoreBackendDefaults(init_temp_docs_sites=False)
    else:
        folder = Path(data_docs).resolve()
        stores = FilesystemStoreBackendDefaults(root_directory=str(folder / ".gx"))
        stores.data_docs_sites = {
            _SITE: {
                "class_name": "SiteBuilder",
                "show_how_to_buttons": False,
                "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder)},
                "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
            }
        }
    return DataContextConfig(
        store_backend_defaults=stores,
        analytics_enabled=False,
        progress_bars=ProgressBarsConfig(globally=False, metric_calculations=False),
    )


def _insist_on_folder(path: str) -> None:
    try:
        os.makedirs(path, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error


@contextmanager
def _quiet() -> Iterator[Any]:
    """The library, without analytics and without its warnings."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import great_expectations
        except ModuleNotFoundError as error:
            raise MissingExtraError("gates", "gates") from error
        except SystemExit as error:  # which would pass for gates that hold
            raise UsageError("pyspark ends a process that was started without a file: no gate was judged") from error
        yield great_expectations


def _said(error: Exception) -> str:
    return f"great_expectations raised: {' '.join(str(error).split())[:200] or type(error).__name__}"
