"""Mathematics in a LaTeX value: where it ends, its source, and dollars that open none."""

from __future__ import annotations

import re
from html import unescape

from .latex_arguments import BRACE
from .latex_symbols import SYMBOLS
from .style_commands import WORDS

ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")  # of HTML
_DOLLARS = re.compile(r"(\$\$?)((?:[^$\\]++|\\.)++)\1", re.DOTALL)


def between_dollars(value: str, at: int) -> tuple[str, int] | None:
    """Return the source and where `$…$` ends that begins here; None if it is none.

    Neither is `$5 to $10`, nor what holds a dollar left over in another group.
    """
    found = _DOLLARS.match(value, at)
    if found is None:
        return None
    text, end = found[2], found.end()
    if "}" in text:
        depth = 0
        for brace in BRACE.findall(text):
            depth += {"{": 1, "}": -1}.get(brace, 0)
            if depth < 0:
                return None
    if not (stripped := text.strip()) or (text[-1].isspace() and value[end : end + 1].isdigit()):
        return None
    return source(text) if "&" in text else stripped, end


def source(written: str) -> str:
    """Return a formula's source; from the web it may hold `&#x2299;` and `&odot;`."""
    if "&" in written:
        written = ENTITY.sub(lambda one: unescape(one[0]), written)
    return written.strip()


def is_one_sign(math: str) -> bool:
    """Tell what is the same in text: nothing, a character, a command that is a sign there."""
    found = _ONE_SIGN.fullmatch(math)
    return found is not None and (found[1] is None or found[1] in SYMBOLS or found[1] in WORDS)


_ONE_SIGN = re.compile(r"\\([A-Za-z]+)\s*|[^\\]?", re.DOTALL)
