"""Where a credit stands in a line, what parts its names, and where it ends."""

from __future__ import annotations

from validator.regex import regex

Span = tuple[int, int, int]  # where the value begins and ends, and where all of the credit begins
SLASH = regex(r"\s*(?:/|／|\||via|\s[–—-]\s|,|，|、|·|•)\s*")
CAPTIONED = 300  # letters of a caption
LONGEST = 120  # letters of a credit
YEAR_LAST = regex(r"\b(?:19|20)\d{2}$|,\s?(?:19|20)\d{2}[.;]\s")  # of a value, or of the name in a notice
# In a site's notice of rights: its year before links, its number in a register.
NOTICE = regex(r"(?:19|20)\d{2}\s*[|·•]|\d{8}")


def end_of_value(text: str, start: int, *, opened: bool) -> int:
    """A credit ends at its bracket, or with the line."""
    end = len(text)
    if opened:
        for mark in ")]）］":
            at = text.find(mark, start)
            if at >= 0:
                end = min(end, at)
    while end > start and text[end - 1] in " .;,|\u3000":
        end -= 1
    return end
