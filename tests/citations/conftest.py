from __future__ import annotations

from collections.abc import Iterator

import pytest

from mkdocs_academic.bibliography.columns import Given, from_entries
from mkdocs_academic.bibliography.entry import Entry
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.known_people import KnownPeople
from mkdocs_academic.bibliography.publication import Publication
from mkdocs_academic.citations.sources import SOURCES
from mkdocs_academic.online import http

from .service import Service, running


def paper(key: str, **fields: str) -> Publication:
    """Return the publication of a small entry."""
    entry = Entry(key=key, type="article", fields=fields, source="", file="papers.bib", line=1)
    return from_entries([Given(entry)], Identity("", ()), KnownPeople())[0]


@pytest.fixture
def service() -> Iterator[Service]:
    with running() as one:
        yield one


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


def web_of(service: Service, **keys: str) -> http.Web:
    hangs = any(reply.hangs for listed in service.routes.values() for reply in listed)
    # A busy machine may be slow to answer; only where nobody will is there no time to lose.
    timeout = 0.4 if hangs else 10.0
    limits = http.Limits(
        timeout=timeout, pause=0, attempts=2, backoff=0.01, longest_wait=1, total=20
    )
    environ = {http.BASE_VARIABLE: service.url, **keys}
    return http.Web(agent="mkdocs-academic/test", services=SOURCES, limits=limits, environ=environ)
