"""Dates in CSL-JSON: `date-parts`, seasons, `raw` and `literal` texts, EDTF (CSL 1.0.2 schema)."""

from __future__ import annotations

from typing import Any

from . import csl_text, date_fields
from .date_fields import SEASONS, Span

Json = dict[str, Any]


def is_date(value: Any) -> bool:
    """Tell a date from other objects."""
    return isinstance(value, dict) and bool({"date-parts", "raw", "edtf"} & value.keys())


def issued(value: Any) -> dict[str, str]:
    """Return the fields for the date of publication."""
    span = span_of(value)
    return date_fields.to_fields(span._replace(text=csl_text.to_latex(span.text)))


def iso(value: Any) -> str:
    """Return any other date for one field."""
    return csl_text.to_latex(span_of(value).iso)


def span_of(value: Any) -> Span:
    """Read a date in any of its forms."""
    if not isinstance(value, dict):
        return date_fields.parse(str(value)) if isinstance(value, str | int) else Span()
    parts = value.get("date-parts")
    spans = [_of_parts(one) for one in parts[:2]] if isinstance(parts, list) else []
    if spans and spans[0].start[0]:
        season = _season(value.get("season")) or spans[0].season
        return Span(spans[0].start, spans[1].start if len(spans) > 1 else (0, 0, 0), season)
    text = next((value[name] for name in ("edtf", "raw", "literal") if value.get(name)), "")
    return date_fields.parse(text) if isinstance(text, str) else Span()


def _of_parts(parts: Any) -> Span:
    """Read `[2021, "10", 5]`; months above 12 are seasons (13 to 16, in EDTF 21 to 24)."""
    if not isinstance(parts, list):
        return Span()
    year, month, day = (_number(part) for part in [*parts, 0, 0, 0][:3])
    if month in range(13, 17) or month in range(21, 25):
        return Span((year, 0, 0), season=SEASONS[(month - 13) % 4])
    return Span(date_fields.triple(year, month, day) if year else (0, 0, 0))


def _number(part: Any) -> int:
    text = str(part).strip()
    return int(text) if text.removeprefix("-").isdecimal() and len(text) <= 5 else 0


def _season(value: Any) -> str:
    if (number := _number(value)) in range(1, 5):
        return SEASONS[number - 1]
    word = str(value or "").capitalize().replace("Fall", "Autumn")
    return word if word in SEASONS else ""


def from_span(span: Span) -> Json | None:
    """Write a date, None where there is none."""
    if span.start[0]:
        parts = [_parts(one) for one in (span.start, span.end) if one[0]]
        season = {"season": SEASONS.index(span.season) + 1} if span.season else {}
        return {"date-parts": parts, **season}
    return {"literal": span.text} if span.text else None


def _parts(date: tuple[int, int, int]) -> list[int]:
    year, month, day = date
    return [year, *([month] if month else []), *([day] if month and day else [])]
