"""The downloads of a site: what each list shows, each of its groups, each paper with a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..bibliography import slugs
from ..bibliography.grouping import Group
from ..bibliography.publication import Publication
from ..place import FOLDER
from ..sections import base, publications
from ..site import Site
from . import downloads


class Listed(NamedTuple):
    """The papers of a list, or of one of its groups."""

    title: str  # "" for the whole list
    name: str  # of its files, without suffix: "publications/2024"
    papers: tuple[Publication, ...]


# What makes a call show fewer papers than the file of the whole list has.
_NARROWING = ("keys", "type", "year", "keyword", "person", "author", "limit", "selected")


def offered(
    name: str,
    section: base.Section,
    called: base.Section,
    options: Mapping[str, object],
    groups: Sequence[Group],
) -> tuple[Listed, ...]:
    """Return what a list offers that a macro called with `options` shows, in `groups`."""
    if any(options.get(option) for option in _NARROWING):
        return ()
    assert isinstance(section, publications.Section)
    assert isinstance(called, publications.Section)
    found = listed(name, groups)
    return found if called.grouping == _grouping(section) else found[:1]


def listed(name: str, groups: Sequence[Group]) -> tuple[Listed, ...]:
    """Return the whole of a section of publications, then its groups where it has several."""
    shown = {paper.key: paper for group in groups for paper in group.publications}
    found = [Listed("", name, tuple(shown.values()))]
    taken: set[str] = set()
    for group in groups if len(groups) > 1 else ():
        slug = slugs.made_of(group.title)
        if group.title and slug not in taken:
            taken.add(slug)
            found.append(Listed(group.title, f"{name}/{slug}", tuple(group.publications)))
    return tuple(one for one in found if any(paper.bibtex and paper.entry for paper in one.papers))


def files(site: Site, known: downloads.Known | None = None) -> Iterator[tuple[str, list[bytes]]]:
    """Yield path and pieces of every download; what is `known` from before is not made again."""
    return ((one.path, one.pieces) for one in downloads.files(_lists(site), known))


def paths(site: Site) -> Iterator[str]:
    """Yield the paths of these files."""
    return downloads.paths(_lists(site))


def _lists(site: Site) -> Iterator[tuple[str, tuple[Publication, ...]]]:
    for name, section in site.sections.items():
        if isinstance(section, publications.Section):
            groups = publications.in_groups(_whole(section), site.around)
            yield from ((one.name, one.papers) for one in listed(name, groups))
    for paper in site.publications:
        if slug := site.pages.slugs.get(paper.key):  # beside its page
            yield f"{FOLDER}/{slug}/{slug}", (paper,)


def _whole(section: publications.Section) -> publications.Section:
    """Return the section with the papers, too, that a page leaves out to be short."""
    selected = () if section.selected is True else section.selected
    wanted = {"limit": None, "selected": selected, "group_by": _grouping(section)}
    return section.model_copy(update=wanted)


def _grouping(section: publications.Section) -> str:
    """Return what the files of groups hold; years, where a list has no headings by itself."""
    return "year" if section.grouping == "none" else section.grouping
