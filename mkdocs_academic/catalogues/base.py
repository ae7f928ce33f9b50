"""What every catalogue is made of: what is wanted of it, what it found, and how it is asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..online.answers import Answer
from ..online.service import Request, Service

UNKNOWN = "is not known there"


class Wanted(NamedTuple):
    """A paper, or all papers of somebody, in a catalogue."""

    catalogue: str
    id: str
    instead: Wanted | None = None  # where the catalogue does not know it


class Sheet(NamedTuple):
    """A bibliography as text."""

    text: str
    suffix: str  # of the format: `.bib`, `.json`


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a catalogue has of the ids that it was asked for."""

    sheets: tuple[Sheet, ...] = ()
    more: tuple[Wanted, ...] = ()  # that another catalogue knows better
    failures: Mapping[str, str] = field(default_factory=dict)  # id -> reason


Steps = Generator[Request, Answer, Found]  # requests out, answers in, what was found at the end


@dataclass(frozen=True, kw_only=True)
class Catalogue(Service):
    """One row of the table of catalogues."""

    find: Callable[[str], str]  # the id in what a user wrote, "" where it is none of this catalogue
    read: Callable[[tuple[str, ...]], Steps]
    links: tuple[str, ...] = ()  # of a profile, which hold the id of its owner


def csl(items: Iterable[Mapping[str, Any]]) -> tuple[Sheet, ...]:
    """Return CSL-JSON items, one on each sheet; half of a character cannot be written."""
    texts = (json.dumps(item, ensure_ascii=False) for item in items)
    return tuple(Sheet(text.encode(errors="replace").decode(), ".json") for text in texts)
