"""Lists that a file adds to instead of replacing what it inherits: `news+:` beside `news:`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from .yaml_text import Document, Step

_MARK = "+"


class Part(NamedTuple):
    """What one file says of a list."""

    value: Any  # a list, one text, the name of a data file, or options of a section
    document: Document | None  # None: it stands where the settings themselves say
    path: tuple[Step, ...]  # in that document


@dataclass(frozen=True)
class Added:
    """A list in parts, the inherited one first."""

    parts: tuple[Part, ...]
    is_whole: bool  # the first part is no addition: nothing inherited comes before it

    def each(self, change: Callable[[Any], Any]) -> Added:
        """Return the parts with their values changed."""
        parts = (part._replace(value=change(part.value)) for part in self.parts)
        return Added(tuple(part for part in parts if part.value is not None), self.is_whole)


def marked(value: Any, document: Document, path: tuple[Step, ...]) -> Any:
    """Take `name+: …` for an addition to `name`, in mappings of any depth."""
    if not isinstance(value, dict):
        return value
    found: dict[Any, Any] = {}
    for key, one in value.items():
        name = key.removesuffix(_MARK) if isinstance(key, str) else key
        if not name or name == key:
            if f"{key}{_MARK}" not in value:
                found[key] = marked(one, document, (*path, key))
        elif one is not None:
            more = Added((Part(one, document, (*path, key)),), False)
            known = value.get(name)
            found[name] = more if known is None else together(_alone(known), more)
    return found


def _alone(value: Any) -> Added:
    return Added((Part(value, None, ()),), True)


def together(known: Any, more: Added) -> Added:
    """Put an addition behind what is known."""
    if more.is_whole or known is None:
        return more
    before = known if isinstance(known, Added) else _alone(known)
    return Added(before.parts + more.parts, before.is_whole)
