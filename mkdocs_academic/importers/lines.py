"""On which lines of the old site that stands which the report tells of."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from .source import Source

_REMARK = re.compile(r"`([^`\n:]+\.\w+)`: (.+)", re.DOTALL)
_QUOTED = re.compile(r"`([^`]+)`|“([^”]+)”")


def noting(source: Source, name: str) -> Callable[[str], None]:
    """Return what tells something of one file."""
    return lambda told: source.report.note(f"`{name}`: {told}")


def add(source: Source) -> None:
    """Give the remarks that name a file and quote from it the line where that stands."""
    read = cache(lambda name: source.text(name) or "")
    source.report.notes[:] = dict.fromkeys(
        _placed(told, read) for told in tuple(source.report.notes)
    )


def _placed(told: str, read: Callable[[str], str]) -> str:
    found = _REMARK.match(told)
    text = read(found[1]) if found else ""
    if not found or not text:
        return told
    for quoted in _QUOTED.finditer(found[2]):
        for mark in _marks(quoted[1] or quoted[2]):
            if at := re.search(mark, text, re.MULTILINE):
                return f"`{found[1]}:{text.count(chr(10), 0, at.start()) + 1}`: {found[2]}"
    return told


def _marks(quoted: str) -> tuple[str, ...]:
    """Return what to look for: a key of that name, else its first words."""
    words = re.findall(r"[^\W_][\w-]*", quoted)[:3]
    if not words:
        return ()
    return rf"^[ \t\"'-]*{words[0]}[\"']?\s*[:=]", r"(?<![A-Za-z0-9])" + r"\W+".join(words)
