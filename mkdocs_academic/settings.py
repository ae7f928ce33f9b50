"""The settings under `extra.academic`, inherited and data files included, with their places."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import additions, languages, packages, yaml_text
from .additions import Added, Part
from .problems import Problem
from .yaml_text import Document, Step

ROOT = ("extra", "academic")
INHERIT = "inherit"  # of `extra.academic`: files, also those of packages
_ADDED = "+"  # the first step of paths of additions


@dataclass
class Settings:
    """All that the user set, as text, and the way back to the line of each value."""

    root: Path  # the folder of the site's own mkdocs.yml
    chain: list[Document]  # that mkdocs.yml first, then what it inherits
    lent: list[Document]  # those at the end of the chain that `inherit` names, not the engine's
    config: dict[str, Any]  # the whole merged configuration
    problems: list[Problem] = field(default_factory=list)
    mounts: dict[tuple[Step, ...], Document] = field(default_factory=dict)
    entry: tuple[Step, ...] = ()  # where the settings of the language being built stand
    # What stands elsewhere than its path says: parts of lists that were added to, in which file;
    # where one begins in the whole list; single options.
    roots: list[Part] = field(default_factory=list)
    joined: dict[tuple[Step, ...], list[tuple[int, tuple[Step, ...]]]] = field(default_factory=dict)
    moved: dict[tuple[Step, ...], tuple[Step, ...]] = field(default_factory=dict)

    @property
    def academic(self) -> dict[str, Any]:
        """Return `extra.academic` for all languages, merged over the chain."""
        found = self.at(ROOT)
        return found if isinstance(found, dict) else {}

    @property
    def own(self) -> dict[str, Any]:
        """Return `extra.academic` for the language being built alone."""
        path = (*self.entry, *ROOT)
        found = self.at(path) if self.entry else None
        if not isinstance(found, dict):
            return {}
        document = max(self.chain, key=lambda one: one.find(path)[0])  # the first of the deepest
        own: dict[str, Any] = additions.marked(found, document, path)
        return own

    @property
    def owner_names(self) -> Iterator[str]:
        """Yield the names that the owner has in the settings of any language."""
        entries = ((), *languages.entries(self.config))
        for found in (self.at((*entry, *ROOT, "profile")) for entry in entries):
            name = found.get("name") if isinstance(found, dict) else found
            aliases = found.get("aliases") if isinstance(found, dict) else ()
            listed = aliases if isinstance(aliases, list) else [aliases]
            yield from (one for one in (name, *listed) if one and isinstance(one, str))

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

    @property
    def lent_overrides(self) -> list[Path]:
        """Return the folders of overrides of lent files, `theme` beside them if they name none."""
        named = [(one.folder, _at(one.data, ("theme", "custom_dir"))) for one in self.lent]
        return [folder / (name if isinstance(name, str) else "theme") for folder, name in named]

    def shown(self, file: Path) -> str:
        """Name a file as the user would: relative to the site's folder."""
        try:
            return Path(os.path.relpath(file, self.root)).as_posix()
        except ValueError:  # another drive on Windows
            return file.as_posix()

    def locate(self, path: Sequence[Step]) -> tuple[str, int | None]:
        """Return the file and line where the setting at `path` (below `extra.academic`) stands."""
        if elsewhere := self._elsewhere(path):
            document, rest = elsewhere
            return self.shown(document.file), document.find(rest)[1]
        whole = self._whole(self._redirected(tuple(path)))
        places = [(document, *document.find(whole)) for document in self.chain]
        document, _, line = max(places, key=lambda place: place[1])  # the first of the deepest
        return self.shown(document.file), line

    def folder_of(self, path: Sequence[Step]) -> Path:
        """Return the folder that a file name written at `path` is relative to."""
        if elsewhere := self._elsewhere(path):
            return elsewhere[0].folder
        whole = self._whole(self._redirected(tuple(path)))
        depths = [(document.find(whole)[0], document) for document in self.chain]
        deepest = max(depth for depth, _ in depths)
        return next(document.folder for depth, document in depths if depth == deepest)

    def _elsewhere(self, path: Sequence[Step]) -> tuple[Document, tuple[Step, ...]] | None:
        """Return the data file, or the file of an addition, that holds a setting, and where."""
        path = self._redirected(tuple(path))
        for cut in range(len(path), 0, -1):
            if mounted := self.mounts.get(path[:cut]):
                return mounted, path[cut:]
        if path[:1] == (_ADDED,) and (document := self.roots[int(path[1])].document):
            return document, (*self.roots[int(path[1])].path, *path[2:])
        return None

    def _redirected(self, path: tuple[Step, ...]) -> tuple[Step, ...]:
        """Return the path at which a part of a list was read."""
        for cut in range(len(path), 0, -1):
            if path[:cut] in self.moved:
                return self._redirected((*self.moved[path[:cut]], *path[cut:]))
            place = path[cut] if cut < len(path) else None
            if path[:cut] in self.joined and isinstance(place, int):
                start, at = [one for one in self.joined[path[:cut]] if one[0] <= place][-1]
                if at != path[:cut]:
                    return self._redirected((*at, place - start, *path[cut + 1 :]))
        return path

    def rooted(self, part: Part, path: tuple[Step, ...]) -> tuple[Step, ...]:
        """Return a path for what an addition holds; what is none stands at its own `path`."""
        if part.document is None:
            return path
        self.roots.append(part)
        return (_ADDED, len(self.roots) - 1)

    def join(self, path: tuple[Step, ...], start: int, at: tuple[Step, ...]) -> None:
        """Remember that the items of a list from `start` on were read at another path."""
        self.joined.setdefault(path, [(0, path)]).append((start, at))

    def problem(self, path: Sequence[Step], message: str) -> Problem:
        """Make a problem of the setting at `path`."""
        file, line = self.locate(path)
        return Problem(file, line, ".".join(map(str, self._whole(path))), message)

    def _whole(self, path: Sequence[Step]) -> tuple[Step, ...]:
        """Return the path from the top: in the language's own settings if it is set there."""
        if path[:1] == (_ADDED,):
            return (*self.roots[int(path[1])].path, *path[2:])
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
        name = name.replace("\0", "")
        return packages.file_of(name) or _whole_path(self.folder_of(path) / name)

    def mount(self, path: Sequence[Step], name: str) -> Any:
        """Read the data file named at `path` and return what it holds (None if unreadable)."""
        self.mounts.pop(tuple(path), None)  # its name is not relative to itself, if read again
        file = self.resolve(path, name)
        document, problems = yaml_text.read(file, self.shown(file))
        if problems and not document.text and not file.is_file():
            problems = [self.problem(path, f"there is no file {self.shown(file)!r}")]
        self.problems += problems
        self.mounts[tuple(path)] = document
        return document.data


def _whole_path(file: Path) -> Path:
    """Return the absolute path as it is written: a link in it may lead elsewhere tomorrow."""
    return Path(os.path.abspath(file))


def read(file: Path, language: str = "") -> Settings:
    """Read a `mkdocs.yml` and what it inherits; never raises for what the files hold.

    `language` is the tag of the one that is built, if the site has several.
    """
    file = _whole_path(file)
    settings = Settings(root=file.parent, chain=[], lent=[], config={})
    following: Path | None = file
    while following and following not in [document.file for document in settings.chain]:
        document, problems = yaml_text.read(following, settings.shown(following))
        settings.chain.append(document)
        settings.problems += problems
        following = _inherited(document)
    for document in list(settings.chain):
        _lend(document, settings)
    for document in reversed(settings.chain):
        if isinstance(document.data, dict):
            said = _with_additions(document)
            if document in settings.lent:  # the rest is the engine's, which has not seen it
                said = {key: one for key, one in said.items() if key == ROOT[0]}
            settings.config = merged(settings.config, said)
    settings.entry = languages.entry_of(settings.config, language)
    return settings


def _lend(document: Document, settings: Settings) -> None:
    """Put the files that `extra.academic.inherit` names behind all others, theirs too."""
    path = (*ROOT, INHERIT)
    found = _at(document.data, path)
    for name in found if isinstance(found, list) else [found]:
        if not isinstance(name, str):
            continue
        file = packages.file_of(name) or _whole_path(document.folder / name)
        if file in [one.file for one in settings.chain]:
            continue
        lent, problems = yaml_text.read(file, settings.shown(file))
        if not file.is_file():
            said = f"there is no file {name!r}: is the package installed?"
            place = Problem(
                settings.shown(document.file), document.find(path)[1], ".".join(path), said
            )
            settings.problems.append(place)
            continue
        settings.problems += problems
        settings.chain.append(lent)
        settings.lent.append(lent)
        _lend(lent, settings)


def _with_additions(document: Document) -> dict[str, Any]:
    """Return what a file says, with what it adds to lists of `extra.academic` told apart."""
    data: dict[str, Any] = document.data
    academic = _at(data, ROOT)
    if not isinstance(academic, dict):
        return data
    return {**data, ROOT[0]: {**data[ROOT[0]], ROOT[1]: additions.marked(academic, document, ROOT)}}


def _at(data: Any, path: Sequence[Step]) -> Any:
    """Return what stands at a path of mappings, None where it ends before."""
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _inherited(document: Document) -> Path | None:
    name = document.data.get("INHERIT") if isinstance(document.data, dict) else None
    return _whole_path(document.folder / name) if isinstance(name, str) else None


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Merge as MkDocs' INHERIT does: mappings key by key, everything else replaced."""
    found = dict(base)
    for key, value in over.items():
        known = found.get(key)
        if isinstance(value, Added):
            found[key] = additions.together(known, value)
            continue
        both = isinstance(known, dict) and isinstance(value, dict)
        found[key] = merged(known, value) if both else value  # type: ignore[arg-type]
    return found
