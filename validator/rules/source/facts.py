"""What several rules about sources ask of an article."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons import agencies
from validator.model import address
from validator.model.article import Article, Role
from validator.model.evidence import Evidence

_SECOND_LEVEL = frozenset(
    "co com net org gov gob gouv gub edu ac or ne go mil nom asso ltd plc sch info biz ltda jor blog web msk spb in id "
    "kiev kyiv lviv od odessa odesa kh kharkov zp dp te cv uz kr vn if rv zt pl sumy ck cn ks mk lg ad re pe".split()
)
_COLON = str.maketrans({"：": ":"})


def unsourced(article: Article) -> bool:
    """Whether neither an outlet nor an agency nor a URL is known."""
    return article.source.missing and article.agency.missing and not located(article)


def nothing_known(article: Article) -> bool:
    """Whether there is neither outlet nor agency nor URL, nor a byline or a credit that gives somebody to ask."""
    return unsourced(article) and not article.authors and not article.credits


def located(article: Article) -> bool:
    """Whether the article has a URL, a canonical one counting as well."""
    canonical = article.field("canonical_url")
    return not article.url.missing or (canonical is not None and canonical.quote.startswith("http"))


def host(url: str) -> str:
    """The host of an http URL without ``www.``, international names as they are read; empty if there is none."""
    found = address.host(url.strip()).rstrip(".") if url.strip().lower().startswith("http") else ""
    try:
        if "xn--" in found:
            found = found.encode("ascii").decode("idna")
    except ValueError:
        return ""
    return found.removeprefix("www.")


def same_domain(one: str, other: str) -> bool:
    """Whether two hosts belong to one registrable domain."""
    left, right = one.split(".")[::-1], other.split(".")[::-1]
    shared = 0
    for ours, theirs in zip(left, right, strict=False):
        if ours != theirs:
            break
        shared += 1
    public = 2 if len(left) > 2 and len(left[0]) == 2 and left[1] in _SECOND_LEVEL else 1
    return shared > public or one == other


def wires(article: Article) -> Iterator[tuple[str, Evidence]]:
    """Every place that names an agency as where the text comes from: its id, and the name as printed."""
    seen = set()
    for evidence in (
        *(seen for one in article.authors if one.kind == "agency" for seen in one.evidence),
        *article.agency.seen,
        *source_lines(article),
    ):
        found = agencies.agency(evidence.quote, sure=True)
        if found and (evidence.quote, evidence.span) not in seen:
            seen.add((evidence.quote, evidence.span))
            yield found, evidence


def source_lines(article: Article) -> Iterator[Evidence]:
    """The values of the lines that name a source (``Source : agence X``)."""
    for line in article.with_role(Role.SOURCE):
        at = line.text.translate(_COLON).find(":") + 1
        value = line.text[at:].strip().rstrip(" .")
        if value:
            start = line.start + line.text.index(value, at)
            yield article.at(start, start + len(value))
