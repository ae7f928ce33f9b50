"""Which of the people known a name belongs to: the one it fits, and nobody where it fits two."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .identity import Identity, families
from .names import Name


class Known(NamedTuple):
    """Somebody whose name may stand among the authors of a paper."""

    name: str
    identity: Identity
    slug: str = ""  # of the person in the registry
    url: str = ""  # where the name leads


class KnownPeople:
    """Finds people by family name first: a laboratory may know hundreds, a list thousands."""

    def __init__(self, people: Iterable[Known] = ()) -> None:
        self._by_family: dict[str, list[Known]] = {}
        self._found: dict[Name, Known | None] = {}
        self.doubts: dict[str, tuple[str, ...]] = {}  # names that fit several people: theirs
        for one in people:
            for family in one.identity.families:
                self._by_family.setdefault(family, []).append(one)

    def find(self, name: Name) -> Known | None:
        """Return whose name it is; a spelling that somebody claims is theirs alone."""
        if not self._by_family:
            return None
        if name not in self._found:
            self._found[name] = self._fitting(name)
        return self._found[name]

    def _fitting(self, name: Name) -> Known | None:
        near = (one for key in sorted(families(name)) for one in self._by_family.get(key, ()))
        fits = [one for one in dict.fromkeys(near) if one.identity.matches(name)]
        if len(fits) > 1:
            fits = [one for one in fits if one.identity.claims(name)] or fits
        if len(fits) > 1:
            self.doubts[name.full] = tuple(one.name for one in fits)
        return fits[0] if len(fits) == 1 else None
