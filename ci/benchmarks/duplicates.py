"""Near-duplicates and learnt furniture on planted corpora: what is found, what is not, and what it costs.

The corpus knows what was planted in it. True Jaccard is counted here, on words and sets of 5-grams, with no code of the
house's: two articles are near-duplicates from .6 on, and those from .7 on must be found.
"""

from __future__ import annotations

import re
import time
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from random import Random

from benchmarks.articles import FIRST, MEAN_BYTES, SIZES
from benchmarks.measure import Table
from benchmarks.words import LANGUAGES, Teller, words

OUTLETS = 40
COPY, SHORT = 0.06, 0.08  # shares of the articles: later versions of earlier ones, and briefs below much furniture
REACH = 60
WORD = re.compile(r"\w+")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Planted:
    """Articles as paragraphs of their own, the furniture of their outlet, and whose copy each of them is."""

    key: int
    outlet: int
    own: tuple[str, ...]
    head: tuple[str, ...]
    foot: tuple[str, ...]
    copied: int | None = None

    @property
    def record(self) -> dict[str, str]:
        return {
            "id": str(self.key),
            "outlet": f"Outlet {self.outlet}",
            "title": f"{self.own[0][:40]} {self.key}",
            "date": f"2025-{1 + self.key % 12:02}-{1 + self.key % 28:02}",
            "text": "\n\n".join((*self.head, *self.own, *self.foot)),
        }


@dataclass(slots=True)
class Found:
    """Pairs and lines as sets; ``seconds`` of the processor by step."""

    pairs: set[frozenset[str]] = field(default_factory=set)
    lines: set[tuple[str, str]] = field(default_factory=set)
    seconds: dict[str, float] = field(default_factory=dict)


def planted(count: int) -> Iterator[Planted]:
    """So many articles; copies lose, change or gain paragraphs, so that every similarity is there."""
    made: list[Planted] = []
    for key in range(count):
        dice = Random(f"planted {key}")  # noqa: S311 - the same articles every time is the point
        outlet = int(dice.random() * OUTLETS)
        head, foot = _furniture(outlet)
        back = 1 + int(dice.random() * REACH)
        if dice.random() < COPY and back <= len(made) and made[-back].copied is None:
            own = _changed(made[-back].own, _paragraphs(count + key, made[-back].outlet), dice)
            one = Planted(key, outlet, own, head, foot, made[-back].key)
        else:
            own = _paragraphs(key, outlet)
            own = own[:1] if dice.random() < SHORT else own
            one = Planted(key, outlet, own, head, foot)
        made.append(one)
        yield one
        del made[:-REACH]


def _paragraphs(number: int, outlet: int) -> tuple[str, ...]:
    """Paragraphs in the outlet's language, without anything that a page prints around them."""
    dice = Random(f"paragraphs {number}")  # noqa: S311
    language = LANGUAGES[outlet % len(LANGUAGES)]
    size = SIZES[int(dice.random() * len(SIZES))] * MEAN_BYTES
    return tuple(Teller(dice, words(language), FIRST.date()).body(int(size)))


def _changed(own: tuple[str, ...], other: tuple[str, ...], dice: Random) -> tuple[str, ...]:
    rate = dice.random() * 0.4
    changed = []
    for at, paragraph in enumerate(own):
        throw = dice.random()
        if throw >= rate:
            changed.append(paragraph)
        elif throw < rate / 2:
            changed.append(other[at % len(other)])
    return tuple(changed) or own[:1]


def _furniture(outlet: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lines that no lexicon knows, for they are made of syllables: one to three above, two to six below."""
    dice = Random(f"furniture {outlet}")  # noqa: S311
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]

    def line() -> str:
        made = ("".join(dice.choice(syllables) for _ in range(dice.randint(2, 4))) for _ in range(dice.randint(4, 14)))
        return " ".join(made).capitalize()

    return tuple(line() for _ in range(dice.randint(0, 2))), tuple(line() for _ in range(dice.randint(1, 6)))


def grams(one: Planted) -> frozenset[tuple[str, ...]]:
    told: list[str] = []
    for paragraph in one.own:
        text = WIDE.sub(lambda match: f" {match[0]} ", paragraph.casefold())
        told += WORD.findall(text)
    return frozenset(zip(*(told[at:] for at in range(5)), strict=False))


def true_pairs(made: list[Planted]) -> dict[frozenset[str], tuple[float, float]]:
    """Jaccard and containment of every two articles with the same origin."""
    families: dict[int, list[Planted]] = defaultdict(list)
    for one in made:
        families[one.key if one.copied is None else one.copied].append(one)
    found = {}
    for family in families.values():
        for one, other in combinations(family, 2):
            x, y = grams(one), grams(other)
            shared, fewer = len(x & y), min(len(x), len(y)) or 1
            pair = frozenset((str(one.key), str(other.key)))
            found[pair] = shared / (len(x | y) or 1), shared / fewer
    return found


def search(made: list[Planted]) -> Found:
    """What the house finds, asked of its own tables."""
    from validator.config.load import record_map
    from validator.corpus import bodies, learnt, pairs, sketch
    from validator.corpus.features import Features
    from validator.engines.duck import Duck
    from validator.model.finding import Verdict
    from validator.model.place import Location
    from validator.normalise.article import normalise
    from validator.read.fields import to_record

    found = Found()
    names = record_map("default").names
    features = Features()
    sketching = 0.0
    with Duck() as tables:
        for one in made:
            made_of = normalise(to_record(one.record, Location("planted.jsonl", one.key, one.key), names))
            features.add(made_of, [], Verdict((), (), (), ()))
            lines = [line.text for line in made_of.body]
            began = time.process_time()
            sketch.sketch(lines, [True] * len(lines))
            sketching += time.process_time() - began
            tables.add(features.packed())
        tables.flush()
        found.seconds["sketches"] = sketching
        for name, step in (("furniture", learnt.learn), ("bodies", bodies.look_again), ("pairs", pairs.pair)):
            began = time.process_time()
            step(tables)
            found.seconds[name] = time.process_time() - began
        found.lines = {(source, text) for source, text in tables.rows("SELECT source, text FROM learnt")}
        found.pairs = {
            frozenset(pair)
            for pair in tables.rows(
                "SELECT a.id, b.id FROM pairs p JOIN bodies x ON p.x = x.body JOIN bodies y ON p.y = y.body "
                "JOIN articles a ON x.key = a.key JOIN articles b ON y.key = b.key UNION ALL "
                "SELECT a.id, b.id FROM bodies x JOIN bodies y ON x.body = y.body AND x.key < y.key "
                "JOIN articles a ON x.key = a.key JOIN articles b ON y.key = b.key"
            )
        }
    return found


def bench(options: Namespace) -> Table:
    made = list(planted(options.articles or 5_000))
    found = search(made)
    true = true_pairs(made)
    # A pair that is no family's was counted by nobody: it is measured here before it is called wrong.
    by_key = {str(one.key): one for one in made}
    wrong = 0
    for pair in found.pairs:
        jaccard, contained = true.get(pair) or _measured(*(by_key[key] for key in sorted(pair)))
        wrong += jaccard < 0.5 and contained < 0.7
    must = {pair for pair, (jaccard, _) in true.items() if jaccard >= 0.7}
    lines = {(one.record["outlet"], line) for one in made for line in (*one.head, *one.foot)}
    cost = sum(found.seconds[name] for name in ("sketches", "bodies", "pairs"))
    rows = (
        ("near-duplicates of Jaccard ≥ .7, found", _share(len(must & found.pairs), len(must))),
        ("pairs found that are near-duplicates", _share(len(found.pairs) - wrong, len(found.pairs))),
        ("planted furniture lines, learnt", _share(len(lines & found.lines), len(lines))),
        ("lines learnt that are furniture", _share(len(lines & found.lines), len(found.lines))),
        ("articles per CPU second: sketches, bodies, pairs", f"{len(made) / cost:,.0f}"),
        *((f"microseconds an article: {name}", f"{1e6 * one / len(made):,.0f}") for name, one in found.seconds.items()),
    )
    return Table(
        "Near-duplicates and furniture",
        f"{len(made):,} articles of {OUTLETS} outlets with furniture that no lexicon knows, among them briefs that are "
        "mostly furniture; copies with every share of their paragraphs changed. A pair counts as wrong below a Jaccard "
        "of .5 and a containment of .7, counted on the texts.",
        ("", "share or figure"),
        rows,
    )


def _measured(one: Planted, other: Planted) -> tuple[float, float]:
    x, y = grams(one), grams(other)
    shared = len(x & y)
    return shared / (len(x | y) or 1), shared / (min(len(x), len(y)) or 1)


def _share(part: int, whole: int) -> str:
    return f"{part / max(whole, 1):.4f} ({part:,} of {whole:,})"
