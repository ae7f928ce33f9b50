"""Rendered HTML with holes for texts that the page's own Markdown fills."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import unescape
from itertools import chain
from typing import NamedTuple

from markupsafe import escape

from . import text


class Text(NamedTuple):
    """A text of the user's, still Markdown."""

    markdown: str
    inline: bool  # one line without paragraphs
    heading: int = 0  # the level, where it is a heading that tables of contents list
    css: str = ""  # the heading's class
    anchor: str = ""  # the heading's id; Markdown makes one where there is none


class Fragment(NamedTuple):
    """HTML in which `hole(n)` stands for the n-th text."""

    html: str
    texts: tuple[Text, ...] = ()
    up: str = ""  # from the page's source to docs, where the texts' links start: "../"
    shown: tuple[str, ...] | None = None  # of a list of papers: the ids it brings to the page
    pieces: Iterable[bytes] = ()  # what follows `html` where it may be megabytes: UTF-8

    @classmethod
    def box(cls, said: str) -> Fragment:
        """Return a box that says what went wrong; it may stand in a sentence, too."""
        return cls(f'<span class="acad acad-mistakes" role="alert">{escape(said)}</span>')

    @classmethod
    def title(cls, markdown: str, level: int, anchor: str) -> Fragment:
        """Return a heading alone."""
        one = Text(" ".join(markdown.split()), True, level, anchor=anchor)
        return cls(hole(0), (one,))

    def with_symbols(self, drawings: Sequence[str]) -> Fragment:
        """Return the HTML behind drawings that it shows by their ids."""
        if not drawings:
            return self
        return self._replace(html=f"<div hidden><svg>{''.join(drawings)}</svg></div>{self.html}")

    @property
    def token(self) -> str:
        """Return one word of letters and digits that Markdown leaves alone, the same every time."""
        content = "\0".join([self.html, self.up, *(str(found) for found in self.texts)])
        digest = hashlib.blake2b(content.encode(), digest_size=8)
        for piece in self.pieces:
            digest.update(piece)
        return f"zacademic{digest.hexdigest()}z"

    def filled(self, rendered: Sequence[str]) -> str:
        """Return the HTML with the rendered texts in its holes."""
        html = self.html + b"".join(self.pieces).decode() if self.pieces else self.html
        return _HOLE.sub(lambda found: rendered[int(found[1])], html) if rendered else html

    def written(self, rendered: Sequence[str]) -> Iterator[bytes]:
        """Yield the same in UTF-8, piece by piece."""
        texts = [one.encode("utf-8", LENIENT) for one in rendered]
        for piece in chain((self.html.encode("utf-8", LENIENT),), self.pieces):
            yield _HOLE_BYTES.sub(lambda found: texts[int(found[1])], piece) if texts else piece

    def alone(self, address: Callable[[str], str] = str) -> str:
        """Return the HTML where no page's Markdown is at hand; `address` moves links of texts."""
        return self.filled([_moved(_alone(found), address) for found in self.texts])


_LINK = re.compile(r'(?<= )(href|src)="([^"]*)"')


def _moved(html: str, address: Callable[[str], str]) -> str:
    return _LINK.sub(lambda one: f'{one[1]}="{escape(address(unescape(one[2])))}"', html)


def _alone(found: Text) -> str:
    html = text.to_html(found.markdown, found.inline)
    if not found.heading:
        return html
    css = f' class="{found.css}"' if found.css else ""
    anchor = f' id="{escape(found.anchor)}"' if found.anchor else ""
    return f"<h{found.heading}{css}{anchor}>{html}</h{found.heading}>"


TOKEN = re.compile(r"zacademic[0-9a-f]{16}z")
LENIENT = "xmlcharrefreplace"  # as MkDocs writes pages
_HOLE = re.compile("\x11(\\d+)\x12")
_HOLE_BYTES = re.compile(_HOLE.pattern.encode())


def hole(index: int) -> str:
    """Return the mark of the hole for a text; control characters occur in no text of a user."""
    return f"\x11{index}\x12"
