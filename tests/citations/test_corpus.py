"""Answers that real services gave, read in place; nothing of them is kept here."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from mkdocs_academic.citations.report import Report
from mkdocs_academic.citations.store import Store
from mkdocs_academic.citations.update import Outcome, Subject, update

from ..conftest import ROOT
from .conftest import paper, web_of
from .service import Reply, Service, ok

CORPUS = ROOT.parent / "shared" / "corpus" / "api"


def corpus(pattern: str) -> list[Any]:
    files = sorted(CORPUS.glob(pattern))
    if not files:
        assert not os.environ.get("CI"), f"{CORPUS} is not there"
        pytest.skip(f"{CORPUS} is not there")
    return [json.loads(file.read_text("utf-8")) for file in files]


def asked(source: object, service: Service, *entries: Any) -> tuple[Store, Outcome]:
    report = Report.model_validate({"sources": [source]})
    subject = Subject(root=Path(), publications=entries, links={}, today="2026-11-22")
    store, outcomes = update(report, Store(), subject, web_of(service).fetch)
    return store, outcomes[0]


def test_openalex(service: Service) -> None:
    (author,) = corpus("api-openalex-author/*.json")
    works = corpus("api-openalex-work*/*.json")
    service.on("/openalex/authors/A5023888391", ok(author))
    service.on("/openalex/works", ok({"meta": {"count": len(works)}, "results": works}))
    store, outcome = asked({"openalex": "A5023888391"}, service)
    tally = store.tallies["openalex"]
    assert not outcome.failures
    assert (tally.total, tally.h_index, tally.i10_index) == (3890, 17, 20)
    assert len(tally.by_year) == len(author["counts_by_year"])
    assert [one.count for one in tally.papers] == [one["cited_by_count"] for one in works]
    assert all(one.doi and one.title and one.year for one in tally.papers)


def test_semantic_scholar(service: Service) -> None:
    (author,) = corpus("api-s2-author/*.json")
    service.on("/semanticscholar/author/2262347", ok(author))
    service.on("/semanticscholar/author/2262347/papers", ok({"data": author["papers"]}))
    store, outcome = asked({"semanticscholar": "2262347"}, service)
    tally = store.tallies["semanticscholar"]
    assert not outcome.failures
    assert (tally.total, tally.h_index, len(tally.papers)) == (12415, 23, author["paperCount"])
    assert sum(one.count for one in tally.papers) == sum(
        one["citationCount"] for one in author["papers"]
    )


def test_semantic_scholar_pages_that_were_recorded(service: Service) -> None:
    """Pages asked for with other fields hold no counts: nothing is made up, nothing raised."""
    (author,) = corpus("api-s2-author/*.json")
    pages = corpus("api-s2-json/*author_papers*.json")
    service.on("/semanticscholar/author/2262347", ok(author))
    service.on("/semanticscholar/author/2262347/papers?0", ok({"data": [], "next": 100}))
    for page in pages:
        service.on(f"/semanticscholar/author/2262347/papers?{page['offset']}", ok(page))
    service.on("/semanticscholar/author/2262347/papers", ok({"data": []}))
    store, outcome = asked({"semanticscholar": "2262347"}, service)
    assert not outcome.failures
    assert store.tallies["semanticscholar"].papers == ()
    offsets = [one.query["offset"] for one in service.seen if "offset" in one.query]
    assert offsets == ["0", "100", "200", "300", "400"]


def test_inspire(service: Service) -> None:
    (page,) = corpus("api-inspire-works/*.json")
    service.on("/inspire/literature?1", ok(page))
    service.on("/inspire/literature?2", ok({"hits": {"hits": []}, "links": {}}))
    store, outcome = asked({"inspire": "A.Example.1"}, service)
    hits = page["hits"]["hits"]
    tally = store.tallies["inspire"]
    assert not outcome.failures
    assert len(tally.papers) == len(hits)
    assert tally.total == sum(one["metadata"]["citation_count"] for one in hits)
    assert [one.query["page"] for one in service.seen] == ["1", "2"]


def test_crossref(service: Service) -> None:
    works = corpus("api-crossref-json/*.json")
    entries = [
        paper(f"k{i}", title=f"T{i}", doi=one["message"]["DOI"]) for i, one in enumerate(works)
    ]
    service.on("/crossref/works", ok({"message": {"items": [one["message"] for one in works]}}))
    store, outcome = asked("crossref", service, *entries)
    counts = {one.key: one.count for one in store.tallies["crossref"].papers}
    expected = {f"k{i}": one["message"]["is-referenced-by-count"] for i, one in enumerate(works)}
    assert not outcome.failures
    assert counts == expected


def test_crossref_one_by_one(service: Service) -> None:
    """A DOI with a comma cannot stand in a list."""
    work = corpus("api-crossref-json/*.json")[0]
    entries = [paper("a", title="A", doi="10.1234/a,b"), paper("b", title="B", doi="10.1234/c,d")]
    service.on("/crossref/works/10.1234/a,b", Reply(b"Resource not found.", 404))
    message = {**work["message"], "DOI": "10.1234/C,D"}
    service.on("/crossref/works/10.1234/c,d", ok({**work, "message": message}))
    store, outcome = asked("crossref", service, *entries)
    assert not outcome.failures
    assert [one.key for one in store.tallies["crossref"].papers] == ["b"]
