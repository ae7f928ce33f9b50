"""Students: who was supervised and where they went."""

from __future__ import annotations

from . import base
from .base import Markdown


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
        """Return the degree and topic, then the present position."""
        return (base.joined(self.degree, self.topic), self.now and f"→ {self.now}")


class Section(base.ItemSection[Item]):
    """Settings of `students`."""
