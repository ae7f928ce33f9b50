"""Patents: granted and filed."""

from __future__ import annotations

from . import base
from .base import Markdown


class Item(base.Item):
    """A patent, its number and inventors."""

    title: Markdown = ""
    number: Markdown = ""
    inventors: base.Texts = ()
    office: Markdown = ""
    status: Markdown = ""

    @property
    def title_line(self) -> str:
        """Return the title."""
        return self.title

    @property
    def details(self) -> tuple[str, ...]:
        """Return the inventors, then number, office and state."""
        return (
            ", ".join(self.inventors),
            base.joined(self.number, self.office, self.status),
        )


class Section(base.ItemSection[Item]):
    """Settings of `patents`."""
