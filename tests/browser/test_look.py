"""What a reader sees, measured: contrast, lines, targets, weight, shift, policy, their wishes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from audit import readings, sites
from mkdocs_academic.palettes import ACCENTS

from ..conftest import ROOT
from ..engines import built, run
from ..test_mkdocs import site
from .conftest import DESKTOP, NARROW, PHONE

DEMO = ROOT / "mkdocs.yml"
RESEARCHER = ROOT / "tests" / "sites" / "researcher" / "mkdocs.yml"
SITES = sites.SITES
OPEN = "document.querySelectorAll('article details').forEach(one => one.open = true)"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
Serve = Callable[[Path], str]
Open = Callable[..., Any]


@pytest.fixture
def opened(browser: Browser) -> Open:
    @contextmanager
    def at(url: str, size: tuple[int, int] = DESKTOP, **options: Any) -> Iterator[Page]:
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, **options)  # type: ignore[arg-type]
        page = context.new_page()
        if url:
            page.goto(url)
            page.wait_for_load_state("networkidle")
        yield page
        context.close()

    return at


# -- contrast --

PAINTED = """
accent: ACCENT
look: LOOK
citations: {total: 260000+, papers: {a: 64}}
talks: [{date: 2099-01-01, title: A talk}]
publications:
  layout: cards
  legend: {"*": equal}
  entries:
  - {key: a, title: A Star, year: 2024, author: Ada Example*, abbr: STAR, journal: Night,
     award: Best, abstract: Dark, tags: [CCF-A, JCR Q1, IF 3], code: "https://example.org"}
"""


def painted(folder: Path, look: str, accent: str = "") -> Path:
    settings = PAINTED.replace("LOOK", look)
    line = f'accent: "{accent}"' if accent else ""
    page = "# Home\n\nHere {{ citation_badge() }} and [there](index.md).\n\n{{ sections() }}\n"
    config = site(folder, settings.replace("accent: ACCENT", line), page)
    result = run("mkdocs", "build", "-q", "-f", str(config))
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "site"


OWN = ["#7a1f3d", "#ffd700", "#00ff00", "#0000ff", "#777777", "#ff6600"]


@pytest.mark.parametrize("accent", ["", *OWN])
@pytest.mark.parametrize("look", ["viridian"])
def test_every_accent_can_be_read(
    opened: Open, served: Serve, tmp_path: Path, look: str, accent: str
) -> None:
    url = served(painted(tmp_path, look, accent)) + "/"
    for scheme in ("light", "dark"):
        with opened(url, color_scheme=scheme) as page:
            page.evaluate(OPEN)
            found = readings.contrast(page)
            assert found.ratio >= 4.99, (scheme, found)


@pytest.mark.parametrize("look", [look for look in ACCENTS if look != "viridian"])
def test_every_look_can_be_read(opened: Open, served: Serve, tmp_path: Path, look: str) -> None:
    test_every_accent_can_be_read(opened, served, tmp_path, look, "")


def test_the_own_accent_is_what_is_painted(opened: Open, served: Serve, tmp_path: Path) -> None:
    url = served(painted(tmp_path, "plum", "#7a1f3d")) + "/"
    painted_in = "getComputedStyle(document.querySelector('.acad-tag--a')).backgroundColor"
    for scheme, color in (("light", "rgb(122, 31, 61)"), ("dark", "rgb(245, 163, 181)")):
        with opened(url, color_scheme=scheme) as page:
            assert page.evaluate(painted_in) == color


@pytest.mark.parametrize("path", ["", "components/", "publications/chen2026mirror/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(opened: Open, served: Serve, path: str, scheme: str) -> None:
    with opened(f"{served(built(DEMO))}/{path}", color_scheme=scheme) as page:
        page.evaluate(OPEN)
        assert readings.contrast(page).ratio >= 5


def test_who_wishes_more_contrast_gets_it(opened: Open, served: Serve) -> None:
    ink = "getComputedStyle(document.querySelector('.acad-row__date')).color"
    with opened(served(built(DEMO)) + "/") as page:
        usual, ratio = page.evaluate(ink), readings.contrast(page).ratio
    with opened(served(built(DEMO)) + "/", contrast="more") as page:
        assert page.evaluate(ink) == "rgb(22, 26, 24)" != usual
        assert readings.contrast(page).ratio > ratio


def test_the_reading_finds_what_is_pale(opened: Open) -> None:
    with opened("") as page:
        page.set_content("<p style='color: #777; background: #fff'>pale</p><p>black</p>")
        found = readings.contrast(page)
        assert found.ratio == pytest.approx(4.48, abs=0.01)
        assert "pale" in found.text


# -- density --


def test_density_sets_lines_closer_or_further_apart(
    opened: Open, served: Serve, tmp_path: Path
) -> None:
    heights: dict[str, float] = {}
    for density in ("compact", "regular", "airy"):
        items = "".join(f"- {{date: {year}, text: One}}\n" for year in range(2001, 2021))
        settings = f"density: {density}\nnews:\n{items}"
        config = site(tmp_path / density, settings)
        assert run("mkdocs", "build", "-q", "-f", str(config)).returncode == 0
        with opened(served(tmp_path / density / "site") + "/") as page:
            heights[density] = page.locator(".acad-news").bounding_box()["height"]
    assert heights["compact"] < heights["regular"] * 0.95
    assert heights["airy"] > heights["regular"] * 1.05


# -- lines, targets, first screen --


@pytest.mark.parametrize("path", ["", "publications/", "components/", "look/", "sections/news/"])
def test_no_line_of_prose_is_too_long(opened: Open, served: Serve, path: str) -> None:
    with opened(f"{served(built(DEMO))}/{path}") as page:
        page.evaluate(OPEN)
        longest = readings.longest_line(page)
        assert 40 < longest[0] <= 82, longest[1]


def test_no_line_of_an_abstract_is_too_long(opened: Open, served: Serve) -> None:
    with opened(served(built(ROOT / "tests" / "sites" / "author_profile" / "mkdocs.yml"))) as page:
        page.evaluate(OPEN)
        longest = readings.longest_line(page)
        assert 60 < longest[0] <= 82, longest[1]


@pytest.mark.parametrize("config", [DEMO, RESEARCHER], ids=["demo", "researcher"])
def test_the_first_screen_of_a_phone(opened: Open, served: Serve, config: Path) -> None:
    with opened(served(built(config)) + "/", PHONE) as page:
        for part in ("name", "role", "affiliation", "links a"):
            box = page.locator(f".acad-profile__{part}").first.bounding_box()
            assert box
            assert box["y"] + box["height"] < 400, part
        assert readings.lines_at_once(page, PHONE[1]) >= 12


# Links in running text may be smaller (WCAG 2.2, 2.5.8).
TARGETS = """least => [...document.querySelectorAll("a, button, summary, label, select, input")]
  .filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter(one => !one.matches(".md-overlay, .md-skip, .md-search *, .headerlink, .md-nav__title"))
  .filter(one => !one.matches("p .acad-badge"))
  .filter(one => getComputedStyle(one).display !== "inline")
  .map(one => [one.getBoundingClientRect(), one])
  .map(([box, one]) => [Math.min(box.width, box.height), one])
  .filter(([size]) => size > 1 && size < least)
  .map(([size, one]) => `${size} ${one.tagName} ${one.className} ${one.textContent.trim()}`)
"""


KINDS = [
    (SITES[name], path)
    for name, paths in sites.PAGES.items()
    for path in (*paths, *(["people/nora/"] if name == "demo" else []))
]


@pytest.fixture(params=KINDS, ids=lambda pair: f"{pair[0].parent.name}/{pair[1]}")
def kind(request: pytest.FixtureRequest, served: Serve) -> str:
    """Return the address of one page of every kind."""
    config, path = request.param
    return f"{served(built(config))}/{path}"


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_targets_are_large_enough(opened: Open, kind: str, size: tuple[int, int]) -> None:
    with opened(kind, size) as page:
        assert not page.evaluate(TARGETS, 23.9)


# What one comes for on a phone; the other 24 pixels are for what may be missed.
MAIN = """() => [...document.querySelectorAll(`
    .acad-tools > label, [data-md-component=palette] label, .acad-profile > a,
    .acad-profile__links a, .acad-chips label, .acad-filters summary, .acad-find input,
    .acad-actions > a, .acad-actions > details > summary, .acad-more > summary, .acad-ways a,
    .acad-footer__pages a, .md-nav--primary :is(a, label).md-nav__link:not(.md-nav__container)`)]
  .filter(one => one.checkVisibility({ visibilityProperty: true }))
  .filter(one => !one.matches(".md-nav__toggle ~ .md-nav .md-nav--secondary *"))
  .map(one => [one.getBoundingClientRect(), one])
  .map(([box, one]) => [box.width, box.height, `${one.className} ${one.textContent.trim()}`])
  .filter(([width]) => width > 1)
"""


def test_the_main_targets_of_a_phone_are_larger(opened: Open, kind: str) -> None:
    with opened(kind, PHONE) as page:
        page.locator(".acad-menu").click()
        page.wait_for_timeout(300)
        found = page.evaluate(MAIN)
        assert len(found) > 3, "search, palette, menu, and a page in it"
        assert not [one for one in found if min(one[:2]) < 43.9]


# -- wishes --


@pytest.mark.parametrize(
    "path", ["", "publications/", "components/", "publications/chen2026mirror/"]
)
def test_twice_the_size_and_nothing_scrolls_sideways(
    opened: Open, served: Serve, path: str
) -> None:
    half = (DESKTOP[0] // 2, DESKTOP[1] // 2)  # what 200 % leave of a window
    for size in (half, (640, 400), NARROW):
        with opened(f"{served(built(DEMO))}/{path}", size) as page:
            page.evaluate(OPEN)
            assert page.evaluate(SIDEWAYS) <= 0, size


@pytest.mark.parametrize("look", ["researcher", "filters"])
def test_forced_colors_leave_nothing_unseen(opened: Open, served: Serve, look: str) -> None:
    url = served(built(ROOT / "tests" / "sites" / look / "mkdocs.yml")) + "/"
    with opened(url, forced_colors="active") as page:
        chosen = page.locator(".acad-chips input:checked + span").first
        assert "px" in chosen.evaluate("one => getComputedStyle(one).outlineWidth")
        assert chosen.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
        page.locator(".acad-actions a").first.focus()
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        assert page.locator(".acad-tag").first.is_visible()


def test_reduced_motion_stops_what_moves(opened: Open, served: Serve) -> None:
    lasting = """[...document.querySelectorAll("*")].filter(one =>
      getComputedStyle(one).transitionProperty !== "none" &&
      parseFloat(getComputedStyle(one).transitionDuration) > 0).length"""
    with opened(served(built(DEMO)) + "/") as page:
        assert page.evaluate(lasting) > 0, "there is something to stop"
    with opened(served(built(DEMO)) + "/", reduced_motion="reduce") as page:
        assert page.evaluate(lasting) == 0
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


# -- what is sent --


def test_a_first_visit_is_light(opened: Open) -> None:
    with sites.served(built(DEMO)) as url, opened("", PHONE) as page:
        found = readings.weight(page, url)
    assert 100_000 < found.whole <= 180_000
    assert 30_000 < found.rest <= 105_000
    assert not found.strangers


@pytest.mark.parametrize(
    "path",
    ["", "publications/", "publications/chen2026mirror/", "cv/", "components/", "languages/"],
)
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_jumps(opened: Open, path: str, size: tuple[int, int]) -> None:
    with sites.served(built(DEMO)) as url, opened("", size) as page:
        assert readings.shift(page, url + path) <= 0.005


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize(
    ("name", "path"),
    [
        *(("demo", path) for path in ("", "publications/", "publications/chen2026mirror/")),
        *(("demo", path) for path in ("cv/", "components/", "languages/")),
        ("author_profile", ""),
        ("researcher", ""),
    ],
)
def test_nothing_jumps_where_the_fonts_come_after_the_first_paint(
    opened: Open, name: str, path: str, size: tuple[int, int]
) -> None:
    settings = DEMO if name == "demo" else ROOT / "tests" / "sites" / name / "mkdocs.yml"
    with sites.served(built(settings), fonts_late=1.2) as url, opened("", size) as page:
        assert readings.shift(page, url + path) <= 0.005
        came, painted = page.evaluate(
            """() => [
              Math.min(...performance.getEntriesByType("resource")
                .filter(one => one.name.endsWith(".woff2")).map(one => one.responseEnd)),
              performance.getEntriesByName("first-contentful-paint")[0].startTime]"""
        )
        assert painted < came, "the stand-ins were seen"


@pytest.mark.parametrize(
    ("family", "shape"),
    [
        *(("Newsreader Text", f"{weight} 18px") for weight in (400, 560, 650)),
        ("Newsreader Text", "italic 400 16px"),
        ("Newsreader Display", "450 27px"),
        *(("Figtree", f"{weight} 14px") for weight in (400, 500, 600)),
    ],
)
def test_what_stands_in_until_a_font_comes_is_as_wide(
    opened: Open, served: Serve, family: str, shape: str
) -> None:
    manual = (ROOT / "docs" / "start.md").read_text("utf-8")
    text = " ".join(re.findall(r"[A-Za-z][A-Za-z',.;]*", manual))[:4000]
    width = """async ([font, text]) => {
      await document.fonts.load(font)
      const context = document.createElement("canvas").getContext("2d")
      context.font = font
      return context.measureText(text).width
    }"""
    with opened(served(built(DEMO)) + "/") as page:
        ours = page.evaluate(width, [f'{shape} "{family}"', text])
        other = page.evaluate(width, [f'{shape} "{family} fb"', text])
        assert ours == pytest.approx(other, rel=0.015)


@pytest.mark.parametrize("path", sites.PAGES["demo"])
def test_a_strict_policy_refuses_nothing_of_ours(opened: Open, path: str) -> None:
    folder = built(DEMO)
    with (
        sites.served(folder, {"Content-Security-Policy": readings.policy(folder)}) as url,
        opened("") as page,
    ):
        assert readings.violations(page, url + path) == []
        assert (
            page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"
        )
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<i style=\"color: red\">')")
        page.wait_for_timeout(200)
        assert page.evaluate("violations"), "the policy is in force"
