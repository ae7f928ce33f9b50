"""Entries as a BibTeX file that every reader takes: macros resolved, braces balanced."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..bibliography.entry import Entry

FRAME = ("", "\n", "")  # before the first entry, between two, after the last
_ENTRY_IN_VALUE = re.compile(r"\n\s*(?=@)")  # would look like the next entry
_NOT_IN_NAMES = re.compile(r"[\s=,{}\"#%()@\\$&]+")


def to_bibtex(entries: Iterable[Entry]) -> str:
    """Write all fields of all entries, in their order."""
    return FRAME[1].join(map(written, entries))


def written(entry: Entry) -> str:
    """Write one entry."""
    fields = entry.fields
    lines = [f"@{entry.type}{{{entry.key},"]
    lines += [
        f"{opening}{balanced(value)}}},"
        for opening, value in zip(_openings(tuple(fields)), fields.values(), strict=True)
    ]
    lines.append("}\n")
    return "\n".join(lines)


@lru_cache(1024)  # a bibliography has few kinds of entries
def _openings(names: tuple[str, ...]) -> list[str]:
    """Write what stands before the values of fields; the names are equally wide."""
    width = max(map(len, names), default=0)
    return [f"  {_NOT_IN_NAMES.sub('_', name):<{width}} = {{" for name in names]


def balanced(value: str) -> str:
    r"""Return the value with its braces in pairs: BibTeX counts the one in `\{` like any other.

    Reading it as LaTeX gives what the value gave before.
    """
    if "@" in value:
        value = _ENTRY_IN_VALUE.sub(" ", value)
    if ("{" in value or "}" in value) and not _is_paired(value):
        pieces = _MATH.split(value)
        for i, piece in enumerate(pieces):
            if not _has_pairs(piece, r"\{", r"\}"):
                named = _IN_MATH if i % 2 else _IN_TEXT
                pieces[i] = _ESCAPED_BRACE.sub(lambda found: named[found[0]], piece)  # noqa: B023
        value = _paired("".join(pieces))
    return value + " " if value.endswith("\\") else value


def _is_paired(value: str) -> bool:
    return bool(_SHALLOW.fullmatch(value)) or _has_pairs(value, "{", "}")


_SHALLOW = re.compile(
    r"[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}[^{}]*+)*+\}[^{}]*+)*+"
)
_MATH = re.compile(r"(\$[^$]+\$)")
_ESCAPED_BRACE = re.compile(r"\\[{}]")
_IN_TEXT = {r"\{": r"\textbraceleft{}", r"\}": r"\textbraceright{}"}
_IN_MATH = {r"\{": r"\lbrace{}", r"\}": r"\rbrace{}"}


def _has_pairs(value: str, opening: str, closing: str) -> bool:
    depth = 0
    for found in re.findall(f"{re.escape(opening)}|{re.escape(closing)}", value):
        depth += 1 if found == opening else -1
        if depth < 0:
            return False
    return depth == 0


def _paired(value: str) -> str:
    """Drop braces that close nothing, close those that are open."""
    out: list[str] = []
    depth = 0
    for piece in re.split(r"(\\?[{}])", value):
        step = {"{": 1, "}": -1}.get(piece[-1:], 0) if len(piece) <= 2 else 0
        if depth + step < 0:
            piece = _IN_TEXT.get(piece, "")
            step = 0
        depth += step
        out.append(piece)
    return "".join(out) + "}" * depth
