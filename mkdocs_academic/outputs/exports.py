"""The formats in which entries leave, one row each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ..bibliography.entry import Entry
from .bibtex_file import to_bibtex
from .csl_json import to_csl_json
from .ris_file import to_ris

__all__ = ("FORMATS", "Format", "to_bibtex", "to_csl_json", "to_ris")


class Format(NamedTuple):
    """One way to write entries."""

    suffix: str
    write: Callable[[Iterable[Entry]], str]
    media_type: str  # as IANA lists it, where it does


FORMATS: Mapping[str, Format] = {
    "bibtex": Format(".bib", to_bibtex, "application/x-bibtex"),
    "csl-json": Format(".json", to_csl_json, "application/vnd.citationstyles.csl+json"),
    "ris": Format(".ris", to_ris, "application/x-research-info-systems"),
}
