"""The library: the publications of all bibliographies and settings, each work once, by key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from .bibliography import (
    columns,
    duplicates,
    files,
    left_out,
    names,
    oddities,
    overlay,
    publication,
    sources,
)
from .bibliography.columns import Given
from .bibliography.duplicates import Cluster
from .bibliography.entry import Entry
from .bibliography.fields import FIELDS
from .bibliography.grouping import GROUPINGS
from .bibliography.identity import Identity
from .bibliography.keys import Keys
from .bibliography.publication import Publication
from .problems import Problem, did_you_mean
from .registry import Registry
from .sections import entries, publications
from .sections.profile import Profile
from .settings import Settings

Place = tuple[str | int, ...]  # of a setting, below extra.academic


class Reading(NamedTuple):
    """What came of reading all bibliographies."""

    publications: tuple[Publication, ...]
    also: Mapping[str, str]  # the keys of versions that are shown as another: that one's key
    others: frozenset[str]  # the keys of papers by others, of which only the owner's are shown
    warnings: tuple[Problem, ...]
    notes: tuple[Problem, ...]  # worth telling, nothing to mend
    files: tuple[Path, ...]


class Library:
    """Gathers what the sections of the type `publications` name; each file is read once."""

    def __init__(
        self,
        given: Settings,
        sections: Mapping[str, publications.Section],
        profile: Profile | None,
        registry: Registry,
        docs_dir: Path,
        words: Mapping[str, str],
    ) -> None:
        self._given = given
        self._sections = sections
        name, aliases = (profile.name, profile.aliases) if profile else ("", ())
        self._name = name
        self._owner = Identity(name, (*aliases, *registry.spellings(name)))
        self._people = registry.known
        self._mine: set[str] = set()  # files of which the owner's papers are shown alone
        self._others: dict[str, Entry] = {}  # papers of these by somebody else, by key
        self._scholar = _scholar(profile)
        self._docs_dir = docs_dir
        self._words = words
        self._folders = files.folders(docs_dir)
        self._selected = frozenset().union(*(one.selected_keys for one in sections.values()))
        self._buttons = {
            name: text for one in sections.values() for name, text in one.links.items()
        }
        self._links: dict[str, Mapping[str, str]] = {}  # the user's own, by citation key
        self._also: dict[str, str] = {}
        self._warnings: list[Problem] = []
        self._notes: list[Problem] = []
        self._files: list[Path] = []

    def read(self) -> Reading:
        """Read everything."""
        items = [item for name, one in self._sections.items() for item in self._items(name, one)]
        for name, section in self._sections.items():
            items = self._overlaid(name, section, items)
        papers = self._keyed(self._papers(items))
        for name, section in self._sections.items():
            self._check_grouping(name, section, papers)
            self._check_keys(name, section, papers)
        others = tuple(self._others.values())
        self._notes += left_out.notes(others)
        whose = left_out.Whose(self._name, self._owner, self._people)
        self._warnings += left_out.questions(others, whose)
        if self._others and not any(one.is_owner for paper in papers for one in paper.everyone):
            asked = next(name for name, one in self._sections.items() if one.mine)
            message = f"{self._name!r} is the author of none of these papers: aliases may help"
            self._warnings.append(self._given.problem((asked, "mine"), message))
        return Reading(
            tuple(papers),
            self._also,
            frozenset(self._others),
            tuple(self._warnings),
            tuple(self._notes),
            tuple(self._files),
        )

    def _items(self, name: str, section: publications.Section) -> Iterable[Entry | Publication]:
        """Return entries, and items that their author wrote out, in the order of the files."""
        if section.mine and not self._name:
            said = "there is no profile that would tell whose papers these are"
            self._warnings.append(self._given.problem((name, "mine"), said))
        for step, written in section.files:
            place = (name, "bibliography", step)
            if section.is_mine(step) and self._name:
                self._mine.add(self._given.shown(self._given.resolve(place, written)))
            yield from self._file(place, written)
        for index, one in section.written:
            path = f"extra.academic.{name}.entries.{index}"
            if one.text:
                date = entries.verbatim_date(one.text)
                yield publication.from_text(one.text, one.key or f"item-{index + 1}", date)
            else:
                entry = entries.to_entry(one, path)
                self._links[entry.key] = {**one.links, **self._links.get(entry.key, {})}
                yield entry

    def _file(self, path: Place, written: str) -> tuple[Entry, ...]:
        file = self._given.resolve(path, written)
        if file in self._files:
            return ()
        self._files.append(file)
        shown = self._given.shown(file)
        if not file.is_file():
            self._warnings.append(self._given.problem(path, f"there is no file {shown!r}"))
            return ()
        found = sources.read(file, shown)
        self._warnings += found.problems
        parents = {entry.fields.get("crossref", "").casefold() for entry in found.entries}
        return tuple(entry for entry in found.entries if self._is_shown(entry, parents))

    def _is_shown(self, entry: Entry, parents: set[str]) -> bool:
        """Leave out what only serves other entries: xdata, and volumes that they refer to."""
        if entry.type == "xdata":
            return False
        if entry.key.casefold() not in parents or entry.fields.get("author"):
            return True
        editors, _ = names.split(entry.fields.get("editor", ""))
        if any(map(self._owner.matches, editors)):
            return True
        said = "is not shown by itself: other entries refer to it by crossref"
        self._notes.append(Problem(entry.file, entry.line, entry.key, said))
        return False

    def _overlaid(
        self, name: str, section: publications.Section, items: list[Entry | Publication]
    ) -> list[Entry | Publication]:
        """Lay a section's overlay over the entries."""
        if not section.overlay:
            return items
        laid = overlay.applied([one for one in items if isinstance(one, Entry)], section.overlay)
        self._links |= laid.links
        for wrong in laid.mistakes:
            path = (name, "overlay", *filter(None, (wrong.key, wrong.field)))
            self._warnings.append(self._given.problem(path, wrong.message))
        replaced = iter(laid.entries)
        return [next(replaced) if isinstance(one, Entry) else one for one in items]

    def _papers(self, items: list[Entry | Publication]) -> list[Publication]:
        """Show each work once, where it first appeared."""
        entries = [one for one in items if isinstance(one, Entry)]
        merges = all(section.duplicates for section in self._sections.values())
        clusters = duplicates.clusters(entries) if merges else [Cluster(one) for one in entries]
        if self._mine:
            clusters = [one for one in clusters if not self._is_left_out(one)]
        made = self._made(clusters)
        if len(entries) == len(items):
            return list(made)
        order = {_place(one): at for at, one in enumerate(items) if isinstance(one, Entry)}
        found = {
            min(order[_place(one)] for one in _versions(cluster)): paper
            for cluster, paper in zip(clusters, made, strict=True)
        }
        found |= {at: one for at, one in enumerate(items) if isinstance(one, Publication)}
        return [found[at] for at in sorted(found)]

    def _is_left_out(self, cluster: Cluster) -> bool:
        """Keep of a work that stands in shared files only, and under other names, the entries."""
        versions = _versions(cluster)
        people = (name for one in versions for name in left_out.authors(one))
        is_shared = all(one.file in self._mine for one in versions)
        if not is_shared or any(map(self._owner.matches, people)):
            return False
        self._others |= {one.key: one for one in versions}
        return True

    def _made(self, clusters: Sequence[Cluster]) -> Iterator[Publication]:
        """Yield what each cluster shows, and tell what is odd in it."""
        given = list(map(self._wanted, clusters))
        papers = columns.from_entries(given, self._owner, self._people, self._words)
        for cluster, paper in zip(clusters, papers, strict=True):
            self._notes += cluster.notes
            self._warnings += cluster.doubts
            if cluster.others:  # what is shown as another paper, for that one's page
                self._also |= {one.key: cluster.shown.key for one in cluster.others}
                others = list(map(Given, cluster.others))
                versions = columns.from_entries(others, self._owner, self._people, self._words)
                paper = replace(paper, versions=tuple(versions))
            tell = partial(self._tell, cluster.shown)
            for odd in oddities.of(cluster.shown, self._buttons):
                tell(odd)
            yield files.linked(paper, self._docs_dir, self._folders, tell)

    def _wanted(self, cluster: Cluster) -> Given:
        """Return the entry that a cluster shows, with what settings and versions add to it."""
        entry = cluster.shown
        field, own = entry.fields, self._buttons.items()
        buttons = {text: columns.address(field[name]) for name, text in own if name in field}
        for version in (*cluster.others, entry) if self._links else ():
            buttons |= self._links.get(version.key, {})
        if cluster.preprint_url and not entry.fields.get("arxiv"):
            buttons["preprint"] = cluster.preprint_url
        if scholar_id := entry.fields.get("google_scholar_id", "").strip():
            buttons["Google Scholar"] = self._at_scholar(scholar_id)
        is_selected = not self._selected.isdisjoint([one.key for one in _versions(cluster)])
        return Given(entry, buttons, is_selected)

    def _at_scholar(self, paper: str) -> str:
        """Return the paper's page in the owner's profile at Google Scholar."""
        if not self._scholar:
            return ""
        whole = paper if ":" in paper else f"{self._scholar}:{paper}"
        address = "https://scholar.google.com/citations?view_op=view_citation"
        return f"{address}&user={self._scholar}&citation_for_view={whole}"

    def _tell(self, entry: Entry, message: str) -> None:
        self._warnings.append(problem_of(entry, message, self._given))

    def _keyed(self, papers: Iterable[Publication]) -> list[Publication]:
        """Give every paper a key of its own; a key that is taken gets a number."""
        papers = list(papers)
        keys = Keys({paper.key for paper in papers})
        kept: list[Publication] = []
        for paper in papers:
            key = keys.give(paper.key)
            if key != paper.key:
                message = f"the key {paper.key!r} is taken: both are kept, this one as {key!r}"
                if paper.entry:
                    self._tell(paper.entry, message)
                paper = columns.renamed(paper, key)
            kept.append(paper)
        return kept

    def _check_keys(
        self, name: str, section: publications.Section, papers: list[Publication]
    ) -> None:
        """Tell of citation keys that the settings name and nobody has."""
        known = {*self._also, *self._others, *(paper.key for paper in papers)}
        for option, named in (("selected", section.selected_keys), ("keys", section.keys)):
            for key in sorted(set(named) - known):
                message = f"there is no publication {key!r}{did_you_mean(key, known)}"
                self._warnings.append(self._given.problem((name, option), message))

    def _check_grouping(
        self, name: str, section: publications.Section, papers: list[Publication]
    ) -> None:
        field = section.group_by
        is_known = not field or field in GROUPINGS
        if is_known or not papers or any(paper.field(field) for paper in papers):
            return
        hint = did_you_mean(field, (*GROUPINGS, *FIELDS))
        message = f"no publication has the field {field!r}{hint}"
        self._warnings.append(self._given.problem((name, "group_by"), message))


def problem_of(entry: Entry, message: str, given: Settings) -> Problem:
    """Say where an entry stands: in its file, or in the settings, whose path is its file then."""
    if entry.line:
        return Problem(entry.file, entry.line, entry.key, message)
    steps = entry.file.removeprefix("extra.academic.").split(".")
    return given.problem([int(step) if step.isdigit() else step for step in steps], message)


def _scholar(profile: Profile | None) -> str:
    """Return the owner's id at Google Scholar."""
    urls = [one.url for one in profile.buttons if one.key == "googlescholar"] if profile else []
    found = re.search(r"[?&]user=([\w-]+)", urls[0]) if urls else None
    return found[1] if found else ""


def _versions(cluster: Cluster) -> tuple[Entry, ...]:
    return (cluster.shown, *cluster.others)


def _place(entry: Entry) -> tuple[str, int, str]:
    """Tell entries apart whatever is filled into them later."""
    return entry.file, entry.line, entry.key
