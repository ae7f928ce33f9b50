"""A publication as pages show it: what an entry says, decoded once, HTML where HTML is due."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .. import dates, links, urls
from ..dates import Date
from ..links import Link
from ..words import words
from . import bibtex, containers, latex, names, venues, verbatim
from .entry import Entry
from .fields import LINK_FIELDS
from .identity import Identity
from .known_people import KnownPeople
from .names import Name

_TRUE = {"true", "yes", "1", "on"}


class Tag(NamedTuple):
    """A short label; its words always tell the rank, the tone only repeats it."""

    text: str
    tone: str  # "a" for the first rank, "b" for the second, "" for anything else


class Author(NamedTuple):
    """One author in the order of the paper."""

    name: Name
    is_owner: bool
    is_person: bool = False  # of the site's people
    url: str = ""  # where the name leads beyond this site
    person: str = ""  # the person's slug in the registry


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication:
    """One paper, book, thesis, report … of the bibliography."""

    key: str
    type: str  # BibTeX or biblatex entry type
    title: str  # HTML
    authors: tuple[Author, ...]
    and_others: bool  # the entry itself says "and others"
    venue: str  # HTML
    venue_name: str  # plain text
    abbr: str  # HTML, short name of the venue
    details: str  # plain text: volume, number, pages
    date: Date
    status: str  # plain text, as the user wrote it: "to appear"
    tags: tuple[Tag, ...]
    keywords: tuple[str, ...]  # plain text
    award: str  # HTML, one label
    abstract: str  # HTML
    notes: tuple[str, ...]  # HTML
    url: str  # where the title leads, "" if nowhere
    links: tuple[Link, ...]
    teaser: str  # address of a picture
    selected: bool
    bibtex: str  # what readers may copy
    versions: tuple[Publication, ...] = ()  # the same work elsewhere: its preprint, its talk
    text: str = ""  # Markdown; an item kept as its author wrote it
    entry: Entry | None = None  # None where there is only `text`

    def field(self, name: str) -> str:
        """Return a field as its author wrote it, "" where there is none."""
        return self.entry.fields.get(name, "") if self.entry else ""

    @property
    def own_link(self) -> Link | None:
        """Return a button for the address that the title has, if no other button has it."""
        is_shown = any(link.url == self.url for link in self.links)
        return None if is_shown else links.paper_link("website", self.url)

    @property
    def anchor(self) -> str:
        """Return the key as an HTML id, which holds no blanks."""
        return "-".join(self.key.split())

    @property
    def year(self) -> int | None:
        """Return the year, None if the entry names none."""
        return self.date.year

    def short_citation(self, others: str, and_: str) -> str:
        """Return `Family et al. 2024`: one or two family names, or the first of more."""
        families = [
            " ".join(filter(None, (one.name.prefix, one.name.family))) for one in self.authors
        ]
        if len(families) > 2 or (families and self.and_others):
            people = f"{families[0]} {others}"
        else:
            people = f" {and_} ".join(families) or self.key
        return " ".join(filter(None, (people, str(self.year or self.status))))

    def first_authors(self, most: int) -> tuple[Author, ...]:
        """Return the first authors, and the owner wherever the name stands."""
        listed = enumerate(self.authors)
        return tuple(one for place, one in listed if place < most or one.is_owner)

    @property
    def marks(self) -> tuple[str, ...]:
        """Return the marks at the authors' names, each once, in their order."""
        found = (mark for author in self.authors for mark in _marks(author.name))
        return tuple(dict.fromkeys(found))


def from_entry(
    entry: Entry,
    owner: Identity,
    people: KnownPeople,
    extra_links: Mapping[str, str],
    selected: frozenset[str],
    words: Mapping[str, str] = words("en"),
) -> Publication:
    """Decode an entry for the page; empty fields count as absent."""
    field = {name: value for name, value in entry.fields.items() if value.strip()}
    written, and_others = names.split(field.get("author") or field.get("editor", ""))
    written = names.annotate(written, field.get("author+an", ""))
    buttons = _links(field, extra_links)
    award, *award_story = _award(field)
    date = _date(field)
    venue = venues.of(entry.type, field, words)
    return Publication(
        key=entry.key,
        type=entry.type,
        title=_title(entry.key, field),
        authors=tuple(_author(name, owner, people) for name in written),
        and_others=and_others,
        venue=venue.html,
        venue_name=venue.name,
        abbr=latex.to_html(field.get("abbr", "")),
        details=venue.details,
        date=date,
        status=_status(field, date, words),
        tags=tuple(Tag(text, _tone(text)) for text in _listed(field.get("tags", ""))),
        keywords=_listed(field.get("keywords", "")),
        award=award,
        abstract=latex.to_html(field.get("abstract", "")),
        notes=tuple(
            latex.to_html(field[name])
            for name in ("note", "additional_info", "annotation")
            if name in field
        )
        + tuple(award_story),
        url=_title_url(field, buttons),
        links=buttons,
        teaser=urls.safe_url(verbatim.to_text(field.get("teaser") or field.get("preview", "")))
        or "",
        selected=entry.key in selected or field.get("selected", "").strip().lower() in _TRUE,
        bibtex="" if field.get("bibtex_show", "").lower() == "false" else bibtex.shown(entry),
        entry=entry,
    )


def _author(name: Name, owner: Identity, people: KnownPeople) -> Author:
    found = people.find(name)
    if found is None:
        return Author(name, owner.matches(name))
    return Author(name, owner.matches(name), True, found.url, found.slug)


def from_text(text: str, key: str, date: Date) -> Publication:
    """Keep an item that its author wrote out as Markdown."""
    return Publication(
        key=key,
        type="misc",
        title="",
        authors=(),
        and_others=False,
        venue="",
        venue_name="",
        abbr="",
        details="",
        date=date,
        status="",
        tags=(),
        keywords=(),
        award="",
        abstract="",
        notes=(),
        url="",
        links=(),
        teaser="",
        selected=False,
        bibtex="",
        text=text,
    )


def _title(key: str, field: Mapping[str, str]) -> str:
    """Return the title with biblatex's subtitle; a full stop at its end is the style's."""
    title = containers.titled(field, "title", latex.to_html) or latex.to_html(key)
    return title if title.endswith("...") else title.rstrip(".")


def _marks(name: Name) -> tuple[str, ...]:
    return (*name.marks, *name.annotations)


_ISO_SPAN = re.compile(r"(\d{4}(?:-\d\d){0,2})/(\d{4}(?:-\d\d){0,2})")


def _date(field: Mapping[str, str]) -> Date:
    """Read biblatex's `date`, else BibTeX's year and month; never make one up."""
    return _dated(field.get("date", ""), field.get("year", ""), field.get("month", ""))


@lru_cache(4096)
def _dated(date: str, year: str, month: str) -> Date:
    written = _ISO_SPAN.sub(r"\1 - \2", latex.to_text(date))
    if written and dates.parse(written).year:
        return dates.parse(written)
    year, month = latex.to_text(year), latex.to_text(month)
    if month.isdigit() and re.fullmatch(r"\d{4}", year):
        return dates.parse(f"{year}-{int(month):02}")
    with_month = dates.parse(f"{month} {year}".strip())
    return with_month if with_month.year else dates.parse(year)


def _status(field: Mapping[str, str], date: Date, words: Mapping[str, str]) -> str:
    """Return what is said of a paper that is still to appear: by its status or as its date."""
    written = latex.to_text(field.get("status") or field.get("pubstate", "")).strip()
    if not written and date.end == dates.FORTHCOMING:
        written = date.text
    # biblatex's `pubstate` keys (manual, section 4.9.2.11); what is published has no status.
    if written.lower() in ("published", "final"):
        return ""
    return words.get(f"status.{written.lower()}", written)


def _listed(raw: str) -> tuple[str, ...]:
    """Split at semicolons where there are any, else at commas."""
    parts = raw.split(";" if ";" in raw else ",")
    return tuple(text for part in parts if (text := latex.to_text(part).strip()))


def _tone(text: str) -> str:
    """Tell the rank of a label such as CCF-A, CORE A*, JCR:Q1, SJR Q2."""
    if re.search(r"\b(CCF|CORE|THCPL|THU)\W*A\*?$", text, re.IGNORECASE):
        return "a"
    return "b" if re.search(r"\b(CCF|CORE|THCPL|THU)\W*B$|\bQ1\b", text, re.IGNORECASE) else ""


def _award(field: Mapping[str, str]) -> tuple[str, ...]:
    """Return the award's label and, where al-folio's `award_name` gives the label, its story."""
    found = [latex.to_html(field[name]) for name in ("award_name", "award") if name in field]
    return tuple(found) or ("",)


def _links(field: Mapping[str, str], extra: Mapping[str, str]) -> tuple[Link, ...]:
    own = ((name, _address(name, field)) for name in LINK_FIELDS if name in field)
    wanted = [*extra.items(), *own]
    if "arxiv" not in field and _archive(field) == "arxiv":
        wanted.append(
            ("arxiv", urls.identifier_url("arxiv", verbatim.to_text(field["eprint"])) or "")
        )
    found = [link for label, url in wanted if (link := links.paper_link(label, url))]
    elsewhere = {link.url for link in found if link.key != "preprint"}  # an archive says it better
    return tuple(one for one in found if one.key != "preprint" or one.url not in elsewhere)


def _archive(field: Mapping[str, str]) -> str:
    archive = field.get("archiveprefix") or field.get("eprinttype") or ""
    return archive.strip().lower() if "eprint" in field else ""


def _address(name: str, field: Mapping[str, str]) -> str:
    """Return where a link field leads: an identifier's page, an address, or a file."""
    value = verbatim.to_text(field.get(name, ""))
    if name in _BY_DOI and value.lower() in _TRUE:  # al-folio: found by the paper's DOI
        return _BY_DOI[name] + verbatim.to_text(field["doi"]) if "doi" in field else ""
    if name in _BY_DOI and value.lower() == "false":
        return ""
    return urls.identifier_url(name, value) or value if value else ""


_BY_DOI = {
    "altmetric": "https://www.altmetric.com/details/doi/",
    "dimensions": "https://badge.dimensions.ai/details/doi/",
}


def _title_url(field: Mapping[str, str], buttons: tuple[Link, ...]) -> str:
    own = urls.safe_url(verbatim.to_text(field.get("url", "")))
    by_key = {link.key: link.url for link in buttons}
    order = ("html", "doi", "arxiv", "website", "project", "pdf")
    return own or next((by_key[key] for key in order if key in by_key), "")
