"""Roles of authors that are said in words."""

from __future__ import annotations

import pytest

from mkdocs_academic.bibliography.author_roles import role, sign


@pytest.mark.parametrize(
    ("annotation", "kind", "shown"),
    [
        ("equal", "equal", "*"),
        ("Equal contribution", "equal", "*"),
        ("co-first", "equal", "*"),
        ("corresponding", "corresponding", "✉\ufe0e"),
        ("Corresponding Author", "corresponding", "✉\ufe0e"),
        ("first", "", "first"),
        ("student", "", "student"),
        ("*", "", "*"),
    ],
)
def test_roles(annotation: str, kind: str, shown: str) -> None:
    assert (role(annotation), sign(annotation)) == (kind, shown)
