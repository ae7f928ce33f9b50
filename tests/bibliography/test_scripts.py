"""Names in Han, Kana or Hangul are told from those in other scripts."""

from __future__ import annotations

import pytest

from mkdocs_academic.bibliography.scripts import is_east_asian


@pytest.mark.parametrize(
    ("name", "is_theirs"),
    [
        ("陈静怡", True), ("やまだ 太郎", True), ("김민수", True), ("김", True), ("ᄀ‧ᄂ", True),
        ("艾达·洛夫莱斯", True), ("Nguyễn", False), ("Ελένη ᾳ", False), ("Ružica", False),
        ("Ada", False), ("陈 Chen", False), ("‧", False), ("ᄀ Nguyễn", False), ("ليلى", False),
    ],
)  # fmt: skip
def test_scripts(name: str, is_theirs: bool) -> None:
    assert is_east_asian(name) is is_theirs
