"""What is checked: the settings of a site, what is right in them, its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from .. import languages, settings
from ..bibliography.entry import Entry
from ..outputs import download_files, page_stubs, side_files
from ..problems import Problem
from ..settings import Settings
from ..site import Site
from ..yaml_text import Step
from . import sound
from .markdown import Page


@dataclass(frozen=True)
class Subject:
    """A site, in the language that is built first."""

    given: Settings
    mistakes: tuple[Problem, ...]  # of the settings
    site: Site  # of what is right in them
    elsewhere: tuple[Site, ...] = ()  # the same in its other languages

    @property
    def config(self) -> dict[str, Any]:
        """Return the whole configuration; empty if the site's own file cannot be read."""
        return self.given.config if isinstance(self.given.chain[0].data, dict) else {}

    @property
    def docs(self) -> Path:
        """Return the folder of the pages."""
        return self.site.docs_dir

    def at(self, path: Sequence[Step], message: str) -> Problem:
        """Make a problem of what stands at a path of `mkdocs.yml`, whether ours or the engine's."""
        places = [(document, *document.find(path)) for document in self.given.chain]
        document, _, line = max(places, key=lambda place: place[1])
        return Problem(self.given.shown(document.file), line, ".".join(map(str, path)), message)

    def about(self, entry: Entry, message: str) -> Problem:
        """Make a problem of an entry, of a bibliography or of the settings."""
        if entry.line:
            return Problem(entry.file, entry.line, entry.key, message)
        steps = entry.file.removeprefix("extra.academic.").split(".")
        return self.given.problem([int(s) if s.isdigit() else s for s in steps], message)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Return the Markdown files below `docs`, in the order of their paths."""
        found = sorted(self.docs.rglob("*.md")) if self.docs.is_dir() else []
        return tuple(
            Page.read(file, self.docs, self.given.shown(file))
            for file in found
            if not any(part.startswith(".") for part in file.relative_to(self.docs).parts)
        )

    @cached_property
    def made(self) -> frozenset[str]:
        """Return the paths, below docs, of pages and files that a build adds."""
        rows = (page_stubs.files, side_files.rendered)
        made = (path for row in rows for path, _ in row(self.site))
        return frozenset((*made, *download_files.paths(self.site)))

    @cached_property
    def texts(self) -> tuple[tuple[tuple[Step, ...], str], ...]:
        """Return every text of the settings with its path below `extra.academic`."""
        return tuple(_texts((), self.given.academic))


def _texts(path: tuple[Step, ...], value: Any) -> Iterator[tuple[tuple[Step, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _texts((*path, key), one)
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _texts((*path, index), one)


def read(file: Path) -> Subject:
    """Read the site of a `mkdocs.yml`; never raises for what its files hold."""
    given = settings.read(file)
    site, mistakes = sound.part(given)
    others = [
        sound.part(settings.read(file, language)) for language in languages.tags(given.config)
    ]
    found = dict.fromkeys([*mistakes, *(one for _, wrong in others for one in wrong)])
    return Subject(given, tuple(found), site, tuple(site for site, _ in others))
