"""A service on this machine that answers as it is told, faults included."""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

SAMPLES = Path(__file__).parent / "samples"


class Reply(NamedTuple):
    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = {}
    missing: int = 0  # bytes that are promised and do not come
    hangs: bool = False


class Seen(NamedTuple):
    path: str
    query: dict[str, str]
    headers: dict[str, str]


def sample(name: str) -> Any:
    return json.loads((SAMPLES / f"{name}.json").read_text("utf-8"))


def ok(data: Any) -> Reply:
    return Reply(json.dumps(data).encode())


FAULTS: dict[str, Reply] = {
    "404": Reply(b'{"error": "not found"}', 404),
    "429": Reply(b"", 429, {"Retry-After": "0"}),
    "500": Reply(b"<h1>oops</h1>", 500),
    "truncated": Reply(b'{"results": [', missing=500),
    "hanging": Reply(hangs=True),
    "html": Reply(b"<!doctype html><title>Log in</title>"),
    "nothing": Reply(b""),
    "null": Reply(b"null"),
    "a text": Reply(b'"no"'),
    "a number": Reply(b"7"),
    "another object": Reply(b'{"error": "sorry", "message": 3}'),
    "a deep list": Reply(b"[" * 100_000),
    "bytes": Reply(b"\xff\xfe{}"),
}


@dataclass
class Service:
    """Replies of a path come one after the other; the last one stays."""

    url: str = ""
    routes: dict[str, list[Reply]] = field(default_factory=lambda: defaultdict(list))
    seen: list[Seen] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def on(self, path: str, *replies: Reply) -> None:
        self.routes[path] = list(replies)

    def reply(self, path: str) -> Reply:
        listed = self.routes.get(path, [])
        if len(listed) > 1:
            return listed.pop(0)
        return listed[0] if listed else Reply(b'{"error": "no route"}', 404)

    @property
    def paths(self) -> list[str]:
        return [one.path for one in self.seen]


@contextmanager
def running() -> Iterator[Service]:
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = dict(parse_qsl(parts.query))
            path = unquote(parts.path)
            service.seen.append(Seen(path, query, dict(self.headers.items())))
            page = query.get("page") or query.get("offset") or query.get("start")
            paged = f"{path}?{page}"
            reply = service.reply(paged if paged in service.routes else path)
            if reply.hangs:
                service.over.wait(10)
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body) + reply.missing))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *arguments: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, address: Any) -> None:
            pass  # a client that has gone away

    server = Server(("127.0.0.1", 0), Handler)
    service.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
