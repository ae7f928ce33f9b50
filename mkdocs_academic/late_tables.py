"""A table whose rows load when they are looked at: a module each, and few are needed at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Generic, TypeVar

Row = TypeVar("Row")


class LateTable(Mapping[str, Row], Generic[Row]):
    """Rows by name, in the order of the names; `load` is asked once for each that is looked at."""

    def __init__(self, names: tuple[str, ...], load: Callable[[str], Row]) -> None:
        self._names = names
        self._load = cache(load)

    def __getitem__(self, name: str) -> Row:
        if name not in self._names:
            raise KeyError(name)
        return self._load(name)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
