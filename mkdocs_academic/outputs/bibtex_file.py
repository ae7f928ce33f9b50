"""Entries as a BibTeX file that every reader takes: macros resolved, braces balanced."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..bibliography.balance import balanced
from ..bibliography.bibtex import unmarked
from ..bibliography.block import MONTH_MACROS
from ..bibliography.entry import Entry

FRAME = ("", "\n", "")  # before the first entry, between two, after the last
_NOT_IN_NAMES = re.compile(r"[\s=,{}\"#%()@\\$&]+")


def to_bibtex(entries: Iterable[Entry]) -> str:
    """Write all fields of all entries, in their order."""
    return FRAME[1].join(map(written, entries))


def written(entry: Entry) -> str:
    """Write one entry."""
    changed = unmarked(entry.fields)
    fields = {**entry.fields, **changed} if changed else entry.fields
    lines = [f"@{entry.type}{{{entry.key},"]
    lines += [
        f"{opening}{value}}},"
        if not ("{" in value or "}" in value or "@" in value or "\\" in value)
        else f"{opening}{balanced(value)}}},"
        for opening, value in zip(_openings(tuple(fields)), fields.values(), strict=True)
    ]
    if macro := MONTH_MACROS.get(fields.get("month", "")):  # styles abbreviate it as they like
        at = 1 + list(fields).index("month")
        lines[at] = f"{lines[at].partition('{')[0]}{macro},"
    lines.append("}\n")
    return "\n".join(lines)


@lru_cache(1024)  # a bibliography has few kinds of entries
def _openings(names: tuple[str, ...]) -> list[str]:
    """Write what stands before the values of fields; the names are equally wide."""
    width = max(map(len, names), default=0)
    return [f"  {_NOT_IN_NAMES.sub('_', name):<{width}} = {{" for name in names]
