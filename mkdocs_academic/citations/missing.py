"""Papers without a number, each with the line that would give it one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..bibliography import fingerprints
from ..bibliography.publication import Publication
from . import matching
from .numbers import Numbers
from .sources import SOURCES
from .store import Store
from .tally import Paper
from .update import Outcome

SHOWN = 20  # a longer list helps nobody


class Missing(NamedTuple):
    """One entry that no source knows."""

    key: str
    place: str  # file:line
    message: str

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.place, self.key, self.message)))


def find(
    known: Numbers, store: Store, outcomes: Iterable[Outcome], publications: Sequence[Publication]
) -> list[Missing]:
    """Return the entries without a number, if anybody could be asked; advice for the first ones."""
    read = [outcome.source for outcome in outcomes if outcome.was_read]
    if not read:
        return []
    without = [one for one in publications if one.entry and one.key not in known.papers]
    loose = list(_loose(store, read)) if without else []
    return [
        Missing(one.key, _place(one), _advice(one, read, loose) if index < SHOWN else "")
        for index, one in enumerate(without)
    ]


def _loose(store: Store, read: Sequence[str]) -> Iterator[tuple[str, str, Paper]]:
    """Return source, comparable title and paper of everything that belongs to no entry."""
    for source in read:
        for paper in store.tallies[source].papers:
            if not paper.key and paper.id and SOURCES[source].fields:
                yield source, matching.title_of(paper), paper


def _place(publication: Publication) -> str:
    entry = publication.entry
    if entry is None:
        return ""
    return f"{entry.file}:{entry.line}" if entry.line else entry.file


def _advice(
    publication: Publication, read: Sequence[str], loose: Sequence[tuple[str, str, Paper]]
) -> str:
    for source in read:
        if stated := matching.own_id(publication, source):
            field = SOURCES[source].fields[0]
            return f"{SOURCES[source].label} lists no paper {stated!r}: correct its `{field}`"
    title, doi = "", ""
    if publication.entry:
        print_ = fingerprints.of(publication.entry)
        title, doi = print_.title, print_.doi
    near = difflib.get_close_matches(title, [one for _, one, _ in loose], n=1, cutoff=0.75)
    for source, one, paper in loose:
        if near and one == near[0]:
            line = f"{SOURCES[source].fields[0]} = {{{paper.id}}}"
            year = f" ({paper.year})" if paper.year else ""
            return f"is it “{paper.title}”{year}? Then write {line} in the entry"
    row = next((SOURCES[source] for source in read if SOURCES[source].fields), None)
    by_id = f"{row.fields[0]} = {{…}} with its id at {row.label}" if row else ""
    if doi:
        asked = " and ".join(SOURCES[source].label for source in read)
        verb = "lists" if len(read) == 1 else "list"
        known = f"was not found: {asked} {verb} no paper with its DOI {doi}"
        return f"{known}; correct it, or write {by_id}" if by_id else known
    if by_id:
        return f"was not found: write its `doi`, or {by_id}"
    return "was not found: write its `doi` in the entry"
