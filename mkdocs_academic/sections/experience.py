"""Experience: positions held."""

from __future__ import annotations

from . import base
from .base import Markdown


class Item(base.Item):
    """A position and the organization."""

    position: Markdown = ""
    organization: Markdown = ""
    location: Markdown = ""

    @property
    def title_line(self) -> str:
        """Return the position."""
        return self.position or self.organization

    @property
    def details(self) -> tuple[str, ...]:
        """Return the organization and its place."""
        return (base.joined(self.organization if self.position else "", self.location),)


class Section(base.ItemSection[Item]):
    """Settings of `experience`."""
