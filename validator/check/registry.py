"""The rules there are: ours by walking the package, others' by the entry point ``copydesk.rules``."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType

import validator.rules
from validator.errors import ConfigError
from validator.model.about import About
from validator.rules.base import ArticleRule, Rule

ENTRY_POINT = "copydesk.rules"


@cache
def rules() -> tuple[type[Rule], ...]:
    """Every rule class in the order of names. Raises ConfigError where two bear one name or code."""
    found = list(_in_package(validator.rules))
    for plugin in sorted(entry_points(group=ENTRY_POINT), key=lambda one: one.name):
        found += _plugin(plugin.load(), plugin.name)
    names: dict[str, type[Rule]] = {}
    for rule in found:
        for key in (rule.rule_name(), rule.code):
            if key in names:
                raise ConfigError(f"two rules are called {key}: {names[key].__module__} and {rule.__module__}")
            names[key] = rule
    return tuple(sorted(found, key=lambda rule: rule.rule_name()))


@cache
def by_name() -> dict[str, type[Rule]]:
    """Every rule by its name and by its code."""
    return {key: rule for rule in rules() for key in (rule.rule_name(), rule.code)}


@cache
def families() -> tuple[str, ...]:
    """The families that have rules, in order."""
    return tuple(sorted({rule.rule_name().split(".")[0] for rule in rules()}))


def of_many() -> tuple[str, ...]:
    """The rules that look at many articles together."""
    return tuple(rule.rule_name() for rule in rules() if not issubclass(rule, ArticleRule))


def about() -> dict[str, About]:
    """What is told of every rule, by its name."""
    return {rule.rule_name(): _about(rule) for rule in rules()}


def _about(rule: type[Rule]) -> About:
    law, _, reason = inspect.cleandoc(rule.__doc__ or "").partition("\n\n")
    paragraphs = (" ".join(one.split()) for one in reason.split("\n\n"))
    return About(rule.rule_name(), rule.code, rule.severity, " ".join(law.split()), "\n\n".join(paragraphs))


def _in_package(package: ModuleType) -> Iterator[type[Rule]]:
    """The rules of a package with a sub-package per family and a module per rule."""
    for family in pkgutil.iter_modules(package.__path__):
        if family.ispkg:
            folder = importlib.import_module(f"{package.__name__}.{family.name}")
            for module in pkgutil.iter_modules(folder.__path__):
                yield from _in_module(f"{folder.__name__}.{module.name}")


def _in_module(name: str) -> Iterator[type[Rule]]:
    module = sys.modules.get(name) or importlib.import_module(name)
    for thing in vars(module).values():
        if isinstance(thing, type) and issubclass(thing, Rule) and thing.__module__ == name and "code" in vars(thing):
            yield thing


def _plugin(package: object, name: str) -> list[type[Rule]]:
    if not isinstance(package, ModuleType) or not hasattr(package, "__path__"):
        raise ConfigError(f"plugin {name}: the entry point {ENTRY_POINT} must name a package")
    return list(_in_package(package))
