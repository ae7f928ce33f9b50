"""Boxes and cards: the elements of a page that are one item each, whatever is in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass
class Card:
    """One item, its HTML containers taken off."""

    markdown: str = ""  # inline HTML may be in it
    badges: list[str] = field(default_factory=list)  # short labels on the picture
    images: list[tuple[str, str]] = field(default_factory=list)  # address, alternative text
    scholar: str = ""  # USER:PAPER at Google Scholar
    is_box: bool = False  # the template's own box for papers


_OPEN, _CLOSE = "\ue000", "\ue001"
PLACE = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


def place(number: int) -> str:
    """Return the line that stands for a card."""
    return f"\n\n{_OPEN}{number}{_CLOSE}\n\n"


_BOX = re.compile(r"paper-box(?:-(?!image|text)\w+)?")
_CARD = re.compile(r"(?:[\w-]*(?:card|item|entry)|publication-box|pub-box|feature)")
_DEEPER = re.compile(r"<h[12]\b|^ {0,3}#{1,2} ", re.IGNORECASE | re.MULTILINE)


def is_box(names: str) -> bool:
    """Tell the template's box by its classes."""
    return any(map(_BOX.fullmatch, names.split()))


def is_card(tag: str, names: str, source: str, start: int) -> bool:
    """Tell whether the element that opens at `start` is one item: it holds no other, no section."""
    if is_box(names):
        return True
    if tag not in ("div", "article", "section"):
        return False
    if tag != "article" and not any(map(_CARD.fullmatch, names.split())):
        return False
    inner = source[start : _extent(source, start, tag)]
    words = re.findall(r"class=[\"']([^\"']*)[\"']", inner)[1:]
    return not _DEEPER.search(inner) and not any(
        _CARD.fullmatch(name) or _BOX.fullmatch(name) for one in words for name in one.split()
    )


def _extent(source: str, start: int, tag: str) -> int:
    """Return where the element ends, or the page where it is never closed."""
    depth = 0
    for found in re.compile(rf"<(/?){tag}\b", re.IGNORECASE).finditer(source, start):
        depth += -1 if found[1] else 1
        if depth == 0:
            return found.end()
    return len(source)
