"""Formulas as one line of plain text, for places that cannot typeset: `O(n²)`, `x_k`, `a/b`."""

from __future__ import annotations

import re
from functools import lru_cache

from ..bibliography.latex_symbols import SYMBOLS

_ESCAPED = {r"\{": "\ue000", r"\}": "\ue001"}
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?\s*|\\(.)", re.DOTALL)
_FRACTION = re.compile(r"\\[dtc]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_GROUP = re.compile(r"(?:([\^_])\s*)?\{([^{}]*)\}|([\^_])\s*([^\s{}^_\\])")
_LEFT_OUT = frozenset(
    "left right big Big bigl bigr Bigl Bigr bigg Bigg text textrm textbf textit textsf texttt "
    "mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol bm mbox "
    "operatorname ensuremath displaystyle textstyle limits nolimits rm bf it cal mathop emph "
    "hat bar tilde vec dot ddot widehat widetilde overline underline".split()
)
# Not all letters have a raised or lowered form: what has none keeps its sign.
_RAISED = str.maketrans("0123456789+-=()ni*′", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ*′")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


@lru_cache(2048)
def to_text(tex: str) -> str:
    r"""Write the source between `\(` and `\)` in Unicode; unknown commands keep their names."""
    for command, mark in _ESCAPED.items():
        tex = tex.replace(command, mark)
    while (without := _FRACTION.sub(_fraction, tex)) != tex:
        tex = without
    tex = _COMMAND.sub(_symbol, tex)
    while (flat := _GROUP.sub(_flat, tex, count=1)) != tex:
        tex = flat
    tex = tex.replace("\ue000", "{").replace("\ue001", "}").replace("~", " ").replace("\ue002", "^")
    return " ".join(tex.replace("\ue003", "_").split())


def _fraction(found: re.Match[str]) -> str:
    return "/".join(part if len(part) == 1 else f"({part})" for part in found.groups())


def _symbol(found: re.Match[str]) -> str:
    if found[2]:
        return SYMBOLS.get(found[2], found[2])
    if found[1] in _LEFT_OUT:
        return ""
    symbol = SYMBOLS.get(found[1], found[1])
    blank = " " if found[0][-1].isspace() else ""
    if not (symbol.isascii() and symbol.isalpha()):
        return symbol + blank
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    blank = blank or (" " if after.isalnum() or after == "{" else "")
    return f"{' ' if before.isalnum() else ''}{symbol}{blank}"  # n log n


def _flat(found: re.Match[str]) -> str:
    sign = found[1] or found[3]
    if not sign:
        return found[2]
    inner = (found[2] if found[1] else found[4]).strip()
    table = _RAISED if sign == "^" else _LOWERED
    if inner and all(ord(char) in table for char in inner):
        return inner.translate(table)
    mark = "\ue002" if sign == "^" else "\ue003"
    return mark + (inner if len(inner) == 1 else f"({inner})")
