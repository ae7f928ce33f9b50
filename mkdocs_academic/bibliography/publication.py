"""A publication as pages show it: what an entry says, decoded once, HTML where HTML is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .. import links
from ..dates import Date
from ..links import Link
from .entry import Entry
from .names import Name
from .scripts import is_east_asian


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


class Contributors(NamedTuple):
    """Who had another part in a work than its authors."""

    role: str  # "editor", "translator", "bookauthor": the field that names them
    people: tuple[Author, ...]
    and_others: bool
    said: str  # plain text with a place for their names: "Edited by {}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication:
    """One paper, book, thesis, report … of the bibliography."""

    key: str
    type: str  # BibTeX or biblatex entry type
    title: str  # HTML
    authors: tuple[Author, ...]
    and_others: bool  # the entry itself says "and others"
    behind: str = ""  # plain text, what follows the authors: "(eds.)", "(ATLAS Collaboration)"
    contributors: tuple[Contributors, ...] = ()
    venue: str  # HTML
    venue_name: str  # plain text
    abbr: str  # HTML, short name of the venue
    details: str  # plain text: volume, number, pages
    date: Date
    years: str = ""  # plain text, the year as it is shown: "2024", "1890–1899", "c. 1932"
    language: str = ""  # BCP 47, "" where the entry does not tell
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
    def everyone(self) -> tuple[Author, ...]:
        """Return the authors, then editors and translators of whom the page tells."""
        if not self.contributors:
            return self.authors
        return (*self.authors, *(one for some in self.contributors for one in some.people))

    def is_foreign(self, language: str) -> bool:
        """Tell whether the title is in another language than a page in this one."""
        own, other = self.language.partition("-")[0], language.lower().replace("_", "-")
        return bool(own) and own != other.partition("-")[0]

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
        families = [_family(one.name) for one in self.authors]
        if len(families) > 2 or (families and self.and_others):
            people = f"{families[0]} {others}"
        else:
            people = f" {and_} ".join(families) or self.key
        return " ".join(filter(None, (people, str(self.year or self.status or self.years))))

    def first_authors(self, most: int) -> tuple[Author, ...]:
        """Return the first authors, and the owner wherever the name stands."""
        listed = enumerate(self.authors)
        return tuple(one for place, one in listed if place < most or one.is_owner)

    @property
    def marks(self) -> tuple[str, ...]:
        """Return the marks at the authors' names, each once, in their order."""
        found = (mark for author in self.authors for mark in _marks(author.name))
        return tuple(dict.fromkeys(found))


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


def _marks(name: Name) -> tuple[str, ...]:
    return (*name.marks, *name.annotations)


def _family(name: Name) -> str:
    """Return what a citation calls somebody; names of East Asian people are not cut."""
    if is_east_asian(name.family + name.given):
        return name.full
    return " ".join(filter(None, (name.prefix, name.family))) or name.full
