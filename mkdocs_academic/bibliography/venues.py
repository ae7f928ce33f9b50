"""Where a publication appeared, composed from the fields of its type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from . import eprints, latex

# The fields that name the venue, most telling first (BibTeX's required fields, then biblatex's).
_BY_TYPE = {
    "article": ("journal", "journaltitle"),
    "inproceedings": ("booktitle", "eventtitle"),
    "conference": ("booktitle", "eventtitle"),
    "incollection": ("booktitle",),
    "inbook": ("booktitle",),
    "phdthesis": ("school", "institution"),
    "mastersthesis": ("school", "institution"),
    "thesis": ("institution", "school"),
    "techreport": ("institution",),
    "report": ("institution",),
}
_ANY = (
    "journal", "journaltitle", "booktitle", "eventtitle", "school", "institution",
    "howpublished", "organization", "publisher",
)  # fmt: skip
_NAMING = {kind: ("venue", *first, *_ANY) for kind, first in [*_BY_TYPE.items(), ("", ())]}
# What EndNote and others write into `type` and the type of the entry says already.
_PAPERS = frozenset(("conference paper", "conference proceedings", "proceedings", "paper",
                     "proceedings article", "proceedings paper", "inproceedings"))  # fmt: skip
_CHAPTERS = frozenset(("book section", "book chapter", "chapter", "incollection", "inbook"))
_REPEATED = {
    "article": frozenset(("article", "journal article", "journal paper", "journal")),
    "inproceedings": _PAPERS,
    "conference": _PAPERS,
    "incollection": _CHAPTERS,
    "inbook": _CHAPTERS,
    "book": frozenset(("book",)),
}
_BETWEEN = re.compile(r"[\s{}-]+")
_THESIS = {"phdthesis": "thesis.phd", "mastersthesis": "thesis.master"}  # keys of our words


class Venue(NamedTuple):
    """A journal, a conference, a school … in the forms that pages need."""

    html: str  # with the kind of a thesis
    name: str  # plain text
    details: str  # volume, number and pages, then what else places it: `119(2): 104394, 2nd ed.`


def of(kind: str, field: Mapping[str, str], words: Mapping[str, str]) -> Venue:
    """Compose the venue; any field that names one serves before none is shown."""
    found = _raw(kind, field)
    label = field.get("type") or words.get(_THESIS.get(kind, ""), "")
    if label and kind in _REPEATED and _BETWEEN.sub(" ", label.lower()).strip() in _REPEATED[kind]:
        label = ""
    named, name = _named(found) if found else ("", "")
    html = ", ".join(filter(None, (latex.to_html(label), named))) if label else named
    return Venue(html, name, _details(kind, field, found))


@lru_cache(4096)  # most venues are those of many papers
def _named(found: str) -> tuple[str, str]:
    return f"<em>{latex.to_html(found)}</em>", latex.to_text(found)


def _raw(kind: str, field: Mapping[str, str]) -> str:
    for key in _NAMING.get(kind, _NAMING[""]):
        if key in field:
            return field[key] or _archive(field)
    return _archive(field)


def _archive(field: Mapping[str, str]) -> str:
    archive, number = eprints.of(field)
    return f"{archive or 'eprint'}:{number}" if number else ""


def _details(kind: str, field: Mapping[str, str], named: str) -> str:
    volume, number = _plain(field, "volume"), _plain(field, "number", "issue")
    pages = _plain(field, "pages", "eid").replace("--", "–")
    issue = f"{volume}({number})" if volume and number else volume or number
    place = f"{issue}: {pages}" if issue and pages else issue or pages
    beside = _BESIDE if kind != "article" else _BESIDE_ARTICLES
    rest = [latex.to_text(field[name]) for name in beside if name in field]
    return ", ".join(filter(None, (place, *_new(rest, named)))) if rest else place


_BESIDE_ARTICLES = ("series", "edition", "chapter")  # an article's journal says enough
_BESIDE = (*_BESIDE_ARTICLES, "publisher", "organization")


def _new(parts: list[str], named: str) -> list[str]:
    """Leave out what the venue's name already says."""
    return [part for part in parts if part and part.casefold() not in named.casefold()]


def _plain(field: Mapping[str, str], *keys: str) -> str:
    for key in keys:
        if key in field:
            value = field[key]
            return value.replace("--", "–") if _PAGES.fullmatch(value) else latex.to_text(value)
    return ""


_PAGES = re.compile(r"\d++(?:--?\d++)?", re.ASCII)  # or a volume, a number: most are no more
