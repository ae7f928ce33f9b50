"""The formats in which entries leave, one row each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ..bibliography.entry import Entry
from . import bibtex_file, csl_json, ris_file
from .bibtex_file import to_bibtex
from .csl_json import to_csl_json
from .ris_file import to_ris

__all__ = ("FORMATS", "Format", "to_bibtex", "to_csl_json", "to_ris")


class Format(NamedTuple):
    """One way to write entries."""

    label: str  # as readers know it
    suffix: str
    written: Callable[[Entry], str]
    joined: Callable[[Iterable[str]], str]
    media_type: str  # as IANA lists it, where it does

    def write(self, entries: Iterable[Entry]) -> str:
        """Write a file."""
        return self.joined(map(self.written, entries))


FORMATS: Mapping[str, Format] = {
    "bibtex": Format(
        "BibTeX", ".bib", bibtex_file.written, bibtex_file.joined, "application/x-bibtex"
    ),
    "csl-json": Format(
        "CSL-JSON",
        ".json",
        csl_json.written,
        csl_json.joined,
        "application/vnd.citationstyles.csl+json",
    ),
    "ris": Format(
        "RIS", ".ris", ris_file.written, ris_file.joined, "application/x-research-info-systems"
    ),
}
