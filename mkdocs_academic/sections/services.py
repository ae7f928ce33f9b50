"""Services: reviewing, committees, offices."""

from __future__ import annotations

from . import base
from .base import Markdown


class Item(base.Item):
    """A role and where it is filled."""

    role: Markdown = ""
    organization: Markdown = ""

    @property
    def title_line(self) -> str:
        """Return the role."""
        return self.role

    @property
    def details(self) -> tuple[str, ...]:
        """Return the organization."""
        return (self.organization,)


class Section(base.ItemSection[Item]):
    """Settings of `services`."""
