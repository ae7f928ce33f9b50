"""Education: degrees and where they were earned."""

from __future__ import annotations

from . import base
from .base import Markdown


class Item(base.Item):
    """A degree, its subject and the institution."""

    degree: Markdown = ""
    area: Markdown = ""
    institution: Markdown = ""
    location: Markdown = ""

    @property
    def title_line(self) -> str:
        """Return the degree and its subject."""
        return base.joined(self.degree, self.area)

    @property
    def details(self) -> tuple[str, ...]:
        """Return the institution and its place."""
        return (base.joined(self.institution, self.location),)


class Section(base.ItemSection[Item]):
    """Settings of `education`."""
