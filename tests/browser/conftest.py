"""A real Chromium on sites that were really built, served on loopback."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)

DESKTOP, PHONE, NARROW = (1440, 900), (390, 844), (320, 700)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium on this machine")
        pytest.skip("no Chromium on this machine: install Debian's package chromium")
    with sync_playwright() as playwright:
        quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=quiet)
        yield launched
        launched.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """Serve a folder on loopback and return its address."""
    running: dict[Path, http.server.ThreadingHTTPServer] = {}

    def serve(folder: Path) -> str:
        if folder not in running:
            handler = functools.partial(Quiet, directory=str(folder))
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            running[folder] = server
        return f"http://127.0.0.1:{running[folder].server_port}"

    yield serve
    for server in running.values():
        server.shutdown()
        server.server_close()


@dataclass
class Visit:
    """A page that was opened, and what happened on the way."""

    page: Page
    console: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Browser) -> Callable[..., object]:
    """Open an address; whatever asks another host is noted and refused."""

    @contextmanager
    def opened(
        url: str,
        size: tuple[int, int] = DESKTOP,
        *,
        scheme: str = "light",
        javascript: bool = True,
    ) -> Iterator[Visit]:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=javascript,
        )
        visited = Visit(context.new_page())
        home = "/".join(url.split("/")[:3])

        def refuse(route: object, request: object) -> None:
            visited.strangers.append(request.url)  # type: ignore[attr-defined]
            route.abort()  # type: ignore[attr-defined]

        def is_strange(address: str) -> bool:
            return not address.startswith((home, "data:", "blob:"))

        visited.page.route(is_strange, refuse)
        visited.page.on(
            "console",
            lambda said: (
                visited.console.append(said.text) if said.type in ("error", "warning") else None
            ),
        )
        visited.page.on("pageerror", lambda error: visited.console.append(str(error)))
        visited.page.goto(url)
        visited.page.wait_for_load_state("networkidle")
        yield visited
        context.close()

    return opened
