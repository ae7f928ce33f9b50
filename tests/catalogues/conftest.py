from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mkdocs_academic import catalogues
from mkdocs_academic.bibliography.entry import Entry
from mkdocs_academic.catalogues import CATALOGUES
from mkdocs_academic.catalogues.gather import Gathered, gather
from mkdocs_academic.online import http

from ..citations.service import SAMPLES as CITATION_SAMPLES
from ..citations.service import Reply, Service, ok, running

SAMPLES = Path(__file__).parent / "samples"
Ask = Callable[..., Gathered]
CROSSREF = "10.1371/journal.pone.0033693"
ARXIV = (SAMPLES / "arxiv_id_list.atom.xml").read_text("utf-8")


def sample(name: str) -> Any:
    """Return an answer as the service gives it."""
    file = SAMPLES / f"{name}.json"
    return json.loads((file if file.is_file() else CITATION_SAMPLES / file.name).read_text("utf-8"))


def text(body: str) -> Reply:
    return Reply(body.encode())


def fields(entry: Entry, *names: str) -> list[str]:
    return [entry.fields.get(name, "") for name in names]


def works(*messages: object) -> Reply:
    return ok({"message": {"items": list(messages)}})


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    monkeypatch.setenv("no_proxy", "*")
    with running() as one:
        yield one


@pytest.fixture
def ask(service: Service) -> Ask:
    """Return what gathers everything that some words name, from the service on this machine."""
    limits = http.Limits(pause=0, attempts=1, timeout=10, total=20)
    web = http.Web(
        agent="mkdocs-academic/test",
        services=CATALOGUES,
        limits=limits,
        environ={http.BASE_VARIABLE: service.url},
    )

    def asked(*what: str) -> Gathered:
        wanted = [catalogues.find(one) for one in what]
        assert all(wanted)
        return gather([one for one in wanted if one], web.fetch)

    return asked
