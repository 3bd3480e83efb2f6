"""SRC008: the URL is not on one of the outlet's hosts."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.lexicons.fold import fold
from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import UNREADABLE, ArticleRule, bad, good
from validator.rules.source import facts

_CACHES = ("ampproject.org", "archive.org", "googleusercontent.com")


_HOSTS = {"Example News": ("example.org", "example.com")}


class HostMismatch(ArticleRule):
    """An article's URL must be on a host of the outlet that it names.

    Where it is not either the outlet is wrong or the page is a copy by somebody else. Judged are only
    outlets whose hosts are known.
    """

    code = "SRC008"
    severity = Severity.WARNING
    formal = True
    silenced_by = UNREADABLE
    examples = (
        good({"text": "The council met.", "outlet": "Example News", "url": "https://amp.example.org/a"}, hosts=_HOSTS),
        good({"text": "Le conseil a voté.", "outlet": "Le Phare", "url": "https://autre.example.fr/a"}, hosts=_HOSTS),
        good(
            {
                "text": "Der Stadtrat hat am Montag beschlossen, das Freibad in diesem Sommer nicht zu öffnen.",
                "outlet": "Kreisblatt",
                "url": "https://kreisblatt-example-de.cdn.ampproject.org/c/s/kreisblatt.example.de/bad",
            },
            hosts={"Kreisblatt": ("kreisblatt.example.de",)},
        ),
        bad(
            {"text": "The council met.", "outlet": "example news", "url": "https://copies.test/a"},
            at=("https://copies.test/a", "example news"),
            hosts=_HOSTS,
        ),
        bad(
            {
                "text": "Городской совет в понедельник решил отремонтировать рынок за девять миллионов рублей.",
                "outlet": "Вестник рынка",
                "url": "https://kopii.example/remont",
            },
            at=("https://kopii.example/remont", "Вестник рынка"),
            hosts={"Вестник рынка": ("vestnik.test",)},
        ),
        bad(
            {
                "text": "市议会周三通过了新的预算案，老城夜市的摊位下月重新登记。",
                "outlet": "江边晚报",
                "url": "https://zhuanzai.example/yeshi",
            },
            at=("https://zhuanzai.example/yeshi", "江边晚报"),
            hosts={"江边晚报": ("jiangbian.test",)},
        ),
    )

    hosts: dict[str, tuple[str, ...]] = Field(
        default={}, description="Outlet -> its hosts; a profile's sources fill it."
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        outlet, url = article.source.value, article.field("url")
        own = {fold(name): hosts for name, hosts in self.hosts.items()}.get(fold(outlet or "")) if self.hosts else None
        here = facts.host(url.quote) if url and own else ""
        if not own or not here:
            yield Skip("no URL, or an outlet whose hosts are not known")
        elif not any(facts.same_domain(here, facts.host(f"http://{one}")) for one in (*own, *_CACHES)):
            yield self.finding(f"{here} is no host of {outlet}", article, [url, *article.source.seen])
