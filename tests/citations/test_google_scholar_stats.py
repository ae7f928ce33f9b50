"""Files that crawlers publish, whatever keys their authors chose."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from mkdocs_academic.citations.report import Report
from mkdocs_academic.citations.sources.google_scholar_stats import tally_of
from mkdocs_academic.citations.store import Store
from mkdocs_academic.citations.tally import Tally
from mkdocs_academic.citations.update import Outcome, Subject, update

from ..conftest import ROOT
from .conftest import web_of
from .service import Reply, Service, ok, sample

CORPUS = ROOT.parent / "shared" / "corpus"
FILES = sorted(CORPUS.glob("gs/*/*.json"))
TODAY = "2026-11-22"
CDN = "/google-scholar-stats/gh/ada/site@google-scholar-stats/gs_data.json"
RAW = "/google-scholar-stats/ada/site/google-scholar-stats/gs_data.json"


def read(data: Any) -> Tally:
    tally = tally_of(data, TODAY)
    assert tally is not None
    return tally


def asked(
    service: Service | None, folder: Path, links: dict[str, str] | None = None, **options: Any
) -> tuple[Store, Outcome]:
    report = Report.model_validate({"sources": [{"google-scholar-stats": options}]})
    subject = Subject(root=folder, publications=[], links=links or {}, today=TODAY)

    def offline(source: str, request: object) -> Any:
        raise AssertionError("a local file needs no network")

    fetch = web_of(service).fetch if service else offline
    store, outcomes = update(report, Store(), subject, fetch)
    return store, outcomes[0]


def test_as_scholarly_writes_it() -> None:
    tally = read(sample("gs_data"))
    assert (tally.id, tally.total, tally.h_index, tally.i10_index) == ("EXAMPLEAAAAJ", 234, 8, 7)
    assert tally.date == "2026-04-25"
    assert tally.by_year == {2024: 17, 2025: 164, 2026: 53}
    assert [(one.id, one.count, one.year) for one in tally.papers] == [
        ("u5HHmVD_uO8C", 53, 2024),
        ("UebtZRa9Y70C", 0, 2025),
        ("IjCSPb-OGe4C", 0, None),
    ]


@pytest.mark.parametrize(
    ("data", "total", "papers"),
    [
        ({"publications": [{"title": "A", "citation_id": "X:b", "pub_year": "2020",
                            "num_citations": "1,234"}]}, None, [("b", "A", 2020, 1234)]),
        ({"citedby": "12", "publications": [{"title": "A", "link": "https://example.org",
          "authors": "X", "publication": "J", "cited_by": "7", "year": "2019"},
          {"title": "B", "cited_by": "", "year": ""}]}, 12,
         [("", "A", 2019, 7), ("", "B", None, 0)]),
        ({"total_citations": 58, "citations_per_year": {"2012 ": 1}, "publications": [
            {"title": "A", "venue": "V, 2012", "citations": 18, "year": 2012}]}, 58,
         [("", "A", 2012, 18)]),
        ([{"title": "A", "cited_by": {"value": 3, "link": "x"}, "year": 2001}, "odd", 7, None],
         None, [("", "A", 2001, 3)]),
        ({"cited_by": 4, "papers": {"X:b": 3, "X:c": {"bib": {"title": "C"}, "num_citations": 1}}},
         4, [("b", "", None, 3), ("c", "C", None, 1)]),
        ({"total": 40, "h_index": 3, "year_graph": [{"year": 2020, "value": 4}]}, 40, []),
        (sample("gs_data_shieldsio"), 234, []),
        ({"schemaVersion": 1, "label": "citations", "message": "1.2k"}, None, None),
        ({"publications": [{"title": "A"}], "citedby": -3}, None, None),
        ({"publications": {"a": None}, "cites_per_year": [1]}, None, None),
        ([], None, None),
        ("no", None, None),
        (None, None, None),
    ],
)  # fmt: skip
def test_as_others_write_it(data: Any, total: int | None, papers: list[Any] | None) -> None:
    tally = tally_of(data, TODAY)
    if papers is None:
        assert tally is None
        return
    assert tally is not None
    assert tally.total == total
    assert tally.date == TODAY
    assert [(one.id, one.title, one.year, one.count) for one in tally.papers] == papers


def test_years_of_both_forms() -> None:
    assert read({"total": 1, "year_graph": [{"year": 2020, "value": 4}]}).by_year == {2020: 4}
    assert read({"total": 1, "citations_per_year": {"2012 ": "7"}}).by_year == {2012: 7}


def test_a_local_file(tmp_path: Path) -> None:
    (tmp_path / "gs_data.json").write_text(json.dumps(sample("gs_data")), "utf-8-sig")
    store, outcome = asked(None, tmp_path, file="gs_data.json")
    assert store.tallies["google-scholar-stats"].total == 234
    assert not outcome.failures


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "gs_data.json: cannot be read: No such file or directory"),
        ("{", "the answer is not JSON (Expecting property name"),
        ("[]", "the file holds no citation numbers"),
    ],
)
def test_a_local_file_that_is_none(tmp_path: Path, text: str | None, said: str) -> None:
    if text is not None:
        (tmp_path / "gs_data.json").write_text(text, "utf-8")
    store, outcome = asked(None, tmp_path, file="gs_data.json")
    assert not store.tallies
    assert said in outcome.failures[0]


def test_the_cdn_or_not(service: Service, tmp_path: Path) -> None:
    service.on(CDN, ok(sample("gs_data")))
    service.on(RAW, ok(sample("gs_data")))
    asked(service, tmp_path, repository="ada/site")
    asked(service, tmp_path, repository="ada/site", use_cdn="no")
    assert service.paths == [CDN, RAW]


def test_the_other_address_where_one_fails(service: Service, tmp_path: Path) -> None:
    service.on(CDN, Reply(status=502))
    service.on(RAW, ok(sample("gs_data")))
    store, outcome = asked(service, tmp_path, repository="ada/site")
    assert store.tallies["google-scholar-stats"].total == 234
    assert not outcome.failures


def test_somebody_elses_file(service: Service, tmp_path: Path) -> None:
    """A copy of another home page often still has its author's numbers."""
    service.on(CDN, ok(sample("gs_data")))
    links = {"googlescholar": "https://scholar.google.com/citations?hl=en&user=MINE"}
    store, outcome = asked(service, tmp_path, links, repository="ada/site")
    assert not store.tallies
    assert "the file is about EXAMPLEAAAAJ" in outcome.failures[0]
    links = {"googlescholar": "EXAMPLEAAAAJ"}
    assert asked(service, tmp_path, links, repository="ada/site")[0].tallies


def test_every_file_of_the_corpus() -> None:
    if not FILES:
        assert not os.environ.get("CI"), f"{CORPUS} is not there"
        pytest.skip(f"{CORPUS} is not there")
    for file in FILES:
        data = json.loads(file.read_text("utf-8"))
        tally = read(data)
        if "publications" in data:
            counted = [one["num_citations"] for one in data["publications"].values()]
            assert [one.count for one in tally.papers] == counted, file
            assert (tally.total, tally.h_index) == (data["citedby"], data["hindex"]), file
            assert len(tally.by_year) == len(data["cites_per_year"]), file
        else:
            assert tally.total == int(data["message"]), file
