"""Language tags: which are valid, what is meant by those that are not, and which languages are easily confused."""

from __future__ import annotations

from validator.regex import regex

ISO_639_1 = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el "
    "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it "
    "iu iw ja ji jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr "
    "ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si "
    "sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi "
    "yo za zh zu".split()
)
MISNAMED = {
    "jp": "ja",
    "ua": "uk",
    "gr": "el",
    "cz": "cs",
    "dk": "da",
    "cn": "zh",
    "sp": "es",
    "by": "be",
    "ge": "ka",
    "at": "de",
    "us": "en",
    "gb": "en",
    "al": "sq",
    "rs": "sr",
    "il": "he",
    "ir": "fa",
    "vn": "vi",
    "english": "en",
    "french": "fr",
    "francais": "fr",
    "français": "fr",
    "german": "de",
    "deutsch": "de",
    "spanish": "es",
    "español": "es",
    "espanol": "es",
    "castellano": "es",
    "italian": "it",
    "italiano": "it",
    "portuguese": "pt",
    "português": "pt",
    "portugues": "pt",
    "dutch": "nl",
    "nederlands": "nl",
    "polish": "pl",
    "polski": "pl",
    "russian": "ru",
    "русский": "ru",
    "ukrainian": "uk",
    "українська": "uk",
    "arabic": "ar",
    "العربية": "ar",
    "chinese": "zh",
    "中文": "zh",
    "japanese": "ja",
    "日本語": "ja",
    "korean": "ko",
    "turkish": "tr",
    "türkçe": "tr",
    "swedish": "sv",
    "svenska": "sv",
    "danish": "da",
    "dansk": "da",
    "norwegian": "no",
    "norsk": "no",
    "finnish": "fi",
    "suomi": "fi",
    "czech": "cs",
    "greek": "el",
    "romanian": "ro",
    "română": "ro",
    "romana": "ro",
}
_SAME = {
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "nb": "no",
    "nn": "no",
    "mo": "ro",
    "sh": "sr",
    "tl": "fil",
    "cmn": "zh",
    "yue": "zh",
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "deu": "de",
    "ger": "de",
    "spa": "es",
    "ita": "it",
    "por": "pt",
    "nld": "nl",
    "dut": "nl",
    "pol": "pl",
    "rus": "ru",
    "ukr": "uk",
    "ara": "ar",
    "arb": "ar",
    "zho": "zh",
    "chi": "zh",
    "jpn": "ja",
    "swe": "sv",
    "dan": "da",
    "nor": "no",
    "fin": "fi",
    "tur": "tr",
    "hin": "hi",
    "ron": "ro",
    "rum": "ro",
    "pes": "fa",
    "fas": "fa",
    "per": "fa",
}
# The languages of which a second code of three letters (``zh-yue``) names a kind; behind others it is a country's.
_WIDENED, _EXTENDED = frozenset("ar kok lv ms sgn sw uz zh".split()), 3
_TAG = regex(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?"
)
_POSIX = regex(r"([a-z]{2,3})_[a-z]{2}(?:\.[a-z\d\-]+)?(?:@[a-z]+)?")
CLOSE = tuple(
    frozenset(group.split())
    for group in (
        "uk ru be bg mk sr rue",
        "pt es gl ca ast an",
        "no da sv fo",
        "sr hr bs sl",
        "id ms jv su",
        "ar fa ur ps ku ckb ug sd",
        "cs sk",
        "nl af li",
        "hi mr ne bh sa",
        "az tr tk crh",
    )
)
OWN_LETTERS = {
    "uk": "їєіґ",
    "ru": "ыэъё",
    "be": "ў",
    "es": "ñ¿¡",
    "pt": "ãõçêôâ",
    "gl": "ñ¿¡",
    "ca": "ç·",
    "sv": "äö",
    "da": "æø",
    "no": "æø",
    "fa": "پچژگ",
    "ur": "ٹڈڑےھ",
    "ar": "ةأإىؤ",
    "cs": "řěů",
    "sk": "ľĺŕôä",
}


def is_valid(tag: str) -> bool:
    """Whether a tag is well formed (BCP 47) and its two-letter language exists (ISO 639-1)."""
    low = tag.lower()
    primary = low.split("-")[0]
    if _with_country(low):
        return False
    return _TAG.fullmatch(low) is not None and (len(primary) == 3 or primary in ISO_639_1)


def posix(tag: str) -> str | None:
    """The tag that a POSIX locale (``fr_FR``, ``pt_BR.UTF-8``) stands for."""
    match = _POSIX.fullmatch(tag.lower())
    if match is None or match[1] not in ISO_639_1:
        return None
    return f"{match[1]}-{tag.split('_')[1][:2].upper()}"


def _with_country(low: str) -> bool:
    """Whether a language is followed by a country's code of three letters (``sv-swe``), which no tag has."""
    primary, _, rest = low.partition("-")
    second = rest.partition("-")[0]
    return primary in ISO_639_1 - _WIDENED and len(second) == _EXTENDED and second.isalpha()


def meant(tag: str) -> str | None:
    """What a wrong tag most likely means."""
    low = tag.strip().lower()
    if _with_country(low):
        return low.split("-")[0]
    return MISNAMED.get(low) or MISNAMED.get(low.replace("_", "-").split("-")[0])


def primary(tag: str) -> str:
    """A tag's language, other codes for the same one as well (``iw`` is ``he``, ``eng`` is ``en``)."""
    first = (meant(tag) or tag.strip().lower()).replace("_", "-").split("-")[0]
    return _SAME.get(first, first)


def close(one: str, other: str) -> bool:
    """Whether two languages are so alike that a detector takes one for the other."""
    return any(one in group and other in group for group in CLOSE)
