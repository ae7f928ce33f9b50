"""TOML of strangers: read as text, with the lines; what is broken costs its own place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

Note = Callable[[str], None]
Path = tuple[str | int, ...]  # keys, and places in arrays of tables: ("items", 0, "title")

_TABLE = re.compile(r"^\s*(\[\[?)\s*([^\[\]#]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([\w.-]+|\"[^\"]*\"|'[^']*')\s*=")
_LONG = re.compile(r"\"\"\"|'''")
_LINES = 400  # of a broken table are looked at one by one
_AHEAD = 80  # lines that one value may have there


@dataclass
class Toml:
    """A file of TOML: tables and lists, all else text as it is written."""

    name: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    lines: Mapping[Path, int] = field(default_factory=dict)
    below: Toml | None = None  # what this file is laid over

    def table(self, key: str) -> dict[str, Any]:
        """Return a table, an empty one where there is none."""
        found = self.data.get(key)
        return found if isinstance(found, dict) else {}

    def at(self, *path: str | int) -> str:
        """Return where something stands: `file:line`, of what is nearest to it."""
        if self.below and path not in self.lines and path in self.below.lines:
            return self.below.at(*path)
        while path and path not in self.lines:
            path = path[:-1]
        return f"{self.name}:{self.lines[path]}" if path else self.name

    def within(self, *path: str | int) -> dict[Path, int]:
        """Return the lines of what stands in a table, by the paths within it."""
        depth = len(path)
        found = {one[depth:]: at for one, at in self.lines.items() if one[:depth] == path}
        return {one: at for one, at in found.items() if one}


def read(text: str, name: str, note: Note) -> Toml:
    """Read a file; what cannot be read is told with its line and left out."""
    text = text.lstrip("\ufeff")
    data = _parsed(text)
    if data is None:
        data = _salvaged(text, name, note)
    return Toml(name, data, dict(_places(text)))


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        found = _as_text(tomllib.loads(text, parse_float=str))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_text(one) for one in value]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _places(text: str) -> dict[Path, int]:
    """Return the lines of tables and of their keys."""
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    here: Path = ()
    is_long = False
    for number, line in enumerate(text.split("\n"), 1):
        was_long, is_long = is_long, is_long ^ (len(_LONG.findall(line)) % 2 == 1)
        if was_long:
            continue
        if table := _TABLE.match(line):
            here = ()
            *outer, last = (one.strip().strip("\"'") for one in table[2].split("."))
            for one in outer:
                here = (*here, one)
                here = (*here, counts[here]) if here in counts else here
            here = (*here, last)
            if table[1] == "[[":
                counts[here] = counts.get(here, -1) + 1
                here = (*here, counts[here])
            found.setdefault(here, number)
        elif key := _KEY.match(line):
            found.setdefault((*here, *key[1].strip("\"'").split(".")), number)
    return found


def _salvaged(text: str, name: str, note: Note) -> dict[str, Any]:
    """Read the tables one by one, and of a broken one what can be read."""
    found: dict[str, Any] = {}
    lines = text.split("\n")
    starts = [0, *(at for at, line in enumerate(lines) if at and line.startswith("["))]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        block = lines[start:end]
        data = _parsed("\n".join(block))
        if data is not None:
            _merge(found, data)
            continue
        has_head = block[0].startswith("[")
        head = block[0] if has_head else ""
        if len(block) > _LINES or (opened := _parsed(head)) is None:
            _tell(note, name, start + 1, block[0], " with all that belongs to it")
            continue
        _merge(found, opened)
        rest = block[has_head:]
        for data in _statements(head, rest, name, start + has_head, note):
            _merge(found, data, is_same=True)
    return found


def _statements(
    head: str, lines: list[str], name: str, start: int, note: Note
) -> list[dict[str, Any]]:
    """Read what can be read of a table; the first line of what cannot is left out."""
    found: list[dict[str, Any]] = []
    at = 0
    while at < len(lines):
        for end in range(at + 1, min(at + _AHEAD, len(lines)) + 1):
            data = _parsed("\n".join([head, *lines[at:end]]))
            if data is not None:
                found.append(data)
                at = end
                break
        else:
            _tell(note, name, start + at + 1, lines[at])
            at += 1
    return found


def _tell(note: Note, name: str, line: int, text: str, more: str = "") -> None:
    shown = " ".join(text.split()).replace("`", "'")
    note(f"`{name}:{line}` is no TOML and was left out{more}: `{shown[:60]}`")


def _merge(into: dict[str, Any], more: Mapping[str, Any], is_same: bool = False) -> None:
    """Add tables; `is_same`: the last table of an array is the one that is meant."""
    for key, value in more.items():
        before = into.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            _merge(before, value, is_same)
        elif isinstance(before, list) and before and isinstance(value, list) and value:
            if isinstance(before[-1], dict) and isinstance(value[0], dict) and is_same:
                _merge(before[-1], value[0], is_same)
            else:
                before += value
        elif isinstance(before, list) and before and isinstance(value, dict):
            if isinstance(before[-1], dict):  # [[a]] and then [a.b]
                _merge(before[-1], value, is_same)
        else:
            into.setdefault(key, value)
