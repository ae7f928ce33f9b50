"""Members' sites are kept when the lab's own is built alone, for which MkDocs empties `site/`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .build import config_file, log
from .lab_tree import MEMBERS, WHOLE, members

_ASIDE = ".members"  # below the target: what is hidden there, MkDocs leaves alone
_OF_A_SITE = ("404.html", "sitemap.xml")  # which a page of the lab's own site has not beside it


class KeptMembers:
    """What an earlier `lab build` has put into the target of a laboratory's own site.

    What a build that was broken off has set aside, the next one puts back.
    """

    def __init__(self) -> None:
        """Begin with nobody."""
        self._target = Path()
        self._names: list[str] = []

    def set_aside(self, conf: Any) -> None:
        """Hide what there is of the members' sites."""
        self._target = Path(conf["site_dir"])
        # `lab build` looks after its tree itself.
        self._names = [] if os.environ.get(WHOLE) else members(config_file(conf).parent)
        for name in self._names:
            if any((self._place(name) / file).is_file() for file in _OF_A_SITE):
                _move(self._place(name), self._target / _ASIDE / name)

    def put_back(self, warn: Callable[[str], None]) -> None:
        """Bring them back to their place, and tell of those that are not there."""
        aside = self._target / _ASIDE
        kept = [name for name in self._names if (aside / name).is_dir()]
        for name in kept:
            _move(aside / name, self._place(name))
        if kept:
            shutil.rmtree(aside)
            log.info("%s: kept as the last `mkdocs-academic lab build` made them", _listed(kept))
        if lost := [name for name in self._names if name not in kept]:
            warn(
                f"{_listed(lost)}: not built, so links there lead nowhere; "
                "`mkdocs-academic lab build` builds the lab's site and those of all members"
            )
        self._names = []

    def _place(self, name: str) -> Path:
        return self._target / MEMBERS / name


def _move(folder: Path, place: Path) -> None:
    if place.exists():
        shutil.rmtree(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    folder.rename(place)


def _listed(names: list[str]) -> str:
    return ", ".join(f"{MEMBERS}/{name}/" for name in names)
