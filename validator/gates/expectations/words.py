"""A sentence on a page of Data Docs."""

from __future__ import annotations

from html import escape
from typing import Any

from great_expectations.render import RenderedStringTemplateContent


def sentence(text: str, runtime_configuration: Any = None) -> list[Any]:
    """The sentence as a block; its letters are letters, even where they look like a tag or a parameter."""
    styling = (runtime_configuration or {}).get("styling") or {}
    template = escape(text, quote=False).replace("$", "$$")
    return [
        RenderedStringTemplateContent(
            content_block_type="string_template",
            string_template={"template": template, "params": {}, "styling": styling},
        )
    ]
