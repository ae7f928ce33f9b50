"""Pages as references shorten them: what the last number shares with the first is left out."""

from __future__ import annotations

import re
from collections.abc import Callable

_SPAN = re.compile(r"(\d+)–(\d+)")  # both of a kind: `A12–A15` stays


def minimal(pages: str, least: int = 1) -> str:
    """Write `141–73` for `141–173`, and no fewer than `least` digits of the last number."""
    return _shortened(pages, lambda first, last: _different(first, last, least))


def chicago(pages: str) -> str:
    """Write `71–72`, `100–104`, `107–8`, `141–73`, `1496–500` (Chicago Manual of Style, 9.61)."""
    return _shortened(pages, _of_chicago)


def _shortened(pages: str, told: Callable[[str, str], str]) -> str:
    def one(found: re.Match[str]) -> str:
        first, last = found.groups()
        is_kept = len(first) != len(last) or int(first) >= int(last)
        return found[0] if is_kept else f"{first}–{told(first, last)}"

    return _SPAN.sub(one, pages)


def _different(first: str, last: str, least: int) -> str:
    shared = next((at for at, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), 0)
    return last[min(shared, max(len(last) - least, 0)) :]


def _of_chicago(first: str, last: str) -> str:
    number = int(first)
    if number < 100 or not number % 100:
        return last
    return _different(first, last, 1 if number % 100 < 10 else 2)
