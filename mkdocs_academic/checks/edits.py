"""Edits of a user's files: each a stretch of text and what takes its place; the rest stays."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple


class Edit(NamedTuple):
    """One stretch of a file, and its new text."""

    file: Path
    start: int  # characters from the beginning of the file, a byte order mark included
    end: int
    text: str
    said: str  # what is mended


class Mended(NamedTuple):
    """A file before and after."""

    file: Path
    before: str
    after: str

    def diff(self, shown: str) -> Iterator[str]:
        """Yield the lines that have changed, `shown:line` above each run of them."""
        old, new = self.before.splitlines(), self.after.splitlines()
        for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, False).get_opcodes():
            if tag != "equal":
                yield f"{shown}:{i + 1}"
                yield from (f"- {line}" for line in old[i:j])
                yield from (f"+ {line}" for line in new[k:m])


def text_of(file: Path) -> str | None:
    """Return a file's text as it is, line ends and all; None if it is not UTF-8."""
    try:
        return file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def apply(edits: Iterable[Edit]) -> list[Mended]:
    """Return what files would be with the edits; of two that overlap, the first counts."""
    by_file: dict[Path, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_file[edit.file].append(edit)
    return [_applied(file, found) for file, found in by_file.items()]


def _applied(file: Path, edits: list[Edit]) -> Mended:
    before = text_of(file) or ""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        if edit.start >= at:
            parts += [before[at : edit.start], edit.text]
            at = edit.end
    return Mended(file, before, "".join([*parts, before[at:]]))


def write(mended: Mended) -> None:
    """Write a file.

    Raises:
        OSError: it cannot be written.

    """
    mended.file.write_bytes(mended.after.encode("utf-8"))
