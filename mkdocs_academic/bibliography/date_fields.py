"""Dates between the fields of BibTeX and the year, month and day of other formats."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from .. import dates
from ..date_forms import Triple, checked
from . import latex
from .block import MONTHS

_MONTHS = tuple(MONTHS.values())
SEASONS = ("Spring", "Summer", "Autumn", "Winter")  # CSL 1.0.2 and EDTF count them from spring

_ISO = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", re.DOTALL)
_SEASON = re.compile(r"spring|summer|autumn|fall|winter", re.IGNORECASE)


class Span(NamedTuple):
    """A date as far as it is known; what is no date keeps its words."""

    start: Triple = dates.UNKNOWN
    end: Triple = dates.UNKNOWN  # UNKNOWN for a point in time
    season: str = ""  # one of SEASONS
    text: str = ""  # "in press"

    @property
    def iso(self) -> str:
        """Write ISO 8601, a span with a slash as biblatex does; words as they are."""
        written = [iso(one) for one in (self.start, self.end) if one[0]]
        return "/".join(written) or self.text


def iso(date: Triple) -> str:
    """Return `2021`, `2021-10` or `2021-10-05`."""
    year, month, day = date
    parts = [f"{year:04}", f"{month:02}", f"{day:02}"]
    return "-".join(parts[: 1 + bool(month) + bool(month and day)])


def triple(year: int, month: int = 0, day: int = 0) -> Triple:
    """Return a possible date; an impossible month or day is dropped."""
    return (checked(year, month, day) if month else None) or (year, 0, 0)


def parse(text: str) -> Span:
    """Read ISO 8601 and spans of it, else a date in words."""
    text = text.strip()
    ends = [_ISO.fullmatch(part) for part in text.split("/")]
    if len(ends) <= 2 and ends[0]:
        start, *end = (_of(found) for found in ends if found)
        return Span(start, end[0] if end else dates.UNKNOWN)
    season = _SEASON.search(text)
    found = dates.parse(text)
    if not found.start[0]:
        return Span(text=text)
    if season:
        return Span((found.start[0], 0, 0), season=_season(season[0]))
    is_point = found.end in (found.start, dates.OPEN, dates.FORTHCOMING, dates.UNKNOWN)
    return Span(found.start, dates.UNKNOWN if is_point else found.end)


def _of(found: re.Match[str]) -> Triple:
    return triple(int(found[1]), int(found[2] or 0), int(found[3] or 0))


def _season(word: str) -> str:
    return "Autumn" if word.lower() == "fall" else word.capitalize()


def to_fields(span: Span) -> dict[str, str]:
    """Return year and month for BibTeX, and biblatex's date for what these cannot hold."""
    year, month, day = span.start
    if not year:
        return {"year": span.text} if span.text else {}
    fields = {"year": str(year)}
    if span.season:
        fields["month"] = span.season
    elif month:
        fields["month"] = _MONTHS[month - 1]
    if day or span.end[0]:
        fields["date"] = span.iso
    return fields


def from_fields(field: Mapping[str, str]) -> Span:
    """Read biblatex's `date`, else BibTeX's year and month; never make one up."""
    return _dated(field.get("date", ""), field.get("year", ""), field.get("month", ""))


@lru_cache(4096)
def _dated(date: str, year: str, month: str) -> Span:
    written = latex.to_text(date)
    if written and (span := parse(written)).start[0]:
        return span
    year, month = latex.to_text(year), latex.to_text(month)
    if month.isdecimal() and re.fullmatch(r"\d{4}", year):
        return Span(triple(int(year), int(month) if int(month) <= 12 else 0))
    with_month = parse(f"{month} {year}".strip())
    return with_month if with_month.start[0] else parse(year)
