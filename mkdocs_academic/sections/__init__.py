"""The section types, in the order in which a page shows them by default."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from ..late_tables import LateTable
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


def _load(name: str) -> SectionType:
    module = import_module(f".{name}", __name__)
    return SectionType(module.Section, getattr(module, "arrange", base.arrange))


# Models take long to make.
TYPES: Mapping[str, SectionType] = LateTable(_NAMES, _load)
