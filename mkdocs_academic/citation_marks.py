"""Citations in Markdown, and the marks of all citations of a page replaced when it is whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from . import cited_text
from .cited_text import BRACKETS, MARK, Mark

Settled = Callable[[Sequence[str]], list[str]]  # what stands in the marks of a page -> HTML
_settling: list[Settled] = []  # of the site at hand, none where nobody makes macros


def settle_by(settled: Settled) -> None:
    """Have the marks of citations replaced by what this makes of them, page by page."""
    _settling[:] = [settled]


def forget() -> None:
    """Let go of the site at hand."""
    _settling.clear()


def settled(html: str, moved: Callable[[str], str] = str) -> str:
    """Return a page with HTML in the place of its marks; `moved` moves the links of that."""
    if "\x13" not in html or not _settling:
        return html
    made = iter(_settling[0](MARK.findall(html)))
    return MARK.sub(lambda _: moved(next(made)), html)


class Citations(InlineProcessor):
    """Puts marks in the place of `[see @key, p. 3; @other]`."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(BRACKETS.pattern, md)

    def handleMatch(  # type: ignore[override]
        self, found: re.Match[str], text: str
    ) -> tuple[str, int, int] | tuple[None, None, None]:
        """Return a mark, where it ends, nothing where it is no citation."""
        papers = cited_text.parsed(found[1]) if _settling else ()
        if not papers:
            return None, None, None
        return Mark(papers, found[0]).text, found.start(), found.end()
