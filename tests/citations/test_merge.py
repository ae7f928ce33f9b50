"""What is stored stays, unless a whole answer says better."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_academic.citations.merge import Merge, merged
from mkdocs_academic.citations.tally import Finding, Paper, Tally

ONE = Paper(count=100, id="W1", key="one", title="One", year=2020)
TWO = Paper(count=10, id="W2")
OLD = Tally(
    source="openalex", date="2026-01-01", asked="A1", id="A1",
    total=110, h_index=2, by_year={2010: 5, 2020: 105}, papers=(ONE, TWO),
)  # fmt: skip


def new(**changes: object) -> Tally:
    return replace(OLD, date="2026-02-02", **changes)  # type: ignore[arg-type]


def lay(tally: Tally | None, *failures: str, force: bool = False, drop: float = 20) -> Merge:
    return merged(OLD, Finding(tally=tally, failures=failures), drop, force)


@pytest.mark.parametrize(
    ("number", "failures", "force", "kept", "held"),
    [
        (110, (), False, 110, ()),
        (130, (), False, 130, ()),
        (130, ("page 2",), False, 130, ()),
        (88, (), False, 88, ()),  # exactly a fifth
        (87, (), False, 110, ("citations 110 -> 87",)),
        (87, (), True, 87, ()),
        (0, (), False, 110, ("citations 110 -> 0",)),
        (109, ("page 2",), False, 110, ()),  # a part never lowers anything
        (109, ("page 2",), True, 110, ()),
        (None, (), True, 110, ()),
    ],
)
def test_the_total(
    number: int | None, failures: tuple[str, ...], force: bool, kept: int, held: tuple[str, ...]
) -> None:
    merge = lay(new(total=number), *failures, force=force)
    assert merge.tally is not None
    assert (merge.tally.total, merge.held) == (kept, held)
    is_answered = number == kept
    assert merge.tally.date == ("2026-02-02" if is_answered else "2026-01-01")


def test_nothing_new_and_nothing_old() -> None:
    assert lay(None, "down") == (OLD, ())
    assert merged(None, Finding(tally=OLD), 20, False) == (OLD, ())
    assert merged(None, Finding(), 20, False) == (None, ())


def papers(merge: Merge) -> dict[str, tuple[int, str]]:
    assert merge.tally is not None
    return {one.name: (one.count, merge.tally.date_of(one)) for one in merge.tally.papers}


def test_papers_keep_their_days() -> None:
    answer = new(papers=(replace(ONE, count=101), Paper(count=1, id="W3")))
    assert papers(lay(answer)) == {
        "W1": (101, "2026-02-02"),
        "W2": (10, "2026-01-01"),
        "W3": (1, "2026-02-02"),
    }
    assert papers(lay(answer, force=True)).keys() == {"W1", "W3"}
    assert papers(lay(answer, "page 2", force=True)).keys() == {"W1", "W2", "W3"}
    assert papers(lay(new(papers=()), force=True)).keys() == {"W1", "W2"}


def test_a_paper_that_falls() -> None:
    answer = new(papers=(replace(ONE, count=50), replace(TWO, count=9)))
    merge = lay(answer)
    assert merge.held == ("one 100 -> 50",)
    assert papers(merge) == {"W1": (100, "2026-01-01"), "W2": (9, "2026-02-02")}
    assert papers(lay(answer, drop=50))["W1"] == (50, "2026-02-02")
    assert papers(lay(answer, force=True))["W1"] == (50, "2026-02-02")


def test_years_are_not_forgotten() -> None:
    merge = lay(new(by_year={2020: 110, 2021: 3}))
    assert merge.tally is not None
    assert merge.tally.by_year == {2010: 5, 2020: 110, 2021: 3}


def test_under_another_id_the_same_person() -> None:
    merge = lay(new(id="A2", total=111))
    assert merge.tally is not None
    assert (merge.tally.id, merge.tally.total) == ("A2", 111)
    assert papers(merge).keys() == {"W1", "W2"}


@pytest.mark.parametrize(
    ("total", "failures", "force", "is_replaced"),
    [
        (500, (), False, True),
        (3, (), False, False),
        (3, (), True, True),
        (500, ("page 2",), True, False),
    ],
)
def test_another_person(
    total: int, failures: tuple[str, ...], force: bool, is_replaced: bool
) -> None:
    other = new(asked="A9", id="A9", total=total, papers=())
    merge = lay(other, *failures, force=force)
    assert merge.tally == (other if is_replaced else OLD)
    if total == 3 and not force:
        assert merge.held == ("citations (A1, now A9) 110 -> 3",)


def test_papers_without_ids_are_known_by_title() -> None:
    old = replace(OLD, papers=(Paper(count=5, title="A Title", year=2020),))
    answer = replace(OLD, papers=(Paper(count=6, title="A title", year=2020),))
    merge = merged(old, Finding(tally=answer), 20, False)
    assert merge.tally is not None
    assert [one.count for one in merge.tally.papers] == [6]


def test_counts_written_by_hand() -> None:
    old = replace(OLD, papers=(Paper(count=62, key="one"), Paper(count=5, key="two")))
    versions = (Paper(count=33, id="W7", key="one", by="title"), replace(ONE, count=65, by="doi"))
    merge = merged(old, Finding(tally=new(papers=versions)), 20, True)
    assert merge.tally is not None
    assert merge.held == ()
    assert {(one.key, one.id): (one.count, one.by) for one in merge.tally.papers} == {
        ("one", "W1"): (65, "doi"),
        ("one", "W7"): (33, "title"),
        ("two", ""): (5, ""),
    }


def test_a_key_that_somebody_has_corrected_stays() -> None:
    old = replace(OLD, papers=(replace(ONE, key="other"),))
    merge = merged(old, Finding(tally=new(papers=(replace(ONE, by="title"),))), 20, False)
    assert merge.tally is not None
    assert [(one.key, one.by) for one in merge.tally.papers] == [("other", "")]
