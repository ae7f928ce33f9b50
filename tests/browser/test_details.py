"""What only a careful eye sees: long names, many pages, folds within rows, rules, edges, paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator

from ..engines import run
from .conftest import DESKTOP, NARROW, PHONE

Serve = Callable[[Path], str]
TABLET = (768, 1024)
NAME = "Dr. Wilhelmina Featherstonehaugh-Cholmondeley of Lower Elsinore"
NAV = ["About", "Research", "Publications", "Teaching", "Group", "Talks", "Contact"]
CONFIG = f"""
site_name: {NAME}
site_url: https://ada.example.org/
theme: {{name: academic}}
plugins: [search, macros: {{modules: [mkdocs_academic]}}, blog: {{blog_dir: .}}, academic]
markdown_extensions: [pymdownx.superfences, pymdownx.highlight]
nav: [{", ".join(f"{one}: {one.lower()}.md" for one in NAV)}]
extra:
  academic:
    profile: {{name: Ada Example, affiliation: University of Examples, location: Odense}}
    publications: {{bibliography: papers.bib, group_by: none}}
    talks: [{{date: 2099-01-01, title: A talk, event: A workshop}}]
    teaching:
    - course: A course
      role: Lecturer
      schedule: [{{date: 2026-09-02, topic: The first meeting, text: "Read *all* of it."}}]
    - {{course: Another, role: Lecturer}}
"""
POST = "---\ndate: 2026-05-11\n---\n# A post\n\nText.\n\n<!-- more -->\n\nMore.\n"
PAPERS = """@article{bee2020, title={Bees and what they are about when nobody looks at them at all},
author={Bee, Ann and Example, Ada and Ant, Bob}, journal={Journal of Bees and Ants}, year=2020}
"""
PAGES = {
    "about": '# About\n\n```python title="a.py"\nnothing = None\n```\n',
    "publications": '# Papers\n\n{{ publications(layout="references", filters=false) }}\n',
    "teaching": "# Teaching\n\n{{ teaching() }}\n",
}


@pytest.fixture(scope="module")
def home(served: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("details")
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (folder / "papers.bib").write_text(PAPERS, "utf-8")
    docs = folder / "docs"
    (docs / "posts").mkdir(parents=True)
    (docs / "posts" / "one.md").write_text(POST, "utf-8")
    (docs / "index.md").write_text("# Blog\n", "utf-8")
    for page in map(str.lower, NAV):
        (docs / f"{page}.md").write_text(PAGES.get(page, f"# {page}\n"), "utf-8")
    result = run("mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"))
    assert result.returncode == 0, result.stdout + result.stderr
    return served(folder / "site")


def box(found: Locator) -> dict[str, float]:
    bounds = found.bounding_box()
    assert bounds
    return {**bounds, "right": bounds["x"] + bounds["width"]}


@pytest.mark.parametrize("size", [DESKTOP, TABLET, PHONE, NARROW])
def test_a_long_name_stays_in_the_header(visit: Any, home: str, size: tuple[int, int]) -> None:
    with visit(f"{home}/about/", size) as seen:
        brand, header = (box(seen.page.locator(one)) for one in (".acad-brand", ".acad-header"))
        beside = box(seen.page.locator(".acad-tabs:visible, .acad-tools").first)
        assert header["y"] <= brand["y"]
        assert brand["y"] + brand["height"] <= header["y"] + header["height"]
        assert brand["height"] > 24, "two lines"
        assert brand["right"] <= beside["x"]


def test_pages_that_have_no_room_in_the_header_are_in_the_menu(visit: Any, home: str) -> None:
    with visit(f"{home}/about/", TABLET) as seen:
        tabs = seen.page.locator(".acad-tabs")
        assert tabs.evaluate("one => one.scrollWidth > one.clientWidth")
        seen.page.locator(".acad-menu").click()
        seen.page.get_by_role("link", name="Contact", exact=True).last.click()
        seen.page.wait_for_url("**/contact/")


def test_tabs_that_fit_are_whole(visit: Any, home: str) -> None:
    with visit(f"{home}/about/", (1900, 900)) as seen:
        tabs = seen.page.locator(".acad-tabs")
        inside = tabs.evaluate("one => parseFloat(getComputedStyle(one).paddingInlineEnd)")
        assert inside > 12, "the edge that fades is empty"


def test_meetings_of_a_course_are_set_like_rows(visit: Any, home: str) -> None:
    with visit(f"{home}/teaching/") as seen:
        seen.page.locator("summary").first.click()
        style = "one => { const s = getComputedStyle(one); return [s.lineHeight, s.fontSize] }"
        line, size = seen.page.locator(".acad-actions .acad-row__title").evaluate(style)
        assert float(line[:-2]) >= 1.4 * float(size[:-2])
        slanted = seen.page.locator(".acad-actions .acad-text em")
        assert slanted.evaluate("one => getComputedStyle(one).fontFamily").startswith('"Newsreader')


def test_rows_of_several_lines_stand_further_apart(visit: Any, home: str) -> None:
    with visit(f"{home}/teaching/") as seen:
        gap = "one => parseFloat(getComputedStyle(one).rowGap)"
        assert seen.page.locator(".acad-rows").first.evaluate(gap) > 14


def test_references_are_no_longer_than_lines_of_text(visit: Any, home: str) -> None:
    with visit(f"{home}/publications/") as seen:
        reference = seen.page.locator(".acad-reference")
        assert box(reference)["width"] <= 30.1 * 18
        below = seen.page.locator(".acad-downloads > summary")
        assert box(below)["x"] == box(reference)["x"], "where there is no margin"


def test_a_file_name_begins_where_its_code_does(visit: Any, home: str) -> None:
    start = """one => { const range = document.createRange()
                        range.selectNodeContents(one)
                        return range.getBoundingClientRect().x }"""
    with visit(f"{home}/about/", PHONE) as seen:
        name, code = (seen.page.locator(one).evaluate(start) for one in (".filename", "pre > code"))
        heading = box(seen.page.locator("h1"))["x"]
        assert name == pytest.approx(code, abs=0.6)
        assert code == pytest.approx(heading, abs=0.6)


def test_a_rule_stands_above_the_date_of_a_post_not_below(visit: Any, home: str) -> None:
    with visit(f"{home}/") as seen:
        width = "one => parseFloat(getComputedStyle(one).borderTopWidth)"
        assert seen.page.locator(".md-post--excerpt").evaluate(width) == 1
        assert seen.page.locator(".md-post--excerpt h2").evaluate(width) == 0


def test_paper_is_white(visit: Any, home: str) -> None:
    with visit(f"{home}/about/", scheme="dark") as seen:
        seen.page.emulate_media(media="print")
        color = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert color == "rgb(255, 255, 255)"


def test_a_dot_never_begins_a_line(visit: Any, home: str) -> None:
    with visit(f"{home}/about/", PHONE) as seen:
        first, second = (
            seen.page.locator(f".acad-profile__affiliation > {one}") for one in ("b", "span")
        )
        content = "one => getComputedStyle(one, '::after').content"
        assert "·" in first.evaluate(content)
        assert second.evaluate(content.replace("after", "before")) == "none"
