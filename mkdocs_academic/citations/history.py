"""Numbers by year, drawn as bars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_MOST = 60  # years
_LABELS = 11  # that have room side by side
_WIDEST = 1.43  # rem a year
_WHOLE = 15.0  # rem, of many years
_HIGHEST = 72.0  # percent of the drawing; below the bars stand the years
_FILLED = 0.87  # of a year's place


class Bar(NamedTuple):
    """One year; measures are percent of the drawing."""

    year: int
    number: int
    label: str  # "’19"; "" where there is no room
    x: str
    middle: str
    y: str
    width: str
    height: str


def bars(counts: Mapping[int, int]) -> tuple[Bar, ...]:
    """Return a bar for each year from the first that counts to the last, none for a single one."""
    some = [year for year, count in counts.items() if count > 0]
    years = range(max(min(some), max(some) - _MOST + 1), max(some) + 1) if some else range(0)
    if len(years) < 2:
        return ()
    step = 100 / len(years)
    apart = -(-len(years) // _LABELS)
    scale = _HIGHEST / max(counts.values())
    return tuple(
        _bar(
            year, max(counts.get(year, 0), 0), place * step, step, scale, (years[-1] - year) % apart
        )
        for place, year in enumerate(years)
    )


def _bar(year: int, number: int, x: float, step: float, scale: float, off: int) -> Bar:
    height = number * scale
    measures = (x, x + step * _FILLED / 2, _HIGHEST - height, step * _FILLED, height)
    return Bar(
        year, number, "" if off else f"’{year % 100:02}", *(f"{one:.4g}" for one in measures)
    )


def width(years: int) -> str:
    """Return how wide a drawing of so many years is, in rem."""
    return f"{min(years * _WIDEST, _WHOLE):.4g}"
