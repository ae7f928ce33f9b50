"""The table of sources: who can be asked for citation numbers, one module and one row each."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from ...late_tables import LateTable

if TYPE_CHECKING:
    from .base import Source

_NAMES = (  # each a module with `SOURCE`
    *("openalex", "semanticscholar", "crossref", "opencitations", "inspire", "serpapi"),
    "google-scholar-stats",
)


def _load(name: str) -> Source:
    module = import_module(f".{name.replace('-', '_')}", __name__)
    row: Source = module.SOURCE
    return row


SOURCES: Mapping[str, Source] = LateTable(_NAMES, _load)


def find(name: str) -> str | None:
    """Return the name of a source as the table has it, however its parts are joined."""
    wanted = _joined(name)
    return next((known for known in SOURCES if _joined(known) == wanted), None)


def label(name: str, written: str = "") -> str:
    """Return what readers know a source as: what its user wrote, else what the table has."""
    return written or (SOURCES[name].label if name in SOURCES else name)


def _joined(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
