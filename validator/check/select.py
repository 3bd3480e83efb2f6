"""Which rules a profile asks, with which options and severities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from msgspec import Struct
from pydantic import ValidationError

from validator.check import registry
from validator.config.load import did_you_mean
from validator.config.models import Profile
from validator.errors import ConfigError, UsageError
from validator.model.finding import Severity
from validator.rules.base import Rule

_COVERED = 0.9  # of a source's articles have a required field


class Chosen(Struct, frozen=True, dict=True):
    """A rule ready to be asked.

    ``severity`` overrides the rule's own; after a finding of one of the ``silencers`` the rule is not
    asked; ``reported`` is False for a rule that was not chosen and merely silences others.
    """

    rule: Rule
    severity: Severity | None = None
    silencers: frozenset[str] = frozenset()
    reported: bool = True

    @cached_property
    def name(self) -> str:
        return self.rule.rule_name()


def choose(
    profile: Profile, select: Sequence[str] = (), ignore: Sequence[str] = (), known: Sequence[str] = ()
) -> tuple[Chosen, ...]:
    """The rules that a profile and the command line choose, silencers before those they silence.

    ``select`` of the command line replaces the profile's, ``ignore`` adds to it; ``known`` are the names
    that the record map knows. Raises UsageError for an unknown rule on the command line, ConfigError
    for one in the profile.
    """
    names = matching(select, UsageError) if select else written(profile, "rules.select", profile.rules.select)
    names -= written(profile, "rules.ignore", profile.rules.ignore) | matching(ignore, UsageError)
    severities = _severities(profile)
    off = _not_wanted(profile, severities)
    names -= off - matching([one for one in select if one != "all"], UsageError)
    silencers = {name: _silencers(name) for name in names}
    mute = frozenset().union(*silencers.values()) - names
    silencers |= {name: _silencers(name) & (names | mute) for name in mute}
    options = _options(profile, known)
    chosen = [
        Chosen(_built(name, options), severities.get(name), silencers[name], reported=name in names)
        for name in sorted(names | mute)
    ]
    return _ordered(chosen)


def written(profile: Profile, key: str, words: Iterable[str]) -> set[str]:
    """The names of the rules that a profile's key names. Raises ConfigError, which says where."""
    return matching(words, ConfigError, f"profile {profile.name}: {key}: ")


def matching(words: Iterable[str], error: type[UsageError | ConfigError], where: str = "") -> set[str]:
    """The names of the rules that names, codes, families or ``all`` stand for; ``where`` they are written."""
    found: set[str] = set()
    for word in words:
        if word == "all":
            found |= {rule.rule_name() for rule in registry.rules()}
        elif word in registry.by_name():
            found.add(registry.by_name()[word].rule_name())
        elif word.removesuffix(".*") in registry.families():
            prefix = word.removesuffix(".*") + "."
            found |= {rule.rule_name() for rule in registry.rules() if rule.rule_name().startswith(prefix)}
        else:
            known = [*registry.by_name(), *registry.families()]
            raise error(f"{where}unknown rule '{word}'{did_you_mean(word, known)}")
    return found


def _severities(profile: Profile) -> dict[str, Severity]:
    """Families first, then single rules, so that the narrower entry wins."""
    found: dict[str, Severity] = {}
    for word in sorted(profile.severity, key=lambda word: word in registry.by_name()):
        found |= dict.fromkeys(written(profile, "severity", [word]), Severity(profile.severity[word]))
    return found


def _not_wanted(profile: Profile, severities: dict[str, Severity]) -> set[str]:
    """Rules about a missing field that the profile calls optional; a recommended one warns."""
    off: set[str] = set()
    for rule in registry.rules():
        field, name = rule.field, rule.rule_name()
        if field is None or rule.severity is not Severity.ERROR or not name.endswith(("missing", "_missing")):
            continue
        if field in profile.fields.recommended:
            severities.setdefault(name, Severity.WARNING)
        elif field not in profile.fields.required:
            off.add(name)
    return off


def _options(profile: Profile, known: Sequence[str]) -> dict[str, dict[str, object]]:
    """The options of the profile's own section, over those that follow from its other sections."""
    covered: dict[str, float] = dict.fromkeys(profile.fields.required, _COVERED)
    covered.update({str(name): share for name, share in profile.coverage.items()})
    found: dict[str, dict[str, object]] = {
        "schema.missing_required": {"fields": profile.fields.required},
        "schema.missing_recommended": {"fields": profile.fields.recommended},
        "corpus.field_coverage": {"shares": covered},
        "language.unexpected": {"languages": profile.languages},
        "source.host_mismatch": {"hosts": {one.name: one.hosts for one in profile.sources if one.hosts}},
        "date.before_outlet": {"founded": {one.name: one.founded for one in profile.sources if one.founded}},
    }
    if known:
        found["schema.unknown_field"] = {"known": tuple(known)}
    for word, options in profile.options.items():
        for name in written(profile, "options", [word]):
            found[name] = {**found.get(name, {}), **options}
    return found


def _built(name: str, options: dict[str, dict[str, object]]) -> Rule:
    rule = registry.by_name()[name]
    try:
        return rule(**options.get(name, {}))
    except ValidationError as error:
        first = error.errors()[0]
        option = ".".join(str(part) for part in first["loc"])
        hint = did_you_mean(option, rule.options().model_fields) if first["type"] == "extra_forbidden" else ""
        message = (
            "unknown option" if first["type"] == "extra_forbidden" else first["msg"][:1].lower() + first["msg"][1:]
        )
        raise ConfigError(f"{name}: {option}: {message}{hint}") from error


def _silencers(name: str) -> frozenset[str]:
    """The rules after whose finding a rule is not asked; patterns for rules that there are not count for nothing."""
    patterns = registry.by_name()[name].silenced_by
    known = [one for one in patterns if one in registry.by_name() or one.removesuffix(".*") in registry.families()]
    return frozenset(matching(known, ConfigError) - {name})


def _ordered(chosen: list[Chosen]) -> tuple[Chosen, ...]:
    """Every rule after those that may silence it. Raises ConfigError where rules silence in a circle."""
    try:
        order = list(TopologicalSorter({one.name: sorted(one.silencers) for one in chosen}).static_order())
    except CycleError as error:
        raise ConfigError(f"rules silence one another in a circle: {', '.join(error.args[1])}") from error
    by_name = {one.name: one for one in chosen}
    return tuple(by_name[name] for name in order)
