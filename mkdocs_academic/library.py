"""The library: the publications of all bibliographies and settings, each under its own key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from .bibliography import files, publication, reader
from .bibliography.fields import FIELDS
from .bibliography.grouping import GROUPINGS
from .bibliography.identity import Identity
from .bibliography.publication import Publication
from .problems import Problem, did_you_mean
from .sections import entries, publications
from .sections.profile import Profile
from .settings import Settings


class Library:
    """Gathers the publications of all bibliographies and entries; each file is read once."""

    def __init__(self, given: Settings, profile: Profile | None, docs_dir: Path) -> None:
        self._given = given
        self._docs_dir = docs_dir
        self._owner = Identity(profile.name if profile else "", profile.aliases if profile else ())
        self.papers: dict[str, Publication] = {}  # by citation key
        self.warnings: list[Problem] = []
        self.files: list[Path] = []

    def add(self, name: str, section: publications.Section) -> None:
        """Read what one section of the type `publications` names."""
        for step, written in enumerate(section.files):
            path = (name, "bibliography", step)
            self._read(self._given.resolve(path, written), path, section)
        for index, entry in enumerate(section.entries):
            self._take(name, index, entry, section)
        if not self._knows(section.group_by):
            hint = did_you_mean(section.group_by, (*GROUPINGS, *FIELDS))
            message = f"no publication has the field {section.group_by!r}{hint}"
            self.warnings.append(self._given.problem((name, "group_by"), message))

    def _knows(self, field: str) -> bool:
        if field in GROUPINGS or not self.papers:
            return True
        return any(paper.field(field) for paper in self.papers.values())

    def _read(self, file: Path, path: tuple[Any, ...], section: publications.Section) -> None:
        shown = self._given.shown(file)
        if file in self.files:
            return
        self.files.append(file)
        if not file.is_file():
            self.warnings.append(self._given.problem(path, f"there is no file {shown!r}"))
            return
        library = reader.read(file, shown)
        self.warnings += library.problems
        for entry in library.entries:
            buttons = {label: entry.fields.get(name, "") for name, label in section.links.items()}
            paper = publication.from_entry(entry, self._owner, buttons, section.selected_keys)
            self._keep(paper, partial(Problem, shown, entry.line, entry.key))

    def _take(self, name: str, index: int, given: Any, section: publications.Section) -> None:
        if given.text:
            date = entries.verbatim_date(given.text)
            paper = publication.from_text(given.text, given.key or f"item-{index + 1}", date)
        else:
            entry = entries.to_entry(given, "")
            chosen = section.selected_keys
            paper = publication.from_entry(entry, self._owner, given.links, chosen)
        self._keep(paper, partial(self._given.problem, (name, "entries", index)))

    def _keep(self, paper: Publication, problem: Callable[[str], Problem]) -> None:
        """Keep a paper under its key; a key that is taken gets a number."""
        key, count = paper.key, 1
        while key in self.papers:
            count += 1
            key = f"{paper.key}-{count}"
        if key != paper.key:
            message = f"the key {paper.key!r} is taken: both are kept, this one as {key!r}"
            self.warnings.append(problem(message))
        paper = files.linked(
            paper, self._docs_dir, lambda said: self.warnings.append(problem(said))
        )
        self.papers[key] = paper if key == paper.key else replace(paper, key=key)
