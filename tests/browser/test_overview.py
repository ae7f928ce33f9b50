"""What stands beside a list of papers: where there is room, below it where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from ..conftest import ROOT
from ..engines import built
from .conftest import DESKTOP, NARROW, PHONE

AUTHOR = ROOT / "tests" / "sites" / "author_profile" / "mkdocs.yml"
Serve = Callable[[Path], str]


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_it_stands_beside_the_list_on_a_desk(visit, served: Serve, javascript: bool) -> None:
    with visit(served(built(AUTHOR)) + "/", DESKTOP, javascript=javascript) as seen:
        listed = seen.page.locator(".acad-publications__list").bounding_box()
        beside = seen.page.locator(".acad-overview").bounding_box()
        assert beside["x"] >= listed["x"] + listed["width"] + 40
        assert abs(beside["y"] - listed["y"]) < 3
        assert beside["width"] == pytest.approx(210, abs=1)
        seen.page.mouse.wheel(0, 1200)
        seen.page.wait_for_timeout(300)
        assert 60 < seen.page.locator(".acad-overview").bounding_box()["y"] < 120, "it stays"


@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["phone", "narrow"])
def test_it_follows_the_list_on_a_phone(visit, served: Serve, size: tuple[int, int]) -> None:
    with visit(served(built(AUTHOR)) + "/", size) as seen:
        listed = seen.page.locator(".acad-publications__list").bounding_box()
        below = seen.page.locator(".acad-overview").bounding_box()
        assert below["y"] >= listed["y"] + listed["height"]
        assert below["x"] >= 0
        assert below["x"] + below["width"] <= size[0]
        for link in seen.page.locator(".acad-overview a").all():
            assert min(link.bounding_box()["height"], link.bounding_box()["width"]) >= 44


def test_bars_are_as_long_as_their_share(visit, served: Serve) -> None:
    with visit(served(built(AUTHOR)) + "/") as seen:
        bars = seen.page.locator(".acad-overview__bar rect")
        widths = [bar.bounding_box()["width"] for bar in bars.all()]
        assert [round(4 * one / widths[0]) for one in widths] == [4, 3, 3, 1]
        colors = {bar.evaluate("one => getComputedStyle(one).fill") for bar in bars.all()}
        assert len(colors) == 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_no_axe_finding(visit, served: Serve, size: tuple[int, int], scheme: str) -> None:
    with visit(served(built(AUTHOR)) + "/", size, scheme=scheme) as seen:
        found = Axe().run(seen.page).response["violations"]
        assert not [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]
        assert not seen.console


def test_it_narrows_with_the_list(visit, served: Serve) -> None:
    with visit(served(built(AUTHOR)) + "/") as seen:
        seen.page.locator(".acad-chips input[value='eess.IV']").check()
        assert seen.page.locator(".acad-pub:visible").count() == 1
        assert seen.page.locator(".acad-overview").is_visible()
        seen.page.locator(".acad-filters [type=reset]").click()
        seen.page.wait_for_timeout(100)
        assert seen.page.locator(".acad-pub:visible").count() == 11


def test_paper_goes_without(visit, served: Serve) -> None:
    with visit(served(built(AUTHOR)) + "/") as seen:
        seen.page.emulate_media(media="print")
        assert not seen.page.locator(".acad-overview").is_visible()
        assert seen.page.locator(".acad-pub:visible").count() == 11


def test_files_are_offered_in_one_place(visit, served: Serve, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Papers\n\n{{ publications() }}\n", "utf-8")
    years = (2024, 2023, 2022)
    entries = [
        f"{{key: p{one}, title: Of {one}, author: A B and C D, year: {one}}}" for one in years
    ]
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A\ntheme: {name: academic}\n"
        "plugins: [{macros: {modules: [mkdocs_academic]}}, academic]\n"
        "extra: {academic: {publications: {overview: yes, "
        f"entries: [{', '.join(entries)}]}}}}}}\n",
        "utf-8",
    )
    for size in (DESKTOP, PHONE):
        with visit(served(built(tmp_path / "mkdocs.yml")) + "/", size) as seen:
            page = seen.page
            assert page.get_by_text("Download", exact=True).count() == 1
            group = page.locator(".acad-overview a[href$='publications/2023.bib']")
            assert not group.is_visible()
            fold = page.locator(".acad-overview summary", has_text="2024 … 2022")
            assert fold.bounding_box()["height"] >= (44 if size == PHONE else 24)
            fold.click()
            assert group.is_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
            found = Axe().run(page).response["violations"]
            assert not [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]
