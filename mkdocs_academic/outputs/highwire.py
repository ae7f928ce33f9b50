"""Highwire tags in the head of a paper's page, by the inclusion guidelines of Google Scholar.

They say: one page a paper; title, author and date, or all the rest counts for nothing; the authors
and only the authors, a tag each; the PDF only where it lies in the folder of its page. The tags for
editors, DOI, arXiv id, keywords, abstract and the book of a chapter are not Google's: Zotero reads
them, and takes the last tag that names a container for the type of the work.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from .addresses import is_absolute
from .meta_tags import MetaTag
from .plain import without_controls
from .record import Record, inverted


class Tags(NamedTuple):
    """The tags in their order, or why there are none."""

    tags: tuple[MetaTag, ...]
    reason: str = ""  # "it has no author"


def tags(record: Record, *, url: str = "", pdf_url: str = "") -> Tags:
    """Return the tags of a paper whose page has the absolute address `url`.

    `pdf_url` is the absolute address of the site's own copy; it is told only where the guidelines
    allow it.
    """
    required = {"title": record.title, "author": record.authors, "year": record.date}
    missing = [name for name, value in required.items() if not value]
    if missing:
        return Tags((), f"it has no {' and no '.join(missing)}")
    found = (*_required(record), *_placed(record), *_identified(record), *_found(url, pdf_url))
    clean = ((name, without_controls(value)) for name, value in found)
    return Tags(tuple(MetaTag(f"citation_{name}", value) for name, value in clean if value))


def _required(record: Record) -> Iterator[tuple[str, str]]:
    yield "title", record.title
    yield from (("author", inverted(author.name)) for author in record.authors)
    yield "publication_date", _date(record.date)


def _date(iso: str) -> str:
    """Return a whole date, `2010/05/12`, else the year: the guidelines know no third form."""
    return iso.replace("-", "/") if iso.count("-") == 2 else iso[:4]


_IN_BOOKS = ("paper-conference", "chapter", "entry-encyclopedia")


def _placed(record: Record) -> Iterator[tuple[str, str]]:
    if record.kind in _IN_BOOKS:
        yield "inbook_title", record.container
        if record.kind == "paper-conference":
            yield "conference_title", record.event or record.container
        yield from (("editor", inverted(one.name)) for one in record.editors)
    else:
        yield "journal_title", record.container
    yield "volume", record.volume
    yield "issue", record.issue
    yield "firstpage", record.first_page
    yield "lastpage", record.last_page
    if record.kind == "thesis":
        yield "dissertation_institution", record.institution
    if record.kind == "report":
        yield "technical_report_institution", record.institution or record.publisher
        yield "technical_report_number", record.number
    yield "publisher", record.publisher


def _identified(record: Record) -> Iterator[tuple[str, str]]:
    yield "doi", record.doi
    yield from (("issn", one) for one in record.issn)
    yield from (("isbn", one) for one in record.isbn)
    yield "arxiv_id", record.arxiv
    yield "language", record.language
    yield from (("keywords", one) for one in record.keywords)
    yield "abstract", record.abstract


def _found(url: str, pdf_url: str) -> Iterator[tuple[str, str]]:
    if is_absolute(url):
        yield "abstract_html_url", url
        yield "pdf_url", pdf_url if is_beside(pdf_url, url) else ""


def is_beside(pdf_url: str, url: str) -> bool:
    """Tell whether a PDF lies in the same subdirectory as the page, as Google Scholar wants it."""
    if not (is_absolute(pdf_url) and is_absolute(url)):
        return False
    pdf, page = urlsplit(pdf_url), urlsplit(url)
    folder, _, file = pdf.path.rpartition("/")
    return (
        (pdf.scheme, pdf.netloc, folder) == (page.scheme, page.netloc, page.path.rpartition("/")[0])
        and file.lower().endswith(".pdf")
    )  # fmt: skip
