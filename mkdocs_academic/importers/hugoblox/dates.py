"""Dates and times as Hugo has them, written as settings here have them."""

from __future__ import annotations

import re

_ISO = re.compile(
    r"(\d{4})-(\d\d?)(?:-(\d\d?))?(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?"
)


def day(written: str) -> str:
    """Return a date without its time; what is none stands as it is."""
    found = _ISO.match(written)
    if not found or found[1] == "0001":
        return "" if found else written
    return "-".join([found[1], found[2].zfill(2), *([found[3].zfill(2)] if found[3] else [])])


def month(written: str) -> str:
    """Return year and month of a date, as lists of positions show them."""
    found = _ISO.match(written)
    return f"{found[1]}-{found[2].zfill(2)}" if found else written


def span(start: str, end: str, is_over: bool = False) -> str:
    """Return from when to when, in months; without an end it goes on, unless it `is_over`."""
    first, last = month(start), month(end)
    if first and not last:
        return first if is_over else f"{first} - now"
    return f"{first} - {last}" if first and last and first != last else first or last


def days(start: str, end: str) -> str:
    """Return the day of an event, or its first and last."""
    first, last = day(start), day(end)
    is_later = first and last and last > first
    return f"{first} - {last}" if is_later else first or last


def hours(start: str, end: str, all_day: bool) -> str:
    """Return the times of an event on one day, "" where it has none."""
    one, other = _ISO.match(start), _ISO.match(end)
    if all_day or not one or not one[4]:
        return ""
    if one[4] + one[5] == "0000" and (not other or other[4] in (None, "00", "23")):
        return ""
    zone = "" if one[6] in (None, "Z") else f" (UTC{one[6]})"
    until = f"–{other[4]}:{other[5]}" if other and other[4] and day(start) == day(end) else ""
    return f"{one[4]}:{one[5]}{until}{zone}"
