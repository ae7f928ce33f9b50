"""People of a lab, as a reader meets them: the grid, a page, on a desk, on a phone, on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from .. import lab_site
from ..engines import built
from .conftest import DESKTOP, NARROW, PHONE


@pytest.fixture(scope="module")
def home(served: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = lab_site.written(tmp_path_factory.mktemp("lab"), lab_site.works()[:12])
    return served(built(folder / "mkdocs.yml")) + "/"


@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROW], ids=["desktop", "phone", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["people/", "people/sophie/", "people/hypatia/"])
def test_no_axe_finding_nothing_from_elsewhere_nothing_sideways(
    visit, home: str, address: str, size: tuple[int, int], scheme: str
) -> None:
    with visit(home + address, size, scheme=scheme) as seen:
        found = Axe().run(seen.page).response["violations"]
        assert not [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]
        assert not seen.console
        assert not seen.strangers
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_people_stand_side_by_side_where_there_is_room(visit, home: str) -> None:
    tops = "all => all.map(one => Math.round(one.getBoundingClientRect().top))"
    with visit(f"{home}people/", DESKTOP) as seen:
        students = seen.page.locator("section", has_text="Sophie Germain").locator(".acad-person")
        assert len(set(students.evaluate_all(tops))) == 1
        assert students.count() == 4
    with visit(f"{home}people/", NARROW) as seen:
        students = seen.page.locator("section", has_text="Sophie Germain").locator(".acad-person")
        assert len(set(students.evaluate_all(tops))) == 2


def test_links_of_people_are_reached_by_keyboard_and_named(visit, home: str) -> None:
    with visit(f"{home}people/") as seen:
        link = seen.page.get_by_role("link", name="GitHub, Ada Lovelace")
        link.focus()
        assert link.evaluate("one => one === document.activeElement")
        box = link.bounding_box()
        assert min(box["width"], box["height"]) >= 24  # WCAG 2.2, 2.5.8


def test_on_paper_people_have_names_and_no_icons(visit, home: str) -> None:
    with visit(f"{home}people/") as seen:
        seen.page.emulate_media(media="print")
        assert seen.page.get_by_text("Sophie Germain").first.is_visible()
        assert not seen.page.locator(".acad-person__links").first.is_visible()
