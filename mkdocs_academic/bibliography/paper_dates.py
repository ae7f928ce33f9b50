"""When a publication appeared: its date, and the year as a line shows it, with range and doubt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from .. import dates
from ..dates import Date
from . import latex, verbatim

Field = Mapping[str, str]  # name -> raw value, none blank

_ISO_DAY = re.compile(r"(?<=^\d{4})-\d\d(?:-\d\d)?$")
_ISO_SPAN = re.compile(r"(\d{4}(?:-\d\d){0,2})/(\d{4}(?:-\d\d){0,2})")

# What may be a year of any calendar; of an era it may be short: `令和2年`.
_ANY_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|[\u3400-\u9fff]\s*\d|\d\s*年")


def of(field: Field) -> Date:
    """Read biblatex's `date`, else BibTeX's year and month; never make one up."""
    return _dated(field.get("date", ""), field.get("year", ""), field.get("month", ""))


@lru_cache(4096)
def _dated(date: str, year: str, month: str) -> Date:
    written = _ISO_SPAN.sub(r"\1 - \2", latex.to_text(date))
    if written and dates.parse(written).year:
        return dates.parse(written)
    year, month = latex.to_text(year), latex.to_text(month)
    if not year.isascii() and year.isdecimal() and dates.parse(str(int(year))).year:
        year = str(int(year))  # ٢٠٢٢
    if month.isdigit() and re.fullmatch(r"\d{4}", year):
        return dates.parse(f"{year}-{int(month):02}")
    with_month = dates.parse(f"{month} {year}".strip())
    return with_month if with_month.year else dates.parse(year)


def shown(field: Field, date: Date, words: Mapping[str, str]) -> str:
    """Return `2024`, `1890–1899`, `2001–`, `c. 1932`, `1932?`, `2015 (1974)`; "" without a year.

    The year of another calendar, which is no date here, is shown as it is written: `۱۴۰۰`.
    """
    if not date.year:
        return _as_written(field, date)
    year = str(date.year)
    if "year" in field and not field["year"].isascii():
        year = _in_its_figures(field["year"]) or year
    if "date" in field or "origdate" in field:
        return _with_doubt(field, year, words)
    return year


def _as_written(field: Field, date: Date) -> str:
    written = field.get("date") or field.get("year")
    if not written or date.end == dates.FORTHCOMING:
        return ""
    text = _ISO_DAY.sub("", latex.to_text(written))
    has_year = any(char.isdecimal() and int(char) for char in text) and _ANY_YEAR.search(text)
    return text if has_year else ""


def _in_its_figures(written: str) -> str:
    text = latex.to_text(written)
    return text if text.isdecimal() else ""


def _with_doubt(field: Field, year: str, words: Mapping[str, str]) -> str:
    years = _in_years(field.get("date", ""), words["date.circa"]) or year
    first = _in_years(field.get("origdate", ""), words["date.circa"])
    return f"{years} ({first})" if first and first != years else years


@lru_cache(2048)
def _in_years(written: str, circa: str) -> str:
    """Read what biblatex takes from EDTF: `1890/1899`, `2001/`, `1932~`, `1932?/1934`, `1932%`."""
    parts = [_EDTF.fullmatch(part.strip()) for part in verbatim.to_text(written).split("/")]
    if len(parts) > 2 or None in parts:
        return ""
    ends = list(dict.fromkeys(_year(found[1], found[2], circa) for found in parts if found))
    return "–".join(ends)


_EDTF = re.compile(r"(?:(\d{4})(?:-\d\d){0,2}([~?%]?)|\.\.|open|)")


def _year(year: str | None, doubt: str | None, circa: str) -> str:
    shown = circa.format(year) if doubt in ("~", "%") else year or ""
    return f"{shown}?" if doubt in ("?", "%") else shown
