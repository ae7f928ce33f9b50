"""Commands that a LaTeX value loses, because nothing here knows what they stand for."""

from __future__ import annotations

import re

from . import latex_reader
from .journals import JOURNALS
from .latex_symbols import ACCENTS, MARKUP, SWALLOWS, SWITCHES, SYMBOLS
from .style_commands import SILENT, WORDS

_NAME = re.compile(r"\\([A-Za-z]+)")
_KNOWN = frozenset(("href", "url", "path", "ensuremath")).union(
    ACCENTS, SYMBOLS, MARKUP, SWITCHES, SWALLOWS, SILENT, JOURNALS, WORDS
)


def of(value: str) -> tuple[str, ...]:
    """Return their names, each once; those with an argument keep it, those in math are math."""
    if _KNOWN.issuperset(_NAME.findall(value)):
        return ()  # as nearly all
    found = dict.fromkeys(latex_reader.left_out(value))
    return tuple([name for name in found if name.isalpha() and name not in _KNOWN])
