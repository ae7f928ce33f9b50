"""What the page of one paper shows besides the paper: versions, related items, neighbours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from .bibliography.publication import Publication
from .outputs.exports import FORMATS
from .outputs.record import Record
from .place import FOLDER, list_page
from .sections.base import Row
from .site import Site
from .urls import identifier_url


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
        self._list_page = list_page(site.docs_dir)

    def view(
        self,
        paper: Publication,
        known: Record | None,
        has_file: Callable[[str], bool],
        is_made: bool,
    ) -> dict[str, Any]:
        """Return what the template needs; `has_file` tells what there is below docs.

        Where the engine has not made the papers' files (`is_made`), they may lie there, too.
        """
        newer, older = self._site.pages.neighbours(paper.key)
        slug = self._site.pages.slugs.get(paper.key, "")
        files = f"{FOLDER}/{slug}/{slug}" if slug and paper.bibtex and paper.entry else ""
        files = files if is_made or has_file(f"{files}.bib") else ""
        return {
            "paper": paper,
            "identifiers": identifiers(known, self._site.words) if known else (),
            "related": self._related.get(paper.key, ()),
            "newer": self._papers.get(newer),
            "older": self._papers.get(older),
            "list_page": self._list_page,
            "downloads": [(one.label, f"{files}{one.suffix}") for one in FORMATS.values() if files],
        }


def identifiers(known: Record, words: Mapping[str, str]) -> tuple[Identifier, ...]:
    """Return DOI, arXiv id, ISBN, ISSN and the numbers of reports."""
    found = [("DOI", "doi", known.doi), ("arXiv", "arxiv", known.arxiv)]
    found += [("ISBN", "isbn", one) for one in known.isbn] + [
        ("ISSN", "", one) for one in known.issn
    ]
    found += [(words["paper.report_number"], "", one) for one in known.report_numbers]
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
            keys = tuple(dict.fromkeys(site.also.get(one, one) for one in item.papers))
            for key in keys:
                others = tuple(one for one in keys if one != key)  # not the page itself
                row = item.row(site.today)._replace(papers=others)
                found.setdefault(key, {}).setdefault(name, []).append(row)
    return {
        key: tuple(Related(name, tuple(rows)) for name, rows in by_section.items())
        for key, by_section in found.items()
    }
