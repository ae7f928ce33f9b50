"""The settings under `extra.academic`, inherited and data files included, with their places."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import languages, yaml_text
from .problems import Problem
from .yaml_text import Document, Step

ROOT = ("extra", "academic")


@dataclass
class Settings:
    """All that the user set, as text, and the way back to the line of each value."""

    root: Path  # the folder of the site's own mkdocs.yml
    chain: list[Document]  # that mkdocs.yml first, then what it inherits
    config: dict[str, Any]  # the whole merged configuration
    problems: list[Problem] = field(default_factory=list)
    mounts: dict[tuple[Step, ...], Document] = field(default_factory=dict)
    entry: tuple[Step, ...] = ()  # where the settings of the language being built stand

    @property
    def academic(self) -> dict[str, Any]:
        """Return `extra.academic` for all languages, merged over the chain."""
        found = self.at(ROOT)
        return found if isinstance(found, dict) else {}

    @property
    def own(self) -> dict[str, Any]:
        """Return `extra.academic` for the language being built alone."""
        found = self.at((*self.entry, *ROOT)) if self.entry else None
        return found if isinstance(found, dict) else {}

    def at(self, path: Sequence[Step]) -> Any:
        """Return what the merged configuration holds at a path, None where it ends before."""
        found: Any = self.config
        for step in path:
            if isinstance(step, int):
                found = [one for one in found if one is not None][step]
            else:
                found = found.get(step) if isinstance(found, dict) else None
        return found

    @property
    def files(self) -> list[Path]:
        """Return every file that was read, for watching and for stamps."""
        return [document.file for document in (*self.chain, *self.mounts.values())]

    def shown(self, file: Path) -> str:
        """Name a file as the user would: relative to the site's folder."""
        try:
            return Path(os.path.relpath(file, self.root)).as_posix()
        except ValueError:  # another drive on Windows
            return file.as_posix()

    def locate(self, path: Sequence[Step]) -> tuple[str, int | None]:
        """Return the file and line where the setting at `path` (below `extra.academic`) stands."""
        for cut in range(len(path), 0, -1):
            if mounted := self.mounts.get(tuple(path[:cut])):
                return self.shown(mounted.file), mounted.find(path[cut:])[1]
        whole = self._whole(path)
        places = [(document, *document.find(whole)) for document in self.chain]
        document, _, line = max(places, key=lambda place: place[1])  # the first of the deepest
        return self.shown(document.file), line

    def folder_of(self, path: Sequence[Step]) -> Path:
        """Return the folder that a file name written at `path` is relative to."""
        for cut in range(len(path), 0, -1):
            if mounted := self.mounts.get(tuple(path[:cut])):
                return mounted.folder
        whole = self._whole(path)
        depths = [(document.find(whole)[0], document) for document in self.chain]
        deepest = max(depth for depth, _ in depths)
        return next(document.folder for depth, document in depths if depth == deepest)

    def problem(self, path: Sequence[Step], message: str) -> Problem:
        """Make a problem of the setting at `path`."""
        file, line = self.locate(path)
        return Problem(file, line, ".".join(map(str, self._whole(path))), message)

    def _whole(self, path: Sequence[Step]) -> tuple[Step, ...]:
        """Return the path from the top: in the language's own settings if it is set there."""
        found: Any = self.own
        if not found or not path:
            return (*ROOT, *path)
        for step in path:
            if not isinstance(found, dict):
                break  # a list or text of the language replaces the one for all
            if step not in found:
                return (*ROOT, *path)
            found = found[step]
        return (*self.entry, *ROOT, *path)

    def resolve(self, path: Sequence[Step], name: str) -> Path:
        """Return the file that the name written at `path` means."""
        return (self.folder_of(path) / name.replace("\0", "")).resolve()

    def mount(self, path: Sequence[Step], name: str) -> Any:
        """Read the data file named at `path` and return what it holds (None if unreadable)."""
        file = self.resolve(path, name)
        document, problems = yaml_text.read(file, self.shown(file))
        if problems and not document.text and not file.is_file():
            problems = [self.problem(path, f"there is no file {self.shown(file)!r}")]
        self.problems += problems
        self.mounts[tuple(path)] = document
        return document.data


def read(file: Path, language: str = "") -> Settings:
    """Read a `mkdocs.yml` and what it inherits; never raises for what the files hold.

    `language` is the tag of the one that is built, if the site has several.
    """
    file = file.resolve()
    settings = Settings(root=file.parent, chain=[], config={})
    following: Path | None = file
    while following and following not in [document.file for document in settings.chain]:
        document, problems = yaml_text.read(following, settings.shown(following))
        settings.chain.append(document)
        settings.problems += problems
        following = _inherited(document)
    for document in reversed(settings.chain):
        if isinstance(document.data, dict):
            settings.config = merged(settings.config, document.data)
    settings.entry = languages.entry_of(settings.config, language)
    return settings


def _inherited(document: Document) -> Path | None:
    name = document.data.get("INHERIT") if isinstance(document.data, dict) else None
    return (document.folder / name).resolve() if isinstance(name, str) else None


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Merge as MkDocs' INHERIT does: mappings key by key, everything else replaced."""
    found = dict(base)
    for key, value in over.items():
        known = found.get(key)
        both = isinstance(known, dict) and isinstance(value, dict)
        found[key] = merged(known, value) if both else value  # type: ignore[arg-type]
    return found
