"""The state of what answers are made of: files, folders, the environment, programs."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from . import __version__


class State(NamedTuple):
    """The state of everything that answers are made of."""

    files: list[tuple[str, str]]  # path, digest, "" where there is none
    folders: list[tuple[str, str]]
    variables: list[tuple[str, str | None]]  # of the environment

    @classmethod
    def now(cls, files: Iterable[Path], folders: Iterable[Path], variables: Iterable[str]) -> State:
        """Look at files, there or not, at all files in folders, and at the environment."""
        return cls(
            [(one, _of_file(one)) for one in dict.fromkeys(map(str, files))],
            [(one, _of(one)) for one in dict.fromkeys(map(str, folders))],
            [(one, os.environ.get(one)) for one in sorted(set(variables))],
        )

    def holds(self) -> bool:
        """Tell whether all of it is the same now."""
        return (
            all(_of_file(path) == known for path, known in self.files)
            and all(_of(path) == known for path, known in self.folders)
            and all(os.environ.get(name) == known for name, known in self.variables)
        )

    def are_older(self, moment: float) -> bool:
        """Tell whether nobody can have written into one while it was read."""
        inside = (file for folder, _ in self.folders for file in _below(folder))
        paths = (*(path for path, known in self.files if known), *inside)
        try:
            return all(os.stat(path).st_mtime < moment for path in paths)
        except OSError:
            return False


def _of_file(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _of(folder: str) -> str:
    """Return the digest of a folder: of names and contents."""
    found = hashlib.sha256()
    for path in _below(folder):
        found.update(os.fsencode(f"{os.path.relpath(path, folder)}\0{_of_file(path)}\0"))
    return found.hexdigest()


def _below(folder: str) -> Iterator[str]:
    for place, folders, files in os.walk(folder, followlinks=True):  # as MkDocs does
        folders.sort()
        yield from (os.path.join(place, one) for one in sorted(files))


def names_below(folder: Path) -> str:
    """Return the digest of the names of all files in a folder."""
    names = "\0".join(os.path.relpath(one, folder) for one in _below(str(folder)))
    return hashlib.sha256(os.fsencode(names)).hexdigest()


def of_programs() -> str:
    """Return the state of this package, and of all that is installed beside it."""
    own = [file for file in _below(str(Path(__file__).parent)) if not file.endswith(".pyc")]
    stamps = [os.stat(file).st_mtime_ns for file in own]
    beside = [one for one in sys.path if one.endswith(("site-packages", "dist-packages"))]
    stamps += [os.stat(one).st_mtime_ns for one in beside if os.path.isdir(one)]
    said = repr((__version__, sys.version, len(own), stamps))
    return hashlib.sha256(said.encode()).hexdigest()
