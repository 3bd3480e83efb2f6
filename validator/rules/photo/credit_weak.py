"""PHO002: a picture is credited to a platform or an account, to nobody else."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.fold import level
from validator.lexicons.phrases import Words
from validator.model.article import Article, Credit, Line
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import DeclaredRule, bad, good
from validator.rules.photo import pictured

# Words of accounts alone; the lexicon's words of accounts are those of any institution.
_ACCOUNTS = Words(
    (
        "archived",
        "official account",
        "official page",
        "official channel",
        "verified account",
        "compte officiel",
        "page officielle",
        "cuenta oficial",
        "página oficial",
        "offizielles konto",
        "account ufficiale",
        "conta oficial",
        "officieel account",
        "oficjalny profil",
        "oficjalne konto",
        "офіційний акаунт",
        "офіційна сторінка",
        "официальный аккаунт",
        "официальная страница",
        "الحساب الرسمي",
        "官方账号",
        "官微",
        "公式アカウント",
    )
)
_PARTED = regex(r"\s*(?:/|,|\bvia\b)\s*")
_COLON = regex(r"\s*[:：]\s*")


class CreditWeak(DeclaredRule):
    """A credit names who took the picture, not only where it was found.

    A platform is no photographer: the picture can neither be cited nor cleared, and most such pictures
    belong to somebody whom nobody asked.
    """

    code = "PHO002"
    severity = Severity.WARNING
    examples = (
        good({"text": "Kwame Osei wheels away. Photo: Jordan Pike/Getty Images", "language": "en"}),
        good({"text": "Rompighiaccio nel mare. Foto: NASA", "language": "it"}),
        good({"text": "Die Kirche. Foto: Ines Rauh / Flickr, CC BY 2.0", "language": "de"}),
        good({"text": "The first front page. Photo: Hull Packet archive", "language": "en"}),
        good(
            {
                "text": "Городской совет решил отремонтировать крытый рынок.\n\nРынок ночью. Фото: Денис Чумак / "
                "Telegram",
                "language": "ru",
            }
        ),
        good(
            {
                "text": "Zamek\n\nWieża spłonęła przed stu laty.\n\nRuiny zamku, fot. Jan Nowacki / Wikimedia Commons",
                "language": "pl",
            }
        ),
        good(
            {
                "text": "Il mercato\n\nIl mercato coperto si trasferirà per due anni, lo ha detto "
                "l'assessora Silvia Moretti.",
                "language": "it",
            }
        ),
        bad(
            {
                "text": "Zamek\n\nWieża spłonęła przed stu laty.\n\nRuiny zamku w Rudziskach, fot. Wikimedia Commons",
                "language": "pl",
            },
            at=("Wikimedia Commons", "fot. Wikimedia Commons"),
        ),
        bad(
            {"text": "La criée de Fécamp, en février. Photo : Facebook", "language": "fr"},
            at=("Facebook", "Photo : Facebook"),
        ),
        bad(
            {"text": "Le phare\n\nPhoto © Flickr / Hull Harbour Archived", "language": "fr"},
            at=("Flickr / Hull Harbour Archived", "Photo © Flickr / Hull Harbour Archived"),
        ),
        bad(
            {"text": "Студенти сконструювали дрон. Фото: Telegram", "language": "uk"}, at=("Telegram", "Фото: Telegram")
        ),
        bad(
            {
                "text": "El ayuntamiento ha reabierto el molino después de diez años de obras.\n\nEl molino. Foto: "
                "Twitter",
                "language": "es",
            },
            at=("Twitter", "Foto: Twitter"),
        ),
        bad(
            {
                "text": "老城的旧市场将修缮，工程明年春天开始。\n\n旧市场一角。图片来源：微博",
                "language": "zh",
            },
            at=("微博", "图片来源：微博"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if not article.credits and not any("photo.captions" in line.marks for line in article.lines):
            yield Skip("no credit")
            return
        known = {one.line for one in article.credits}
        weak = [one for one in article.credits if _weak(one)]
        for one in weak:
            who = one.platform or one.value
            account = one.kind == "account" or bool(one.platform and len(one.value) > len(one.platform) + 3)
            yield self.finding(
                f"the credit names the {'account' if account else 'platform'} '{one.value}' only",
                article,
                one.evidence,
                severity=Severity.INFO if not one.platform or _is_official(one) else None,
                subject=level(who),
            )
        for line in article.lines:
            if "photo.captions" in line.marks and line.number not in known and (place := _screenshot(article, line)):
                yield self.finding(f"the credit names the platform '{place.quote}' only", article, [place])


def _weak(credit: Credit) -> bool:
    if credit.photographer or credit.agency or credit.kind not in ("platform", "account"):
        return False
    return credit.kind == "platform" or bool(credit.platform) or _ACCOUNTS.within(level(credit.value)) is not None


def _is_official(credit: Credit) -> bool:
    """Whether an institution that all know by its initials is named beside the platform (``NASA via Flickr``)."""
    parts = _PARTED.split(credit.value)
    return len(parts) > 1 and any(one.isupper() and one.isalpha() and len(one) > 2 for one in parts)


def _screenshot(article: Article, line: Line) -> Evidence | None:
    """The platform behind the colon of ``Capture d'écran : YouTube``, in whatever language the label is."""
    colon = _COLON.search(line.text)
    if colon is None or not pictured.platform_at_end(line.text[colon.end() :]) or len(line.text) - colon.end() > 20:
        return None
    return article.at(line.start + colon.end(), line.end)
