"""The downloads of a site: what each list shows, each of its groups, each paper with a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..bibliography import slugs
from ..bibliography.grouping import Group
from ..bibliography.publication import Publication
from ..pages import FOLDER
from ..sections import publications
from ..site import Site
from . import downloads


class Listed(NamedTuple):
    """The papers of a list, or of one of its groups."""

    title: str  # "" for the whole list
    name: str  # of its files, without suffix: "publications/2024"
    papers: tuple[Publication, ...]


def listed(name: str, groups: Sequence[Group]) -> tuple[Listed, ...]:
    """Return the whole of a section of publications, then its groups where it has several."""
    shown = {paper.key: paper for group in groups for paper in group.publications}
    if not any(paper.bibtex and paper.entry for paper in shown.values()):
        return ()
    found = [Listed("", name, tuple(shown.values()))]
    taken: set[str] = set()
    for group in groups if len(groups) > 1 else ():
        slug = slugs.made_of(group.title)
        if group.title and slug not in taken:
            taken.add(slug)
            found.append(Listed(group.title, f"{name}/{slug}", tuple(group.publications)))
    return tuple(found)


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of every download."""
    known = downloads.texts(site.publications)
    for name, section in site.sections.items():
        if isinstance(section, publications.Section):
            groups = publications.arrange(section, site.around)["groups"]
            for one in listed(name, groups):
                written = downloads.whole(one.papers, one.name, known)
                yield from ((file.path, file.text) for file in written)
    for file in downloads.each(site.publications, site.pages.slugs, FOLDER, known):
        yield file.path, file.text
