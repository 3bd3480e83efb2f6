"""A sentence on a page of Data Docs."""

from __future__ import annotations

from html import escape
from typing import Any

from great_expectations.render import RenderedStringTemplateContent
from great_expectations.render.components import LegacyRendererType
from great_expectations.render.renderer.renderer import renderer


class Said:
    """An expectation that tells in one sentence what it asks, on a page of Data Docs too; ``_said`` makes it."""

    @classmethod
    def _said(cls, kwargs: dict[str, Any]) -> str:
        raise NotImplementedError

    @classmethod
    def _prescriptive_template(cls, renderer_configuration: Any) -> Any:
        renderer_configuration.template_str = cls._said(renderer_configuration.kwargs)
        return renderer_configuration

    @classmethod
    @renderer(renderer_type=LegacyRendererType.PRESCRIPTIVE)
    def _prescriptive_renderer(
        cls, configuration: Any = None, result: Any = None, runtime_configuration: Any = None, **_: Any
    ) -> list[Any]:
        configuration = configuration or result.expectation_config
        return sentence(configuration.description or cls._said(configuration.kwargs), runtime_configuration)


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
