"""The sites that are measured: built with the real command, served as a host with gzip does."""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
SITES: Mapping[str, Path] = {
    "demo": ROOT / "mkdocs.yml",
    "researcher": ROOT / "tests" / "sites" / "researcher" / "mkdocs.yml",
    "author profile": ROOT / "tests" / "sites" / "author_profile" / "mkdocs.yml",
}
PAGES: Mapping[str, tuple[str, ...]] = {  # one of every kind
    "demo": (
        *("", "publications/", "publications/chen2026mirror/", "talks/", "cv/"),
        *("components/", "look/", "sections/news/"),
    ),
    "researcher": ("",),
    "author profile": ("",),
}
_PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".bib", ".ris", ".ics"}


def build(config: Path, into: Path) -> Path:
    """Build a site and return its folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(into)]
    subprocess.run(command, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    return into


class _Packed(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, text compressed, with the headers given, fonts some seconds late."""

    protocol_version = "HTTP/1.1"

    def __init__(
        self, *args: object, headers: Mapping[str, str], fonts_late: float, **options: object
    ) -> None:
        self._headers = headers
        self._fonts_late = fonts_late
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        if file.suffix == ".woff2":
            time.sleep(self._fonts_late)
        body = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in _PACKED:
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        for name, value in self._headers.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def served(
    folder: Path, headers: Mapping[str, str] | None = None, *, fonts_late: float = 0
) -> Iterator[str]:
    """Serve a folder on loopback, fonts so many seconds late; yield its address with a slash."""
    handler = functools.partial(
        _Packed, directory=str(folder), headers=headers or {}, fonts_late=fonts_late
    )
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
