"""The look on other engines, both variants of Zensical among them: measured against MkDocs'."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from ..test_engines import OTHERS, built
from .conftest import DESKTOP, NARROW, PHONE

TABLET = (800, 900)
PAGES = {"home": "", "profile": "profile/", "publications": "publications/"}
PAGES |= {"components": "components/"}
SEEDS = ("researcher", "author_profile")
ZENSICAL = ("zensical", "modern")
Serve = Callable[[Path], str]

# What the theme draws; search and drawer are an engine's own.
PARTS = """
.acad-header, .acad-brand, .acad-tabs a, .acad-tools > :not(.md-search),
.acad-tools .md-header__option label:not([hidden]), .acad-tools svg:not(.md-search *),
.acad-side, .acad-side :is(.acad-portrait, p, b, li, a, span, svg),
.md-content, .md-content article > *, .md-content :is(h1, h2, h3, p, li, a, code, pre, th, td),
.md-content :is([class^=acad], [class*=" acad"]), .md-content :is(details, summary, .admonition),
.acad-footer, .acad-footer *
"""
BESIDE = ", .acad-column > .md-sidebar--secondary, .md-sidebar--secondary :is(.md-nav__title, a)"
WIDE = ", .md-sidebar--primary .md-nav__link"
MEASURE = """parts => {
  const bare = of => [...of.classList].filter(one => !one.startsWith("md-header--")).join(".")
  const look = ["color", "backgroundColor", "fontFamily", "fontSize", "fontWeight", "fontStyle"]
  look.push("lineHeight", "letterSpacing", "textDecorationLine", "textAlign", "opacity")
  look.push("fontVariantNumeric", "borderTopWidth", "borderTopColor", "borderInlineStartWidth")
  const shown = []
  for (const one of document.querySelectorAll(parts)) {
    const box = one.getBoundingClientRect()
    const theirs = ".headerlink, .md-clipboard, .highlight *, .md-sidebar-button__wrapper"
    if (one.matches(theirs) || !(box.width || box.height)) continue
    const style = getComputedStyle(one)
    const text = one.children.length ? "" : one.textContent.trim().slice(0, 24)
    shown.push({
      name: `${one.tagName.toLowerCase()}.${bare(one)} ${text}`,
      box: [box.x + scrollX, box.y + scrollY, box.width, box.height],
      look: look.map(name => `${name}: ${style[name]}`),
    })
  }
  return shown
}"""
STILL = """
html { scrollbar-gutter: auto !important }  /* reserved where no scroll bar is drawn */
*, ::before, ::after { transition: none !important; animation: none !important }
"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def opened(browser: Browser) -> Callable[..., Any]:
    @contextmanager
    def at(url: str, size: tuple[int, int], scheme: str = "light") -> Iterator[Page]:
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(url)
        page.mouse.move(1, size[1] - 1)  # MkDocs' script may wait for it
        page.wait_for_load_state("networkidle")
        page.add_style_tag(content=STILL)
        yield page
        context.close()

    return at


def measured(page: Page, size: tuple[int, int]) -> list[dict[str, Any]]:
    if page.locator("article table:not([class])").count():
        page.locator(".md-typeset__scrollwrap").first.wait_for()  # MkDocs' script may come late
    parts = PARTS + {DESKTOP: BESIDE + WIDE, TABLET: BESIDE}.get(size, "")
    found: list[dict[str, Any]] = page.evaluate(MEASURE, parts)
    return found


def differences(ours: list[dict[str, Any]], theirs: list[dict[str, Any]]) -> list[str]:
    """Return what is elsewhere by more than a pixel, or looks another way."""
    told = []
    for one, other in zip(ours, theirs, strict=False):
        if one["name"] != other["name"]:
            return [*told, f"{one['name']} ≠ {other['name']}"]
        if any(abs(a - b) > 1 for a, b in zip(one["box"], other["box"], strict=True)):
            told.append(f"{one['name']}: {one['box']} ≠ {other['box']}")
        told += [
            f"{one['name']}: {a} ≠ {b}"
            for a, b in zip(one["look"], other["look"], strict=True)
            if a != b
        ]
    return told if len(ours) == len(theirs) else [*told, f"{len(ours)} ≠ {len(theirs)} parts"]


_wanted: dict[object, list[dict[str, Any]]] = {}  # MkDocs' pages, measured once


@pytest.mark.parametrize("engine", OTHERS)
@pytest.mark.parametrize("name", PAGES)
def test_it_looks_the_same(
    name: str, engine: str, opened: Any, served: Serve, built_by_engines: Path
) -> None:
    ours, theirs = (served(built(one, "demo", built_by_engines)) for one in ("mkdocs", engine))
    looks = [(DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light"), (NARROW, "light")]
    looks += [(TABLET, "light")] if name == "components" else []
    for size, scheme in looks if engine in ZENSICAL else looks[:1]:
        case = (name, size, scheme)
        if case not in _wanted:
            with opened(f"{ours}/{PAGES[name]}", size, scheme) as page:
                _wanted[case] = measured(page, size)
        with opened(f"{theirs}/{PAGES[name]}", size, scheme) as page:
            found = measured(page, size)
            assert page.evaluate(SIDEWAYS) <= 0, size
        assert len(found) > 60
        assert differences(_wanted[case], found)[:8] == [], (size, scheme)


@pytest.mark.parametrize("engine", ZENSICAL)
@pytest.mark.parametrize("name", SEEDS)
def test_other_sites_look_the_same(
    name: str, engine: str, opened: Any, served: Serve, built_by_engines: Path
) -> None:
    ours, theirs = (served(built(one, name, built_by_engines)) for one in ("mkdocs", engine))
    for size, scheme in ((DESKTOP, "light"), (PHONE, "light"), (DESKTOP, "dark")):
        with opened(f"{ours}/", size, scheme) as page:
            wanted = measured(page, size)
        with opened(f"{theirs}/", size, scheme) as page:
            assert differences(wanted, measured(page, size))[:8] == [], (size, scheme)


def test_a_difference_is_found(opened: Any, served: Serve, built_by_engines: Path) -> None:
    url = served(built("modern", "demo", built_by_engines))
    with opened(f"{url}/components/", DESKTOP) as page:
        whole = measured(page, DESKTOP)
        page.evaluate("document.querySelector('link[href*=\"zensical.css\"]').remove()")
        page.wait_for_timeout(100)
        assert len(differences(whole, measured(page, DESKTOP))) > 20


OURS = ".acad-header, .acad-side, .md-content, .acad-footer"
THEIRS = ".md-search, .md-sidebar-button__wrapper, .headerlink, .md-clipboard, .md-code__nav"


@pytest.mark.parametrize("engine", ZENSICAL)
@pytest.mark.parametrize("name", PAGES)
def test_no_axe_finding_in_what_is_ours(
    name: str, engine: str, opened: Any, served: Serve, built_by_engines: Path
) -> None:
    url = served(built(engine, "demo", built_by_engines))
    for size, scheme in ((DESKTOP, "light"), (PHONE, "dark")):
        with opened(f"{url}/{PAGES[name]}", size, scheme) as page:
            ran = Axe().run(page).response
            assert len(ran["passes"]) > 20
            found = [
                (rule["id"], node["html"][:120])
                for rule in ran["violations"]
                for node in rule["nodes"]
                if page.evaluate(
                    "([at, ours, theirs]) => { const one = document.querySelector(at);"
                    " return one.closest(ours) && !one.closest(theirs) }",
                    [node["target"][0], OURS, THEIRS],
                )
            ]
            assert found == [], (size, scheme)


def test_the_contents_open_on_the_phone(opened: Any, served: Serve, built_by_engines: Path) -> None:
    """`modern` has no contents in the drawer, but a button; wider, they stand beside the page."""
    url = f"{served(built('modern', 'demo', built_by_engines))}/components/"
    with opened(url, PHONE) as page:
        link = page.locator(".md-sidebar--secondary .md-nav__link").first
        assert (
            link.evaluate("one => getComputedStyle(one.closest('.md-sidebar__inner')).opacity")
            == "0"
        )
        page.locator(".md-sidebar-button").click()
        page.wait_for_timeout(100)
        box = link.bounding_box()
        assert 0 <= box["x"] <= box["x"] + box["width"] <= PHONE[0]
        link.click()
        assert page.url.endswith("#" + link.get_attribute("href").partition("#")[2])
    with opened(url, TABLET) as page:
        assert not page.locator(".md-sidebar-button").is_visible()


@pytest.mark.parametrize("engine", ZENSICAL)
def test_its_search_speaks_in_our_face(
    engine: str, opened: Any, served: Serve, built_by_engines: Path
) -> None:
    with opened(served(built(engine, "demo", built_by_engines)) + "/", DESKTOP) as page:
        page.locator(".md-search__button").click()
        field = page.locator("input:focus")
        field.wait_for()
        assert field.evaluate("one => getComputedStyle(one).fontFamily").startswith("Figtree")
        field.fill("mirror")
        page.get_by_text("Mirror Caches").first.wait_for()
