"""SRC009: the URL carries more than the address of the article."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import UNREADABLE, ArticleRule, bad, good

_TRACKERS = frozenset(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh mc_cid mc_eid _ga _gl "
    "xtor at_medium at_campaign cmpid cmp ocid ito smid wt_mc mkt_tok oly_enc_id vero_id __twitter_impression "
    "_hsenc _hsmi spm spref feature_id echobox icid ns_campaign ns_mchannel guccounter".split()
)
_PREFIXES = ("utm_", "pk_", "mtm_", "stm_", "at_custom", "hsa_", "xts_")


class UrlNoncanonical(ArticleRule):
    """A URL should hold the article's address and nothing else.

    Tracking parameters and fragments give one article many addresses: it is counted twice, and the
    copies are found by none.
    """

    code = "SRC009"
    severity = Severity.INFO
    formal = True
    silenced_by = UNREADABLE
    fixable = True
    examples = (
        good({"text": "The council met.", "url": "https://example.org/article?id=4711&page=2"}),
        good({"text": "Le conseil a voté.", "url": "https://example.org/#!/article/4711"}),
        good({"text": "Der Rat tagt.", "url": "https://example.org/utm_source-erklaert"}),
        bad(
            {
                "text": "El metro amplía el horario.",
                "url": "https://example.ec/metro?fbclid=IwAR3kQ9x&utm_source=facebook",
            },
            at=("https://example.ec/metro?fbclid=IwAR3kQ9x&utm_source=facebook",),
        ),
        bad(
            {"text": "Хоккеисты вышли в финал.", "url": "https://example.ru/final#comments"},
            at=("https://example.ru/final#comments",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        for name in ("url", "canonical_url"):
            url = article.field(name)
            if url is None or not any(sign in url.quote for sign in "?#"):
                continue
            try:
                parts = urlsplit(url.quote.strip())
            except ValueError:
                continue
            surplus = _surplus(parts)
            if surplus and parts.scheme in ("http", "https"):
                yield self.finding(
                    f"{len(surplus)} parts that are no address: {', '.join(surplus)}",
                    article,
                    [url],
                    suggestion=f"write {clean(url.quote)}",
                )


def _surplus(parts: SplitResult) -> list[str]:
    found = [_name(one) for one in parts.query.split("&") if _tracks(one)]
    return [*found, f"#{parts.fragment}"] if _anchors(parts.fragment) else found


def clean(url: str) -> str:
    """A URL without its surplus."""
    parts = urlsplit(url.strip())
    query = "&".join(one for one in parts.query.split("&") if not _tracks(one))
    fragment = "" if _anchors(parts.fragment) else parts.fragment
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, fragment))


def _name(parameter: str) -> str:
    return unquote(parameter.partition("=")[0]).lower()


def _tracks(parameter: str) -> bool:
    name = _name(parameter)
    return name in _TRACKERS or name.startswith(_PREFIXES)


def _anchors(fragment: str) -> bool:
    """A place within a page; a fragment with a path is the address of an application's page."""
    return bool(fragment) and not fragment.startswith(("!", "/"))
