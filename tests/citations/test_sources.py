"""Every source against a service that works, that fails at once, and that fails half-way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mkdocs_academic.citations.report import Report
from mkdocs_academic.citations.sources import SOURCES
from mkdocs_academic.citations.store import Store
from mkdocs_academic.citations.tally import Tally
from mkdocs_academic.citations.update import Outcome, Subject, update

from .conftest import paper, web_of
from .service import FAULTS, Reply, Service, ok, sample

TODAY = "2026-11-22"
KEYS = {"SERPAPI_KEY": "secret-serpapi", "OPENALEX_API_KEY": "secret-openalex"}
WORK = sample("openalex_work")
CROSSREF = sample("crossref_work")["message"]
S2 = sample("semanticscholar_author")
DOI = "10.1023/A:1026654312961"


def _author(**changes: object) -> Reply:
    return ok({**sample("openalex_author"), **changes})


@dataclass
class Case:
    """A source, how its service answers in two steps, and what comes of it."""

    sources: list[object]
    first: str  # path of the first request
    replies: dict[str, Reply]
    second: str = ""  # path of a request without which the answer is a part
    total: int | None = None
    h_index: int | None = None
    papers: dict[str, int] = field(default_factory=dict)  # name to count
    keys: dict[str, str] = field(default_factory=dict)  # citation key to what it was matched by


CASES = {
    "openalex": Case(
        sources=[{"openalex": "A5023888391"}],
        first="/openalex/authors/A5023888391",
        second="/openalex/works?2",
        replies={
            "/openalex/authors/A5023888391": _author(),
            "/openalex/works?1": ok({"meta": {"count": 101}, "results": [WORK]}),
            "/openalex/works?2": ok(
                {
                    "meta": {"count": 101},
                    "results": [
                        {
                            "id": "https://openalex.org/W2",
                            "title": "Second",
                            "cited_by_count": 5,
                            "publication_year": 2020,
                            "doi": "https://doi.org/10.48550/arXiv.2001.00001",
                        }
                    ],
                }
            ),
        },
        total=38,
        h_index=45,
        papers={WORK["id"].rpartition("/")[2]: WORK["cited_by_count"], "W2": 5},
        keys={"second": "arxiv"},
    ),
    "semanticscholar": Case(
        sources=[{"semanticscholar": "2262347"}],
        first="/semanticscholar/author/2262347",
        second="/semanticscholar/author/2262347/papers?2",
        replies={
            "/semanticscholar/author/2262347": ok(S2),
            "/semanticscholar/author/2262347/papers": ok(
                {"offset": 0, "next": 2, "data": S2["papers"][:2]}
            ),
            "/semanticscholar/author/2262347/papers?2": ok({"offset": 2, "data": S2["papers"][2:]}),
        },
        total=12415,
        h_index=23,
        papers={one["paperId"]: one["citationCount"] for one in S2["papers"]},
        keys={"ordinals": "doi", "machinery": "id"},
    ),
    "crossref": Case(
        sources=["crossref"],
        first="/crossref/works",
        replies={"/crossref/works": ok({"message": {"items": [CROSSREF]}})},
        papers={CROSSREF["DOI"].lower(): CROSSREF["is-referenced-by-count"]},
    ),
    "opencitations": Case(
        sources=["opencitations"],
        first="/opencitations/citation-count/doi:10.1016/b978-044450423-4/50007-3",
        second=f"/opencitations/citation-count/doi:{DOI.lower()}",
        replies={
            "/opencitations/citation-count/doi:10.1016/b978-044450423-4/50007-3": ok(
                sample("opencitations_count")
            ),
            f"/opencitations/citation-count/doi:{DOI.lower()}": ok([{"count": "12"}]),
        },
        papers={"10.1016/b978-044450423-4/50007-3": 34, DOI.lower(): 12},
        keys={"ordinals": "doi", "largen": "doi"},
    ),
    "inspire": Case(
        sources=[{"inspire": "1010907"}],
        first="/inspire/authors/1010907",
        second="/inspire/literature",
        replies={
            "/inspire/authors/1010907": ok(
                {"metadata": {"ids": [{"schema": "INSPIRE BAI", "value": "J.M.Maldacena.1"}]}}
            ),
            "/inspire/literature": ok(sample("inspire_search")),
        },
        total=243,
        papers={"451647": 243},
        keys={"largen": "doi"},
    ),
    "serpapi": Case(
        sources=[{"serpapi": "XXXX"}],
        first="/serpapi/search.json",
        replies={"/serpapi/search.json": ok(sample("serpapi_google_scholar_author"))},
        total=466834,
        h_index=314,
        papers={"u5HHmVD_uO8C": 53},
        keys={"first": "id"},
    ),
    "google-scholar-stats": Case(
        sources=[{"google-scholar-stats": {"repository": "ada/ada.github.io"}}],
        first="/google-scholar-stats/gh/ada/ada.github.io@google-scholar-stats/gs_data.json",
        replies={
            "/google-scholar-stats/gh/ada/ada.github.io@google-scholar-stats/gs_data.json": ok(
                sample("gs_data")
            )
        },
        total=234,
        h_index=8,
        papers={"u5HHmVD_uO8C": 53, "UebtZRa9Y70C": 0, "IjCSPb-OGe4C": 0},
        keys={"first": "id", "uncited": "title"},
    ),
}
PAPERS = [
    paper("second", title="Quite another title", eprint="2001.00001", archiveprefix="arXiv"),
    paper("ordinals", title="Systems", doi="10.1016/B978-044450423-4/50007-3"),
    paper("machinery", title="X", semanticscholar=S2["papers"][2]["paperId"]),
    paper("largen", title="Something else", doi=DOI),
    paper("first", title="Not its title", google_scholar_id="EXAMPLEAAAAJ:u5HHmVD_uO8C"),
    paper("uncited", title="{A} paper without \\emph{citations}.", year="2024"),
]


def run(
    case: Case, service: Service, store: Store, *, force: bool = False, drop: str = "20%"
) -> tuple[Store, Outcome]:
    report = Report.model_validate({"sources": case.sources, "drop": drop})
    subject = Subject(root=Path(), publications=PAPERS, links={}, today=TODAY)
    web = web_of(service, **KEYS)
    new, outcomes = update(report, store, subject, web.fetch, force=force)
    assert len(outcomes) == 1
    return new, outcomes[0]


def serve(case: Case, service: Service) -> None:
    for path, reply in case.replies.items():
        service.on(path, reply)


def counts(tally: Tally | None) -> dict[str, int]:
    return {one.name: one.count for one in tally.papers} if tally else {}


def test_every_source_has_a_case() -> None:
    assert set(CASES) == set(SOURCES)


@pytest.mark.parametrize("name", CASES)
def test_it_is_read(name: str, service: Service) -> None:
    case = CASES[name]
    serve(case, service)
    store, outcome = run(case, service, Store())
    tally = store.tallies[name]
    assert (outcome.failures, outcome.held, outcome.was_read) == ((), (), True)
    assert (tally.total, tally.h_index) == (case.total, case.h_index)
    assert counts(tally) == case.papers
    assert {one.key: one.by for one in tally.papers if one.key} == case.keys
    told = " ".join(str(part) for part in (outcome, store))
    assert "secret" not in told


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", CASES)
def test_a_service_that_fails_changes_nothing(name: str, fault: str, service: Service) -> None:
    case = CASES[name]
    serve(case, service)
    known, _ = run(case, service, Store())
    for path in list(service.routes):
        service.on(path, FAULTS[fault])
    store, outcome = run(case, service, known, force=True)
    assert store == known
    assert len(outcome.failures) == 1
    assert "secret" not in " ".join(outcome.failures)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.second])
def test_a_part_loses_nothing(name: str, fault: str, service: Service) -> None:
    case = CASES[name]
    serve(case, service)
    known, _ = run(case, service, Store())
    service.on(case.second, FAULTS[fault])
    store, outcome = run(case, service, known, force=fault != "404")
    assert counts(store.tallies[name]) == case.papers
    assert store.tallies[name].total == case.total
    if not (fault == "404" and SOURCES[name].by_doi):
        assert outcome.failures


@pytest.mark.parametrize("fault", ["429", "500", "truncated", "hanging"])
@pytest.mark.parametrize("name", CASES)
def test_what_passes_is_asked_again(name: str, fault: str, service: Service) -> None:
    case = CASES[name]
    serve(case, service)
    service.on(case.first, FAULTS[fault], case.replies[case.first])
    store, outcome = run(case, service, Store())
    assert not outcome.failures
    assert counts(store.tallies[name]) == case.papers


def moved(service: Service, target: str) -> None:
    service.on("/openalex/authors/A5023888391", Reply(b"", 301, {"Location": target}))
    service.on("/openalex/authors/A77", _author(id="https://openalex.org/A77"))


Prepare = Callable[[Service], None]


def _by_redirect(service: Service) -> None:
    moved(service, f"{service.url}/openalex/authors/A77")


def _by_answer(service: Service) -> None:
    service.on("/openalex/authors/A5023888391", _author(id="https://openalex.org/A77"))


@pytest.mark.parametrize("prepare", [_by_redirect, _by_answer], ids=["redirect", "answer"])
def test_an_author_merged_under_another_id(prepare: Prepare, service: Service) -> None:
    case = CASES["openalex"]
    serve(case, service)
    known, _ = run(case, service, Store())
    prepare(service)
    store, outcome = run(case, service, known)
    tally = store.tallies["openalex"]
    assert (tally.asked, tally.id, tally.total) == ("A5023888391", "A77", 38)
    assert counts(tally) == case.papers
    assert outcome.notes == ("A5023888391 is now A77: write `openalex: A77`",)
    assert service.seen[-1].query["filter"] == "authorships.author.id:A77"


def test_semantic_scholar_answers_another_id(service: Service) -> None:
    case = CASES["semanticscholar"]
    serve(case, service)
    service.on("/semanticscholar/author/2262347", ok({**S2, "authorId": "77"}))
    service.on("/semanticscholar/author/77/papers", ok({"data": S2["papers"]}))
    store, outcome = run(case, service, Store())
    assert counts(store.tallies["semanticscholar"]) == case.papers
    assert outcome.notes == ("2262347 is now 77: write `semanticscholar: 77`",)


def test_another_orcid_is_another_person(service: Service) -> None:
    case = Case(sources=[{"openalex": "0000-0002-1825-0097"}], first="", replies={})
    service.on("/openalex/authors/orcid:0000-0002-1825-0097", _author())
    store, outcome = run(case, service, Store())
    assert not store.tallies
    assert outcome.failures == (
        "asked for 0000-0002-1825-0097, and the answer is about 0000-0001-6187-6610",
    )


def _articles(first: int, number: int) -> list[dict[str, object]]:
    return [
        {"title": f"T{i}", "citation_id": f"X:{i}", "cited_by": {"value": i}, "year": "2020"}
        for i in range(first, first + number)
    ]


@pytest.mark.parametrize(
    ("last", "failures"),
    [
        ({"articles": _articles(100, 3)}, ()),
        ({"error": "Google hasn't returned any results for this query."}, ()),
        ({"error": "Your account has run out of searches."},
         ("Your account has run out of searches.",)),
    ],
)  # fmt: skip
def test_serpapi_pages(last: object, failures: tuple[str, ...], service: Service) -> None:
    """A full page is followed by another; only the end of the list is no failure."""
    table = sample("serpapi_google_scholar_author")["cited_by"]
    service.on("/serpapi/search.json?0", ok({"cited_by": table, "articles": _articles(0, 100)}))
    service.on("/serpapi/search.json?100", ok(last))
    store, outcome = run(CASES["serpapi"], service, Store())
    assert outcome.failures == failures
    assert len(store.tallies["serpapi"].papers) in (100, 103)
    assert store.tallies["serpapi"].by_year == {1993: 1180, 1994: 1553, 1995: 1981}


@pytest.mark.parametrize(
    ("source", "author"), [("openalex", "Ada Example"), ("semanticscholar", "https://example.org/")]
)
def test_what_is_no_author(source: str, author: str, service: Service) -> None:
    case = Case(sources=[{source: author}], first="", replies={})
    _, outcome = run(case, service, Store())
    assert f"{author!r} is no id of an author" in outcome.failures[0]
    assert not service.seen


def test_no_entry_has_a_doi(service: Service) -> None:
    report = Report.model_validate({"sources": ["crossref"]})
    subject = Subject(root=Path(), publications=[], links={}, today=TODAY)
    _, (outcome,) = update(report, Store(), subject, web_of(service).fetch)
    assert outcome.failures == ("no entry has a DOI",)
