"""Addresses lead from one page to another: the shortest way, whatever folder a build runs in."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_academic import place
from mkdocs_academic.place import Place

STEPS = st.lists(st.sampled_from(["a", "b", "ab", "..", ".", "", "x.md"]), max_size=5)


@given(STEPS, STEPS)
@example([], [])
@example(["a", "b"], ["a", "b", "ab"])
@example(["..", "a"], ["a"])
def test_ways_are_those_of_posixpath(to: list[str], start: list[str]) -> None:
    wanted, around = "/".join(to).lstrip("/"), "/".join(start).lstrip("/")
    expected = posixpath.relpath(wanted or ".", around or ".")
    assert place._relative(wanted, around) == expected


@pytest.mark.parametrize(
    ("page", "target", "address"),
    [
        (Place("", source="index.md"), "publications/a.md", "publications/a/"),
        (Place("", source="index.md"), "publications/a.md#x", "publications/a/#x"),
        (Place("talks/", source="talks.md"), "index.md#about", ".././#about"),
        (Place("talks/", source="talks.md"), "files/a.pdf", "../files/a.pdf"),
        (Place("a/b/", source="a/b.md"), "a/c.md", "../c/"),
        (
            Place("talks/", source="talks.md"),
            "https://example.org/a.md",
            "https://example.org/a.md",
        ),
    ],
)
def test_addresses(page: Place, target: str, address: str) -> None:
    assert page.address(target) == address
