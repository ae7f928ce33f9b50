"""Citation numbers in a browser: always there, newer where newer ones are found."""

from __future__ import annotations

import functools
import gzip
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from ..conftest import ROOT
from ..engines import built
from .conftest import DESKTOP, NARROW, PHONE, Quiet

SITE = ROOT / "tests" / "sites" / "live"
FILE = "/citations/gs_data.json"
COUNTS = "[data-citations-of]"
BUILT = {"": ["1024+"] * 3, "star": ["64", "64"], "moon": ["12"] * 3}
NEWER = {
    "citedby": 1100,
    "updated": "2026-12-24 19:00:00.000001",
    "publications": {"ADAAAAAAAAAJ:u5HHmVD_uO8C": {"key": "star", "num_citations": 70}},
}


@dataclass
class Server:
    """A site whose file of numbers a test can change, break or hold back."""

    folder: Path
    answer: tuple[int, bytes] | None = None  # status and body; None is the file as it was built
    hangs: bool = False
    asked: list[str] = field(default_factory=list)
    goes_on: threading.Event = field(default_factory=threading.Event)
    url: str = ""


class Handler(Quiet):
    def __init__(self, *args: Any, server_of: Server, **options: Any) -> None:
        self.site = server_of
        super().__init__(*args, directory=str(server_of.folder), **options)

    def do_GET(self) -> None:
        if self.path == "/sitemap.xml":
            return self.send_sitemap()
        if self.path != FILE:
            return super().do_GET()
        self.site.asked.append(self.path)
        if self.site.hangs:
            self.site.goes_on.wait(30)
            return None
        if self.site.answer is None:
            return super().do_GET()
        return self.send(*self.site.answer)

    def send_sitemap(self) -> None:
        """Name this very port: Material leaves links alone that its map does not have."""
        text = (self.site.folder / "sitemap.xml").read_text("utf-8")
        self.send(200, text.replace("https://example.org", self.site.url).encode(), "text/xml")

    def send(self, status: int, body: bytes, kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    config = getattr(request, "param", "mkdocs.yml")
    site = Server(built(SITE / config))
    running = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, server_of=site))
    site.url = f"http://127.0.0.1:{running.server_port}"
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield site
    site.goes_on.set()
    running.shutdown()
    running.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    assert not faults, "nothing is left uncaught"


def counts(page: Page) -> dict[str, list[str]]:
    """Return the numbers that a reader sees, by what they are of."""
    found: dict[str, list[str]] = {}
    for one in page.locator(COUNTS).all():
        assert one.is_visible()
        found.setdefault(one.get_attribute("data-citations-of") or "", []).append(one.inner_text())
    return found


def newer(**other: Any) -> tuple[int, bytes]:
    return 200, json.dumps({**NEWER, **other}).encode()


def settled(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(100)


def test_numbers_stand_with_the_network_cut(server: Server, page: Page) -> None:
    page.route(lambda url: not url.endswith("/"), lambda route: route.abort())  # all but the page
    page.goto(f"{server.url}/")
    assert counts(page) == BUILT
    assert not server.asked


def test_numbers_stand_without_a_script(server: Server, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}/")
    assert counts(page) == BUILT
    assert not server.asked
    context.close()


def test_built_numbers_stay_as_written_where_nothing_is_newer(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/")
    settled(page)
    assert server.asked == [FILE]
    assert counts(page) == BUILT, "1024+ is not made 1024"


def test_numbers_change_with_the_published_file(server: Server, page: Page) -> None:
    server.answer = newer()
    page.goto(f"{server.url}/")
    page.locator(".acad-badge", has_text="1,100").first.wait_for()
    assert counts(page) == {"": ["1,100"] * 3, "star": ["70", "70"], "moon": ["12"] * 3}
    told = "Google Scholar, 2026-12-24"
    total = page.locator(".acad-badge", has_text="1,100").first
    assert total.locator("[title]").get_attribute("title") == told
    assert total.text_content() == f"1,100 citations ({told})"
    moon = page.locator(".acad-badge", has_text="12").last
    assert moon.text_content() == "12 citations (Google Scholar, 2026-11-01)"


def test_a_number_may_fall_and_may_be_nought(server: Server, page: Page) -> None:
    server.answer = newer(citedby=0)
    page.goto(f"{server.url}/")
    settled(page)
    assert counts(page)[""] == ["0"] * 3


BROKEN = {
    "500": (500, json.dumps(NEWER).encode()),
    "404": (404, b"not found"),
    "empty": (200, b""),
    "garbage": (200, b"\xff\x00<html>"),
    "cut": (200, json.dumps(NEWER).encode()[:40]),
    "null": (200, b"null"),
    "list": (200, b"[1, 2]"),
    "nothing": (200, b"{}"),
    "other publications": (200, b'{"publications": [null, 3]}'),
    "text": newer(citedby="many", publications={"star": {"num_citations": "70 "}}),
    "below": newer(citedby=-1, publications={"star": {"num_citations": -70}}),
    "fraction": newer(citedby=1.5, publications={"star": {"num_citations": None}}),
    "markup": newer(citedby="<img src=x>", publications={"star": {"num_citations": {}}}),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_numbers_stay_where_the_file_is_broken(server: Server, page: Page, fault: str) -> None:
    server.answer = BROKEN[fault]
    page.goto(f"{server.url}/")
    settled(page)
    assert server.asked
    assert counts(page) == BUILT


def test_numbers_stay_where_the_server_hangs(server: Server, page: Page) -> None:
    server.hangs = True
    page.goto(f"{server.url}/")
    page.wait_for_timeout(500)
    assert server.asked
    assert counts(page) == BUILT


def test_numbers_of_the_next_page_change_too(server: Server, page: Page) -> None:
    server.answer = newer()
    page.goto(f"{server.url}/none/")
    settled(page)
    assert not server.asked, "a page without numbers asks for none"
    page.evaluate("window.isTheSame = true")
    page.locator(".acad-tabs a", has_text="Elsewhere").click()
    square = page.locator(".acad-badge", has_text="1,100")
    square.wait_for()
    assert square.evaluate("one => getComputedStyle(one).borderRadius") == "0px"
    page.locator(".acad-tabs a", has_text="Numbers").click()
    page.locator(".acad-badge", has_text="1,100").nth(2).wait_for()
    assert counts(page)["star"] == ["70", "70"]
    assert page.evaluate("window.isTheSame"), "by instant navigation"
    assert server.asked == [FILE], "once for all pages"


@pytest.mark.parametrize("server", ["crawled.yml"], indirect=True)
def test_numbers_come_from_the_crawlers_file_as_in_the_seed(server: Server, page: Page) -> None:
    crawled = json.loads(json.dumps(NEWER))
    crawled["publications"]["ADAAAAAAAAAJ:u5HHmVD_uO8C"].pop("key")  # it knows no citation keys
    asked: list[str] = []

    def answer(route: Any) -> None:
        asked.append(route.request.url)
        headers = {"Access-Control-Allow-Origin": "*"}
        route.fulfill(status=200, body=json.dumps(crawled), headers=headers)

    page.route("https://cdn.jsdelivr.net/**", answer)
    page.goto(f"{server.url}/")
    page.locator(".acad-badge", has_text="1,100").first.wait_for()
    assert counts(page) == {"": ["1,100"] * 3, "star": ["70", "70"], "moon": ["12"] * 3}
    address = "https://cdn.jsdelivr.net/gh/ada/ada.github.io@google-scholar-stats/gs_data.json"
    assert asked == [address]


@pytest.mark.parametrize("server", ["crawled.yml"], indirect=True)
def test_numbers_stay_where_the_crawlers_file_is_out_of_reach(server: Server, page: Page) -> None:
    page.route("https://cdn.jsdelivr.net/**", lambda route: route.abort())
    page.goto(f"{server.url}/")
    settled(page)
    assert counts(page) == BUILT


def test_no_script_where_live_is_off(served: Callable[[Path], str], visit: Any) -> None:
    with visit(served(built(ROOT / "tests/sites/researcher/mkdocs.yml")) + "/") as seen:
        assert seen.page.locator(COUNTS).count() == 1
        assert seen.page.locator("script[data-live]").count() == 0


@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROW], ids=["desktop", "phone", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_style_can_be_read(
    visit: Any, server: Server, size: tuple[int, int], scheme: str
) -> None:
    with visit(f"{server.url}/", size, scheme=scheme) as seen:
        found = Axe().run(seen.page).response["violations"]
        assert not [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]
        assert not seen.console
        assert not seen.strangers
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_color_passes_a_strict_policy(server: Server, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text))

    def strict(route: Any) -> None:
        answer = route.fetch()
        policy = "style-src 'self'"  # Material's own scripts stand in the page
        route.fulfill(
            response=answer, headers={**answer.headers, "Content-Security-Policy": policy}
        )

    page.route(f"{server.url}/", strict)
    page.goto(f"{server.url}/")
    flat = page.locator(".acad-badge--flat").first
    painted = flat.locator(".acad-badge__value svg")
    assert painted.evaluate("one => getComputedStyle(one).fill") == "rgb(0, 126, 198)"
    box, outer = painted.bounding_box(), flat.locator(".acad-badge__value").bounding_box()
    assert box
    assert outer
    assert box["width"] == pytest.approx(outer["width"], abs=1)
    assert box["height"] >= outer["height"]
    assert not [text for text in said if "style" in text and "badge" in text]


def test_what_is_selected_can_be_copied_as_text(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/")
    badge = page.locator(".acad-badge--for-the-badge")
    badge.evaluate("one => getSelection().selectAllChildren(one)")
    assert "64 citations" in page.evaluate("`${getSelection()}`").lower().replace("\n", " ")


def test_the_label_stands_before_the_number(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/")
    for one in page.locator(".acad-badge:not(.acad-badge--text)").all():
        label = one.locator(".acad-badge__label").bounding_box()
        value = one.locator(".acad-badge__value").bounding_box()
        assert label
        assert value
        assert label["x"] + label["width"] <= value["x"] + 1
    page.evaluate("document.body.dir = 'rtl'")
    label = page.locator(".acad-badge__label").first.bounding_box()
    value = page.locator(".acad-badge__value").first.bounding_box()
    assert label
    assert value
    assert value["x"] + value["width"] <= label["x"] + 1


def test_the_script_that_few_pages_load_is_small() -> None:
    file = ROOT / "mkdocs_academic" / "theme" / "assets" / "academic" / "live.js"
    assert len(gzip.compress(file.read_bytes(), 9)) <= 1024
