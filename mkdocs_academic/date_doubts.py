"""What a date may not be: it is none, is cut short, may be two days, ends before it begins."""

from __future__ import annotations

import re

from . import dates
from .dates import Date


def of(date: Date) -> str:
    """Say what is in doubt about a date; "" if it is clear, or says nothing."""
    return no_date(date.text, date.iso) if _is_doubtful(date) else misread(date)


def no_date(written: str, understood: str = "") -> str:
    """Say that a date is none, or that no more than its beginning is understood."""
    known = f"understood as {understood}, no more" if understood else "understood as no date"
    return f"{written!r} is {known}: write 2021, 2021.10 or 2021-10-05"


def misread(date: Date) -> str:
    """Say what is a date, though perhaps not the one that is meant; "" if it is clear."""
    if either := " or ".join(dates.readings(date)):
        return f"{date.text!r} may be {either}: only the year counts until you write which"
    if dates.is_backwards(date):
        return f"{date.text!r} ends before it begins"
    return ""


_NUMBERS = re.compile(r"\d{4}[./-](\d{1,2})(?:[./-](\d{1,2}))?")


def _is_doubtful(date: Date) -> bool:
    if not date.text or date.is_open or date.end == dates.FORTHCOMING:
        return False
    numbers = _NUMBERS.fullmatch(date.text)  # 2021.13 would count as the year alone
    known = 3 - date.start.count(0)
    is_cut = numbers and known < 2 + bool(numbers[2]) and date.start == date.end  # 2025/26 is not
    return not date.year or bool(is_cut)
