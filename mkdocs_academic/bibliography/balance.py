"""Values as every reader of BibTeX takes them: braces in pairs, nothing like another entry."""

from __future__ import annotations

import re

_ENTRY_IN_VALUE = re.compile(r"\n\s*(?=@)")  # would look like the next entry


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
