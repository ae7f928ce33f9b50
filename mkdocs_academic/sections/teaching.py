"""Teaching: courses and the part taken in them."""

from __future__ import annotations

from . import base
from .base import Markdown


class Item(base.Item):
    """A course, the role in it, the institution."""

    course: Markdown = ""
    role: Markdown = ""
    institution: Markdown = ""

    @property
    def title_line(self) -> str:
        """Return the course."""
        return self.course

    @property
    def details(self) -> tuple[str, ...]:
        """Return the role and the institution."""
        return (base.joined(self.role, self.institution),)


class Section(base.ItemSection[Item]):
    """Settings of `teaching`."""
