"""Where a publication appeared, composed from the fields of its type."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from . import books, containers, eprints, genres, latex, page_ranges
from .containers import BOOKS, CHAPTERS, SUBTITLES

# The fields that name the venue, most telling first (BibTeX's required fields, then biblatex's).
_BY_TYPE = {
    "article": ("journal", "journaltitle"),
    "inproceedings": ("booktitle", "eventtitle"),
    "conference": ("booktitle", "eventtitle"),
    **dict.fromkeys(CHAPTERS, ("booktitle", "maintitle")),
    **dict.fromkeys(BOOKS, ("maintitle",)),  # a volume is one of a larger work
    "phdthesis": ("school", "institution"),
    "mastersthesis": ("school", "institution"),
    "thesis": ("institution", "school"),
    "techreport": ("institution",),
    "report": ("institution",),
    "workingpaper": ("institution",),
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
_IN_WORDS = BOOKS | CHAPTERS
_TITLES = frozenset(("booktitle", "maintitle", "journal", "journaltitle"))


class Venue(NamedTuple):
    """A journal, a conference, a school … in the forms that pages need."""

    html: str  # with the kind of a thesis, and with all that is said of a book
    name: str  # plain text
    details: str  # volume, number and pages, then what else places it: `119(2): 104394, 2nd ed.`


def of(kind: str, field: Mapping[str, str], words: Mapping[str, str]) -> Venue:
    """Compose the venue; any field that names one serves before none is shown."""
    key = _naming(kind, field)
    found = (field[key] if key else "") or _archive(field)
    subtitle = field.get(SUBTITLES[key], "") if key in SUBTITLES else ""
    named, name = _named(found, subtitle) if found else ("", "")
    label = sort(kind, field, words)
    if kind not in _IN_WORDS:
        details = _details(kind, field, found)
    elif key == "publisher":
        named, details = _published(kind, field, named, words), ""
    else:
        details = ", ".join(books.details(kind, field, name, words, is_title=key in _TITLES))
    return Venue(", ".join(filter(None, (label, named))) if label else named, name, details)


def _naming(kind: str, field: Mapping[str, str]) -> str:
    for key in _NAMING.get(kind, _NAMING[""]):
        if key in field:
            return key
    return ""


def _published(kind: str, field: Mapping[str, str], named: str, words: Mapping[str, str]) -> str:
    """Return all that is said of a book, its publisher at the end (HTML)."""
    before = [html.escape(part, quote=False) for part in books.placed(kind, field, "", words)]
    place = html.escape(books.place(field), quote=False)
    return ", ".join((*before, f"{place}: {named}" if place else named))


def sort(kind: str, field: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Return what sort of thesis, report … it is (HTML), "" where the entry's type says it."""
    written = field.get("type")
    if not written:
        return latex.to_html(words[genres.THESES[kind]]) if kind in genres.THESES else ""
    if genres.simple(written) in _REPEATED.get(kind, ()):
        return ""
    key = genres.word(written)
    return latex.to_html(words[key] if key else written)


@lru_cache(4096)  # most venues are those of many papers
def _named(found: str, subtitle: str) -> tuple[str, str]:
    if subtitle:
        shown, plain = latex.to_html(subtitle), latex.to_text(subtitle)
        return f"<em>{latex.to_html(found)}: {shown}</em>", f"{latex.to_text(found)}: {plain}"
    return f"<em>{latex.to_html(found)}</em>", latex.to_text(found)


def _archive(field: Mapping[str, str]) -> str:
    archive, number = eprints.of(field)
    return f"{archive or 'eprint'}:{number}" if number else ""


def _details(kind: str, field: Mapping[str, str], named: str) -> str:
    volume, number = _plain(field, "volume"), _plain(field, "number", "issue")
    pages = _plain(field, "pages", "eid")
    if ("-" in pages or "—" in pages) and "pages" in field:
        pages = page_ranges.shown(pages)
    if "eprint" in field and named.endswith(f":{pages}"):
        pages = ""  # `bioRxiv:2022.06.01.494000` says it
    issue = f"{volume}({number})" if volume and number else volume or number
    place = f"{issue}: {pages}" if issue and pages else issue or pages
    if "issuetitle" in field:
        issue = containers.titled(field, "issuetitle", latex.to_text)
        place = f"{place}, {issue}" if place else issue
    beside = _BESIDE if kind != "article" else _BESIDE_ARTICLES
    # Of a paper the place is where people met.
    if kind in genres.OF_INSTITUTIONS and books.place(field):
        rest = [latex.to_text(field[name]) for name in _BESIDE_ARTICLES if name in field]
        rest += books.published(field, latex.to_text(named))
    else:
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
