"""Pages as a line shows them: `1021-1040` is a range, `101-1` and `A1-3` number articles."""

from __future__ import annotations

import re

_HYPHENS = re.compile(r"-{2,}|(?<=\d)—(?=\d)")  # `9---12` by mistake
_LETTERED = re.compile(r"(?<![\w.:/–-])([A-Za-z])(\d+)-(?=\1(\d+)(?![\w:/–-]|\.\d))")  # S10-S20
_HYPHEN = re.compile(r"(?<![\w.:/–-])(\d+)\s?[-‐]\s?(\d+)(?![\w:/–-]|\.\d)")


def shown(pages: str) -> str:
    """Return plain text with an en dash in each range."""
    if "--" in pages or "—" in pages:
        pages = _HYPHENS.sub("–", pages)
    if "-" not in pages and "‐" not in pages:
        return pages
    return _HYPHEN.sub(_ranged, _LETTERED.sub(_lettered, pages))


def _lettered(found: re.Match[str]) -> str:
    letter, first, last = found.groups()
    return f"{letter}{first}–" if int(first) < int(last) else found[0]


def _ranged(found: re.Match[str]) -> str:
    first, last = found.groups()
    return f"{first}–{last}" if int(first) < int(last) else found[0]
