"""Where a publication appeared, as its line says it."""

from __future__ import annotations

import pytest

from mkdocs_academic.bibliography import venues
from mkdocs_academic.words import words


@pytest.mark.parametrize(
    ("kind", "said", "html"),
    [
        ("article", "Journal Article", "<em>J</em>"),  # EndNote
        ("article", "journal-article", "<em>J</em>"),
        ("article", "{Journal\n  Article}", "<em>J</em>"),
        ("article", "Review", "Review, <em>J</em>"),
        ("inproceedings", "Conference Proceedings", "<em>J</em>"),
        ("inproceedings", "Poster", "Poster, <em>J</em>"),
        ("inbook", "Book Section", "<em>J</em>"),
        ("book", "Book", "<em>J</em>"),
        ("book", "Edited Book", "Edited Book, <em>J</em>"),
        ("phdthesis", "Thesis", "Thesis, <em>J</em>"),
        ("techreport", "Report", "Report, <em>J</em>"),
        ("misc", "Journal Article", "Journal Article, <em>J</em>"),
    ],
)
def test_a_kind_that_the_type_says_already_is_left_out(kind: str, said: str, html: str) -> None:
    assert venues.of(kind, {"type": said, "venue": "J"}, words("en")).html == html
