"""Where the browsers of readers look for newer numbers than those of the build."""

from __future__ import annotations

from typing import NamedTuple

from .numbers import Numbers
from .report import Report
from .settings import STATS
from .sources import SOURCES

FILE = "citations/gs_data.json"  # the site's own, below its address


class Live(NamedTuple):
    """What the script needs to know."""

    url: str  # complete, or below the site's address
    source: str  # who counted, as readers know it


def place(report: Report, numbers: Numbers) -> Live | None:
    """Return where to look, None where nobody is to look."""
    if not report.live:
        return None
    from .sources import google_scholar_stats

    crawled = SOURCES[STATS].label
    if isinstance(report.live, str):
        return Live(report.live, crawled)
    if published := _published(report, google_scholar_stats.FILE):
        return Live(published, crawled)
    return Live(FILE, numbers.total.source if numbers.total else "")


def shields_file(report: Report) -> str:
    """Return the address of what a crawler writes for shields.io, "" where none is asked."""
    from .sources import google_scholar_stats

    return _published(report, google_scholar_stats.SHIELDS_FILE)


def _published(report: Report, name: str) -> str:
    """Return the address of a file in the repository that is asked, "" where none is."""
    from .sources import google_scholar_stats  # here, for few sites have such a crawler

    asked = next((one for one in report.asked if one.source == STATS and one.repository), None)
    if asked is None:
        return ""
    return google_scholar_stats.address(asked.repository, asked.use_cdn, name)
