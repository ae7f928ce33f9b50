"""Splitting text at separators that are not within braces."""

from __future__ import annotations

import re
from functools import cache

_GROUP = r"\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*\})*\}"


@cache
def _run(separators: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[^{{}}\\{separators}]++|\\.|{_GROUP})*+", re.DOTALL)


def split_outside(raw: str, separators: str) -> list[str]:
    """Split at single characters; braces and backslashes protect. Braces may be unbalanced."""
    if "{" not in raw and "\\" not in raw and len(separators) == 1:
        return raw.split(separators)
    run = _run(separators)
    pieces: list[str] = []
    at, end = 0, len(raw)
    while at <= end:
        found = run.match(raw, at)
        stop = found.end() if found else at
        if stop < end and raw[stop] not in separators:  # a brace without its partner
            return [*pieces, *_slowly(raw[at:], separators)]
        pieces.append(raw[at:stop])
        at = stop + 1
    return pieces


def _slowly(raw: str, separators: str) -> list[str]:
    pieces, depth, start = [], 0, 0
    for i, char in enumerate(raw):
        if char == "{":
            depth += 1
        elif char == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and char in separators:
            pieces.append(raw[start:i])
            start = i + 1
    return [*pieces, raw[start:]]


def is_one_group(raw: str) -> bool:
    """Tell whether one pair of braces holds the whole text."""
    if not (raw.startswith("{") and raw.endswith("}")):
        return False
    depth = 0
    for i, char in enumerate(raw):
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth == 0:
            return i == len(raw) - 1
    return False
