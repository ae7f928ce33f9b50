"""The BibTeX file beside a paper of academicpages, and where it says something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..bibliography import latex, names, reader
from .source import Source

VENUES = {
    "article": "journal",
    "inproceedings": "booktitle",
    "incollection": "booktitle",
    "book": "publisher",
    "phdthesis": "school",
    "techreport": "institution",
}
_ALL_VENUES = (*dict.fromkeys(VENUES.values()), "howpublished", "journaltitle", "eventtitle")
_TYPES = frozenset(
    "article book booklet conference inbook incollection inproceedings manual mastersthesis misc "
    "phdthesis proceedings techreport unpublished thesis report online dataset software "
    "patent".split()
)


class Theirs(NamedTuple):
    """The entry of such a file; nothing where there is none."""

    key: str = ""
    type: str = ""
    fields: Mapping[str, str] = {}

    @property
    def replaced(self) -> set[str]:
        """Return the fields that are not to be filled from elsewhere."""
        found = set(self.fields)
        if found & set(_ALL_VENUES):  # a volume of ours would be one of another venue
            found |= {*_ALL_VENUES, "volume", "number", "pages"}
        return found | ({"month"} if found & {"year", "date"} else set())

    def differing(self, ours: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
        """Return the fields that say something else than the head of the paper: name, both."""
        for name, value in ours.items():
            same = (
                next((one for one in _ALL_VENUES if one in self.fields), name)
                if name in _ALL_VENUES
                else name
            )
            other = self.fields.get(same, "")
            if not value or not other or name in ("title", "month", "note", "abstract"):
                continue
            if _compared(name, value) != _compared(name, other):
                yield name, value, latex.to_text(other)


def _compared(name: str, value: str) -> str:
    if name == "author":
        return " ".join(folded(one.family) for one in names.split(value)[0])
    return folded(value)


def of_file(source: Source, address: str, title: str) -> Theirs:
    """Return the entry of the file that `bibtexurl` names, if it is about this paper."""
    file = re.sub(r"^https?://[^/]+/", "", address).lstrip("/")
    if not file.endswith(".bib") or not source.has(file):
        return Theirs()
    entries = reader.read(source.root / file, file).entries
    if len(entries) != 1 or folded(entries[0].fields.get("title", "")) != folded(title):
        return Theirs()
    fields = {name: " ".join(value.split()) for name, value in entries[0].fields.items()}
    kind = entries[0].type if entries[0].type in _TYPES else ""
    return Theirs(entries[0].key, kind, fields)


def folded(text: str) -> str:
    """Return text without signs and case."""
    return re.sub(r"\W|_", "", latex.to_text(text)).lower()
