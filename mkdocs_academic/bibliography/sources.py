"""The formats a bibliography may have, one row each, and the reading of any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ..problems import Problem, did_you_mean
from . import reader
from .entry import Entry
from .keys import Keys
from .reader import Library


def _csl(path: Path, shown: str) -> Library:
    from . import csl  # here: most sites have BibTeX only

    return csl.read(path, shown)


def _ris(path: Path, shown: str) -> Library:
    from . import ris

    return ris.read(path, shown)


READERS: Mapping[str, Callable[[Path, str], Library]] = {  # by suffix
    ".bib": reader.read,
    ".bibtex": reader.read,
    ".json": _csl,
    ".ris": _ris,
}


def read(path: Path, shown: str) -> Library:
    """Read a bibliography in the format that its suffix names; never raises for a file.

    `shown` is the name of the file in problems.
    """
    suffix = path.suffix.lower()
    read_file = READERS.get(suffix)
    if read_file is None:
        hint = did_you_mean(suffix, READERS) if suffix else ""
        message = f"is no bibliography: its name should end in {_known()}{hint}"
        return Library((), (Problem(shown, None, "", message),))
    try:
        return read_file(path, shown)
    except OSError as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else error.strerror
        return Library((), (Problem(shown, None, "", f"cannot be read: {reason}"),))


def _known() -> str:
    *first, last = READERS
    return f"{', '.join(first)} or {last}"


def joined(libraries: Iterable[Library]) -> Library:
    """Put several files together; a key that is taken gets a number, and both are kept."""
    libraries = list(libraries)
    keys = Keys({entry.key for library in libraries for entry in library.entries})
    entries: list[Entry] = []
    problems = [problem for library in libraries for problem in library.problems]
    for entry in (entry for library in libraries for entry in library.entries):
        key = keys.give(entry.key)
        if key != entry.key:
            message = f"the key '{entry.key}' is taken: both are kept, this one as '{key}'"
            problems.append(Problem(entry.file, entry.line, entry.key, message))
        entries.append(entry if key == entry.key else replace(entry, key=key))
    return Library(tuple(entries), tuple(problems))
