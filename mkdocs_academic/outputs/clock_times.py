"""Times of the day in dates as people write them: `2027-03-09 14:00`, `9 March 2027, 2-3 pm`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..date_forms import plain_text, scan

Clock = tuple[int, int]  # hours and minutes


class Times(NamedTuple):
    """When something begins and ends on its days; None where nothing is said."""

    start: Clock | None = None
    end: Clock | None = None
    is_utc: bool = False


def of(text: str) -> Times:
    """Read the first time that is written, and the one that it lasts until."""
    plain = plain_text(text)
    if not re.search(r"\d\s*[:hu点點時时apz]", plain):
        return Times()
    days = [(one.begin, one.stop) for one in scan(plain)]
    for begin, stop in days:
        plain = f"{plain[:begin]}{' ' * (stop - begin)}{plain[stop:]}"
    found = [(clocks, one.end()) for one in _times().finditer(plain) if (clocks := _clocks(one))]
    if not found:
        return Times()
    (start, end), stop = found[0]
    after = [plain[stop:]]
    if len(found) > 1 and len(days) > 1:  # of the last day
        (clock, until), stop = found[-1]
        end = until or clock
        after.append(plain[stop:])
    is_utc = any(re.match(_UTC, one) for one in after)
    return Times(start, end if len(days) > 1 or not end or end > start else None, is_utc)


_UTC = r"[\s(\[,]*(?:z|utc|gmt)\b(?!\s*[+-])"  # right behind a time: it may be said in two zones


def _clocks(found: re.Match[str]) -> tuple[Clock, Clock | None] | None:
    part = found.groupdict()
    unit, unit2 = part["unit"] or "", part["unit2"] or ""
    is_time = part["minute"] or unit or (part["hour2"] and (part["minute2"] or unit2))
    is_dotted = part["dot"] == "." and not (unit or unit2)  # 14.30 may be a room
    lasts = int(part["hour"]) < _EARLY and "h" in (part["dot"], unit) and not part["hour2"]
    start = _clock(part["hour"], part["minute"], part["noon"], unit or unit2)
    if not is_time or is_dotted or lasts or start is None:
        return None
    if not part["hour2"]:
        return start, None
    end = _clock(part["hour2"], part["minute2"], part["noon2"] or part["noon"], unit2)
    if not unit and unit2[:1] == "p" and end and start > end:  # 11-1 pm
        start = (start[0] - 12, start[1])
    return start, end


_EARLY = 6  # before that nobody gives a talk: `1h30` is how long one lasts


def _clock(hour: str, minute: str | None, noon: str | None, unit: str) -> Clock | None:
    hours, minutes = int(hour), int(minute or 0)
    if (unit[:1] == "p" or noon) and hours < 12:
        hours += 12
    elif unit[:1] == "a" and hours == 12:
        hours = 0
    return (hours, minutes) if hours < 24 and minutes < 60 else None


@cache
def _times() -> re.Pattern[str]:
    until = r"\s*(?:-+|to|until|bis|a|hasta|至|到|から)\s*"
    return re.compile(f"{_point('')}(?:{until}{_point('2')})?")


def _point(number: str) -> str:
    """Match 14:00, 2 pm, 14h30, 14 Uhr, 下午2点; a number alone may be a time beside another."""
    return (
        rf"(?P<noon{number}>下午|午後|晚上)?(?<![\d:.])(?P<hour{number}>[01]?\d|2[0-3])"
        rf"(?:(?P<dot{number}>[:.h]|[点點時时])(?P<minute{number}>[0-5]\d)(?::[0-5]\d)?分?)?(?![\d:])"
        rf"\s*(?P<unit{number}>(?:[ap]\.?m\b\.?|uhr\b|h\b|[点點時时]))?"
    )
