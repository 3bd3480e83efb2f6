"""Language detectors behind one small protocol; each is loaded when it is first asked.

All give BCP 47 primary subtags, the same answer for the same text in every process, and None where they
cannot tell.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from struct import Struct
from threading import Lock
from typing import Any, Protocol

import orjson

from validator.regex import regex

_UNCLEAN = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_RENAMED = {"iw": "he", "nb": "no", "nn": "no", "in": "id", "ji": "yi"}
_LOCK = Lock()
_FIGURE = Struct("<Bd")
_UNKNOWN: list[tuple[str | None, float]] = [(None, 0.0)]


class Detector(Protocol):
    """Tells the main language of a text."""

    def ranked(self, text: str) -> list[tuple[str | None, float]]:
        """The likeliest languages, each with its share of the text or its probability (0 to 1).

        ``(None, 0.0)`` alone where the detector cannot tell.
        """
        ...


class Cld2:
    """Compact Language Detector 2: thousands of articles a second; the figure is the share of the text."""

    def ranked(self, text: str) -> list[tuple[str | None, float]]:
        import pycld2

        try:
            reliable, _, found = pycld2.detect(_UNCLEAN.sub(" ", text))
        except pycld2.error:
            return _UNKNOWN
        named: list[tuple[str | None, float]] = [
            (primary(code), percent / 100) for _, code, percent, _ in found if code != "un"
        ]
        return named if reliable and named else _UNKNOWN


class LangDetect:
    """langdetect with a seed and profiles of its own, warmed up under a lock, fed lower case."""

    def ranked(self, text: str) -> list[tuple[str | None, float]]:
        from langdetect.lang_detect_exception import LangDetectException

        detector = _langdetect_factory().create()
        detector.seed = 0
        detector.append(text.lower())
        try:
            found = detector.get_probabilities()
        except LangDetectException:
            return _UNKNOWN
        return [(primary(one.lang), float(one.prob)) for one in found] or _UNKNOWN


ENGINES: dict[str, type[Detector]] = {"cld2": Cld2, "langdetect": LangDetect}


@cache
def engine(name: str) -> Detector:
    """The detector of a name in ENGINES."""
    return ENGINES[name]()


@cache
def known_to_langdetect() -> frozenset[str]:
    """The languages that langdetect can tell; of others it must not be asked."""
    return frozenset(primary(one) for one in _langdetect_factory().langlist)


def probability(text: str, language: str) -> float | None:
    """How likely a passage is in a language, by py3langid; None for a language that it does not know."""
    ranked = dict(_langid().rank(text))
    return float(ranked[language]) if language in ranked else None


@cache
def _langid() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def load() -> None:
    """What the second opinions stand on, 90 MB: for a process that others are forked from, which then share it.

    Not where no detector was asked for so far: rows without a text need none.
    """
    if engine.cache_info().currsize:
        _langid()
        _langdetect_factory()


def _langdetect_factory() -> Any:
    with _LOCK:
        return _loaded_factory()


@cache
def _loaded_factory() -> Any:
    from langdetect.detector_factory import DetectorFactory

    factory = DetectorFactory()
    named = sorted(files("langdetect").joinpath("profiles").iterdir(), key=lambda one: one.name)
    grams = factory.word_lang_prob_map = Grams()
    for one in named:
        if not one.name.startswith(("_", ".")):
            factory.langlist.append(grams.learn(orjson.loads(one.read_bytes())))
    return factory


class Grams(dict[str, Any]):
    """How likely each n-gram is in each language, as langdetect asks for it: a list with a figure for every language.

    Of the 55 figures 53 are naught: only the others are kept, which takes a tenth of the memory. Of n-grams longer
    than three letters nothing is kept, for langdetect asks for none.
    """

    def __init__(self) -> None:
        self._languages = 0

    def learn(self, profile: Any) -> str:
        """Take in the profile of one language more, and give its name."""
        totals: list[int] = profile["n_words"]
        for gram, count in profile["freq"].items():
            if 1 <= len(gram) <= len(totals):
                self[gram] = self.get(gram, b"") + _FIGURE.pack(self._languages, count / totals[len(gram) - 1])
        self._languages += 1
        return str(profile["name"])

    def __getitem__(self, gram: str) -> list[float]:
        figures = [0.0] * self._languages
        for language, figure in _FIGURE.iter_unpack(super().__getitem__(gram)):
            figures[language] = figure
        return figures


def primary(code: str) -> str:
    """The primary subtag of a detector's code, in today's form."""
    bare = code.lower().split("-")[0]
    return _RENAMED.get(bare, bare)
