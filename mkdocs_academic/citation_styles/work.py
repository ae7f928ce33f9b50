"""A work as references name it: the parts of its record in HTML, read once for every style."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from .. import formats, urls
from ..bibliography import books, containers, eprints, latex, page_ranges, venues, verbatim
from ..bibliography.publication import Author, Publication
from ..dates import Date
from ..outputs import plain, record
from ..outputs.record import Record
from ..text import isolated


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """What a reference is made of; texts are HTML, "" where the entry says nothing."""

    kind: str  # CSL 1.0.2's type; `article` is a preprint there
    title: str
    authors: tuple[Author, ...]
    and_others: bool
    keeps_owner: bool  # the site's, where a style cuts the list of authors
    group: str  # for whom they wrote: "(ATLAS Collaboration)"
    editors: tuple[Author, ...]
    translators: tuple[Author, ...]
    year: str  # "2024", "1890–1899", else the status: "in press"
    month: str  # "May 2026" in the language of the page, as far as it is known
    day: str  # "May 18", on English pages only
    date: str  # ISO 8601, may be partial
    visited: str  # "2026-06-01": when somebody last looked at the address
    container: str  # the journal, proceedings or book that holds it
    series: str
    volume: str
    issue: str  # of a journal
    number: str  # of a report or a patent; of a book in its series
    counts_volumes: bool  # whether its series does, as Lecture Notes in Computer Science
    pages: str  # "12–20"
    article_number: str  # "e104394": what stands in the place of pages
    edition: str  # "2nd ed."
    version: str  # "version 1.2" on English pages
    publisher: str  # or the school, or the institution
    place: str
    genre: str  # "PhD thesis"
    doi: str  # "10.1000/182"
    archive: str  # "arXiv"
    eprint: str  # "2401.12345"
    url: str

    @property
    def address(self) -> str:
        """Return where the work can be found: by its DOI, else at its own address."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def published(self) -> str:
        """Return `Place: Publisher`."""
        return ": ".join(filter(None, (self.place, self.publisher)))

    @property
    def has_own_editors(self) -> bool:
        """Tell a book that somebody edited for its authors."""
        return bool(self.editors and self.authors and not self.is_held)

    @property
    def identifier(self) -> str:
        """Return `arXiv:2401.12345`, "" where no archive has it."""
        return ":".join(filter(None, (self.archive, self.eprint))) if self.eprint else ""

    @property
    def dated(self) -> str:
        """Return the day of what appears by the day, "" where it is not known."""
        return self.day if self.kind in _BY_THE_DAY else ""

    @property
    def is_held(self) -> bool:
        """Tell a part of a journal or a book from what stands for itself."""
        return bool(self.container)

    @property
    def is_in_journal(self) -> bool:
        """Tell papers of journals from chapters and papers of conferences."""
        return self.is_held and self.kind.startswith(("article", "review"))


def of(
    paper: Publication,
    words: Mapping[str, str],
    language: str,
    href: str = "",
    *,
    keeps_owner: bool = False,
) -> Work | None:
    """Read a paper, its title a link to `href`; None for an item that its author wrote out.

    `words` and `language` are those of the page.
    """
    known = record.of(paper)
    if known is None or paper.entry is None:
        return None
    field = {name: value for name, value in paper.entry.fields.items() if value.strip()}
    archive, eprint = _archive(paper.entry.type, known, field)
    is_paged = "pages" in field
    pages = page_ranges.shown(_text(field, "pages")) if is_paged else _text(field, "eid")
    is_article_number = not is_paged or not (_RANGES & set(pages) or _PAGE.fullmatch(pages))
    volume, number, counts_volumes = _numbers(known, field, eprint)
    publisher = _publisher(paper.entry.type, field)
    return Work(
        kind=known.kind,
        title=_title(paper, language, href),
        authors=known.authors or (() if known.editors else paper.authors),
        and_others=known.and_others or (paper.and_others and not known.authors),
        keeps_owner=keeps_owner,
        group=html.escape(paper.behind) if known.authors else "",
        editors=known.editors,
        translators=known.translators,
        year=html.escape(_year(paper)),
        month=html.escape(_month(paper, language)),
        day=_day(paper, language),
        date=known.date,
        visited=_visited(field),
        container=isolated(html.escape(known.container or known.event)),
        series=html.escape(known.series),
        volume=html.escape(volume),
        issue=html.escape(known.issue),
        number=html.escape(number),
        counts_volumes=counts_volumes,
        pages="" if is_article_number else html.escape(pages),
        article_number=html.escape(pages) if is_article_number else "",
        edition=html.escape(books.edition(known.edition, words, in_figures=True)),
        version=html.escape(_version(known.version, language)),
        publisher="" if publisher == archive else isolated(html.escape(publisher)),
        place=html.escape(books.place(field)),
        genre=venues.sort(paper.entry.type, field, words),
        doi=html.escape(known.doi),
        archive=html.escape(archive),
        eprint=html.escape(eprint),
        url=html.escape(_address(field, archive, eprint)),
    )


_IS_ADDRESS = re.compile("https?://|www\\.")  # in `howpublished`
_RANGES = frozenset("–—,")  # of pages; else it may be an article's number
_PAGE = re.compile(r"[1-9]\d{0,4}\+?|[ivxlc]+")  # `104394` and `032001` are none
_BY_THE_DAY = frozenset("webpage post article-newspaper article-magazine speech".split())


def _title(paper: Publication, language: str, href: str) -> str:
    """Return the title as a link, and in its own language."""
    own = f' lang="{paper.language}" dir="auto"' if paper.is_foreign(language) else ""
    if href and paper.title:
        return f'<a href="{href}"{own}>{paper.title}</a>'
    return f"<span{own}>{paper.title}</span>" if own and paper.title else isolated(paper.title)


def _numbers(known: Record, field: Mapping[str, str], eprint: str) -> tuple[str, str, bool]:
    """Return the volume, the number, and whether that is the volume of a series."""
    number = "" if eprint and eprint in known.number else known.number  # Zotero repeats it
    is_alone = not (number or known.issue or "maintitle" in field)
    if known.series and known.volume and is_alone and known.kind in _IN_SERIES:
        return "", known.volume, True
    return known.volume, number, False


_IN_SERIES = frozenset("book chapter paper-conference entry-encyclopedia".split())


def _archive(entry_type: str, known: Record, field: Mapping[str, str]) -> tuple[str, str]:
    """Return the archive and what it calls the work; of a preprint, what stands for a journal."""
    archive, eprint = eprints.of(field)
    if known.arxiv and not eprint:
        return "arXiv", known.arxiv
    if known.kind == "article" and not archive:
        archive = next((field[one] for one in containers.container(entry_type) if one in field), "")
    return plain.from_html(latex.to_html(archive)), verbatim.to_text(eprint)


def _address(field: Mapping[str, str], archive: str, eprint: str) -> str:
    """Return the entry's own address, else that in its archive."""
    written = (verbatim.to_text(field.get(name, "")) for name in ("url", "howpublished"))
    own = next((urls.safe_url(one) for one in written if _IS_ADDRESS.match(one)), "")
    return own or (urls.identifier_url(archive.lower(), eprint) if archive and eprint else "") or ""


def _month(paper: Publication, language: str) -> str:
    """Return month and year; less where it is not known, or where it took longer."""
    (year, month, _), end = paper.date.start, paper.date.end
    if not month or end[:2] != (year, month) or paper.years != str(year):
        return _year(paper)
    if formats.is_english(language):
        return f"{_MONTHS[month - 1]} {year}"
    point = (year, month, 0)
    return formats.date(Date(f"{year}-{month:02}", point, point), language, "words")


def _year(paper: Publication) -> str:
    return paper.years or (str(paper.year) if paper.year else paper.status)


def _day(paper: Publication, language: str) -> str:
    _, month, day = paper.date.start
    if not day or paper.date.end != paper.date.start or not formats.is_english(language):
        return ""
    return f"{_WHOLE_MONTHS[month - 1]} {day}"


def _visited(field: Mapping[str, str]) -> str:
    written = verbatim.to_text(field.get("urldate", ""))
    return written if re.fullmatch(r"\d{4}-\d\d-\d\d", written, re.ASCII) else ""


def _version(written: str, language: str) -> str:
    is_number = written[:1].isdecimal() and formats.is_english(language)
    return f"version {written}" if is_number else written


# As IEEE and MLA shorten them.
_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()
_WHOLE_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def _publisher(entry_type: str, field: Mapping[str, str]) -> str:
    names = (*containers.publisher(entry_type), "howpublished")
    texts = (_text(field, name) for name in names)
    return next((text for text in texts if text and not _IS_ADDRESS.match(text)), "")


def _text(field: Mapping[str, str], name: str) -> str:
    return plain.from_html(latex.to_html(field[name])) if name in field else ""
