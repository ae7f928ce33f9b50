"""Students: who was supervised and where they went."""

from __future__ import annotations

from datetime import date as Day

from . import base
from .base import Markdown, Row


class Item(base.Item):
    """A student, the degree, the topic and what came after."""

    name: Markdown = ""
    degree: Markdown = ""
    topic: Markdown = ""
    now: Markdown = ""

    @property
    def title_line(self) -> str:
        """Return the name."""
        return self.name

    @property
    def details(self) -> tuple[str, ...]:
        """Return the degree and topic."""
        return (base.joined(self.degree, self.topic),)

    def row(self, today: Day) -> Row:
        """Arrange this student for the page, with the present position."""
        return super().row(today)._replace(now=self.now)


class Section(base.ItemSection[Item]):
    """Settings of `students`."""
