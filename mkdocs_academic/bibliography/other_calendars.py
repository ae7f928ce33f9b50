"""Years of other calendars than ours: shown as written, put in order where they are known."""

from __future__ import annotations

import re

from .publication import Publication

_YEAR = re.compile(r"\d{4}(?!\d)")
_SOLAR_HIJRI = range(1300, 1451)  # Iran's; a year of it begins in March of the 621st after
# Letters and figures of Persian that Arabic does not have.
_PERSIAN = re.compile("[پچژگکی۰-۹]")


def number(paper: Publication) -> int:
    """Return the year in whatever calendar, 0 where there is none, or it is one of ours."""
    found = _YEAR.match(paper.years) if paper.years and not paper.year else None
    return int(found[0]) if found else 0


def in_ours(paper: Publication) -> int:
    """Return the year of our calendar in which the paper's began, 0 where that is not known."""
    written = number(paper)
    is_solar = written in _SOLAR_HIJRI and (
        paper.language.partition("-")[0] == "fa" or bool(_PERSIAN.search(paper.years + paper.title))
    )
    return written + 621 if is_solar else 0
