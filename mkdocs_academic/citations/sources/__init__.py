"""The table of sources: who can be asked for citation numbers, one module and one row each."""

from __future__ import annotations

from collections.abc import Mapping

from . import (
    crossref,
    google_scholar_stats,
    inspire,
    openalex,
    opencitations,
    semanticscholar,
    serpapi,
)
from .base import Source

SOURCES: Mapping[str, Source] = {
    "openalex": openalex.SOURCE,
    "semanticscholar": semanticscholar.SOURCE,
    "crossref": crossref.SOURCE,
    "opencitations": opencitations.SOURCE,
    "inspire": inspire.SOURCE,
    "serpapi": serpapi.SOURCE,
    "google-scholar-stats": google_scholar_stats.SOURCE,
}


def find(name: str) -> str | None:
    """Return the name of a source as the table has it, however its parts are joined."""
    wanted = _joined(name)
    return next((known for known in SOURCES if _joined(known) == wanted), None)


def _joined(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
