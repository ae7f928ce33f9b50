"""A page without the engine's script until its reader moves: nothing is missed meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from mkdocs_academic import late_script

from ..conftest import ROOT
from ..engines import built, run
from ..test_mkdocs import site
from .conftest import DESKTOP, PHONE

DEMO = ROOT / "mkdocs.yml"
BUNDLE = '<script src="../assets/javascripts/bundle.0a1b.min.js"></script>'


class Opened:
    """A page, and the files it has asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def has_asked(self, part: str) -> bool:
        return any(part in url for url in self.asked)

    def settle(self) -> None:
        self.page.wait_for_function("window.document$ !== undefined")


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Opened]]:
    contexts: list[Any] = []

    def at(url: str, size: tuple[int, int] = DESKTOP, scheme: str = "light") -> Opened:
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
        contexts.append(context)
        found = Opened(context.new_page())
        found.page.goto(url)
        found.page.wait_for_load_state("networkidle")
        return found

    yield at
    for context in contexts:
        context.close()


@pytest.fixture
def demo(served: Callable[[Path], str]) -> str:
    return served(built(DEMO))


PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(252, 253, 252)", "rgb(17, 20, 19)"


def test_a_home_page_comes_without_script_and_index(opened: Any, demo: str) -> None:
    home = opened(f"{demo}/")
    assert not home.has_asked("bundle")
    assert not home.has_asked("search_index")
    assert not home.page.evaluate("document.documentElement.classList.contains('no-js')")
    home.page.mouse.move(200, 300)
    home.settle()
    home.page.wait_for_load_state("networkidle")
    assert home.has_asked("search_index")
    assert sum("bundle" in url for url in home.asked) == 1
    home.page.mouse.wheel(0, 900)
    assert sum("bundle" in url for url in home.asked) == 1
    assert not home.errors


def test_pages_with_tables_or_code_have_it_without_a_move(opened: Any, demo: str) -> None:
    look = opened(f"{demo}/look/")
    look.settle()
    assert look.has_asked("bundle")
    look.page.locator(".md-typeset__table > table").first.wait_for()
    fonts = [url for url in look.asked if "newsreader" in url]
    assert max(map(look.asked.index, fonts)) < next(
        at for at, url in enumerate(look.asked) if "bundle" in url
    )
    assert not look.errors
    assert not opened(f"{demo}/publications/").has_asked("bundle")
    assert not opened(f"{demo}/publications/chen2026mirror/").has_asked("bundle")


@pytest.mark.parametrize(("scheme", "color"), [("light", LIGHT), ("dark", DARK)])
def test_the_first_visit_follows_the_system(
    opened: Any, demo: str, scheme: str, color: str
) -> None:
    home = opened(f"{demo}/", scheme=scheme)
    assert home.page.evaluate(PAPER) == color
    home.page.mouse.move(200, 300)
    home.settle()
    assert home.page.evaluate(PAPER) == color


def test_the_palette_answers_to_the_first_press(opened: Any, demo: str) -> None:
    home = opened(f"{demo}/", PHONE)
    buttons = home.page.locator("[data-md-component=palette] label:visible")
    assert buttons.count() == 1
    assert not home.has_asked("bundle")
    buttons.dispatch_event("pointerdown")
    buttons.dispatch_event("click")  # before the script can be there
    home.settle()
    home.page.wait_for_function("document.body.dataset.mdColorMedia?.includes('light')")
    assert buttons.count() == 1
    assert buttons.get_attribute("title") == "Switch to dark mode"
    buttons.click()
    assert home.page.evaluate(PAPER) == DARK
    home.page.reload()
    home.page.wait_for_load_state("networkidle")
    assert home.page.evaluate(PAPER) == DARK, "remembered, without the script"
    assert home.page.evaluate("window.document$ === undefined")
    assert buttons.get_attribute("title") == "Switch to system preference"
    assert not home.errors


def test_a_late_script_wraps_what_it_wraps_when_it_comes_in_time(opened: Any, demo: str) -> None:
    """It counts on an event that is over by then."""
    page = opened(f"{demo}/components/").page
    page.locator(".md-typeset__scrollwrap table").wait_for()
    assert page.locator(".md-typeset__scrollwrap").count() == 1, "once"


def test_search_by_key_and_by_pointer(opened: Any, demo: str) -> None:
    home = opened(f"{demo}/")
    home.page.keyboard.type("/mirror")  # without waiting for anything
    home.page.locator(".md-search-result__item").first.wait_for()
    other = opened(f"{demo}/")
    other.page.locator("[name=query]").click()
    other.page.keyboard.type("mirror")
    other.page.locator(".md-search-result__item").first.wait_for()
    phone = opened(f"{demo}/", PHONE)
    phone.page.locator(".acad-tools > label[for=__search]").click()
    phone.page.wait_for_function("document.activeElement.name === 'query'")
    phone.page.keyboard.type("mirror")
    phone.page.locator(".md-search-result__item").first.wait_for()


def test_keys_of_the_browser_stay_its_own(opened: Any, demo: str) -> None:
    home = opened(f"{demo}/")
    home.page.keyboard.press("Control+f")
    home.settle()
    assert home.page.evaluate("document.activeElement.name") != "query"


def test_a_search_that_was_sent_along(opened: Any, demo: str) -> None:
    home = opened(f"{demo}/?q=mirror")
    home.page.locator(".md-search-result__item").first.wait_for()


def test_the_menu_opens_with_the_first_touch(opened: Any, demo: str) -> None:
    home = opened(f"{demo}/", PHONE)
    home.page.locator(".acad-menu").click()
    link = home.page.locator(".md-nav--primary .md-nav__link:visible", has_text="Talks").first
    link.wait_for()
    home.settle()
    assert link.is_visible()
    assert not home.errors


# -- what does not wait --


def test_the_script_is_put_aside_whole() -> None:
    html = f"<p></p>{BUNDLE}<script src='x' type=\"module\"></script>"
    waiting = '<template data-late="../assets/javascripts/bundle.0a1b.min.js"></template>'
    assert late_script.postponed(html) == html.replace(BUNDLE, waiting)


@pytest.mark.parametrize(
    "other",
    [
        '<script src="mathjax.js"></script>',
        '<script async src="https://example.org/a.js"></script>',
        "<script>document$.subscribe(() => {})</script>",
        '<div data-md-component="consent"></div>',
        '<div data-md-component="outdated"></div>',
        '{"base": ".", "features": ["toc.follow", "navigation.instant"]}',
    ],
)
def test_a_page_on_which_others_count_on_it_stays(other: str) -> None:
    assert late_script.postponed(BUNDLE + other) == BUNDLE + other
    assert late_script.postponed(other) == other


@pytest.mark.parametrize(
    "content",
    ["<table>", '<div class="highlight"></div>', '<div class="tabbed-set tabbed-alternate">'],
)
def test_a_page_to_which_it_adds_something_waits_for_the_fonts(content: str) -> None:
    waiting = '<template data-late="../assets/javascripts/bundle.0a1b.min.js" data-on="load">'
    assert late_script.postponed(BUNDLE + content) == f"{waiting}</template>{content}"


def test_it_can_be_switched_off(tmp_path: Path) -> None:
    config = site(tmp_path, "late_script: no")
    assert run("mkdocs", "build", "-q", "-f", str(config)).returncode == 0
    assert "data-late" not in (tmp_path / "site" / "index.html").read_text("utf-8")
