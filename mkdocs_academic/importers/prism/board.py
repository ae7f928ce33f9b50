"""A page while it is put together: texts under headings, and sections shown by one macro."""

from __future__ import annotations

import re

from ..code import CODE
from .site import heading


class Board:
    """Takes the parts of a page in their order."""

    def __init__(self, title: str = "") -> None:
        self._title = title
        self._parts: list[str] = []
        self._names: list[str] = []
        self.sections: list[str] = []

    def text(self, markdown: str, title: str = "") -> None:
        """Add Markdown that is safe, under a heading; its own headings stand below that."""
        if not markdown.strip():
            return
        self._flush()
        if title:
            self._parts.append(f"## {heading(title)}")
            markdown = _lowered(markdown)
        self._parts.append(markdown.strip("\n"))

    def section(self, name: str, title: str) -> None:
        """Add a section; it brings its own heading, unless the page has that already."""
        if not name or name in self.sections:
            return
        self.sections.append(name)
        if title and title == self._title:
            self.text(f"{{{{ {name}() }}}}")
        else:
            self._names.append(name)

    def page(self) -> str:
        """Return the Markdown."""
        self._flush()
        return "\n\n".join(self._parts)

    def _flush(self) -> None:
        if self._names:
            names = ", ".join(f'"{one}"' for one in self._names)
            self._parts.append(f"{{{{ sections({names}) }}}}")
            self._names = []


def below(title: str, markdown: str) -> str:
    """Have a page whose title stands above it no other heading of the first level."""
    text = re.sub(rf"\A# +{re.escape(heading(title))} *(?:\n+|\Z)", "", markdown)
    return _lowered(text, 2) if re.search(r"^# ", CODE.sub("", text), re.MULTILINE) else text


def _lowered(markdown: str, level: int = 3) -> str:
    """Have headings stand on a level: as it is, below one of the second."""
    marks = re.findall(r"^(#{1,6}) ", CODE.sub("", markdown), re.MULTILINE)
    highest = min(map(len, marks), default=level)
    if highest >= level:
        return markdown
    more = "#" * (level - highest)
    pieces: list[str] = []
    at = 0
    for code in CODE.finditer(markdown):
        pieces += (_deeper(markdown[at : code.start()], more), code[0])
        at = code.end()
    return "".join([*pieces, _deeper(markdown[at:], more)])


def _deeper(text: str, more: str) -> str:
    return re.sub(r"^(#{1,6}) ", lambda one: f"{(one[1] + more)[:6]} ", text, flags=re.MULTILINE)
