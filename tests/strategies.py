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
