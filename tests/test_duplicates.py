"""Copies, series, furniture and events among many articles, in whatever order and split they come."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from validator.check import registry
from validator.check.judge import Judge
from validator.check.select import choose
from validator.config import load
from validator.config.load import record_map
from validator.corpus.features import Features
from validator.corpus.survey import survey as surveyed
from validator.corpus.told import names as names_told
from validator.engines.desk import filled
from validator.engines.duck import Duck
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.read.fields import to_record
from validator.rules.survey import CorpusRule

WORDS = (
    "amber birch canal delta ember fjord grove haven inlet jetty kiosk ledge manor notch ocean plaza quarry ridge "
    "summit tower uplift valley wharf yonder zenith acorn baker cabin dairy eagle fable gable hedge ivory judge kettle "
    "lemon maple nurse olive paper quilt river stone trout union violin wagon yeast zebra"
).split()
FURNITURE = (
    "Readers of the Brackwater Post may write to the desk at any hour of the day",
    "All letters are read, and some are printed in the paper on Saturday",
    "The Brackwater Post is printed by the Tarn Press in Millbrook",
)
RULES = [rule() for rule in registry.rules() if issubclass(rule, CorpusRule)]
DUP = [one for one in RULES if one.rule_name().startswith("dup.") or one.rule_name() == "corpus.cross_date"]


def sentence(dice, words=None):
    return " ".join(dice.choice(WORDS) for _ in range(words or dice.randint(9, 22))).capitalize() + "."


def paragraphs(dice, count):
    return [" ".join(sentence(dice) for _ in range(2)) for _ in range(count)]


def record(dice, key, blocks, **more):
    title = sentence(dice, 6)[:-1]
    day = f"2025-03-{1 + len(key) % 20:02}"
    return {"id": key, "outlet": "Brackwater Post", "title": title, "date": day, "text": "\n\n".join(blocks)} | more


def gauge(dice, key, day):
    level, change = dice.randint(200, 400), dice.randint(5, 60)
    text = (
        f"The Tarn stood at {level} centimetres at the Brackwater gauge this morning, {change} centimetres higher than "
        f"on the day before. The water office expects {level + 9} centimetres by the evening. Ships with a draught of "
        "more than 2 metres wait at the lower lock until the level has fallen again."
    )
    return {"id": key, "outlet": "Tarn Herald", "date": f"2025-03-{day:02}", "title": "The level", "text": text}


def programme(dice, day):
    """What is on the radio: built alike every day, and told in few numbers; who comes was there before."""
    guest, singer = (dice.choice(WORDS).capitalize() for _ in range(2))
    text = (
        f"At {dice.randint(6, 9)} in the morning a talk with the guest of the day, who is {guest} Harrow. After that a "
        "look into the papers, and music until the news at noon.\n\nIn the afternoon we ask what is new in "
        "the valley, and go for a walk with the listeners. The hour of the poets begins late, and at night wishes "
        f"are granted by {singer} Marsh."
    )
    return {"id": f"r{day:02}", "outlet": "Radio Tarn", "date": f"2025-03-{day:02}", "title": "On air", "text": text}


def event(key, outlet, day, text):
    return {"id": key, "outlet": outlet, "date": day, "title": "A train", "text": text}


TRAIN = (
    "A freight train left the rails near Millbrook on Tuesday and took 14 cars with it, said Anna Kestrel of the Tarn "
    "Valley railway. Some 320 people of the quarter Oldgate had to leave their houses, and the mayor, Jonas Whitlow, "
    "spoke of great luck."
)
WAGGONS = (
    "Great luck in bad luck: when 14 waggons of a goods train derailed close to Millbrook on Tuesday, nobody was hurt. "
    "Police took 320 neighbours from Oldgate to a school. Railway spokeswoman Anna Kestrel did not want to guess at "
    "the cause, and Mayor Jonas Whitlow thanked all helpers of the Tarn Valley."
)
CYRILLIC = (
    "Во вторник под Миллбруком сошёл с рельсов товарный поезд, повреждено 14 вагонов. Полиция вывезла 320 жителей "
    "квартала Олдгейт, сообщила представитель железной дороги Анна Кестрел. Мэр Йонас Уитлоу поблагодарил спасателей, "
    "а в Тарн Валли движение закрыто до пятницы."
)


@cache
def mixed():
    """Furniture, copies of copies, versions, a series, two reports of an event and one with another date."""
    dice = Random(7)
    plain = [record(dice, f"p{'x' * at}", [*paragraphs(dice, 3), *FURNITURE]) for at in range(6)]
    text = paragraphs(dice, 5)
    copies = [
        record(dice, "c1", [*text, *FURNITURE], date="2025-03-02", author="Jane Roe"),
        record(dice, "c2", text, outlet="Tarn Herald", date="2025-03-03", author="AFP"),
        record(dice, "c3", [*text, sentence(dice)], outlet="Tarn Courier", date="2025-05-03", author="Peter Marsh"),
        record(dice, "c4", text[:4], outlet="Tarn Echo", date="2025-03-02"),
        record(dice, "v1", paragraphs(dice, 3), url="https://post.example/a/1"),
        record(dice, "v2", paragraphs(dice, 3), url="https://post.example/a/1?utm_source=x"),
    ]
    series = [gauge(dice, f"g{day}", day) for day in range(1, 6)]
    events = [
        event("e1", "Tarn Herald", "2025-03-11", TRAIN),
        event("e2", "Tarn Courier", "2025-03-12", WAGGONS),
        event("e3", "Tarn Echo", "2025-05-06", WAGGONS.replace("Great luck in bad luck: when", "Luck, and how: when")),
    ]
    names = record_map("default").names
    judge = Judge(choose(load.profile("news-drop")))
    articles = [normalise(to_record(one, Location("a", 1, 1), names)) for one in plain + copies + series + events]
    return [(article, filled(article), judge.judge(article)) for article in articles]


def told(order, splits, threads=1):
    rows = mixed()
    with Duck(threads) as tables:
        features = Features()
        for place, at in enumerate(order):
            article, fields, verdict = rows[at]
            features.add(replace(article, location=Location(f"{place % 3}.jsonl", place, place)), fields, verdict)
            if place in splits:
                tables.add(features.packed())
        tables.add(features.packed())
        tables.flush()
        found, counts, _ = surveyed(tables, [(rule, None) for rule in DUP])
    shown = [(one.rule, one.source, one.subject, one.message, one.articles, one.evidence) for one in found]
    return sorted(shown, key=repr), counts


@cache
def told_in_order():
    return told(range(len(mixed())), ())


def groups(rule):
    return sorted(" ".join(one[4]) for one in told_in_order()[0] if one[0] == rule)


def test_each_rule_finds_its_own():
    assert groups("dup.exact") == ["c1 c2"]
    assert groups("dup.near") == ["c1 c2 c3 c4", "e2 e3"]
    assert groups("dup.version") == ["v1 v2"]
    assert groups("dup.conflicting_metadata") == ["c1 c2 c3 c4", "e2 e3"]
    assert groups("dup.same_event") == ["e1 e2"]
    assert groups("corpus.cross_date") == ["e1 e3"]
    assert [sorted(seen.quote for seen in one[5]) for one in told_in_order()[0] if one[0] == "dup.same_template"] == [
        sorted(FURNITURE)
    ]


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(20)), st.sets(st.integers(0, 19), max_size=6), st.sampled_from((1, 2)))
def test_order_and_split_tell_nothing(order, splits, threads):
    assert told(order, splits, threads) == told_in_order()


def ask(survey, name, records):
    from validator.rules.survey import Corpus

    rule = next(one for one in DUP if one.rule_name() == name)
    return sorted(" ".join(one.articles) for one in survey(rule, Corpus(tuple(records))))


def test_short_texts_under_much_furniture_are_no_copies(survey):
    dice = Random(1)
    records = [record(dice, f"s{'x' * at}", [sentence(dice, 30), *FURNITURE, *FURNITURE[:1]]) for at in range(4)]

    assert ask(survey, "dup.near", records) == []
    assert ask(survey, "dup.exact", records) == []


def test_programmes_are_no_copies_but_what_is_printed_twice_is_one(survey):
    dice = Random(3)
    days = [programme(dice, day) for day in range(1, 29)]
    copy = record(dice, "copy", [days[5]["text"], sentence(dice, 12)], outlet="Radio Tarn", date="2025-04-02")

    assert ask(survey, "dup.near", days[:5]) != []  # of so few none can be told to be a series
    assert ask(survey, "dup.near", days) == []
    assert ask(survey, "dup.conflicting_metadata", days) == []
    assert ask(survey, "dup.near", [*days, copy]) == ["copy r06"]


def test_a_series_goes_on_from_drop_to_drop(survey):
    dice = Random(3)
    *before, last = [programme(dice, day) for day in range(1, 29)]

    assert found_before(survey, [last], before) == []


def found_before(survey, records, earlier):
    from validator.rules.survey import Corpus

    rule = next(one for one in DUP if one.rule_name() == "dup.near")
    return [one.message for one in survey(rule, Corpus(tuple(records), earlier=tuple(earlier)))]


@pytest.mark.parametrize("count", [3, 5, 12])
@pytest.mark.parametrize("source", ["Brackwater Post", None])
def test_versions_of_one_article_are_no_template(survey, count, source):
    dice = Random(count)
    text = paragraphs(dice, 4)
    records = [record(dice, f"w{at}", [sentence(dice, 14), *text, sentence(dice, 14)]) for at in range(count)]
    records = [{**one, "outlet": source} for one in records]

    assert ask(survey, "dup.same_template", records) == []
    assert len(ask(survey, "dup.near", records)) == 1


def test_a_short_copy_inside_a_long_text_is_found(survey):
    dice = Random(4)
    short, more = paragraphs(dice, 3), paragraphs(dice, 14)
    records = [
        record(dice, "short", short),
        record(dice, "long", [*more[:5], *short, *more[5:]], outlet="Tarn Herald"),
        record(dice, "else", paragraphs(dice, 6), outlet="Tarn Echo"),
    ]

    assert ask(survey, "dup.near", records) == ["long short"]


def test_an_event_is_known_across_scripts(survey):
    records = [
        event("en", "Tarn Herald", "2025-03-11", TRAIN),
        event("ru", "Тарн", "2025-03-12", CYRILLIC),
    ]

    assert ask(survey, "dup.same_event", records) == ["en ru"]


def test_hard_wrapped_copies_are_found(survey):
    from textwrap import fill

    dice = Random(9)
    text = paragraphs(dice, 4)
    records = [
        record(dice, "plain", text),
        record(dice, "wrapped", [fill(one, 60) for one in text], outlet="Tarn Herald"),
    ]

    assert ask(survey, "dup.near", records) == ["plain wrapped"]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        # Half of the words have a capital, as German has it, and a sentence's first word is no name.
        (
            "de",
            "Die Wirtin Trude Wessendorf heizt. Die Diebe, sagt Egon Tribbe, holten Holz.",
            "egn trb trd vrtn vsndr",
        ),
        (
            "en",
            "The mayor met Trude Wessendorf at Millbrook on Tuesday. After Easter she will leave.",
            "estr mlbrk trd vsndr",
        ),
        ("en", "MAYOR OF MILLBROOK LEAVES", ""),
        (
            "tr",
            "Belediye başkanı dün Gökpınar’dan Lale Ergüven'e gitti, oradan İzmir'de kaldı.",
            "ergvn gkpnr ismr lale",
        ),
        ("it", "Il sindaco ha scritto ieri alla gente dell'Adda e di Rocca.", "ada roka"),
    ],
)
def test_names_of_the_running_text(language, text, names):
    record = {"title": "A day in the valley", "text": f"A day in the valley\n\n{text}", "language": language}
    article = normalise(to_record(record, Location("a", 1, 1), record_map("default").names))

    assert " ".join(names_told(article)) == names
