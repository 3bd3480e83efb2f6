"""``copydesk schema``: the JSON Schema of what goes in and comes out."""

from __future__ import annotations

import json
from typing import Any

import click

from validator.cli.main import OK
from validator.config.models import Profile, RecordMap, Source
from validator.report import shapes

_MODELS: dict[str, Any] = {
    "profile": Profile,
    "record": RecordMap,
    "source": Source,
    "finding": shapes.FindingShape,
    "report": shapes.ReportShape,
    "article": shapes.ArticleShape,
}


@click.command("schema", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("name", type=click.Choice(sorted(_MODELS)))
def command(name: str) -> int:
    """Print the JSON Schema of NAME."""
    schema = _MODELS[name].model_json_schema(by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
    return OK
