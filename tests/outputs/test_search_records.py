"""What the search knows of a paper; a result is drawn where nothing typesets formulas."""

from __future__ import annotations

from mkdocs_academic.outputs.search_records import record

from .papers import papers


def test_a_record() -> None:
    (paper,) = papers(
        r"@article{a, title = {Sorting in $O(n \log n)$ {\&} \emph{less}}, author = {Doe, Jane},"
        r" journal = {J}, year = 2020, keywords = {sort}, abstract = {For $x_i < 1$ only.}}"
    )
    assert record(paper, "publications/#a") == {
        "location": "publications/#a",
        "title": "Sorting in O(n log n) &amp; <em>less</em>",
        "text": "<p>Jane Doe. <em>J</em>. 2020. sort</p><p>For x_i &lt; 1 only.</p>",
    }
