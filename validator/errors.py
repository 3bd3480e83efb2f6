"""The failures that a person can mend, each said in one line."""

from __future__ import annotations


class CopydeskError(Exception):
    """Something outside of copydesk is wrong; the message is all the user needs (exit code 2)."""


class UsageError(CopydeskError):
    """The command line names something that does not exist."""


class ConfigError(CopydeskError):
    """A profile, record map or configuration file does not say what it may say."""


class InputError(CopydeskError):
    """No input could be read at all; a single unreadable record is a finding instead."""


class EngineError(CopydeskError):
    """What a run was given to is not there, or has failed."""


PASSED_ON = (CopydeskError, MemoryError)
"""What is no fault in the reading of one article, and ends the run."""


class Interrupted(KeyboardInterrupt):
    """Somebody stopped the run; ``articles`` had been judged by then."""

    def __init__(self, articles: int) -> None:
        super().__init__()
        self.articles = articles


class MissingExtraError(CopydeskError):
    """Something was asked for that an optional part of copydesk does."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} need more than was installed: pip install 'copydesk[{extra}]'")
