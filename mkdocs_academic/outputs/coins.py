"""COinS: a paper of a list as an OpenURL ContextObject, where Zotero looks for one.

It stands in the `title` of a `<span class="Z3988">`. Formats by the KEV matrices of ANSI/NISO
Z39.88-2004: journal, book, dissertation, patent, and Dublin Core for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote_plus

from .record import Record, inverted

_JOURNAL, _BOOK = "journal", "book"
_FORMATS = {  # kind -> format and genre
    "article-journal": (_JOURNAL, "article"),
    "article-magazine": (_JOURNAL, "article"),
    "article-newspaper": (_JOURNAL, "article"),
    "review": (_JOURNAL, "article"),
    "periodical": (_JOURNAL, "journal"),
    "paper-conference": (_BOOK, "proceeding"),
    "chapter": (_BOOK, "bookitem"),
    "entry-encyclopedia": (_BOOK, "bookitem"),
    "book": (_BOOK, "book"),
    "report": (_BOOK, "report"),
    "thesis": ("dissertation", ""),
    "patent": ("patent", ""),
}
_DC_TYPES = {  # Zotero's names, which it takes from here
    "article": "preprint",
    "dataset": "dataset",
    "manuscript": "manuscript",
    "software": "computerProgram",
    "speech": "presentation",
    "standard": "standard",
    "webpage": "webpage",
}


def title(record: Record, url: str = "") -> str:
    """Return what the span's `title` holds, percent-encoded but not yet escaped for HTML.

    `url` is the absolute address of the paper's page, or wherever it can be read.
    """
    form, genre = _FORMATS.get(record.kind, ("dc", ""))
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form}"),
        ("rfr_id", "info:sid/mkdocs-academic"),
        ("rft_id", f"info:doi/{record.doi}" if record.doi else ""),
        ("rft_id", f"info:arxiv/{record.arxiv}" if record.arxiv and not record.doi else ""),
        ("rft_id", url),
        ("rft.genre", genre),
        *((f"rft.{name}", value) for name, value in _MATRICES.get(form, _dublin_core)(record)),
    ]
    return "&".join(
        f"{name}={quote_plus(value, errors='replace')}" for name, value in pairs if value
    )


def _journal(record: Record) -> Iterator[tuple[str, str]]:
    is_whole = record.kind == "periodical"
    yield ("title" if is_whole else "atitle"), record.title
    yield "jtitle", record.container
    yield "volume", record.volume
    yield "issue", record.issue
    yield from (("issn", one) for one in record.issn[:1])
    yield from _pages(record)
    yield "date", record.date
    yield from _people(record)


def _book(record: Record) -> Iterator[tuple[str, str]]:
    is_part = record.kind in ("paper-conference", "chapter", "entry-encyclopedia")
    yield ("atitle" if is_part else "btitle"), record.title
    yield "btitle", (record.container or record.event) if is_part else ""
    yield "series", record.series
    yield "edition", record.edition
    yield from (("isbn", one) for one in record.isbn[:1])
    yield from (("issn", one) for one in record.issn[:1])
    yield "pub", record.institution or record.publisher
    yield from _pages(record)
    yield "date", record.date
    yield from _people(record)


def _dissertation(record: Record) -> Iterator[tuple[str, str]]:
    yield "title", record.title
    yield "inst", record.institution
    yield "degree", record.genre
    yield from (("isbn", one) for one in record.isbn[:1])
    yield "date", record.date
    yield from _people(record)


def _patent(record: Record) -> Iterator[tuple[str, str]]:
    yield "title", record.title
    yield "number", record.number
    yield "date", record.date
    for author in record.authors:
        yield "inventor", inverted(author.name)


def _dublin_core(record: Record) -> Iterator[tuple[str, str]]:
    yield "type", _DC_TYPES.get(record.kind, "document")
    yield "title", record.title
    yield from (("creator", inverted(author.name)) for author in record.authors)
    yield "date", record.date
    yield "publisher", record.publisher
    yield "language", record.language


_MATRICES = {
    "journal": _journal,
    "book": _book,
    "dissertation": _dissertation,
    "patent": _patent,
}


def _pages(record: Record) -> Iterator[tuple[str, str]]:
    yield "spage", record.first_page
    yield "epage", record.last_page
    yield "pages", "-".join(filter(None, (record.first_page, record.last_page)))


def _people(record: Record) -> Iterator[tuple[str, str]]:
    """Name the first author in parts, then everybody, as the matrices have it.

    The parts are those of the whole name, or Zotero would take them for one more author.
    """
    people = [inverted(author.name) for author in record.authors]
    family, comma, given = people[0].partition(", ") if people else ("", "", "")
    if comma and not record.authors[0].name.literal:
        yield "aulast", family
        yield "aufirst", given
    yield from (("au", name) for name in people)
