"""Which files are the site's own: no other is ever written, however sure the mending."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .. import packages
from ..settings import INHERIT, ROOT, Settings

_INSTALLED = frozenset(("site-packages", "dist-packages"))


def is_installed(file: Path) -> bool:
    """Tell whether a file was put where it is by an installer of packages."""
    return not _INSTALLED.isdisjoint(file.resolve().parts)


def is_own(file: Path, given: Settings) -> bool:
    """Tell whether a file lies beside the settings, in their repository, or beside an INHERIT."""
    file = file.resolve()
    if is_installed(file):
        return False
    if file.is_relative_to(_repository(given.root.resolve())):
        return True
    lent = [one.parent.resolve() for one in _of_packages(given)]
    if any(map(file.is_relative_to, lent)):
        return False
    beside = (one.folder.resolve() for one in given.chain)
    return any(file.is_relative_to(folder) for folder in beside if folder not in lent)


def _repository(folder: Path) -> Path:
    """Return the folder of the repository that holds a folder; that itself, if there is none."""
    found = (one for one in (folder, *folder.parents) if (one / ".git").exists())
    return next(found, folder)


def _of_packages(given: Settings) -> Iterator[Path]:
    """Yield the settings that are inherited from packages, editable ones, too."""
    for document in given.chain:
        found: Any = document.data
        for step in (*ROOT, INHERIT):
            found = found.get(step) if isinstance(found, dict) else None
        for name in found if isinstance(found, list) else [found]:
            if isinstance(name, str) and (file := packages.file_of(name)):
                yield file
