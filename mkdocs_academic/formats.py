"""Dates and numbers as the language of a page writes them (Unicode CLDR, by babel)."""

from __future__ import annotations

import re
from datetime import date as Day
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from .date_forms import Triple
from .dates import Date
from .words import words

if TYPE_CHECKING:
    from babel import Locale

Dates = Literal["auto", "words", "written"]  # what `extra.academic.dates` may say


def number(value: int, language: str) -> str:
    """Write a count: 1,024, 1.024 or 1 024."""
    locale = None if abs(value) < 1000 or is_english(language) else _locale(language)
    if locale is None:
        return f"{value:,}"
    if abs(value) < 10_000 and str(locale) in _FOUR_TOGETHER:
        return str(value)
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale, numbering_system="default")


# Numbers of four digits stay together: CLDR's minimumGroupingDigits, which babel 2.18 leaves out.
_FOUR_TOGETHER = frozenset("bg es et hu it lv pl pt_PT sl".split())


def date(when: Date, language: str, dates: Dates = "auto") -> str:
    """Write a date out if it stands in numbers, the year first; anything else is the user's own.

    `auto` takes only ISO 8601 for a date that waits to be written out (`2021-10`, also
    `2021-10 - now` and `2021 - now`), and leaves it on English pages; `words` also `2021.10` and
    `2021/10/05`.
    """
    if dates == "written" or (dates == "auto" and is_english(language)):
        return when.text
    form = ("-", "") if dates == "auto" else ("[-./]", "?")
    found = _in_numbers(*form).fullmatch(when.text)
    if not found or not is_understood(when) or not (is_english(language) or _locale(language)):
        return when.text
    return _written_out(when, language)


def is_understood(when: Date) -> bool:
    """Tell whether every number that is written is part of the date as it was read."""
    is_span = when.end != when.start and not when.is_open
    known = [part for part in (*when.start, *(when.end if is_span else ())) if part]
    return known == [int(digits) for digits in re.findall(r"\d+", when.text)]


@cache
def _in_numbers(separator: str, rest: str) -> re.Pattern[str]:
    point = rf"\d{{4}}(?:{separator}\d\d?(?:{separator}\d\d?)?){rest}"
    last = (
        r"now|present|today|heute|aujourd['’]hui|actualidad|presente|atual|oggi|"
        r"настоящее время|наст\. время|сейчас|至今|现在|現在|今|현재|الآن"
    )
    dash = r"\s*(?:-{1,3}|[–—~～至]|to)\s*"
    # A year alone is a number as it is, but not "2021 - now" or "2021 - 2024-09".
    since = rf"\d{{4}}{dash}(?:{point}|{last})?"
    of_days = r"\d{4}-\d\d(?:-\d\d)?/\d{4}-\d\d(?:-\d\d)?"  # ISO 8601's way to write a stretch
    written = rf"{point}(?:{dash}(?:{point}|\d{{4}}|{last})?)?|{since}|{of_days}"
    return re.compile(written, re.IGNORECASE)


@lru_cache(maxsize=4096)
def _written_out(when: Date, language: str) -> str:
    known = words(language)
    start = _point(when.start, language)
    if when.end == when.start:
        return start
    start = _unbroken(start)
    if not when.is_open:
        return f"{start} – {_unbroken(_point(when.end, language))}"
    if not is_english(language) and known["date.open"] == words("en")["date.open"]:
        said = _LAST_WORD.search(when.text)  # a language without words of ours
        return f"{start} – {said[0] if said else ''}".rstrip()
    return known["date.open"].format(start)


def _unbroken(point: str) -> str:
    """Let a line break at the dash of a stretch alone."""
    return point.replace(" ", "\xa0")


_LAST_WORD = re.compile(r"[^\W\d_][^\d_]*$")


def _point(triple: Triple, language: str) -> str:
    year, month, day = triple
    locale = None if is_english(language) else _locale(language)
    if locale is None:  # English needs no babel, whose import costs 30 ms
        name = _MONTHS[month - 1] if month else ""
        return f"{name} {day}, {year}" if day else f"{name} {year}".strip()
    from babel.dates import format_skeleton

    skeleton = "yMMMd" if day else "yMMM" if month else "y"
    return format_skeleton(skeleton, Day(year, month or 1, day or 1), locale=locale)


_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def onward(text: str, language: str) -> str:
    """Write where somebody went: after an arrow that points the way the language runs."""
    # The mark keeps it before words in Latin letters, wherever these decide the direction.
    return f"\u200f← {text}" if runs_left(language) else f"→ {text}"


def runs_left(language: str) -> bool:
    """Tell a language that is written from right to left."""
    return re.split("[-_]", language)[0].lower() in _RUN_LEFT


_RUN_LEFT = frozenset("ar ckb dv fa he ku ps sd ug ur yi".split())  # as Material and browsers do


def is_english(language: str) -> bool:
    """Tell English in any country."""
    return re.split("[-_]", language)[0].lower() == "en"


@cache
def _locale(language: str) -> Locale | None:
    """Return what babel knows of a language tag; None where it knows none."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError, TypeError):
        return None
