"""What is said of papers that `mine` leaves out: which they are, and who may be the owner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..problems import Problem
from . import names
from .entry import Entry
from .identity import Identity
from .known_people import KnownPeople
from .names import Name

NOT_SHOWN = "is by others, and not shown: `mine`"


class Whose(NamedTuple):
    """Whom the papers are looked through for."""

    name: str
    owner: Identity
    people: KnownPeople  # of whom it is known that they are others


def authors(entry: Entry) -> tuple[Name, ...]:
    """Return whose paper it is: authors, else editors; and translators."""
    own = entry.fields.get("author") or entry.fields.get("editor", "")
    return (*names.split(own)[0], *names.split(entry.fields.get("translator", ""))[0])


def notes(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Tell how many papers of a file are somebody else's, and which."""
    for file, count in Counter(one.file for one in entries).items():
        said = "1 entry by others is" if count == 1 else f"{count} entries by others are"
        yield Problem(file, None, "", f"{said} not shown: `mine`")
    for one in entries:
        yield Problem(one.file, one.line, one.key, NOT_SHOWN)


def questions(entries: Iterable[Entry], whose: Whose) -> Iterator[Problem]:
    """Ask about each name that is nearly the owner's, at the first paper that has it."""
    for name, found in _near(entries, whose).items():
        first, *more = found
        again = f" (and {len(more)} more)" if more else ""
        said = f"is not shown{again}: is {name!r} {whose.name!r}? Then write it into `aliases`"
        yield Problem(first.file, first.line, first.key, said)


def _near(entries: Iterable[Entry], whose: Whose) -> Mapping[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    known: dict[Name, bool] = {}
    for entry in entries:
        for name in authors(entry):
            if name not in known:
                known[name] = whose.owner.resembles(name) and not whose.people.find(name)
            if known[name]:
                found.setdefault(name.full, []).append(entry)
    return found
