"""Funding: grants and who gave them."""

from __future__ import annotations

from . import base
from .base import Markdown


class Item(base.Item):
    """A grant: title, funder, number, amount, role."""

    title: Markdown = ""
    funder: Markdown = ""
    number: Markdown = ""
    amount: Markdown = ""
    role: Markdown = ""

    @property
    def title_line(self) -> str:
        """Return the title."""
        return self.title

    @property
    def details(self) -> tuple[str, ...]:
        """Return the funder and number, then amount and role."""
        return (base.joined(self.funder, self.number), base.joined(self.amount, self.role))


class Section(base.ItemSection[Item]):
    """Settings of `funding`."""
