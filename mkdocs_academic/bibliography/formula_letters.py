r"""Formulas in titles as letters alone: `$\beta$` and `β` are one word, `CO$_2$` is `CO₂`."""

from __future__ import annotations

import re
import unicodedata

from .latex_symbols import SYMBOLS
from .style_commands import SILENT

_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma "
    "tau upsilon phi chi psi omega"
).split()
_GREEK = str.maketrans(dict(zip("αβγδεζηθικλμνξοπρστυφχψω", _NAMES, strict=True)))
_OVER_LETTERS = frozenset(
    "bar hat tilde vec dot ddot check breve acute grave overline underline "
    "widehat widetilde".split()
)
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?")
_NO_WORD = re.compile(r"[^\w\s]+")


def spelled_out(text: str) -> str:
    """Return a text in small letters with Greek letters by name, and signs left out."""
    if "\\" in text:
        text = _COMMAND.sub(_letters, text)
    if text.isascii():
        return text
    return _NO_WORD.sub(" ", unicodedata.normalize("NFKC", text).translate(_GREEK))


def _letters(command: re.Match[str]) -> str:
    name = command[1]
    if name in SILENT or name in _OVER_LETTERS:
        return ""
    symbol = SYMBOLS.get(name, name)
    return symbol if symbol.isalnum() else ""
