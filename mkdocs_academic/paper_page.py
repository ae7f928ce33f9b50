"""What the page of one paper shows besides the paper: versions, related items, neighbours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from .bibliography.publication import Publication
from .outputs.exports import FORMATS
from .outputs.record import Record
from .pages import FOLDER
from .sections.base import Row
from .site import Site
from .urls import identifier_url

# Where the list of all papers is looked for, below docs; else it is a part of the home page.
_LISTS = (f"{FOLDER}.md", f"{FOLDER}/index.md")


class Identifier(NamedTuple):
    """What a paper is known by elsewhere."""

    name: str
    value: str
    url: str  # "" where it leads nowhere


class Related(NamedTuple):
    """Items of one section that are about the paper."""

    section: str  # its name
    rows: tuple[Row, ...]


class PaperPages:
    """What all pages of a site's papers are made of."""

    def __init__(self, site: Site, papers: Mapping[str, Publication]) -> None:
        self._site = site
        self._papers = papers
        self._related = related(site)

    def view(
        self, paper: Publication, known: Record | None, has_file: Callable[[str], bool]
    ) -> dict[str, Any]:
        """Return what the template needs; `has_file` tells what there is below docs."""
        newer, older = self._site.pages.neighbours(paper.key)
        slug = self._site.pages.slugs.get(paper.key, "")
        files = f"{FOLDER}/{slug}/{slug}" if slug and paper.bibtex and paper.entry else ""
        return {
            "paper": paper,
            "identifiers": identifiers(known) if known else (),
            "related": self._related.get(paper.key, ()),
            "newer": self._papers.get(newer),
            "older": self._papers.get(older),
            "list_page": list_page(has_file),
            "downloads": [(one.label, f"{files}{one.suffix}") for one in FORMATS.values() if files],
        }


def list_page(has_file: Callable[[str], bool]) -> str:
    """Return where all papers are listed, below docs."""
    return next(filter(has_file, _LISTS), f"index.md#{FOLDER}")


def identifiers(known: Record) -> tuple[Identifier, ...]:
    """Return DOI, arXiv id, ISBN and ISSN."""
    found = [("DOI", "doi", known.doi), ("arXiv", "arxiv", known.arxiv)]
    found += [("ISBN", "isbn", one) for one in known.isbn] + [
        ("ISSN", "", one) for one in known.issn
    ]
    return tuple(
        Identifier(name, value, identifier_url(kind, value) or "")
        for name, kind, value in found
        if value
    )


def related(site: Site) -> Mapping[str, tuple[Related, ...]]:
    """Return what the sections say of papers, by citation key; versions count as what is shown."""
    found: dict[str, dict[str, list[Row]]] = {}
    for name, section in site.sections.items():
        for item in getattr(section, "items", ()):
            for key in dict.fromkeys(site.also.get(one, one) for one in item.papers):
                found.setdefault(key, {}).setdefault(name, []).append(item.row(site.today))
    return {
        key: tuple(Related(name, tuple(rows)) for name, rows in by_section.items())
        for key, by_section in found.items()
    }
