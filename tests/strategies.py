"""What hypothesis may throw at the house: records of every shape, and articles that look like some."""

from __future__ import annotations

from hypothesis import strategies as st

from validator.config.load import record_map

NAMES = sorted({alias for aliases in record_map("default").fields.values() for alias in aliases})
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=60))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
LINES = st.sampled_from(
    [
        "",
        "",
        "Council votes for the pool",
        "By Jane Roe",
        "Von Max von und zu Ohlsen, Berlin",
        "Par Zoé Étienne et Luc Martin",
        "14.05.2025 Frankreich",
        "Publié le mardi 14 mai 2025 à 10h30",
        "5/6/2025",
        "31.02.2024",
        "2025-03",
        "yesterday",
        "Photo : Jane Roe/AFP, CC BY-SA 4.0",
        "© Flickr / Some Account",
        "（周启明 摄）",
        "Foto: privat",
        "Photo: wikipedia.org, CC BY",
        "Leave a comment",
        "Nouvelles des partenaires",
        "We use cookies to improve your experience",
        "Source: agence tass",
        "Tags:",
        "Le conseil a voté la construction de la piscine municipale après un long débat, a annoncé mardi le maire de la ville.",  # noqa: E501
        "Der Rat hat am Mittwoch nach langer Debatte für den Bau des Schwimmbads gestimmt, teilte die Stadt am Abend mit.",  # noqa: E501
        "市議会は14日、プールの建設予算案を賛成多数で可決した。市長は会見で「大きな一歩だ」と述べた。" * 2,
        "أعلن مجلس المدينة يوم الأربعاء موافقته على بناء المسبح البلدي بعد نقاش طويل استمر ساعات عدة.",
        "The council said on Tuesday that it will build the pool by 12 March 2024, and &amp; it <b>costs</b> â€œmuchâ€\u009d \ufffd.",  # noqa: E501
        "date 2025-03 The council voted",
        "1155 days since the flood",
        "Vladímir Poutine",
        "COVID‑19 und IТ",
    ]
)
TEXTS = st.one_of(st.lists(LINES, max_size=14).map("\n".join), st.text(max_size=300))


@st.composite
def records(draw):
    """A JSON object with names that producers use and values of any kind, and mostly a text."""
    record = draw(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=10), VALUES, max_size=6))
    if draw(st.booleans()):
        record["text"] = draw(TEXTS)
    return record


PROSE = [
    "The council of Exampleton voted on Monday to renovate the market hall, for nine million pounds, after a debate.",
    "Der Stadtrat hat am Montag nach langer Debatte beschlossen, die Markthalle für neun Millionen Euro zu sanieren.",
    "Le conseil municipal a voté lundi soir la rénovation de la halle, pour neuf millions d'euros, après un débat.",
    "市議会は月曜日、老朽化した市場の屋根を改修する予算案を可決した。工事は来年の春に始まり、二年かかる見通しだ。",
    "قرر المجلس البلدي يوم الاثنين ترميم سوق المدينة القديم بكلفة تسعة ملايين دينار، وتبدأ الأعمال في الربيع المقبل.",
    "Городской совет в понедельник решил отремонтировать рынок за девять миллионов рублей, сообщили в мэрии города.",
]
FURNITURE = [
    "Leave a comment", "Laisser un commentaire", "Anzeige", "Advertisement", "Publicité", "広告", "Read more",
    "Share on Facebook", "Facebook", "Telegram", "Vidéos associées :", "Nouvelles des partenaires", "Tags:",
    "We use cookies to improve your experience", "© 2025 Example Courier. All rights reserved.", "Read also:",
    "Subscribe to our newsletter", "author: null", "Home > News > Local", "Добавить комментарий", "اترك تعليقاً",
]  # fmt: skip
SPOILT = [
    "GÃ¶rlitz und FÃ¼rth sagen Ã¼berall ab.", "It cost &amp;euro;9 &lt;b&gt;more&lt;/b&gt; than &nbsp;planned.",
    "A <p>paragraph</p> and a <br> break.", "Za\u200bgreb und der\ufeff Rest.", "It\x92s over\x0c.",
    "cafe\u0301 ferme\u0301",
    "  Spaces before it and behind.  ", "(Image de référence)Photo © Archives", "date 2025-03 Selon un compte rendu.",
    "The vote was close.The mayor left.", "&#0;&shy;&zwnj;", "‘&amp;’ and «<b>»", "Ã\u00a0 la carte", "\u00a0\u200b",
]  # fmt: skip
DECLARED = {
    "title": ["Hall reopens", "Hall &amp; pool", "Hall | Example Courier", "Halle Ã¼berall", "-", ""],
    "author": ["By Jane Roe", "N/A", ["By Jane Roe", "none"], {"name": ""}, "Jane\u200b Roe", None],
    "date": ["5 May 2025", "05/06/2025", "2025-05-05", "null", "14.05.2025 10:30", "1 Mai 2025, 10.30 Uhr"],
    "language": ["en_GB", "jp", "de", "english", "null", "fr"],
    "url": ["https://ex.example/a?utm_source=x#top", "https://ex.example/a", "", "http://[bad?utm_id=1"],
    "outlet": ["Example Courier", "n/a", {"name": "-"}],
}


@st.composite
def faulty(draw):
    """An article with faults planted between its paragraphs and in its fields, and the paragraphs."""
    paragraphs = draw(st.lists(st.sampled_from(PROSE), min_size=1, max_size=4, unique=True))
    lines = list(paragraphs)
    for fault in draw(st.lists(st.sampled_from([*FURNITURE, *SPOILT]), max_size=5)):
        lines.insert(draw(st.integers(0, len(lines))), fault)
    if draw(st.booleans()):
        lines = ["Market hall to be renovated"] * draw(st.integers(1, 3)) + lines
    record = {"text": draw(st.sampled_from(["\n\n", "\n", "\r\n\r\n"])).join(lines) + draw(st.sampled_from(["", "\n"]))}
    for name in draw(st.lists(st.sampled_from(sorted(DECLARED)), max_size=4, unique=True)):
        record[name] = draw(st.sampled_from(DECLARED[name]))
    return record, paragraphs
