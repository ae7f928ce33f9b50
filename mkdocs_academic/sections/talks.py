"""Talks, past and to come."""

from __future__ import annotations

from . import base
from .base import Markdown


class Item(base.Item):
    """A talk: title, event, place."""

    title: Markdown = ""
    event: Markdown = ""
    location: Markdown = ""

    @property
    def title_line(self) -> str:
        """Return the title."""
        return self.title

    @property
    def details(self) -> tuple[str, ...]:
        """Return the event and its place."""
        return (base.joined(self.event, self.location),)


class Section(base.ItemSection[Item]):
    """Settings of `talks`."""
