"""Formulas as one line of plain text, for places that cannot typeset: `O(n²)`, `x̂_k`, `a/√2`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..bibliography.latex_symbols import SYMBOLS

_FRACTIONS = frozenset("frac dfrac tfrac cfrac sfrac nicefrac".split())
_LEFT_OUT = frozenset(
    "left right middle big Big bigl bigr Bigl Bigr bigg Bigg text textrm textbf textit textsf "
    "texttt mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol bm mbox "
    "operatorname ensuremath displaystyle textstyle limits nolimits rm bf it cal mathop emph "
    "underline underbrace overbrace".split()
)
_MARKS = {  # over one letter; over more than one they would stand on the last alone
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "overline": "\u0305",
    "tilde": "\u0303", "widetilde": "\u0303", "vec": "\u20d7", "overrightarrow": "\u20d7",
    "dot": "\u0307", "ddot": "\u0308", "check": "\u030c", "breve": "\u0306", "acute": "\u0301",
    "grave": "\u0300", "mathring": "\u030a", "not": "\u0338",
}  # fmt: skip
_OPENING = frozenset("lVert lvert langle lfloor lceil".split())
# Not all letters have a raised or lowered form: what has none keeps its sign.
_RAISED = str.maketrans("0123456789+-=()ni*′", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ*′")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_TOKEN = re.compile(r"\\([A-Za-z]+)\*?(\s*)|\\(.)|\s+|.", re.DOTALL)
_WITHOUT_TEXT = re.compile(rf"(?:\s|\\(?:{'|'.join(sorted(_LEFT_OUT))})(?![A-Za-z])\*?)+")
_DEGREE = re.compile(r"\s*\[([^\[\]{}\\]{1,4})\]")
_DEEPEST = 40  # groups in groups that are read as such


@lru_cache(2048)
def to_text(tex: str) -> str:
    r"""Write the source between `\(` and `\)` in Unicode; unknown commands keep their names."""
    found = _Reader(tex).to(len(tex))
    return unicodedata.normalize("NFC", " ".join(found.replace("~", " ").split()))


class _Reader:
    """A formula, read from left to right."""

    def __init__(self, tex: str) -> None:
        self._tex = tex
        self._at = 0
        self._depth = 0  # of arguments in arguments
        self._closed = _closed(tex)

    def to(self, end: int) -> str:
        """Return what stands from here to a place, and go there."""
        text = ""
        while self._at < end:
            text += self._next(text)
        return text

    def _next(self, before: str) -> str:
        """Return what the next token stands for, with all that belongs to it."""
        found = _TOKEN.match(self._tex, self._at)
        assert found, "a dot matches everything"
        start, self._at = self._at, found.end()
        if found[1]:
            return self._command(found[1], bool(found[2]), before)
        if found[3]:
            return found[3] if found[3] in "{}" else SYMBOLS.get(found[3], found[3])
        if found[0] in ("^", "_"):
            return self._script(found[0])
        if start not in self._closed:
            return found[0]
        text = self.to(self._closed[start])
        self._at += 1
        return text

    def _argument(self) -> str:
        """Return a group, or the token in its place."""
        if found := _WITHOUT_TEXT.match(self._tex, self._at):
            self._at = found.end()
        at_end = self._at >= len(self._tex) or self._tex[self._at] == "}"
        if at_end or self._depth >= _DEEPEST:
            return ""
        self._depth += 1
        text = self._next("").strip()
        self._depth -= 1
        return text

    def _script(self, sign: str) -> str:
        inner = self._argument()
        table = _RAISED if sign == "^" else _LOWERED
        if inner and all(ord(char) in table for char in inner):
            return inner.translate(table)
        return sign + (_together(inner) if inner else "")

    def _command(self, name: str, is_spaced: bool, before: str) -> str:
        if name in _LEFT_OUT:
            return ""
        if name in _FRACTIONS:
            return f"{_together(self._argument())}/{_together(self._argument())}"
        if name == "sqrt":
            return self._root()
        if name in _MARKS:
            text = self._argument()
            return text + _MARKS[name] if _is_one(text) else text
        symbol = SYMBOLS.get(name, name)
        blank = " " if is_spaced and name not in _OPENING else ""
        if not (symbol.isascii() and symbol.isalpha()):
            return symbol + blank
        after = self._tex[self._at : self._at + 1]
        blank = blank or (" " if after.isalnum() or after == "{" else "")
        return f"{' ' if before[-1:].isalnum() else ''}{symbol}{blank}"  # n log n

    def _root(self) -> str:
        degree = ""
        if found := _DEGREE.match(self._tex, self._at):
            self._at = found.end()
            raised = found[1].translate(_RAISED)
            degree = raised if raised != found[1] else f"^({found[1]})"
        return f"{degree}√{_together(self._argument())}"


def _closed(tex: str) -> dict[int, int]:
    """Return where groups end, by where they begin; those that lie too deep are none."""
    found: dict[int, int] = {}
    begun: list[int] = []
    for token in _TOKEN.finditer(tex):
        if token[0] == "{":
            begun.append(token.start())
        elif token[0] == "}" and begun:
            start = begun.pop()
            if len(begun) < _DEEPEST:
                found[start] = token.start()
    return found


def _together(text: str) -> str:
    """Put brackets around what is more than one sign, or one number."""
    return text if _is_one(text) or (text.isascii() and text.isdigit()) else f"({text})"


def _is_one(text: str) -> bool:
    return sum(not unicodedata.combining(char) for char in text) == 1
