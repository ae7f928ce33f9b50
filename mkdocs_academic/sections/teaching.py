"""Teaching: courses and the part taken in them."""

from __future__ import annotations

from datetime import date as Day

from pydantic import Field

from . import base
from .base import Markdown, Row


class Meeting(base.Item):
    """One meeting of a course: what it is about."""

    topic: Markdown = ""

    @property
    def title_line(self) -> str:
        """Return the topic."""
        return self.topic


class Item(base.Item):
    """A course, the role in it, the institution."""

    course: Markdown = ""
    role: Markdown = ""
    institution: Markdown = ""
    schedule: tuple[Meeting, ...] = Field((), description="The meetings, in their order")

    def row(self, today: Day) -> Row:
        """Arrange the course, and its meetings in the order in which they are written."""
        meetings = tuple(one.row(today) for one in self.schedule)
        return super().row(today)._replace(schedule=meetings)

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
