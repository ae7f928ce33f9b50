"""Openings: positions to apply for, until when; those past their deadline stand apart."""

from __future__ import annotations

import re
from typing import Any

from pydantic import Field

from .. import dates, formats
from ..date_forms import plain_text
from . import base
from .base import Markdown, Row, Surroundings, When

# English, German, French, Spanish, Chinese, Japanese, Korean; without accents.
_OPEN_ENDED = re.compile(
    r"(?<![^\W\d_])(?:rolling|open|(?:un)?till? (?:it is |they are |the position is )?filled|asap|"
    r"as soon as possible|any ?time|continuous(?:ly)?|always|no(?:ne| deadline)?|tb[ad]|"
    r"to be (?:announced|determined|decided)|flexible|immediate(?:ly)?|"
    r"laufend|offen|jederzeit|bis zur besetzung|keine?|ab sofort|sofort|nach absprache|"
    r"ouverte?|en continu|des que possible|jusqu'a ce que|a tout moment|"
    r"abiert[oa]|sin plazo|hasta cubrir|lo antes posible)(?![^\W\d_])|"
    r"长期|長期|常年|随时|隨時|招满|滚动|不限|随時|常時|通年|수시|상시|채용 ?시"
)


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

    @property
    def is_open_ended(self) -> bool:
        """Tell whether the deadline says that there is none: `rolling`, `until filled`."""
        return bool(_OPEN_ENDED.search(plain_text(self.deadline.text)))

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
