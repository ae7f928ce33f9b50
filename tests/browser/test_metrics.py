"""The author's header and the list with abstracts, as a reader meets them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from ..conftest import ROOT
from ..engines import built
from .conftest import DESKTOP, NARROW, PHONE

SITE = ROOT / "tests" / "sites" / "author_profile" / "mkdocs.yml"


@pytest.fixture
def home(served: Callable[[Path], str]) -> str:
    return served(built(SITE)) + "/"


@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROW], ids=["desktop", "phone", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_axe_finding_nothing_from_elsewhere_nothing_sideways(
    visit, home: str, size: tuple[int, int], scheme: str
) -> None:
    with visit(home, size, scheme=scheme) as seen:
        found = Axe().run(seen.page).response["violations"]
        assert not [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]
        assert not seen.console
        assert not seen.strangers
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("javascript", [True, False], ids=["with-script", "without"])
def test_an_abstract_shows_its_beginning_and_opens(visit, home: str, javascript: bool) -> None:
    with visit(home, javascript=javascript) as seen:
        entry = seen.page.locator(".acad-pub").first
        abstract = entry.locator(".acad-abstract p")
        line = float(abstract.evaluate("one => getComputedStyle(one).lineHeight").strip("px"))
        assert abstract.bounding_box()["height"] == pytest.approx(3 * line, abs=1)
        entry.locator(".acad-abstract summary").click()
        assert abstract.bounding_box()["height"] > 8 * line
        cut = "one => one.scrollHeight - one.clientHeight"
        assert abstract.evaluate(cut) <= 1


def test_the_abstract_opens_by_keyboard(visit, home: str) -> None:
    with visit(home) as seen:
        seen.page.locator(".acad-abstract summary").first.focus()
        seen.page.keyboard.press("Enter")
        assert seen.page.locator(".acad-abstract").first.get_attribute("open") is not None


@pytest.mark.parametrize("javascript", [True, False], ids=["with-script", "without"])
def test_categories_narrow_the_list(visit, home: str, javascript: bool) -> None:
    with visit(home, javascript=javascript) as seen:
        seen.page.locator('input[name=category][value="eess.IV"]').check()
        assert seen.page.locator(".acad-pub:visible").count() == 1
        shown = seen.page.locator(".acad-pub:visible .acad-category")
        assert shown.inner_text().startswith("IV")


def test_figures_and_bars_have_the_size_that_they_tell(visit, home: str) -> None:
    with visit(home) as seen:
        gauge = seen.page.locator(".acad-gauge").first
        whole, full = gauge.bounding_box(), gauge.locator("rect").bounding_box()
        assert full["width"] == pytest.approx(whole["width"] * 0.51, abs=0.5)
        bars = [one.bounding_box()["height"] for one in seen.page.locator(".acad-chart rect").all()]
        assert bars == pytest.approx([bars[-1] * number / 4 for number in (1, 1, 0, 1, 1, 1, 2, 4)])
        assert bars[-1] > 30


def test_a_bar_fills_from_where_lines_begin(visit, home: str) -> None:
    with visit(home) as seen:
        seen.page.evaluate("document.body.dir = 'rtl'")
        gauge = seen.page.locator(".acad-gauge").first
        whole, full = gauge.bounding_box(), gauge.locator("rect").bounding_box()
        assert full["x"] + full["width"] == pytest.approx(whole["x"] + whole["width"], abs=0.5)


@pytest.mark.parametrize("javascript", [True, False], ids=["with-script", "without"])
def test_paper_has_whole_abstracts_and_the_figures(visit, home: str, javascript: bool) -> None:
    with visit(home, javascript=javascript) as seen:
        seen.page.emulate_media(media="print")
        for abstract in seen.page.locator(".acad-abstract p").all():
            assert abstract.is_visible()
            assert abstract.evaluate("one => one.scrollHeight - one.clientHeight") <= 1
        assert not seen.page.locator(".acad-abstract summary").first.is_visible()
        assert seen.page.locator(".acad-metrics dd:visible").count() == 5
        assert seen.page.locator(".acad-chart").is_visible()
