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
    written: Callable[[Entry], str]  # one of the file
    frame: tuple[str, str, str]  # what stands before the first, between two, after the last
    write: Callable[[Iterable[Entry]], str]  # the whole file
    media_type: str  # as IANA lists it, where it does


FORMATS: Mapping[str, Format] = {
    "bibtex": Format(
        "BibTeX",
        ".bib",
        bibtex_file.written,
        bibtex_file.FRAME,
        to_bibtex,
        "application/x-bibtex",
    ),
    "csl-json": Format(
        "CSL-JSON",
        ".json",
        csl_json.written,
        csl_json.FRAME,
        to_csl_json,
        "application/vnd.citationstyles.csl+json",
    ),
    "ris": Format(
        "RIS",
        ".ris",
        ris_file.written,
        ris_file.FRAME,
        to_ris,
        "application/x-research-info-systems",
    ),
}
