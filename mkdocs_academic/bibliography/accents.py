"""LaTeX's accents put on letters."""

from __future__ import annotations

import re
import unicodedata

_BASE = re.compile(r"((?:<[^>]*>)*)([^<&\s]?)", re.DOTALL)
_STACKED = "\u0300\u0301\u0302\u0303\u0306\u0308\u031b\u0323"  # Vietnamese has two on one letter


def accented(base: str, combining: str) -> str:
    """Put an accent on the first letter; markup around the letter stays."""
    found = _BASE.match(base)
    assert found is not None
    tags, letter = found[1], found[2].replace("ı", "i").replace("ȷ", "j")
    if not letter:
        return base
    rest = base[found.end() :]
    marks = len(rest) - len(rest.lstrip(_STACKED))
    return tags + _composed(letter + rest[:marks], combining) + rest[marks:]


def _composed(letter: str, combining: str) -> str:
    """Compose, in whichever order of the accents gives one character."""
    apart = unicodedata.normalize("NFD", letter)
    orders = (apart + combining, apart[:1] + combining + apart[1:])
    return min((unicodedata.normalize("NFC", order) for order in orders), key=len)
