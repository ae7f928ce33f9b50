"""Citations in Markdown, and the marks of all citations of a page replaced when it is whole."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from . import cited_text, excerpts
from .cited_text import BRACKETS, MARK, Mark
from .outputs import plain


class Settling(NamedTuple):
    """Who knows the papers of the site at hand."""

    # Both take the page on which it is, None for the one that is being built.
    settled: Callable[[Sequence[str], Any], list[str]]  # what stands in marks -> HTML
    knows: Callable[[Mark, Any], bool]  # whether it cites papers of the site; tells if it seems to


_settling: list[Settling] = []  # none where nobody makes macros


def settle_by(settling: Settling) -> None:
    """Have the marks of citations replaced by what this makes of them, page by page."""
    _settling[:] = [settling]


def forget() -> None:
    """Let go of the site at hand."""
    _settling.clear()


def settled(page: str, moved: Callable[[str], str] = str, post: Any = None) -> str:
    """Return a page with HTML in the place of its marks; `moved` moves the links of that.

    `post` is where an excerpt is from.
    """
    if "\x13" not in page or not _settling:
        return page
    made = iter(_settling[0].settled(re.findall(MARK, page), post))

    def put(found: re.Match[str]) -> str:
        if found[1] is None:
            return moved(next(made))
        # Python-Markdown (3.11) writes a backslash before what it finds in raw HTML.
        return re.sub(rf"\\?{MARK}", lambda _: html.escape(plain.from_html(next(made))), found[0])

    return re.sub(_PLACES, put, page)


# A mark in a text, or a tag with marks in its attributes.
_PLACES = rf"{MARK.replace('(', '(?:', 1)}|(<[A-Za-z][^<>]*\x13[^<>]*>)"


def without(heading: str) -> str:
    """Return a heading without its marks, for tables of contents: there is no page to count in."""
    return re.sub(rf"\s*{MARK}", "", heading) if "\x13" in heading else heading


_ESCAPED = "\x02(\\d+)\x03"  # as Markdown keeps `\\*` until the end


class Citations(InlineProcessor):
    """Puts marks in the place of `[see @key, p. 3; @other]`."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(BRACKETS, md)

    def handleMatch(  # type: ignore[override]
        self, found: re.Match[str], text: str
    ) -> tuple[str, int, int] | tuple[None, None, None]:
        """Return a mark, where it ends, nothing where it is no citation."""
        if not _settling or found[1].strip().lower() in self.md.references:
            return None, None, None
        written = re.sub(_ESCAPED, lambda one: chr(int(one[1])), self.unescape(found[0]))
        mark = Mark(cited_text.parsed(written[1:-1]), written)
        if not mark.papers or "\x02" in written:
            return None, None, None
        if not _settling[0].knows(mark, excerpts.post(self.md)):
            return None, None, None
        return mark.text, found.start(), found.end()
