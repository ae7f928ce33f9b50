"""Years that are none of our calendar, or in other figures: shown as written, and in order."""

from __future__ import annotations

import pytest

from mkdocs_academic.bibliography.grouping import grouped, in_order

from ..outputs.papers import papers


@pytest.mark.parametrize(
    ("fields", "year", "shown"),
    [
        ("year={1399}", None, "1399"),
        ("year={1399}, month={5}", None, "1399"),
        ("date={1399-05-02}", None, "1399"),
        ("year={۱۴۰۰}", None, "۱۴۰۰"),
        ("year={令和2年}", None, "令和2年"),
        ("year={٢٠٢٢}", 2022, "٢٠٢٢"),
        ("year={٢٠٢٢}, month={5}", 2022, "٢٠٢٢"),
        ("year={2022年10月}", 2022, "2022"),
        ("year={août 2022}", 2022, "2022"),
        ("year={0}", None, ""),
        ("year={unknown}", None, ""),
        ("year={20xx}", None, ""),
        ("year={Dec 5}", None, ""),
        ("year={平成 30}", None, "平成 30"),
        ("year={in press}", None, ""),  # that is its status
    ],
)
def test_a_year_is_shown_as_it_is_written(fields: str, year: int | None, shown: str) -> None:
    (found,) = papers(f"@misc{{a, title={{T}}, {fields}}}")
    assert (found.year, found.years) == (year, shown)
    assert found.short_citation("et al.", "and") == f"a {year or shown or found.status}".strip()


def test_years_of_iran_have_their_place_among_ours() -> None:
    bib = """@misc{a, title={A}, year={2020}} @misc{b, title={بررسی}, year={۱۴۰۰}}
        @misc{c, title={T}, langid={persian}, year={1398}} @misc{d, title={D}, year={2022}}
        @misc{e, title={T}, year={1399}} @misc{f, title={T}, year={1455}} @misc{g, title={T}}
        @misc{h, title={فیزیک}, year={1399}}"""
    newest = in_order(papers(bib), "newest")
    groups = grouped(newest, "year", {}, (), "Undated")
    assert [(one.title, " ".join(p.key for p in one.publications)) for one in groups] == [
        ("2022", "d"),
        ("۱۴۰۰", "b"),
        ("2020", "a"),
        ("1399", "h e"),
        ("1398", "c"),
        ("1455", "f"),
        ("Undated", "g"),
    ]
    assert newest[1].date.text == "۱۴۰۰"  # so it stands in the margin
    oldest = [paper.key for paper in in_order(newest, "oldest")]
    assert oldest[-5:] == ["c", "h", "a", "b", "d"]
