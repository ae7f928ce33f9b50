"""A block of a BibTeX file before its macros are resolved: `@type{key, name = value, …}`."""

from __future__ import annotations

from typing import NamedTuple


class Word(str):
    """A value without delimiters: a number, else the name of a macro."""

    __slots__ = ()


Value = str | tuple[str, ...]  # a tuple where parts are joined by `#`


class Field(NamedTuple):
    """One field with the place where it starts."""

    name: str  # lower case
    value: Value
    at: int  # offset in the text


class Fault(NamedTuple):
    """What is wrong in a block, and what was done."""

    at: int  # offset in the text
    message: str


class Block(NamedTuple):
    """An entry, `@string`, `@preamble` or `@comment`."""

    type: str  # as written
    key: str  # "" where missing
    fields: list[Field]
    start: int
    end: int
    faults: tuple[Fault, ...] = ()
