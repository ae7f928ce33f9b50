"""Which field names the journal, book, school or publisher, by type of entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping

# Whole books and parts of them: a volume, an edition, a place and often editors
BOOKS = frozenset(
    "book mvbook collection mvcollection proceedings mvproceedings reference mvreference booklet "
    "manual".split()
)
CHAPTERS = frozenset("inbook incollection inreference bookinbook suppbook suppcollection".split())

# The first is written when another format is read; the others are looked at when writing it.
_CONTAINERS: dict[str, tuple[str, ...]] = {
    "article": ("journal", "journaltitle", "booktitle"),
    "periodical": ("journal", "journaltitle"),
    "inproceedings": ("booktitle", "journal", "journaltitle"),
    "conference": ("booktitle", "journal", "journaltitle"),
    "incollection": ("booktitle", "maintitle"),
    "inbook": ("booktitle", "maintitle"),
    "inreference": ("booktitle", "maintitle"),
}
_PUBLISHERS: dict[str, tuple[str, ...]] = {
    "phdthesis": ("school", "institution", "publisher"),
    "mastersthesis": ("school", "institution", "publisher"),
    "thesis": ("institution", "school", "publisher"),
    "techreport": ("institution", "organization", "publisher"),
    "report": ("institution", "organization", "publisher"),
}
_ANY_CONTAINER = ("howpublished", "journal", "journaltitle", "booktitle")
_ANY_PUBLISHER = ("publisher", "organization", "institution", "school")

# biblatex 3.20, section 2.2.2: what follows the title after a colon
SUBTITLES = {
    "title": "subtitle",
    "booktitle": "booksubtitle",
    "journaltitle": "journalsubtitle",
    "maintitle": "mainsubtitle",
    "issuetitle": "issuesubtitle",
}


def container(kind: str) -> tuple[str, ...]:
    """Return the fields that may name the larger work, the usual one first."""
    return _CONTAINERS.get(kind, _ANY_CONTAINER)


def publisher(kind: str) -> tuple[str, ...]:
    """Return the fields that may name who published it, the usual one first."""
    return _PUBLISHERS.get(kind, _ANY_PUBLISHER)


def titled(field: Mapping[str, str], name: str, read: Callable[[str], str]) -> str:
    """Join a title and its subtitle."""
    title = read(field[name]) if name in field else ""
    subtitle = SUBTITLES.get(name)
    if subtitle is None or subtitle not in field:
        return title
    return ": ".join(filter(None, (title, read(field[subtitle]))))
