"""Spellings of a name made comparable: accents, umlauts and particles in every common writing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
        "ı": "i", "ħ": "h", "ŋ": "ng", "ə": "e", "ŧ": "t",
        "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه",  # one letter in Arabic and in Persian
    }
)  # fmt: skip
_WRITTEN_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj", "ð": "dh", "ñ": "n"}
)
_NOT_A_LETTER = re.compile(r"[\W\d_]+")


@lru_cache(16384)
def folded(text: str) -> frozenset[str]:
    """Return the letters of a text without accents, and with umlauts written out."""
    if text.isascii():
        return frozenset((_letters(text.lower()),))
    lower = unicodedata.normalize("NFC", text.casefold())
    return frozenset((_letters(lower.translate(_PLAIN)), _letters(lower.translate(_WRITTEN_OUT))))


def _letters(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_PLAIN)).casefold()
        text = "".join(char for char in text if not unicodedata.combining(char))
    return _NOT_A_LETTER.sub("", text.translate(_PLAIN))
