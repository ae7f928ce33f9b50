"""Openings: positions to apply for, until when; those past their deadline stand apart."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .. import dates, formats
from . import base
from .base import Markdown, Row, Surroundings, When


class Item(base.Item):
    """A position to apply for."""

    position: Markdown = ""
    location: Markdown = ""
    deadline: When = Field(dates.parse(""), description="Until when; closed after that day")

    @property
    def title_line(self) -> str:
        """Return the position."""
        return self.position

    @property
    def details(self) -> tuple[str, ...]:
        """Return the place."""
        return (self.location,)

    def is_closed(self, around: Surroundings) -> bool:
        """Tell whether the last day is over; of a month alone, its last."""
        year, month, day = self.deadline.end
        today = around.today
        return bool(year) and (year, month or 12, day or 31) < (today.year, today.month, today.day)


class Section(base.ItemSection[Item]):
    """Settings of `openings`."""


def arrange(section: Section, around: Surroundings) -> dict[str, Any]:
    """Show what is open, the next deadline first; what is closed is folded away."""
    listed = base.in_order(section.items, section.order)
    if section.order == "newest" and not any(one.date.year for one in listed):
        listed.sort(key=lambda one: one.deadline.end if one.deadline.year else dates.OPEN)
    rows = [_row(one, around) for one in listed if not one.is_closed(around)]
    closed = [_row(one, around) for one in reversed(listed) if one.is_closed(around)]
    limit = section.limit or len(rows)
    return {"rows": rows[:limit], "older": rows[limit:], "closed": closed if section.older else []}


def _row(item: Item, around: Surroundings) -> Row:
    row = item.row(around.today)._replace(is_upcoming=False)
    if not item.deadline.text:
        return row
    until = formats.date(item.deadline, around.language, "auto")
    said = around.words["openings.deadline"].format(until)
    return row._replace(details=(*row.details, said))
