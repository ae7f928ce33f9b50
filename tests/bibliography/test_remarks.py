"""Remarks under an entry, and what is left out of them."""

from __future__ import annotations

import pytest

from mkdocs_academic.bibliography import remarks

from ..outputs.papers import papers


@pytest.mark.parametrize(
    "value",
    [
        "Number: 1\nPublisher: Nature Publishing Group",
        "Publisher: Nature Publishing Group: London\n\n  Place: London\nSection: 3\nType: article",
        r"\_eprint: https://x.org/a",
        "Publisher: P\nPMID: 12",
        r"Read\_Status: New" "\n" r"Read\_Status\_Date: 2024",
        "Times Cited: 5",
        "Times Cited: 5; Cited References Count: 12",
    ],
)
def test_what_reference_managers_keep_for_themselves_is_not_shown(value: str) -> None:
    assert remarks.of({"note": value, "annotation": value}) == []
    assert len(remarks.of({"additional_info": value, "addendum": value})) == 2


@pytest.mark.parametrize(
    "value",
    [
        "JCR: Q1",
        "PMID: 12",
        "DOI: 10.1234/a",
        "Oral: 1 of 10",
        "Type: Oral",
        "Type: Invited; Series: Lectures of note",
        "Number: 7",
        "Number: 1\nBest paper",
        "Times Cited: 5; a remark of mine",
        "Publisher",
        "Publisher number 1",
    ],
)
def test_whatever_else_is_said_stays(value: str) -> None:
    assert remarks.of({"note": value}) == [" ".join(value.split())]


def test_their_keywords_are_no_topics() -> None:
    (found,) = papers("@misc{a, title={T}, keywords={CRISPR, \\#nosource, C\\#}}")
    assert found.keywords == ("CRISPR", "C#")
