"""Which encoding a text is in that is not UTF-8: the one in which its letters are those of one language.

Detectors that count what is common take a Frenchman's è for a č, as both are letters, and short Japanese for Korean.
"""

from __future__ import annotations

import codecs
from collections import Counter

from validator.regex import regex

_WESTERN = (
    "àáâäçèéêëíïñóôöúü",  # names from everywhere in English
    "àâæçéèêëîïôœùûüÿ",  # fr
    "áéíñóúü¿¡ºªàç",  # es
    "àçéèíïóòúü",  # ca
    "áâãàçéêíóôõúüºª",  # pt
    "àèéìíîòóùú",  # it
    "äöüßé",  # de
    "áéèëêïíóöúüàç",  # nl
    "åäöéàü",  # sv, fi
    "æøåéóàüäö",  # da, no
    "áðéíóúýþæö",  # is
    "äõöüšž",  # et
)
_CENTRAL = (
    "ąćęłńóśźż",  # pl
    "áčďéěíňóřšťúůýž",  # cs
    "áäčďéíĺľňóôŕšťúýž",  # sk
    "áéíóöőúüű",  # hu
    "čćđšž",  # hr, sl
    "ăâîşţ",  # ro
    "äöüß",  # de
)
# In the order in which they are believed where several would do.
_ENCODINGS = {
    "cp1252": _WESTERN,
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp1254": ("çğıöşüâîû",),  # tr
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž"),  # lt, lv, et
    "iso8859_15": _WESTERN,
    "mac_roman": _WESTERN,
    "cp850": _WESTERN,
    "cp852": _CENTRAL,
}
_CYRILLIC = ("cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic")
_OFTEN = frozenset("оеаинтсрвлі")  # half of what is written in Cyrillic letters, and small
_JAPANESE = ("cp932", "euc_jp")
_KANA = range(0x3041, 0x3097)
_SIGNS = frozenset("\xa0«»„“”‚‘’‹›–—…·•°§€£©®™½¼¾×²³´`−")  # of every language
_WITHIN = frozenset("’‘·–—\xad")  # of these, what stands between two letters too
_LOW = frozenset("„‚")  # what opens a quotation only
_BEYOND = regex(r"(?<=([^\W\d_]))?([^\x00-\x7f])(?=([^\W\d_]))?")
_ENOUGH = 0.97  # of the signs beyond ASCII, in Latin letters
_HALF, _FIFTH = 0.45, 0.2  # of them, those that are frequent in Cyrillic, and kana in Japanese


def encoding_of(raw: bytes) -> str:
    """The encoding in which the signs beyond ASCII are those of a language that is known here; empty for none."""
    for share_of, encodings, enough in (
        (_latin, _ENCODINGS, _ENOUGH),
        (_cyrillic, _CYRILLIC, _HALF),
        (_japanese, _JAPANESE, _FIFTH),
    ):
        shares = {encoding: share_of(raw, encoding) for encoding in encodings}
        best = max(shares, key=shares.__getitem__)  # the first of several
        if shares[best] >= enough:
            return best
    return ""


def _cyrillic(raw: bytes, encoding: str) -> float:
    """The share of the signs that are small letters frequent in Cyrillic: other encodings make rare or large ones."""
    signs = [sign for sign in raw.decode(encoding, "replace") if not sign.isascii()]
    return sum(sign in _OFTEN for sign in signs) / len(signs)


def _japanese(raw: bytes, encoding: str) -> float:
    """The share of the signs that are hiragana; a text that is cut may end within a sign."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(raw)
    except UnicodeDecodeError:
        return 0.0
    signs = [sign for sign in text if not sign.isascii()]
    return sum(ord(sign) in _KANA for sign in signs) / max(len(signs), 1)


def _latin(raw: bytes, encoding: str) -> float:
    return _share(raw.decode(encoding, "replace"), _ENCODINGS[encoding])


def _share(text: str, alphabets: tuple[str, ...]) -> float:
    """The largest share of the signs beyond ASCII that one of the alphabets has."""
    letters: Counter[str] = Counter()
    signs = total = 0
    for before, sign, behind in _BEYOND.findall(text):
        total += 1
        if sign in _SIGNS:
            signs += sign in _WITHIN or not before or not (behind or sign in _LOW)
        elif not (before.islower() and sign.isupper()):  # a capital within a word is none
            letters[sign.lower()[0]] += 1
    known = (sum(count for sign, count in letters.items() if sign in alphabet) for alphabet in alphabets)
    return (max(known) + signs) / total if total else 0.0
