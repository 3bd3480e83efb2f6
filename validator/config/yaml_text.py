"""A YAML file as plain data, every mistake in it told with its line and its key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOUNS = {"timestamp": "date", "int": "number", "float": "number", "bool": "truth value"}
_SHOWN = 40  # letters of a value


def parsed(text: str) -> Any:
    """What a YAML text holds. Raises ValueError, which says where and what is wrong."""
    loader = _LOADER(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        for part, path in _within(node, "", set()):
            if isinstance(part, yaml.MappingNode):
                _each_key_once(part, path)
            elif isinstance(part, yaml.ScalarNode):
                _read(loader, part, path)
        return loader.construct_document(node)
    except (yaml.YAMLError, RecursionError) as error:
        message = f"not valid YAML: {' '.join(str(error).split())}"
        raise ValueError(message) from error
    finally:
        loader.dispose()


def _within(node: yaml.Node, path: str, seen: set[int]) -> Iterator[tuple[yaml.Node, str]]:
    """A node and all below it, each once and with the keys that lead to it."""
    if id(node) in seen:
        return
    seen.add(id(node))
    yield node, path
    if isinstance(node, yaml.MappingNode):
        inner = [(str(key.value), value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        inner = [(str(at), value) for at, value in enumerate(node.value)]
    else:
        return
    for name, value in inner:
        yield from _within(value, f"{path}.{name}" if path else name, seen)


def _each_key_once(node: yaml.MappingNode, path: str) -> None:
    """The last of two would win, and nobody would know."""
    seen: set[str] = set()
    for key, _ in node.value:
        if isinstance(key, yaml.ScalarNode):
            if key.value in seen:
                message = f"{_place(key, f'{path}.{key.value}' if path else key.value)}: stands twice"
                raise ValueError(message)
            seen.add(key.value)


def _read(loader: Any, node: yaml.ScalarNode, path: str) -> None:
    """PyYAML takes 2025-02-30 for a date by its form, and then lets Python's own errors through."""
    try:
        loader.construct_object(node)
    except yaml.YAMLError:
        raise
    except (ValueError, KeyError, AttributeError) as error:
        kind = node.tag.rpartition(":")[2]
        message = (
            f"{_place(node, path)}: '{node.value[:_SHOWN]}' is no {_NOUNS.get(kind, kind)} (a text stands in quotes)"
        )
        raise ValueError(message) from error


def _place(node: yaml.Node, path: str) -> str:
    return f"line {node.start_mark.line + 1}: {path}"
