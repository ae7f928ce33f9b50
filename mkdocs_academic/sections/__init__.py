"""The section types, in the order in which a page shows them by default."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from . import base

Arrange = Callable[[Any, base.Surroundings], Mapping[str, Any]]

_NAMES = (  # each a module with `Section`, and `arrange` where the order of items is not all
    *("news", "publications", "projects", "patents", "honors", "education", "experience"),
    *("internships", "talks", "teaching", "students", "funding", "services", "openings"),
)


class SectionType(NamedTuple):
    """What a type is made of, besides the template of its name."""

    settings: type[base.Section]
    arrange: Arrange = base.arrange


class _Types(Mapping[str, SectionType]):
    """Loads a type when it is looked at: few sites have all, and models take long to make."""

    def __getitem__(self, name: str) -> SectionType:
        if name not in _NAMES:
            raise KeyError(name)
        return _type(name)

    def __contains__(self, name: object) -> bool:
        return name in _NAMES

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


@cache
def _type(name: str) -> SectionType:
    module = import_module(f".{name}", __name__)
    return SectionType(module.Section, getattr(module, "arrange", base.arrange))


TYPES: Mapping[str, SectionType] = _Types()
