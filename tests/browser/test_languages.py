"""Pages from right to left and in Han characters, as a reader meets them."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from ..conftest import ROOT
from ..engines import built
from .conftest import DESKTOP, NARROW, PHONE
from .test_pages import Serve

pytest.importorskip("mkdocs_static_i18n", reason="pip install mkdocs-static-i18n")


@pytest.fixture
def site(served: Serve) -> str:
    return served(built(ROOT / "tests" / "sites" / "languages" / "mkdocs.yml"))


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/ar/", "/zh/", "/ar/publications/", "/zh/publications/"])
def test_no_axe_finding_and_no_other_host(
    visit, site: str, path: str, size: tuple[int, int], scheme: str
) -> None:
    with visit(site + path, size, scheme=scheme) as seen:
        found = Axe().run(seen.page).response["violations"]
        assert not [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]
        assert not seen.strangers


@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROW], ids=["desktop", "phone", "narrow"])
@pytest.mark.parametrize("path", ["/ar/", "/zh/", "/ar/publications/", "/zh/publications/"])
def test_nothing_scrolls_sideways(visit, site: str, path: str, size: tuple[int, int]) -> None:
    with visit(site + path, size) as seen:
        page = seen.page
        for details in page.locator("article details").all():
            details.evaluate("element => element.open = true")
        # From right to left what is too wide stands out to the left.
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        boxes = [box.bounding_box() for box in page.locator("article p:visible").all()]
        assert boxes
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= size[0] for box in boxes)


def test_an_arabic_page_is_a_mirror(visit, site: str) -> None:
    with visit(site + "/ar/", DESKTOP) as seen:
        page = seen.page
        side = page.locator(".acad-profile").bounding_box()
        text = page.locator("article").bounding_box()
        assert side["x"] >= text["x"] + text["width"]
        row = page.locator(".acad-rows--timeline .acad-row").first
        date = row.locator("time").bounding_box()
        body = row.locator(".acad-row__title").bounding_box()
        assert date["x"] >= body["x"] + body["width"]
        brand = page.locator(".acad-brand").bounding_box()
        assert brand["x"] > page.locator(".acad-tools").bounding_box()["x"]


# The x of each character of an element's text, as it is drawn.
PLACES = """element => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const found = {}
  for (let node; (node = walker.nextNode());)
    for (let at = 0; at < node.data.length; at++) {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      found[node.data[at]] ??= range.getBoundingClientRect().x
    }
  return found
}"""


def test_latin_text_keeps_its_order_on_an_arabic_page(visit, site: str) -> None:
    with visit(site + "/ar/publications/", DESKTOP) as seen:
        title = seen.page.locator(".acad-pub__title", has_text="Systems That Do Not Exist (Yet)!")
        places = title.evaluate(PLACES)
        assert places["S"] < places["("] < places[")"] < places["!"]
        box = title.bounding_box()
        end = places["!"]
        assert box["x"] + box["width"] - end < 30  # it stands on the page's own side
        number = seen.page.locator(".acad-badge__value").evaluate(PLACES)
        assert number["2"] < number["+"]


def test_arrows_point_down_until_a_fold_opens(visit, site: str) -> None:
    angle = "element => getComputedStyle(element, '::after').rotate"
    turned = "element => getComputedStyle(element, '::after').transform"
    for path in ("/publications/", "/ar/publications/"):
        with visit(site + path, DESKTOP) as seen:
            summary = seen.page.locator(".acad-pub summary").first
            assert (summary.evaluate(angle), summary.evaluate(turned)) == ("45deg", "none")


def test_han_characters_are_never_slanted_and_dates_stay_whole(visit, site: str) -> None:
    with visit(site + "/zh/", DESKTOP) as seen:
        style = "element => getComputedStyle(element).fontSynthesisStyle"
        assert seen.page.locator(".acad-masthead__bio em").evaluate(style) == "none"
        # 2013年9月 – 2018年2月 breaks at its dash, not within a date.
        lines = seen.page.locator("time", has_text="2013年9月").evaluate(
            """element => {
              const node = element.firstChild, tops = {}
              for (let at = 0; at < node.data.length; at++) {
                const range = document.createRange()
                range.setStart(node, at)
                range.setEnd(node, at + 1)
                const { top, width } = range.getBoundingClientRect()
                if (width) tops[Math.round(top)] = (tops[Math.round(top)] ?? "") + node.data[at]
              }
              return Object.values(tops).map(line => line.trim())
            }"""
        )
        assert lines in (["2013年9月 –", "2018年2月"], ["2013年9月 – 2018年2月"])


def test_korean_breaks_between_words_in_links_too(visit, site: str) -> None:
    with visit(site + "/zh/publications/", DESKTOP) as seen:
        seen.page.evaluate("document.documentElement.lang = 'ko'")
        link = seen.page.locator(".acad-pub__title a").first
        assert link.evaluate("element => getComputedStyle(element).wordBreak") == "keep-all"


def test_counts_found_are_said_in_the_language(visit, site: str) -> None:
    with visit(site + "/zh/publications/", DESKTOP) as seen:
        seen.page.locator(".acad-find input").fill("Checkpoints")
        status = seen.page.locator(".acad-filters [role=status]")
        seen.page.wait_for_function("document.querySelector('[role=status]').textContent")
        assert status.inner_text() == "1 篇论文"


def test_the_language_is_changed_with_one_link(visit, site: str) -> None:
    with visit(site + "/zh/publications/", DESKTOP) as seen:
        page = seen.page
        page.locator(".md-select__link[hreflang=ar]").evaluate("element => element.click()")
        page.wait_for_url("**/ar/publications/")
        assert page.locator("body").get_attribute("dir") == "rtl"


def test_the_languages_say_which_they_are(visit, site: str) -> None:
    with visit(site + "/zh/publications/", DESKTOP) as seen:
        links = seen.page.locator(".md-select__link")
        found = [
            tuple(one.get_attribute(name) for name in ("lang", "hreflang", "aria-current"))
            for one in links.all()
        ]
        assert ("zh", "zh", "true") in found
        assert [current for _, _, current in found].count("true") == 1
        assert all(lang and lang == hreflang for lang, hreflang, _ in found)
        menu = seen.page.locator(".md-select__inner")
        opacity = "one => getComputedStyle(one).opacity"
        seen.page.locator(".md-select button").focus()
        seen.page.keyboard.press("Tab")
        seen.page.wait_for_timeout(500)
        assert menu.evaluate(opacity) == "1"
        seen.page.keyboard.press("Escape")
        seen.page.wait_for_timeout(700)
        assert menu.evaluate(opacity) == "0"
