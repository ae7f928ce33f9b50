"""Papers gathered into groups: none is lost, and what belongs to none comes last."""

from __future__ import annotations

import pytest

from mkdocs_academic.bibliography.grouping import grouped

from .test_facets import paper

PAPERS = [
    paper("talk", "inproceedings", year="2021"),
    paper("book", "book", year="2020", keywords="Caches, Proofs"),
    paper("rest", "misc", keywords="Proofs"),
]


@pytest.mark.parametrize(
    ("group_by", "titles", "order", "shown"),
    [
        ("year", {}, (), [("2021", "talk"), ("2020", "book"), ("Rest", "rest")]),
        ("topic", {}, (), [("Caches", "book"), ("Proofs", "book rest"), ("Rest", "talk")]),
        ("field", {}, (), [("", "talk book rest")]),  # alone they need no heading
        # A title that is left empty takes the heading, not the place.
        (
            "type",
            {"inproceedings": "", "book": "Books", "misc": "Other"},
            ("inproceedings", "book"),
            [("", "talk"), ("Books", "book"), ("Other", "rest")],
        ),
        # One heading where the user's own word is that of the rest.
        ("topic", {"Proofs": "Rest"}, (), [("Caches", "book"), ("Rest", "book rest talk")]),
        ("none", {}, (), [("", "talk book rest")]),
    ],
)
def test_groups(
    group_by: str, titles: dict[str, str], order: tuple[str, ...], shown: list[tuple[str, str]]
) -> None:
    groups = grouped(PAPERS, group_by, titles, order, "Rest")
    assert [(one.title, " ".join(p.key for p in one.publications)) for one in groups] == shown
