"""The archivist's page in Chromium: it sorts, filters, opens, marks, decides, and keeps to itself."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from tests import ferries

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# Nothing that the browser itself does on the network may be taken for the page's doing.
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
HOSTILE = {
    "id": "</script><script>document.title = 'taken'</script>",
    "title": "<img src=https://evil.example/x onerror=\"document.title = 'taken'\">",
    "outlet": "javascript:document.title='taken'//\u202e",
    "url": "javascript:document.title='taken'",
    "date": "2025-02-03",
    "author": "Eve Ray",
    "text": f"<script>document.title = 'taken'</script>\n\n{ferries.BODY}\u202e reversed\n\n{'z' * 50_000}\n\n"
    "\u202eShare on Facebook",
}

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium")


def record(number, **more):
    text = f"On day {number} the boats were full.{' So it was.' * number} {ferries.BODY}\n\nShare on Facebook"
    return ferries.record(number, **{"date": f"2025-01-{1 + number:02}", "text": text, **more})


@pytest.fixture(scope="module")
def folder(copydesk, tmp_path_factory):
    records = [*map(record, range(1, 9)), record(9, author=""), HOSTILE, record(4, id="again")]
    return ferries.reported(copydesk, tmp_path_factory, records)


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(browser, folder):
    """The page as it opens from disk; at the end it must have said and asked for nothing."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    page = context.new_page()
    said, asked = [], []
    page.on("console", lambda one: said.append(one.text))
    page.on("pageerror", lambda one: said.append(str(one)))
    page.on("request", lambda one: asked.append(one.url))
    page.on("dialog", lambda one: one.accept())
    address = (folder / "report.html").as_uri()
    page.goto(address)
    yield page
    title = page.title()
    context.close()
    assert said == []
    assert [one for one in asked if one.partition("#")[0] != address and not one.startswith("blob:")] == []
    assert title.endswith("11 articles – copydesk")


def chosen(page, pattern):
    """Wait until the line above the list says so; the page's own policy forbids to wait by evaluated words."""
    sync_api.expect(page.locator("#matching")).to_have_text(re.compile(pattern))


def shown(page):
    return page.locator("#list tbody tr:visible").count()


def column(page, number):
    return page.locator(f"#list tbody tr:visible > :nth-child({number})").all_inner_texts()


def test_tables_sort_by_their_heads(page):
    head = page.locator("#list thead th", has_text="words")
    head.get_by_role("button").click()
    words = [int(one.replace(",", "")) for one in column(page, 5)]

    assert words == sorted(words, reverse=True)
    assert len(set(words)) > 3
    assert head.get_attribute("aria-sort") == "descending"
    head.get_by_role("button").press("Enter")
    assert [int(one.replace(",", "")) for one in column(page, 5)] == words[::-1]
    assert head.get_attribute("aria-sort") == "ascending"


def test_every_number_leads_to_its_articles(page):
    page.locator("#rules tbody tr", has_text="author.missing").get_by_role("link").click()
    chosen(page, ".")

    assert column(page, 1) == ["The ferry of day 9"]
    assert page.locator("#matching").inner_text() == "1 of 11 listed articles: breaking author.missing."
    assert page.locator("details.article:visible").count() == 1
    page.get_by_role("button", name="Show all").click()
    chosen(page, "^$")
    assert shown(page) == 11


def test_cells_of_the_heat_map_and_days_of_the_calendar_lead_to_articles(page):
    page.locator(".heat tbody tr", has_text="Tidewatch").get_by_title("without author").click()
    chosen(page, ".")
    assert column(page, 1) == ["The ferry of day 9"]

    page.locator(".calendar rect[data-day='2025-01-05']:not(.q0)").first.click()
    chosen(page, "2025-01-05")
    assert column(page, 1) == ["The ferry of day 4", "The ferry of day 4"]


def test_words_and_rules_filter_the_list(page):
    page.get_by_label("Find", exact=True).fill("day 3")
    assert column(page, 1) == ["The ferry of day 3"]
    page.get_by_label("Find", exact=True).fill("")
    page.locator("#by-rule").select_option("author.missing")
    assert column(page, 1) == ["The ferry of day 9"]


def test_an_article_opens_with_its_marks(page):
    page.locator("#list").get_by_role("link", name="The ferry of day 9").click()
    article = page.locator("details.article", has_text="The ferry of day 9")
    mark = article.locator("a.mark", has_text="Share on Facebook")
    mark.wait_for()

    assert article.get_attribute("open") is not None
    assert mark.inner_text() == "Share on Facebook"
    mark.click()
    finding = page.locator(mark.get_attribute("href"))
    sync_api.expect(finding).to_be_focused()
    assert "boilerplate.share_bar" in finding.inner_text()


def test_decisions_come_back_as_a_baseline(page, folder, copydesk):
    page.locator("#list").get_by_role("link", name="The ferry of day 9").click()
    finding = page.locator(".finding:visible", has_text="author.missing")
    finding.get_by_role("button", name="Accept").click()
    finding.get_by_label("Comment").fill("unsigned by custom")
    cluster = page.get_by_role("region", name="dup.exact").locator(".finding").first
    cluster.get_by_role("button", name="Accept").click()
    other = page.locator(".finding:visible", has_text="boilerplate.share_bar").first
    other.get_by_role("button", name="Reject").click()
    assert page.locator("#decided").inner_text() == "2 accepted, 1 rejected, 1 with a comment."
    with page.expect_download() as saved:
        page.locator("#baseline").click()
    saved.value.save_as(folder / "baseline.json")
    with page.expect_download() as saved:
        page.locator("#notes").click()
    saved.value.save_as(folder / "decisions.json")

    check = ("check", "a.jsonl", "--format", "json", "--no-cache", "--fail-on", "never")
    before = json.loads(copydesk(*check, cwd=folder).stdout)
    after = json.loads(copydesk(*check, "--baseline", "baseline.json", cwd=folder).stdout)
    gone = {one["fingerprint"] for one in before["findings"]} - {one["fingerprint"] for one in after["findings"]}
    rules = {one["rule"] for one in before["findings"] if one["fingerprint"] in gone}
    told = json.loads((folder / "decisions.json").read_text("utf-8"))

    assert (after["summary"]["known"], after["summary"]["stale"]) == (2, [])
    assert rules == {"author.missing", "dup.exact"}
    assert [(one["decision"], one.get("comment")) for one in told] == [
        ("accept", "unsigned by custom"),
        ("accept", None),
        ("reject", None),
    ]
    again = copydesk("report", "a.jsonl", "--baseline", "baseline.json", "-o", "second.html", cwd=folder)
    assert again.returncode == 0
    assert "2 findings known to the baseline" in (folder / "second.html").read_text("utf-8")


def test_a_long_list_is_shown_piece_by_piece(browser, copydesk, tmp_path):
    rows = [
        record(at % 9, id=f"n{at:03}", title=f"Ferry {at:03}", author="" if at > 100 else "A B") for at in range(120)
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in rows), "utf-8")
    copydesk("report", "a.jsonl", "--select", "author.missing", "-o", "report.html", cwd=tmp_path)
    page = browser.new_page()
    page.goto((tmp_path / "report.html").as_uri())
    visible = page.locator("#list tbody tr:visible")
    more = page.get_by_role("button", name="more of")

    assert visible.count() == 50
    page.locator("#list thead th", has_text="article").get_by_role("button").click()
    assert column(page, 1)[::49] == ["Ferry 000", "Ferry 049"]
    assert page.locator("details.article:visible").count() == 50
    more.click()
    assert (visible.count(), more.count()) == (120, 0)
    page.get_by_role("searchbox").fill("ferry n11")
    chosen(page, "^10 of 120 listed articles: with “ferry n11”")
    assert visible.count() == 10
    page.locator("#rules").get_by_role("link").first.click()
    chosen(page, "^[0-9]+ of 120 listed articles: breaking author.missing")
    page.close()


def test_hostile_text_does_nothing(page):
    page.locator("#list").get_by_role("link", name="<img src=").click()
    article = page.locator("details.article", has_text="<img src=")
    sync_api.expect(article).to_have_attribute("open", "")

    assert "<script>document.title = 'taken'</script>" in article.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="javascript:").first.click()
    chosen(page, ".")
    assert shown(page) == 1
    assert "\u202e" not in page.evaluate("document.body.innerText")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(page, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page.emulate_media(color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    for each in page.locator("details.article").all():
        each.locator(".choice").first.wait_for()
    found = axe.Axe().run(page).response["violations"]

    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_nothing_sticks_out_at_any_width(page, width):
    page.set_viewport_size({"width": width, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth") <= width
