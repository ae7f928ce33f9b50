"""Bars for years: every year has its place, heights are true to the numbers."""

from __future__ import annotations

import pytest

from mkdocs_academic.citations.history import bars, width


def test_years_without_a_number_keep_their_place() -> None:
    found = bars({2026: 4, 2019: 1, 2025: 2})
    assert [one.year for one in found] == list(range(2019, 2027))
    assert [one.number for one in found] == [1, 0, 0, 0, 0, 0, 2, 4]
    assert [one.label for one in found] == ["’19", "’20", "’21", "’22", "’23", "’24", "’25", "’26"]


def test_measures_are_percent_of_the_drawing() -> None:
    first, last = bars({2025: 1, 2026: 4})
    assert first[3:] == ("0", "21.75", "54", "43.5", "18")
    assert last[3:] == ("50", "71.75", "0", "43.5", "72")
    for one in bars({year: year - 1989 for year in range(1990, 2027)}):
        assert float(one.y) + float(one.height) == pytest.approx(72, abs=0.02)
        assert float(one.x) + float(one.width) <= 100


@pytest.mark.parametrize("counts", [{}, {2026: 0}, {2026: 7}, {2025: 0, 2026: 7}, {2020: -1}])
def test_a_single_year_is_no_chart(counts: dict[int, int]) -> None:
    assert bars(counts) == ()


def test_many_years_have_fewer_labels_and_the_last_has_one() -> None:
    found = bars(dict.fromkeys(range(1990, 2027), 3))
    labels = [one.label for one in found if one.label]
    assert len(labels) == 10
    assert found[-1].label == "’26"


def test_a_slip_of_the_pen_does_not_make_centuries_of_bars() -> None:
    found = bars({1066: 1, 2024: 1, 2026: 2})
    assert len(found) == 60
    assert found[-1].year == 2026


def test_a_long_career_is_no_wider_than_the_page() -> None:
    assert width(8) == "11.44"
    assert width(40) == width(60) == "15"
