"""The built pages as a reader meets them: desktop, phone, dark, without JavaScript, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from ..conftest import ROOT
from ..engines import built
from .conftest import DESKTOP, NARROW, PHONE

SITES = {
    "researcher": (ROOT / "tests" / "sites" / "researcher" / "mkdocs.yml", ["/"]),
    "demo": (
        ROOT / "mkdocs.yml",
        [
            *("/", "/publications/", "/publications/chen2026mirror/"),
            *("/components/", "/sections/news/"),
        ],
    ),
}
PAGES = [(name, path) for name, (_, paths) in SITES.items() for path in paths]
Serve = Callable[[Path], str]


@pytest.fixture(params=PAGES, ids=lambda pair: f"{pair[0]}{pair[1]}")
def address(request: pytest.FixtureRequest, served: Serve) -> str:
    name, path = request.param
    return served(built(SITES[name][0])) + path


@pytest.fixture
def home(served: Serve) -> str:
    return served(built(SITES["researcher"][0])) + "/"


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_quiet_console_no_other_host_and_no_axe_finding(
    visit, address: str, size: tuple[int, int], scheme: str
) -> None:
    with visit(address, size, scheme=scheme) as seen:
        for summary in seen.page.locator("article details").all():
            summary.evaluate("element => element.open = true")
        found = Axe().run(seen.page).response["violations"]
        said = [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]
        assert not said
        assert not seen.console
        assert not seen.strangers


@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROW], ids=["desktop", "phone", "narrow"])
def test_nothing_scrolls_sideways(visit, address: str, size: tuple[int, int]) -> None:
    with visit(address, size) as seen:
        for details in seen.page.locator("article details").all():
            details.evaluate("element => element.open = true")
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_sidebar_beside_the_content_on_a_desk_and_above_it_on_a_phone(visit, home: str) -> None:
    with visit(home, DESKTOP) as seen:
        side = seen.page.locator(".acad-profile").bounding_box()
        text = seen.page.locator("article").bounding_box()
        assert side["x"] + side["width"] <= text["x"]
        assert side["y"] < 200
    with visit(home, PHONE) as seen:
        side = seen.page.locator(".acad-profile").bounding_box()
        text = seen.page.locator("article p:visible").first.bounding_box()
        assert side["x"] >= 0
        assert side["width"] <= 390
        assert side["y"] + side["height"] <= text["y"] + 1
        assert seen.page.locator(".acad-profile__name").is_visible()
        assert seen.page.locator(".acad-profile__links a").first.is_visible()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_everything_can_be_read_without_javascript(visit, home: str, size: tuple[int, int]) -> None:
    with visit(home, size, javascript=False) as seen:
        page = seen.page
        assert page.locator("h1").count() == 1
        for title in ("News", "Publications", "Honors", "Educations", "Talks", "Internships"):
            assert page.locator("article h2", has_text=title).is_visible()
        assert page.locator(".acad-pub__title:visible").count() == 12
        assert page.locator(".acad-row__body:visible").count() == 9
        bibtex = page.locator(".acad-pub summary", has_text="BibTeX").first
        code = page.locator(".acad-pub pre code").first
        assert not code.is_visible()
        bibtex.click()
        assert code.is_visible()
        assert "@" in code.inner_text()
        assert page.locator(".acad-copy:visible").count() == 0, "no dead control"


def test_bibtex_opens_by_keyboard_and_can_be_copied(visit, home: str, browser) -> None:
    with visit(home) as seen:
        page = seen.page
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        summary = page.locator(".acad-pub summary", has_text="BibTeX").first
        summary.focus()
        page.keyboard.press("Enter")
        code = page.locator(".acad-pub pre code").first
        assert code.is_visible()
        page.locator(".acad-pub .acad-copy").first.click()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.strip() == code.inner_text().strip()


def test_the_keyboard_stays_at_the_button_that_copies(visit, home: str) -> None:
    with visit(home, PHONE) as seen:
        page = seen.page
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        summary = page.locator(".acad-pub summary", has_text="BibTeX").first
        summary.focus()
        page.keyboard.press("Enter")
        row = page.locator(".acad-pub", has=page.locator("details[open]")).first
        button, code = row.locator(".acad-copy"), row.locator("pre code")
        row.locator("pre code[tabindex]").wait_for()
        page.wait_for_function("document$")  # Material's script lets the keyboard in, too
        page.keyboard.press("Tab")
        is_focused = "one => document.activeElement === one"
        assert button.evaluate(is_focused)
        page.keyboard.press("Enter")
        row.locator(".acad-copy", has_text="Copied").wait_for()
        assert button.evaluate(is_focused)
        page.keyboard.press("Enter")  # pressed twice: the word comes back all the same
        row.locator(".acad-copy", has_text="Copy to clipboard").wait_for()
        page.wait_for_timeout(1800)
        assert button.inner_text() == "Copy to clipboard"
        assert button.evaluate(is_focused)
        assert button.get_attribute("aria-live") == "polite"
        page.keyboard.press("Tab")
        assert code.evaluate(is_focused)
        assert row.get_by_role("group", name="BibTeX", exact=True).count() == 1
        assert code.evaluate("one => one.scrollWidth > one.clientWidth"), "there is a reason"
        page.keyboard.press("Tab")
        assert not row.locator("pre, code").evaluate_all(f"all => all.some({is_focused})")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_what_opens_leaves_its_button_where_it_is(
    visit, served: Serve, size: tuple[int, int], javascript: bool
) -> None:
    url = served(built(SITES["demo"][0])) + "/publications/"
    with visit(url, size, javascript=javascript) as seen:
        page = seen.page
        row = page.locator(".acad-pub", has_text="Abstract").filter(has_text="BibTeX").first
        folds = [row.locator("summary", has_text=word) for word in ("Abstract", "BibTeX")]
        folds += page.locator(".acad-filters summary").all()
        assert len(folds) >= 3
        for fold in folds:
            fold.scroll_into_view_if_needed()
            before = fold.bounding_box()
            fold.click()
            assert fold.bounding_box() == before
            inside = fold.locator("xpath=following-sibling::*[1]")
            assert inside.is_visible()
            shown = inside.bounding_box()
            assert shown["y"] >= before["y"] + before["height"] - 1, "below all buttons"
            holder = fold.locator("xpath=../..").bounding_box()
            assert shown["x"] + shown["width"] <= holder["x"] + holder["width"] + 1
            fold.click()
            assert fold.bounding_box() == before
            assert not inside.is_visible()


def test_search_finds_a_paper(visit, home: str) -> None:
    with visit(home) as seen:
        seen.page.keyboard.press("/")
        seen.page.keyboard.type("ADTopk")
        page = "publications/ming2024adtopk/"
        result = seen.page.locator(f".md-search-result__item a[href*='{page}']").first
        result.wait_for(state="visible", timeout=10_000)
        assert "ADTopk" in result.inner_text()


def test_prose_lines_are_short_enough_to_read(visit, home: str) -> None:
    with visit(home, DESKTOP) as seen:
        longest = seen.page.evaluate(
            """() => Math.max(...[...document.querySelectorAll('article p')].map(p => {
                const range = document.createRange(), text = p.firstChild;
                if (!text || text.nodeType !== 3 || text.length < 200) return 0;
                let longest = 0, start = 0, top = null;
                for (let i = 0; i < text.length; i++) {
                    range.setStart(text, i); range.setEnd(text, i + 1);
                    const box = range.getBoundingClientRect();
                    if (top !== null && box.top > top + 5) {
                        longest = Math.max(longest, i - start); start = i;
                    }
                    top = box.top;
                }
                return longest;
            }))"""
        )
        assert 40 < longest <= 82


def test_print_shows_no_navigation(visit, home: str) -> None:
    with visit(home) as seen:
        seen.page.emulate_media(media="print")
        assert not seen.page.locator("header.md-header").is_visible()
        assert seen.page.locator(".acad-pub__title:visible").count() == 12


def test_references_of_a_papers_page_can_be_copied(visit, served: Serve) -> None:
    url = served(built(SITES["demo"][0])) + "/publications/chen2026mirror/"
    with visit(url) as seen:
        seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        seen.page.locator(".acad-paper summary", has_text="Cite").click()
        panel = seen.page.locator(".acad-panel", has_text="IEEE")
        panel.locator(".acad-copy").click()
        panel.locator(".acad-copy", has_text="Copied").wait_for()
        copied = seen.page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("陈静怡, N. Vestergård, Ε. Καλλιγά, and Ł. Brzeziec, “Mirror")
        assert copied.endswith("doi: 10.5555/icic.2026.0017.")
    with visit(url, javascript=False) as seen:
        assert not seen.page.locator(".acad-reference").first.is_visible()
        seen.page.locator(".acad-paper summary", has_text="Cite").click()
        assert seen.page.locator(".acad-reference").first.is_visible()


def test_bibtex_of_a_papers_page_can_be_copied(visit, served: Serve) -> None:
    url = served(built(SITES["demo"][0])) + "/publications/chen2026mirror/"
    with visit(url) as seen:
        seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        seen.page.locator(".acad-copy").click()
        seen.page.locator(".acad-copy", has_text="Copied").wait_for()
        copied = seen.page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("@inproceedings{chen2026mirror,")
        assert copied.endswith("}")
        pressed = seen.page.locator(".acad-copy").inner_text()
        assert pressed == "Copied to clipboard"
    with visit(url, javascript=False) as seen:
        assert seen.page.locator(".acad-panel pre").is_visible()
        assert seen.page.locator(".acad-copy").count() == 0


@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROW], ids=["desktop", "phone", "narrow"])
def test_ways_from_a_papers_page(visit, served: Serve, size: tuple[int, int]) -> None:
    with visit(served(built(SITES["demo"][0])) + "/publications/chen2026mirror/", size) as seen:
        ways = seen.page.locator(".acad-ways a")
        assert ways.count() == 3
        newer, older, whole = (way.bounding_box() for way in ways.all())
        assert whole["y"] > older["y"], "the list comes last"
        if size == DESKTOP:
            assert newer["y"] == older["y"]
        else:
            assert newer["y"] + newer["height"] <= older["y"]
            assert not seen.page.locator(".acad-profile__links").is_visible()
        ways.last.click()
        seen.page.wait_for_url("**/publications/")
        assert seen.page.locator(".acad-pub").count() > 10


def names(page: Page, role: str) -> list[str]:
    """Return what Chromium itself tells a screen reader; Playwright computes names of its own."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [one["name"]["value"] for one in nodes if one["role"]["value"] == role]


def test_formulas_of_titles_are_read_out(visit, served: Serve, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Papers\n\n{{ publications() }}\n", "utf-8")
    said = 'Sorting in $O(n \\log n)$ & "less"'
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A\ntheme: {name: academic}\n"
        "plugins: [{macros: {modules: [mkdocs_academic]}}, academic]\n"
        "extra: {academic: {publications: {entries: [\n"
        f"  {{key: a, title: '{said}', author: A B, year: 2024, url: 'https://example.org/'}},\n"
        "  {key: b, title: Plain, author: A B, year: 2023}]}}}\n",
        "utf-8",
    )
    home, title = served(built(tmp_path / "mkdocs.yml")), 'Sorting in O(n log n) & "less"'
    with visit(f"{home}/") as seen:
        assert title in names(seen.page, "link")
        assert seen.page.locator(".acad-pub__title a[aria-label]").count() == 1
    with visit(f"{home}/publications/a/") as seen:
        assert title in names(seen.page, "heading")
    with visit(f"{home}/publications/b/") as seen:
        assert f"Newer {title}" in names(seen.page, "link")
        assert seen.page.locator("h1[aria-label]").count() == 0
