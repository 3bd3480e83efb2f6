"""Records mended as ``copydesk fix`` mends them, and what must hold for each."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any

from validator.check.judge import Judge
from validator.config.load import profile
from validator.engines.desk import Question
from validator.model.place import Location
from validator.repair.draft import Draft
from validator.repair.letters import Mojibake
from validator.repair.mend import Mended, Mender
from validator.repair.registry import mendable, repairs
from validator.rules.encoding import html_tags

PROFILE = profile("news-drop")
QUESTION = Question(PROFILE, corpus=False)
JUDGE = Judge(QUESTION.chosen)
PLACE = Location("drop.jsonl", 1, 1)
MOJIBAKE = Mojibake()


def mender(*unsafe: str) -> Mender:
    names = mendable(QUESTION.rules, unsafe)
    return Mender(Judge(Question(PROFILE, names, corpus=False).chosen), JUDGE, QUESTION.article, repairs())


SAFE = mender()


def drafted(record: Mapping[str, Any]) -> Draft:
    return Draft(dict(record), PLACE, QUESTION.names, lambda _path, _value: True)


def mend(record: Mapping[str, Any], by: Mender = SAFE) -> Mended:
    return by.mend(drafted(record))


def judged(draft: Draft) -> Counter[str]:
    """Rule -> findings, of all rules of the profile."""
    return Counter(one.rule for one in JUDGE.judge(QUESTION.article(draft.record())).findings)


def hold(record: Mapping[str, Any], by: Mender = SAFE) -> Mended:
    """Mend a record, and see that nothing new is found, what was fixed is gone, and nothing is left to mend."""
    before = drafted(record)
    found = by.mend(before)
    if found.changes:
        then, now = judged(before), judged(found.draft)
        assert {rule: count for rule, count in now.items() if count > then[rule]} == {}
        assert {rule: now[rule] for rule, count in found.fixed.items() if now[rule] > then[rule] - count} == {}
        again = by.mend(found.draft)
        assert again.changes == ()
        assert again.left == found.left
    else:
        assert found.draft is before
    return found


def lost(record: Mapping[str, Any], found: Mended) -> list[str]:
    """The lines of the article proper of which a letter is gone; what a title repeated is none."""
    if not found.changes:
        return []
    repeated = {one.before.strip() for one in found.changes if one.rule == "title.duplicated"}
    kept = _letters(str(found.draft.value(found.draft.text) or ""))
    leaked = [one.before for one in found.changes if one.rule == "text.metadata_leak" and one.before]
    suffixes = [one.before for one in found.changes if one.rule == "title.site_suffix" and one.before]
    gone = []
    article = QUESTION.article(drafted(record).record())
    decoded = any(one.rule == "encoding.mojibake" for one in found.changes)
    meanings = list(MOJIBAKE.places(article.text, article, field=False)) if decoded else []
    for line in article.body:
        text = line.text
        for start, end, meant in reversed(meanings):
            if line.start <= start and end <= line.end:
                text = text[: start - line.start] + meant + text[end - line.start :]
        for one in (*leaked, *suffixes):
            text = text.replace(str(one).strip(), "")
        if line.text not in repeated and _letters(text) not in kept:
            gone.append(line.text)
    return gone


def _letters(text: str) -> str:
    """The letters and figures of a text, in one form each, its entities resolved and its tags left out."""
    for _ in range(4):
        text = html.unescape(text)
    if html_tags.tags(text):
        text = re.sub(r"<[^<>\n]+>", "", text)
    for match in reversed(html_tags.shortcodes(text)):
        text = text[: match.start()] + text[match.end() :]
    return "".join(one for one in unicodedata.normalize("NFKC", text) if one.isalnum())
