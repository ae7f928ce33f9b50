"""Papers out of catalogues: each is asked, and what it knows better from others is asked there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..bibliography import csl, reader
from ..bibliography.entry import Entry
from ..online.answers import Answer
from ..online.service import Request
from . import CATALOGUES
from .base import Found, Sheet, Wanted

Fetch = Callable[[str, Request], Answer]  # asks a catalogue, named as in the table


class Gathered(NamedTuple):
    """Entries in the order in which they came, and one sentence for each that did not."""

    entries: tuple[Entry, ...]
    failures: tuple[str, ...]


def gather(wanted: Iterable[Wanted], fetch: Fetch) -> Gathered:
    """Ask for all that is wanted; never raises for what a catalogue answers."""
    entries: list[Entry] = []
    failures: list[str] = []
    seen: set[tuple[str, str]] = set()
    turn = list(wanted)
    while turn:
        later: list[Wanted] = []
        for name in CATALOGUES:
            ours = {one.id: one for one in turn if one.catalogue == name}
            ids = tuple(id_ for id_ in ours if (name, id_) not in seen)
            seen |= {(name, id_) for id_ in ids}
            found = _asked(name, ids, fetch) if ids else Found()
            for entry in (one for sheet in found.sheets for one in _read(sheet, name)):
                if entry.filled.get("title"):
                    entries.append(entry)
                else:
                    failures.append(f"{CATALOGUES[name].label}: {entry.key}: has no title")
            later += found.more
            for id_, reason in found.failures.items():
                instead = ours[id_].instead
                later += [instead] if instead else []
                failures += [] if instead else [f"{CATALOGUES[name].label}: {id_}: {reason}"]
        turn = later
    return Gathered(tuple(entries), tuple(failures))


def _asked(name: str, ids: tuple[str, ...], fetch: Fetch) -> Found:
    steps = CATALOGUES[name].read(ids)
    try:
        request = next(steps)
        while True:
            request = steps.send(fetch(name, request))
    except StopIteration as end:
        found: Found = end.value
        return found


def _read(sheet: Sheet, name: str) -> tuple[Entry, ...]:
    parse = reader.parse if sheet.suffix == ".bib" else csl.parse
    return parse(sheet.text, CATALOGUES[name].label).entries
