"""What `mkdocs-academic export` has written among a site's pages: the list of it, its removal."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

LIST = ".mkdocs-academic-export"  # beside mkdocs.yml: paths below docs, one a line


def paths(root: Path) -> set[str]:
    """Return what the last export of the site in `root` wrote."""
    listed = root / LIST
    return set(listed.read_text("utf-8").splitlines()) if listed.is_file() else set()


def text(written: Iterable[str]) -> str:
    """Return what the list says of what was written."""
    return "".join(f"{path}\n" for path in sorted(written))


def remove(docs: Path, written: Iterable[str]) -> None:
    """Remove files below docs, and the folders that have become empty."""
    for path in written:
        file = docs / path
        file.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # not empty, or not there
            for folder in file.parents[: path.count("/")]:
                folder.rmdir()


def remove_all(root: Path, docs: Path) -> None:
    """Remove all that was written, and the list."""
    remove(docs, paths(root))
    (root / LIST).unlink(missing_ok=True)
