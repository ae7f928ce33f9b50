"""Elements of HTML that are not shown here: formulas as text, what is never closed cut short."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

_MATH = re.compile(
    r"<math\b([^>]*)>(.*?)(?:</math\s*>|(?=\n[ \t]*\n)|\Z)", re.DOTALL | re.IGNORECASE
)
_TEX = re.compile(r"<annotation\b[^>]*tex[^>]*>(.*?)</annotation\s*>", re.DOTALL | re.IGNORECASE)
_BLANK = re.compile(r"\n[ \t]*\n|\Z")
_DROPPED = "svg|noscript|template|canvas|select|textarea|head"
_OPEN = re.compile(rf"<({_DROPPED})\b[^>]*(?<!/)>", re.IGNORECASE)


def formulas(text: str) -> str:
    """Write MathML as the TeX that stands in it, else as its text."""
    return _MATH.sub(_formula, text)


def _formula(found: re.Match[str]) -> str:
    if tex := _TEX.search(found[2]):
        mark = "$$" if re.search(r"display\s*=\s*[\"']?block", found[1]) else "$"
        return f"{mark}{' '.join(html.unescape(tex[1]).split())}{mark}"
    return " ".join(re.sub(r"<[^>]*>", " ", found[2]).split())


def cut(text: str, note: Callable[[str], None]) -> str:
    """Take out elements that are never closed, up to the next blank line."""
    at = 0
    while found := _OPEN.search(text, at):
        if end := _end(text, found):
            at = end
            continue
        stop = _BLANK.search(text, found.end())
        note(f"a `<{found[1].lower()}>` that is never closed was left out up to a blank line")
        text = text[: found.start()] + text[stop.start() if stop else len(text) :]
        at = found.start()
    return text


def _end(text: str, opened: re.Match[str]) -> int:
    """Return the place behind the end of an element, 0 where it has none."""
    depth = 1
    tags = re.compile(rf"<(/?){opened[1]}\b[^>]*>", re.IGNORECASE)
    for tag in tags.finditer(text, opened.end()):
        if not tag[0].endswith("/>"):
            depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return 0
