"""ENC001: text was decoded with the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from pydantic import Field

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good
from validator.rules.encoding import codepages, fields
from validator.rules.told import signs

_CLOSING = frozenset("”»…’“\u00a0 ´°")  # signs that may as well follow a capital by right


class Misreading(Struct, frozen=True):
    """UTF-8 read as a one-byte encoding: what its sequences look like, and the way back."""

    name: str
    back: dict[str, int]
    heads: frozenset[str]
    hint: re.Pattern[str]
    form: re.Pattern[str]
    least: int

    @classmethod
    def of(cls, name: str, least: int) -> Misreading:
        """``least`` is the number of sequences in a row below which the letters may be meant."""
        back = {chr(byte): byte for byte in range(0x80, 0x100)}
        for byte in range(0x80, 0x100):
            try:
                back[bytes([byte]).decode(name)] = byte
            except UnicodeDecodeError:
                continue
        if name != "cp1252":  # in the other encodings the letters of Latin-1 mean other bytes
            back = {letter: byte for letter, byte in back.items() if byte < 0xA0 or _means(letter, byte, name)}
        tail, two, three, four, heads = (_letters(back, *ends) for ends in _RANGES)
        form = regex(f"(?:{two}{tail}|{three}{tail}{{2}}|{four}{tail}{{3}})+")
        first = frozenset(letter for letter, byte in back.items() if 0xC2 <= byte <= 0xF4)
        return cls(name, back, first, regex(f"{heads}{tail}"), form, least)

    def runs(self, text: str) -> list[tuple[int, int, str]]:
        """The runs of a text that are surely misread, each with what it was before."""
        places = [match.span() for match in self.form.finditer(text)]
        sure = [place for place in places if _is_sure(text, *place, self)]
        return [(start, end, self.undone(text[start:end]) or "") for start, end in sure]

    def undone(self, run: str) -> str | None:
        """What the run was before; None where it never was UTF-8."""
        try:
            return bytes(self.back[one] for one in run).decode("utf-8")
        except UnicodeDecodeError:
            return None


# A dash or a quotation mark of which the last byte was replaced by a straight mark, or a mark at the head of a file.
_LOST = regex("â€(?=[\"'\\s?]|$)|ï»¿")
_LOST_HEADS = frozenset("âï")
_RANGES = ((0x80, 0xBF), (0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4), (0xC2, 0xF4))


def _means(letter: str, byte: int, name: str) -> bool:
    return letter.encode(name, "ignore") == bytes([byte])


def _letters(back: dict[str, int], first: int, last: int) -> str:
    return "[" + "".join(re.escape(one) for one, byte in back.items() if first <= byte <= last) + "]"


MISREADINGS = (Misreading.of("cp1252", 1), Misreading.of("cp1251", 3), Misreading.of("cp1250", 1))


class Mojibake(ArticleRule):
    """Text is decoded with the encoding that it was written in.

    UTF-8 read as something else turns each letter beyond ASCII into two or three, a code page read as another
    turns each into one that the language has not. Words are no words any more: no index finds them, and a
    tokeniser spends its vocabulary on them.
    """

    code = "ENC001"
    severity = Severity.ERROR
    fixable = True
    examples = (
        good("«NÃO PASSARÃO»: a parede que SÃO BRÁS quer apagar. IRMÃ… AMANHÃ” — «MAÇÃ», disse João em Ångström."),
        good("Сёмин и Рёмин; Січень у Рівному, Єва й Їжак: «Рівне культурне» — РІВНЕ, СІЧЕНЬ."),
        good("LIBERTÉ… ÉGALITÉ » et « CAFÉ » : Â, Ê, Î ; l'Åland et Ðorđe."),
        good("DIE GRÖẞTE BRÜCKE: „ÖFFENTLICHER VERKEHR …“ – ÄRGER ÜBER DIE ÄMTER, sagt der Stadtrat von Würzburg."),
        good("Auf der Stra\u00dfe: Fu\u00df\u00adgänger und Flie\u00df\u00adband, sagt der Stadtrat von Würzburg."),
        bad('The walkers â€" quite rightly â€" were worried.', at=("â€", "â€")),
        good("Le prix (5 €) et l'âge : « â » n'est pas un mot."),
        bad("GÃ¶rlitz streitet Ã¼ber die Altstadt.", at=("Ã¶", "Ã¼")),
        bad("Р”РѕРіР»СЏРґР°С‡С– РїРѕРєРё РЅРµ дали кличку.", at=("Р”РѕРіР»СЏРґР°С‡С–", "РїРѕРєРё")),
        bad("Â« Le marchÃ© est lÃ\u00a0 Â», rÃ©sume un patron.", at=("Â«", "Ã©", "Ã\u00a0", "Â»", "Ã©")),
        good({"text": "Der Markt öffnet.", "title": "Ärger um „NÃO“ in SÃO PAULO", "author": "João Brandão"}),
        bad({"text": "Le marché rouvre lundi.", "author": "Gaëlle LefÃ¨vre"}, at=("Gaëlle LefÃ¨vre",)),
        bad(
            "Il aura fallu une vague de colĂšre : le QuĂ©bec recule. Â« DĂ©jĂ\u00a0 Â», dit-elle. La rentrĂ©e suit.",
            at=("Ă©", "Â«", "Ă©", "Ă\u00a0", "Â»", "Ă©"),
        ),
        good("Dijo ¨no¨ y ¨nunca¨, y a las 21¨ cerró la puerta; el piso mide 90 m² y hace 30°."),
        bad(
            "Ãîðîäñêîé ñîâåò Íèæíåðå÷åíñêà óòâåðäèë áþäæåò íà ãîä.",
            at=("Ãîðîäñêîé", "ñîâåò", "Íèæíåðå÷åíñêà", "óòâåðäèë", "áþäæåò", "íà", "ãîä"),
        ),
        bad(
            "La alcald¨ªa no d¨®nde est¨¢ el agua, dijo ¨²ltima y despu¨¦s call¨®.",
            at=("¨ª", "¨®", "¨¢", "¨¦", "¨®"),
        ),
        bad(
            "The council didnÕt vote on Monday. ItÕs late, the mayor said; they wonÕt meet and she canÕt wait.",
            at=("Õ", "Õ", "Õ", "Õ"),
        ),
        bad(
            "A városi közgyûlés három órás vita után elfogadta a jövõ évi költségvetést, közölte a polgármester az "
            "esõs szerdán, és a következõ gyûlés errõl dönt.",
            at=("û", "õ", "õ", "õ", "û", "õ"),
        ),
        good(
            "A városi közgyűlés három órás vita után elfogadta a jövő évi költségvetést, közölte João Simões és Inês "
            "Guimarães polgármester."
        ),
        good("La Vézère et la Corrèze débordent : Solène Kerbrat, à Kergroës, évalue les dégâts après l'été."),
        bad("El molino abriÃ³ ayer despuÃ©s de diez aÃ±os de obras.", at=("Ã³", "Ã©", "Ã±")),
    )

    least: int = Field(default=2, gt=0, description="Sequences that can be undone, from which it is a fault.")

    def check(self, article: Article) -> Iterator[Finding]:
        text, present = article.text, article.once(signs)
        if not present:
            yield from self._declared(article)
            return
        lost = [match.span() for match in _LOST.finditer(text)] if _LOST_HEADS & present else []
        # What was read as one encoding may hold a few signs that look like another's.
        found = sorted(article.once(misread), key=lambda one: sequences(one[1]), reverse=True)
        for name, runs in found:
            number = sequences(runs)
            if number + len(lost) >= self.least:
                message = f"{number} letters of UTF-8 were read as {name}"
                yield self.finding(message, article, [article.at(start, end) for start, end, _ in runs[:12]])
                return
        if len(lost) >= self.least:
            message = f"{len(lost)} signs of UTF-8 were read as cp1252, and cannot be read back"
            yield self.finding(message, article, [article.at(*span) for span in lost[:12]])
            return
        if confusion := codepages.confused(text, article.language.main, present):
            message = (
                f"letters of {confusion.written} were read as {confusion.read}, at {len(confusion.places)} place(s)"
            )
            yield self.finding(message, article, [article.at(start, end) for start, end, _ in confusion.places[:12]])
            return
        yield from self._declared(article)

    def _declared(self, article: Article) -> Iterator[Finding]:
        """Fields that were misread although the text was not: they came another way."""
        for value, seen in fields.texts(article):
            for misreading in () if value.isascii() else MISREADINGS:
                if misreading.hint.search(value) and misreading.runs(value):
                    yield self.finding(f"letters of UTF-8 were read as {misreading.name}", article, [seen])
                    break


def sequences(runs: list[tuple[int, int, str]]) -> int:
    """How many letters a text was before it was misread."""
    return sum(len(undone) for _, _, undone in runs)


def misread(article: Article) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """The runs of a text that are surely misread, by the encoding that they were read as."""
    text, present = article.text, article.once(signs)
    asked = [one for one in MISREADINGS if not one.heads.isdisjoint(present) and one.hint.search(text)]
    return [(one.name, runs) for one in asked if (runs := one.runs(text))]


def _is_sure(text: str, start: int, end: int, misreading: Misreading) -> bool:
    """Whether a run is UTF-8 misread: it can be undone, and to letters that texts are written in."""
    undone = misreading.undone(text[start:end])
    if undone is None or any(_is_odd(one) for one in undone):
        return False
    if undone[0].isupper() and text[start - 1 : start].islower():  # read as yet another encoding
        return False
    if end - start == 2 and text[end - 1] in _CLOSING and text[start - 1 : start].isupper():
        return False
    return len(undone) >= misreading.least


def _is_odd(letter: str) -> bool:
    """Phonetic letters, rare Latin and private signs: two capitals and a quotation mark look like these.

    N'Ko as well, which a German ß would open: a soft hyphen behind it parts a word (``Fuß-gänger``).
    """
    latin, nko = "\u0180" <= letter <= "\u02af", "\u07c0" <= letter <= "\u07ff"
    return latin or nko or "\u0080" <= letter <= "\u009f" or "\ue000" <= letter <= "\uf8ff"
