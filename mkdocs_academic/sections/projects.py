"""Projects: software, data sets, studies."""

from __future__ import annotations

from . import base
from .base import Markdown


class Item(base.Item):
    """A project, its state and the part taken in it."""

    name: Markdown = ""
    role: Markdown = ""
    status: Markdown = ""

    @property
    def title_line(self) -> str:
        """Return the name."""
        return self.name

    @property
    def details(self) -> tuple[str, ...]:
        """Return the role and the state."""
        return (base.joined(self.role, self.status),)


class Section(base.ItemSection[Item]):
    """Settings of `projects`."""
