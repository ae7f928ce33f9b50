"""The measures of the table, one method a row; what is below its goal is told in words."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from . import lighthouse, markup, pictures, readings
from .sites import PAGES, ROOT, served

DESKTOP, PHONE = (1440, 900), (390, 844)
NOTHING = "–"  # could not be measured here
ASSETS = ROOT / "mkdocs_academic" / "theme" / "assets" / "academic"
_OPEN = "document.querySelectorAll('article details').forEach(one => one.open = true)"


class Audit:
    """All that is measured, site by site."""

    def __init__(self, browser: Browser, chromium: str, built: Mapping[str, Path]) -> None:
        self._browser, self._chromium, self._built = browser, chromium, built
        self._servers = ExitStack()
        self.urls = {name: self._servers.enter_context(served(at)) for name, at in built.items()}
        self.details: list[str] = []  # what is below its goal, in words

    def close(self) -> None:
        """Stop serving."""
        self._servers.close()

    @contextmanager
    def _page(self, size: tuple[int, int] = DESKTOP, **options: Any) -> Iterator[Page]:
        viewport = {"width": size[0], "height": size[1]}
        context = self._browser.new_context(viewport=viewport, **options)  # type: ignore[arg-type]
        yield context.new_page()
        context.close()

    @contextmanager
    def _opened(self, url: str, size: tuple[int, int], **options: Any) -> Iterator[Page]:
        with self._page(size, **options) as page:
            page.goto(url)
            page.wait_for_load_state("networkidle")
            yield page

    def _everywhere(self) -> Iterator[tuple[str, str]]:
        """Yield name and address of one page of every kind."""
        for name, paths in PAGES.items():
            for path in paths:
                yield f"{name}: /{path}", self.urls[name] + path

    def _homes(self) -> Iterable[tuple[str, str]]:
        return self.urls.items()

    def _tell(self, said: str) -> None:
        self.details.append(said)

    # -- one method a row --

    def axe(self) -> str:
        """Return how many elements axe finds fault with."""
        found = 0
        for name, url in self._everywhere():
            for size in (DESKTOP, PHONE):
                for scheme in ("light", "dark"):
                    with self._opened(url, size, color_scheme=scheme) as page:
                        for state in ("closed", "open"):
                            if state == "open":
                                page.evaluate(_OPEN)
                            for one in Axe().run(page).response["violations"]:
                                found += len(one["nodes"])
                                self._tell(f"axe {one['id']}: {name} {size[0]} {scheme} {state}")
        return str(found)

    def contrast(self) -> str:
        """Return the least contrast of text, as it comes and where readers ask for more."""
        worst = [self._worst_contrast(None), self._worst_contrast("more")]
        return f"{worst[0]:.1f}:1, with `prefers-contrast` {worst[1]:.1f}:1"

    def _worst_contrast(self, wish: str | None) -> float:
        found: list[readings.Contrast] = []
        for name, url in self._everywhere():
            for scheme in ("light", "dark"):
                options = {"color_scheme": scheme, **({"contrast": wish} if wish else {})}
                with self._opened(url, DESKTOP, **options) as page:
                    page.evaluate(_OPEN)
                    found.append(readings.contrast(page))
                    if found[-1].ratio < 5:
                        self._tell(f"contrast {found[-1].ratio:.2f}: {name} {found[-1].text}")
        return min(one.ratio for one in found)

    def lighthouse_desktop(self, runs: int) -> str:
        """Return the scores of the home pages on a desk."""
        return self._lighthouse(runs, desktop=True)

    def lighthouse_phone(self, runs: int) -> str:
        """Return the scores of the home pages on a phone."""
        return self._lighthouse(runs, desktop=False)

    def _lighthouse(self, runs: int, *, desktop: bool) -> str:
        if not (runs and lighthouse.is_there()):
            return NOTHING
        found = {
            name: lighthouse.scores(url, self._chromium, runs, desktop=desktop)
            for name, url in self._homes()
        }
        return "; ".join(f"{name} {scores}" for name, scores in found.items())

    def strangers(self) -> str:
        """Return how many addresses at other hosts are asked."""
        asked: set[str] = set()
        for _, url in self._everywhere():
            with self._page() as page:
                asked.update(readings.weight(page, url).strangers)
        for one in asked:
            self._tell(f"asked another host: {one}")
        return str(len(asked))

    def weight(self) -> str:
        """Return what a first visit transfers."""
        with self._page(PHONE) as page:
            found = readings.weight(page, self.urls["demo"])
        return f"{found.whole / 1000:.0f} kB, {found.rest / 1000:.0f} kB without fonts and images"

    def own_files(self) -> str:
        """Return the sizes of what is ours: the style sheets of the heaviest page, the script."""
        linked = {
            f"{name}: /{path}": sum(map(_packed, _sheets(self._built[name] / path / "index.html")))
            for name, paths in PAGES.items()
            for path in paths
        }
        page, most = max(linked.items(), key=lambda one: one[1])
        if most > 9:
            self._tell(f"own CSS {most:.1f} kB: {page}")
        return f"{most:.1f} kB / {_packed('academic.js'):.1f} kB"

    def shift(self) -> str:
        """Return how far the worst page jumps while it loads."""
        found: list[float] = []
        for name, url in self._everywhere():
            for size in (DESKTOP, PHONE):
                with self._page(size) as page:
                    found.append(readings.shift(page, url))
                    if found[-1] > 0.005:
                        self._tell(f"layout shift {found[-1]:.3f}: {name} {size[0]}")
        return f"{max(found):.3f}"

    def prose(self) -> str:
        """Return the length of the longest line."""
        longest = (0, "")
        for _, url in self._everywhere():
            with self._opened(url, DESKTOP) as page:
                page.evaluate(_OPEN)
                longest = max(longest, readings.longest_line(page))
        if longest[0] > 82:
            self._tell(f"long line: {longest[1]}")
        return f"{longest[0]} characters"

    def markup(self) -> str:
        """Return how many errors HTML checkers find."""
        files = [
            self._built[name] / path / "index.html" for name, at in PAGES.items() for path in at
        ]
        said = {"Nu": markup.nu(files), "html-validate": markup.html_validate(files)}
        for errors in said.values():
            for error in errors or ():
                self._tell(error)
        return ", ".join(
            f"{name} {NOTHING if errors is None else len(errors)}" for name, errors in said.items()
        )

    def without_script(self) -> str:
        """Return what is missing without JavaScript."""
        missing: list[str] = []
        with (
            self._opened(self.urls["researcher"], DESKTOP, java_script_enabled=False) as page,
            self._opened(self.urls["author profile"], PHONE, java_script_enabled=False) as other,
        ):
            checks: dict[str, Callable[[], bool]] = {
                "BibTeX": lambda: _unfolds(page, "BibTeX", "@"),
                "filter by kind": lambda: _narrows(page, "type"),
                "filter by year": lambda: _narrows(page, "year"),
                "filter by category": lambda: _narrows(other, "category"),
                "abstracts": lambda: other.locator(".acad-abstract p").first.is_visible(),
                "menu": lambda: _opens_menu(other),
            }
            missing = [name for name, works in checks.items() if not works()]
        return f"missing: {', '.join(missing)}" if missing else "all of these"

    def first_screen(self) -> str:
        """Return how much text a phone shows at first."""
        found: list[str] = []
        for name in ("demo", "researcher"):
            url = self.urls[name]
            with self._opened(url, PHONE) as page:
                seen = page.locator(".acad-profile__name").first.is_visible()
                lines = readings.lines_at_once(page, PHONE[1])
                found.append(f"{name} {lines}{'' if seen else ' without the name'}")
        return "; ".join(found) + " lines"

    def paper(self) -> str:
        """Return what the first seed takes on paper."""
        with self._opened(self.urls["researcher"], DESKTOP) as page:
            sheets = readings.sheets(page)
            page.emulate_media(media="print")
            text = page.evaluate("document.body.innerText")
            titles = page.locator(".acad-pub__title").all_inner_texts()
            twice = [one for one in titles if text.count(one) != 1]
        return f"{sheets} pages, {len(twice) or 'nothing'} twice"

    def policy(self) -> str:
        """Return how much a strict policy refuses."""
        found = 0
        for name, at in self._built.items():
            headers = {"Content-Security-Policy": readings.policy(at)}
            with served(at, headers) as url:
                for path in PAGES[name]:
                    with self._page() as page:
                        for one in readings.violations(page, url + path):
                            found += 1
                            self._tell(f"policy: {name}: /{path}: {one}")
        return f"{found} violations"

    def looks(self, update: bool) -> str:
        """Return how many components look different from their references, or keep today's."""
        changed = 0
        for label, size, scheme in (("desktop", DESKTOP, "light"), ("phone", PHONE, "dark")):
            url = self.urls["demo"] + "components/"
            with self._opened(url, size, color_scheme=scheme) as page:
                for name, picture in pictures.sections(page):
                    file = pictures.REFERENCE / f"{name}-{label}-{scheme}.png"
                    if update:
                        pictures.keep(picture, file)
                    elif said := pictures.differs(picture, file):
                        changed += 1
                        self._tell(f"{file.name}: {said}")
        return f"{changed} changed"


def _sheets(page: Path) -> list[str]:
    """Return the names of our style sheets that a reader with JavaScript gets with a page."""
    html = re.sub(r"(?s)<noscript>.*?</noscript>", "", page.read_text("utf-8"))
    return re.findall(r'href="[^"]*assets/academic/([\w-]+\.css)"', html)


def _packed(name: str) -> float:
    return len(gzip.compress((ASSETS / name).read_bytes(), 9)) / 1024


def _unfolds(page: Page, label: str, part: str) -> bool:
    page.locator("article summary", has_text=label).first.click()
    return part in page.locator("article details[open] .acad-panel").first.inner_text()


def _narrows(page: Page, facet: str) -> bool:
    shown = page.locator("article .acad-pub:visible")
    before = shown.count()
    chip = page.locator(f".acad-chips input[name={facet}]").nth(1)
    if not chip.is_visible():
        fold = page.locator(f".acad-filters details:has(input[name={facet}]) > summary")
        fold.first.click()
    chip.check()
    after = shown.count()
    page.locator(f".acad-chips input[name={facet}]").first.check()
    return 0 < after < before


def _opens_menu(page: Page) -> bool:
    page.locator(".acad-menu").click()
    return page.locator(".md-nav--primary .md-nav__link").first.is_visible()
