"""What a rule is: a law, an example of its keeping and of its breaking, and one question to an article."""

import traceback
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, ClassVar, get_origin, get_type_hints

from msgspec import Struct, field
from pydantic import BaseModel, ConfigDict, create_model
from pydantic.fields import FieldInfo

from validator.lexicons.fold import fold
from validator.model.article import Article
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.model.place import Location

UNREADABLE: tuple[str, ...] = ("schema.unreadable",)
CRASHED, CRASHED_CODE = "internal.rule_crashed", "INT001"
SHOWN_ARTICLES = 100  # of a corpus finding
NO_ARTICLE = ("schema.unreadable", "text.empty", "page.captcha", "page.js_required", "page.error")
NO_RECORD = tuple(one for one in NO_ARTICLE if one != "text.empty")  # of a page; a record goes without a text


class Example(Struct, frozen=True):
    """A record and what the rule, with ``options``, must quote of it; ``fires`` is False where all is in order."""

    record: Mapping[str, Any]
    quotes: tuple[str, ...] = ()
    fires: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)


def good(record: str | Mapping[str, Any], **options: Any) -> Example:
    """A record that the rule must pass over in silence; a string is its text."""
    return Example({"text": record} if isinstance(record, str) else record, options=options)


def bad(record: str | Mapping[str, Any], at: Iterable[str] = (), **options: Any) -> Example:
    """A record that the rule must find fault with, quoting exactly ``at``, in order."""
    return Example({"text": record} if isinstance(record, str) else record, tuple(at), fires=True, options=options)


class Rule:
    """A rule. What its class annotates is its options; ``field`` is the field that a missing-value rule speaks for.

    Options are written as pydantic's fields. Their model is made where one is given or told: a run that leaves all
    rules as they are, as most do, would spend a sixth of its start on models.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity]
    examples: ClassVar[tuple[Example, ...]]
    field: ClassVar[str | None] = None
    silenced_by: ClassVar[tuple[str, ...]] = ()
    fixable: ClassVar[bool] = False
    declared: ClassVar[Mapping[str, FieldInfo]] = {}

    def __init_subclass__(cls) -> None:
        """An option that is not given has its default."""
        super().__init_subclass__()
        own = {name: value for name, value in vars(cls).items() if isinstance(value, FieldInfo)}
        cls.declared = {**cls.declared, **own}
        for name, option in own.items():
            setattr(cls, name, option.get_default(call_default_factory=True))

    def __init__(self, **options: Any) -> None:
        """A rule with these options. Raises pydantic.ValidationError where one is unknown or out of its bounds."""
        if options:
            vars(self).update(self.options().model_validate(options))

    def __setattr__(self, name: str, value: object) -> None:
        """No rule carries anything from one article to the next."""
        raise AttributeError(f"{self.rule_name()}: a rule cannot be changed")

    @classmethod
    def rule_name(cls) -> str:
        """``family.fault``, from the module's path."""
        return _name(cls.__module__)

    @classmethod
    def options(cls) -> type[BaseModel]:
        """The model of its options."""
        hints = get_type_hints(cls, include_extras=True)
        fields: dict[str, Any] = {
            name: (hint, cls.declared.get(name, getattr(cls, name, ...)))
            for name, hint in hints.items()
            if ClassVar not in (hint, get_origin(hint))
        }
        return create_model(cls.__name__, __config__=ConfigDict(frozen=True, extra="forbid"), **fields)


class ArticleRule(Rule):
    """A rule asked of every article.

    ``silenced_by`` names the rules (or families, ``page.*``) after whose finding this one is not asked. A
    rule that looks at the record's own fields is asked without a text as well (``DeclaredRule``), or silenced by
    nothing that stands in the text's place.

    ``triggers`` are what a text must hold, one of them at least, for the rule to find anything in it:
    characters beyond printable ASCII, or sections of the lexicons (``rules.told.SECTIONS``, and those that
    lines of furniture are of). Where none is there, the rule is not run: it passes, or, where ``unable``
    gives a reason, it is skipped. A rule that is asked of records without a text is ``formal`` where one
    ordinary id, title, address, time or name is to it as good as another (``kinds.ordinary``).
    """

    triggers: ClassVar[frozenset[str]] = frozenset()
    formal: ClassVar[bool] = False
    silenced_by: ClassVar[tuple[str, ...]] = NO_ARTICLE

    def unable(self, article: Article) -> str:  # noqa: ARG002 - what others read
        """Why a rule with triggers cannot judge the article; empty where it can."""
        return ""

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        """Every fault of this kind in the article, or one Skip where it cannot be judged."""
        raise NotImplementedError

    def finding(  # noqa: PLR0913 - a finding has this many sides, and every one is named at the call
        self,
        message: str,
        article: Article,
        evidence: Iterable[Evidence | None] = (),
        *,
        severity: Severity | None = None,
        subject: str | None = None,
        suggestion: str | None = None,
    ) -> Finding:
        """A finding of this rule; its place is that of the first evidence in the text."""
        seen = tuple(one for one in evidence if one is not None)
        span = next((one.span for one in seen if one.span is not None), None)
        return Finding(
            self.rule_name(),
            self.code,
            severity or self.severity,
            message,
            article.location,
            article.id,
            self.field,
            span,
            seen,
            fold(" | ".join(one.quote for one in seen)) if subject is None else subject,
            suggestion,
            self.fixable,
            article.text_of_line(span.line) if span else "",
        )


class DeclaredRule(ArticleRule):
    """A rule of what a record declares, asked without a text as well; any ordinary value is as good as another."""

    formal = True
    silenced_by = NO_RECORD


@cache
def _name(module: str) -> str:
    return ".".join(module.split(".")[-2:])


def crashed(name: str, location: Location, article_id: str) -> Finding:
    """The finding that stands for an exception of a rule, with its traceback; called while it is handled."""
    trace = traceback.format_exc(limit=-3)
    message = f"{name} raised {trace.strip().splitlines()[-1]}"
    return Finding(CRASHED, CRASHED_CODE, Severity.ERROR, message, location, article_id, subject=name, suggestion=trace)
