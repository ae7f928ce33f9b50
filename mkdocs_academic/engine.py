"""What the macros need of the engine that runs them: the page, and ways to write into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from .cited_text import Mark
from .fragment import Fragment
from .place import Place

Settled = Callable[[Sequence[Mark]], list[str]]


class Engine(Protocol):
    """What a macro needs of the engine that runs it."""

    def place(self) -> Place:
        """Return the page that is being built."""

    def lay_by(self, pieces: Iterable[bytes]) -> Iterable[bytes]:
        """Keep what may be megabytes until the page is written."""

    def emit(self, fragment: Fragment) -> str:
        """Return the text to write into the page's Markdown for a fragment."""

    def heading(self, level: int, text: str, name: str) -> str:
        """Return a heading for the table of contents, whose id is `name` if that is free."""

    def makes_pages(self) -> bool:
        """Tell whether the engine builds pages of papers that have no file."""

    def has_file(self, source: str) -> bool:
        """Tell whether there is a file of this name below docs."""

    def is_new(self, key: str) -> bool:
        """Tell whether this page shows the publication `key` for the first time."""

    def cite(self, mark: Mark, settled: Settled) -> str:
        """Return what stands for a citation until all those of the page are known.

        `settled` makes HTML of marks; where the engine knows of no page as a whole, it does so now.
        """

    def note(self, key: str, value: object) -> None:
        """Tell the theme something about the page that is being built."""

    def warn(self, message: str) -> None:
        """Log a warning that `--strict` counts."""
