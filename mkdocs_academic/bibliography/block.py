"""A block of a BibTeX file before its macros are resolved: `@type{key, name = value, …}`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Word(str):
    """A value without delimiters that is no number: the name of a macro."""

    __slots__ = ()


# Macros that every style defines. plain.bst abbreviates; full names leave that to the page.
MONTHS = {
    name[:3].lower(): name
    for name in (
        "January February March April May June July August September October November December"
    ).split()
}

MONTH_MACROS = {name: macro for macro, name in MONTHS.items()}

Value = str | tuple[str, ...]  # a tuple where parts are joined by `#`


class Fault(NamedTuple):
    """What is wrong in a block, and what was done."""

    at: int  # offset in the text
    message: str


class Block(NamedTuple):
    """An entry, `@string`, `@preamble` or `@comment`."""

    type: str  # as written
    key: str  # "" where missing
    fields: dict[str, Value]  # lower-case names
    start: int
    end: int
    repeats: bool = False  # a field is there twice
    places: tuple[tuple[str, int], ...] = ()  # fields and their offsets, where known already
    faults: tuple[Fault, ...] = ()
    widths: tuple[int, ...] = ()  # characters of each field, if all are simple values


def word(written: str) -> str:
    """Return a value without delimiters, marked as such unless it is a number."""
    return written if written.isdigit() else Word(written)


def merged(pairs: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """Keep of each field the first value that is not empty."""
    fields: dict[str, Value] = {}
    for name, value in pairs:
        if not fields.get(name):
            fields[name] = value
    return fields
