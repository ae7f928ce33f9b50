"""Markdown of the old site as the new one has it: without foreign HTML, its addresses led anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from .addresses import Addresses
from .cards import PLACE
from .code import CODE
from .markup import flattened, unindented
from .page_text import cleaned

_A = (
    r"<a\s[^<>]*?href=\"(?P<to>(?![a-z][a-z0-9+.-]*:|\#)[^\"<>()\s]+)\"[^<>]*>"
    r"(?P<label>(?:[^\[\]<]|<(?!/?a\b))*)</a>"
)

Note = Callable[[str], None]


class Texts:
    """Carries the texts of one site.

    `near` are the folders in which relative addresses count; `note` tells of the file, where one
    is known.
    """

    def __init__(self, addresses: Addresses, note: Note) -> None:
        self._addresses, self._note = addresses, note

    def plain(self, markdown: str, near: Sequence[str] = (), note: Note | None = None) -> str:
        """Return Markdown for settings, which are sanitised where they are shown."""
        return _linked(self._addresses.rewritten(self._written(markdown, note), near=near)).strip(
            "\n"
        )

    def safe(
        self, markdown: str, up: str = "", near: Sequence[str] = (), note: Note | None = None
    ) -> str:
        """Return Markdown made safe, its boxes written out; `up` leads to docs."""
        text = self._addresses.rewritten(self._written(markdown, note), up, near)
        return cleaned(_linked(text)).strip("\n")

    def _written(self, markdown: str, note: Note | None) -> str:
        """Take HTML off; write cards out."""
        text, cards = flattened(markdown, note or self._note)
        text = unindented(text) if "</" in markdown else text

        def written(found: re.Match[str]) -> str:
            card = cards[int(found[1])]
            pictures = "".join(f"![{alt}]({src})\n\n" for src, alt in card.images)
            return f"{pictures}{' '.join(f'**{one}**' for one in card.badges)} {card.markdown}"

        return PLACE.sub(written, text)


_RAW = re.compile(f"{CODE.pattern}|<table.*?(?:</table>|\\Z)|{_A}", CODE.flags | re.IGNORECASE)


def _linked(text: str) -> str:
    """Write links of HTML to files of the site as Markdown, whose addresses engines follow."""
    return _RAW.sub(lambda one: f"[{one['label']}]({one['to']})" if one["to"] else one[0], text)
