"""The language of a body, judged on a sample of its prose, and of passages that are in another one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from validator.lexicons import own_words
from validator.lexicons.fold import fold
from validator.lexicons.lexicon import built
from validator.model.article import Language, Line, Passage
from validator.model.evidence import Evidence
from validator.normalise import detectors
from validator.regex import regex

SAMPLE = 1000  # characters; more changed no answer on 258 real articles
LEAST = 80  # letters below which no detector is asked
FOREIGN = 0.03  # a passage less likely than this to be in the main language is in another
_PLENTY, _SURE = 200, 0.99  # letters, and probability, from which langdetect may decide where the fast one cannot
_ALONE = 0.9  # the share from which a language has the text for itself
_WIDE = ("\u3040", "\ud7af")  # the first and last letter of the scripts whose letters are syllables or words
_SYLLABIC = ("ja", "ko")
_SYLLABLE, _HAN = regex("[\u3041-\u30fa\uac00-\ud7a3]"), regex("[\u3400-\u9fff]")
_STEPPED = ("bs", "hr", "sr")
# The same words in Serbian's usual pronunciation and in that of its neighbours; none is another word with them.
_EKAVIAN = frozenset(
    "posle mesto mesta mestu vreme deca dece deci čovek čoveka gde ovde negde uvek reč reči rečima "
    "dve nedelja nedelje nedelju cena cene cenu cenama pesma pesme pesnik pesnika mleko mleka sneg snega reka reke "
    "lepo videti videli hteli hteo vesti celo bezbednost bezbednosti obaveštenje ponedeljak "
    "ponedeljka promene promena rešenje rešenja predsednik predsednika predsednica sednica sednici svetski svetska "
    "odeljenje savet saveta razumeti poverenje dodeliti nasleđe".split()
)
_IJEKAVIAN = frozenset(
    "poslije mjesto mjesta mjestu vrijeme djeca djece djeci čovjek čovjeka gdje ovdje negdje uvijek riječ riječi dvije "
    "nedjelja nedjelje nedjelju cijena cijene cijenu pjesma pjesme pjesnik mlijeko snijeg dio rijeka rijeke lijepo "
    "vidjeti vidjeli htjeli htio vijest vijesti primjer primjera cijelo promjene promjena rješenje rješenja prije "
    "predsjednik predsjednika sjednica sjednici svjetski svjetska odjel odjeljenje savjet povjerenje nasljeđe".split()
)
_TOLD = 2  # words that show which of the two a text is written in
_ALIASES = {"jp": "ja", "ua": "uk", "gr": "el", "cz": "cs", "dk": "da", "cn": "zh", "kr": "ko", "se": "sv"}


def judge(text: str, declared: str | None, evidence: tuple[Evidence, ...], engine: str) -> Language:
    """The language of a body; a text too short is not judged.

    Where the record declares another language than the fast detector finds, langdetect gives a second
    opinion; without its agreement the language stays unknown.
    """
    sample = text[:SAMPLE]
    said = tag(declared) if declared else None
    ranked = detectors.engine(engine).ranked(sample) if has_letters(sample, LEAST) else []
    value, confidence = ranked[0] if ranked else (None, 0.0)
    if value is None and ranked and engine != "langdetect" and has_letters(sample, _PLENTY):
        value, confidence = detectors.engine("langdetect").ranked(sample)[0]
        value = value if confidence >= _SURE else None
    value = _told_apart(sample, value)
    if value is None or said is None or value == said:
        return Language(value, confidence, declared, value or said, evidence)
    if engine != "langdetect" and not _seconded(sample, value):
        return Language(None, 0.0, declared, said, evidence)
    # Where the declared language is there too, the other one is a guest in the text.
    guest = confidence < _ALONE and said in {one for one, _ in ranked}
    return Language(value, confidence, declared, said if guest else value, evidence)


def _told_apart(text: str, value: str | None) -> str | None:
    """The language where the detector takes its neighbour for it: Serbian in Latin letters, Chinese without a syllable.

    No text of some length is Korean without Hangul or Japanese without kana.
    """
    if value in _SYLLABIC:
        return "zh" if not _SYLLABLE.search(text) and _HAN.search(text) else value
    if value not in _STEPPED:
        return value
    words = [word.strip('.,:;!?()"„“”»«').lower() for word in text.split()]
    ours, theirs = (sum(word in held for word in words) for held in (_EKAVIAN, _IJEKAVIAN))
    return "sr" if ours >= _TOLD and ours > _TOLD * theirs else value


def _seconded(text: str, value: str) -> bool:
    if value not in detectors.known_to_langdetect():
        return True
    return detectors.engine("langdetect").ranked(text)[0][0] == value


def passages(lines: Iterable[Line], main: str | None) -> Iterator[Passage]:
    """The lines of at least LEAST letters that are hardly in the main language.

    The fast detector points at a line, and the probability of the main language decides; neither is asked of a
    line that the main language's own function words stand in.
    """
    if main is None:
        return
    fast = detectors.Cld2()
    for line in lines:
        if own_words.spoken(line.text, main) or not has_letters(line.text, LEAST):
            continue
        found, _ = fast.ranked(line.text)[0]
        if found is None or found == main:
            continue
        likely = detectors.probability(line.text, main)
        if likely is not None and likely <= FOREIGN:
            yield Passage(line, found, likely)


def has_letters(text: str, least: int) -> bool:
    """Whether a text has that many letters, an ideograph or a syllable counted as 2.5."""
    if sum(map(str.isalpha, text[: 2 * least])) >= least:
        return True
    counted = 0.0
    for one in text:
        if one.isalpha():
            counted += 2.5 if _WIDE[0] <= one <= _WIDE[1] else 1.0
            if counted >= least:
                return True
    return False


@lru_cache(maxsize=1024)
def tag(value: str) -> str | None:
    """The primary subtag of a declared language, misnomers mended (``jp``, ``castellano``); None for no language."""
    named = built("languages").get(fold(value))
    if named is not None:
        return str(named)
    bare = re.split(r"[-_]", value.strip().lower())[0]
    return _ALIASES.get(bare, detectors.primary(bare)) if 2 <= len(bare) <= 3 and bare.isalpha() else None
