"""Which number a page shows, and where it says it is from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mkdocs_academic.citations.numbers import Figure, Numbers, h_index, i10_index, resolve
from mkdocs_academic.citations.report import Report
from mkdocs_academic.citations.store import Store
from mkdocs_academic.citations.tally import Paper, Tally

from .conftest import paper

OPENALEX = Tally(
    source="openalex", date="2026-11-22", id="A1", url="https://openalex.org/A1",
    total=30, h_index=2, by_year={2020: 4},
    papers=(Paper(count=20, id="W1", key="one"),
            Paper(count=10, id="W2", key="two", date="2026-01-01"),
            Paper(count=7, id="W9", title="Somebody’s")),
)  # fmt: skip
CROSSREF = Tally(
    source="crossref", date="2026-11-21",
    papers=(Paper(count=25, doi="10.1/one", key="one"),
            Paper(count=2, doi="10.1/three", key="three")),
)  # fmt: skip
STORE = Store(tallies={"crossref": CROSSREF, "openalex": OPENALEX})
PAPERS = [paper("one", title="A"), paper("two", title="B"), paper("three", title="C")]


def numbers(store: Store = STORE, entries: Any = PAPERS, **settings: Any) -> Numbers:
    return resolve(Report.model_validate(settings), store, entries)


@pytest.mark.parametrize(
    ("counts", "h", "i10"),
    [
        ([], 0, 0),
        ([0], 0, 0),
        ([0, 0, 0], 0, 0),
        ([1], 1, 0),
        ([100], 1, 1),
        ([1, 1, 1], 1, 0),
        ([2, 2], 2, 0),
        ([10, 8, 5, 4, 3], 4, 1),  # Wikipedia's two examples
        ([25, 8, 5, 3, 3], 3, 1),
        ([3, 3, 8, 5, 25], 3, 1),
        ([9, 9, 9, 9, 9, 9, 9, 9, 9], 9, 0),
        ([10] * 10, 10, 10),
        ([11] * 10, 10, 10),
        ([53, 0, 0], 1, 1),
        ([6, 5, 3, 1, 0], 3, 0),
        (range(1001), 500, 991),
    ],
)
def test_indexes(counts: Any, h: int, i10: int) -> None:
    assert (h_index(counts), i10_index(counts)) == (h, i10)
    assert h_index(iter(counts)) == h


def test_nothing_known() -> None:
    assert numbers(Store()) == Numbers()


def test_one_source() -> None:
    found = numbers(Store(tallies={"openalex": OPENALEX}))
    assert found.total == Figure("30", 30, "OpenAlex", "2026-11-22", "https://openalex.org/A1")
    assert found.papers["one"] == Figure(
        "20", 20, "OpenAlex", "2026-11-22", "https://openalex.org/W1"
    )
    assert found.papers["two"].date == "2026-01-01"
    assert found.papers.keys() == {"one", "two"}
    assert found.h_index == Figure("2", 2, "OpenAlex", "2026-11-22", "https://openalex.org/A1")
    assert found.i10_index is not None
    assert (found.i10_index.number, found.i10_index.is_computed) == (2, True)
    assert (found.by_year.counts, found.by_year.source) == ({2020: 4}, "OpenAlex")


BOTH = ["openalex", "crossref"]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"sources": BOTH}, {"one": (20, "OpenAlex"), "three": (2, "Crossref")}),
        ({"sources": BOTH[::-1]}, {"one": (25, "Crossref"), "two": (10, "OpenAlex")}),
        (
            {"sources": BOTH, "prefer": "highest"},
            {"one": (25, "Crossref"), "two": (10, "OpenAlex")},
        ),
        ({}, {"one": (20, "OpenAlex"), "three": (2, "Crossref")}),
        ({"source": "crossref"}, {"one": (25, "Crossref"), "two": (10, "OpenAlex")}),
    ],
)
def test_several_sources(settings: Any, expected: dict[str, Any]) -> None:
    found = numbers(**settings)
    for key, (number, source) in expected.items():
        assert (found.papers[key].number, found.papers[key].source) == (number, source)
    assert found.total is not None
    assert (found.total.number, found.total.source) == (30, "OpenAlex")


def test_a_source_that_is_no_longer_wanted() -> None:
    assert numbers(sources=["crossref"]).papers.keys() == {"one", "three"}


def test_a_total_is_added_up_where_no_source_tells() -> None:
    total = numbers(sources=["crossref"]).total
    assert total == Figure("27", 27, "Crossref", "2026-11-21", is_computed=True)


def test_what_the_user_states_wins() -> None:
    found = numbers(
        total="260000+", papers={"one": "1,024", "four": "~7", "two": ""}, source="Google Scholar",
        date="last week", url="https://example.org",
    )  # fmt: skip
    stated = ("Google Scholar", "last week", "https://example.org", True)
    assert found.total == Figure("260000+", 260000, *stated)
    assert found.papers["one"] == Figure("1,024", 1024, *stated)
    assert found.papers["four"] == Figure("~7", 7, *stated)
    assert found.papers["two"].number == 10
    assert numbers(total="many").total == Figure("many", None, "", "", is_stated=True)


def test_indexes_of_stated_numbers() -> None:
    some = {"one": "12", "two": "3"}
    assert numbers(Store(), papers=some).h_index is None  # the third may have any number
    found = numbers(Store(), papers={**some, "three": "1"}, source="counted by hand")
    assert found.h_index == Figure("2", 2, "counted by hand", "", is_computed=True)
    assert found.i10_index is not None
    assert found.i10_index.number == 1
    assert found.total is None  # the other papers may have any number


def test_a_version_that_is_shown_as_another_paper_counts_for_that() -> None:
    tally = Tally(source="openalex", date="2026-11-22", papers=(Paper(count=20, key="preprint"),))
    store, also = Store(tallies={"openalex": tally}), {"preprint": "one", "draft": "two"}
    report = Report.model_validate({"papers": {"draft": "5"}})
    found = resolve(report, store, PAPERS, also)
    assert {key: figure.number for key, figure in found.papers.items()} == {"one": 20, "two": 5}


def test_versions_of_one_paper_are_not_added_up() -> None:
    both = (Paper(count=20, id="W1", key="one"), Paper(count=15, id="W2", key="one"))
    tally = Tally(source="openalex", date="2026-11-22", papers=both)
    found = numbers(Store(tallies={"openalex": tally}))
    assert found.papers["one"].number == 20
    assert found.i10_index is not None
    assert found.i10_index.number == 1


def test_a_new_entry_and_a_new_key_need_no_update() -> None:
    papers = (
        Paper(count=5, id="W1", key="old-key", title="A Title That Stays"),
        Paper(count=6, id="W2", title="Only now in the list"),
    )
    tally = Tally(source="openalex", date="2026-11-22", papers=papers)
    entries = [
        paper("new-key", title="A title that stays"),
        paper("fresh", title="Only Now in the List"),
    ]
    found = numbers(Store(tallies={"openalex": tally}), entries)
    assert {key: one.number for key, one in found.papers.items()} == {"new-key": 5, "fresh": 6}


def test_a_source_of_another_version() -> None:
    tally = Tally(source="newer", date="2026", papers=(Paper(count=5, id="1", key="one"),))
    assert numbers(Store(tallies={"newer": tally})).papers["one"].source == "newer"


OWN = Tally(
    source="byhand", date="2026-11-01", label="Counted by hand",
    papers=(Paper(count=4, key="one"),),
)  # fmt: skip


@pytest.mark.parametrize(
    "settings", [{}, {"sources": ["openalex"]}, {"sources": ["openalex"], "prefer": "highest"}]
)
def test_a_source_of_the_users_own_counts_first(settings: Any) -> None:
    found = numbers(Store(tallies={**STORE.tallies, "byhand": OWN}), **settings)
    assert found.papers["one"][:4] == ("4", 4, "Counted by hand", "2026-11-01")
    assert found.papers["two"].number == 10
    assert (found.total, found.h_index) == (numbers().total, numbers().h_index)


def test_a_label_of_the_users_own() -> None:
    tallies = {"openalex": replace(OPENALEX, label="OpenAlex, by hand")}
    assert numbers(Store(tallies=tallies)).papers["one"].source == "OpenAlex, by hand"
