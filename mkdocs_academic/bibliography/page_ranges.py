"""Pages as a line shows them: `1021-1040` is a range, `101-1` and `A1-3` number articles."""

from __future__ import annotations

import re

_HYPHENS = re.compile(r"-{2,}|(?<=\d)—(?=\d)")  # `9---12` by mistake
_HYPHEN = re.compile(r"(?<![\w.:/–-])(\d+)\s?[-‐]\s?(\d+)(?![\w:/–-]|\.\d)")


def shown(pages: str) -> str:
    """Return plain text with an en dash in each range."""
    if "--" in pages or "—" in pages:
        pages = _HYPHENS.sub("–", pages)
    return _HYPHEN.sub(_ranged, pages) if "-" in pages or "‐" in pages else pages


def _ranged(found: re.Match[str]) -> str:
    first, last = found.groups()
    return f"{first}–{last}" if int(first) < int(last) else found[0]
