"""Honors: prizes, scholarships, distinctions."""

from __future__ import annotations

from . import base
from .base import Markdown


class Item(base.Item):
    """A prize and who gave it."""

    title: Markdown = ""
    awarder: Markdown = ""

    @property
    def title_line(self) -> str:
        """Return the name of the prize."""
        return self.title

    @property
    def details(self) -> tuple[str, ...]:
        """Return who gave it."""
        return (self.awarder,)


class Section(base.ItemSection[Item]):
    """Settings of `honors`."""
