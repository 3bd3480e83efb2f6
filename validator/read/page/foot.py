"""Who signs a page below its text: the line below the last paragraph, in an element that is called a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.model.evidence import SIGNATURE
from validator.model.record import Declared
from validator.read.page.blocks import Block, letters
from validator.read.page.marks import Marked
from validator.regex import regex

_CALLED = regex(
    r"(?:^|[\s_-])(?:firma|fir|autore?|auteur|author|signature?|assinatura|skribent|forfatter|verfasser|szerzo)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMES = 60  # letters of a line that is no more than names


def sightings(marked: list[Marked], blocks: list[Block], paragraphs: list[str]) -> Iterator[tuple[str, Declared]]:
    """The names below the text, as papers in Italy and Spain sign."""
    key = letters(paragraphs[-1]) if paragraphs else ""
    at = next((at for at, block in enumerate(blocks[:-1]) if key and letters(block.text) == key), None)
    if at is None or blocks[at + 1].beside or len(blocks[at + 1].text) > _NAMES:
        return
    signed = blocks[at + 1].text
    called = (one for one, marks in marked if _CALLED.search(marks.get("class", "")))
    if any(" ".join("".join(one.itertext()).split()) == signed for one in called):
        yield SIGNATURE, Declared(signed, SIGNATURE, "html")
