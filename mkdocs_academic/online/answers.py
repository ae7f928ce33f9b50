"""What services answer, and how to read JSON that may have any shape."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from .service import JSON


class Answer(NamedTuple):
    """What came back: data, or the reason why there is none."""

    data: Any = None  # JSON, or text where that was asked for
    failure: str = ""  # one sentence for the user
    status: int = 200  # HTTP; 0 where there was no answer at all


def parsed(body: bytes, kind: str = JSON) -> Answer:
    """Read the body of an answer of a media type; what is not JSON is text."""
    if "json" not in kind:
        return Answer(body.decode("utf-8-sig", errors="replace"))
    try:
        return Answer(json.loads(body.decode("utf-8-sig")))
    except (ValueError, RecursionError) as error:
        reason = str(error) if body.strip() else "it is empty"
        return Answer(failure=f"the answer is not JSON ({reason})")


def at(data: Any, *path: str | int) -> Any:
    """Return what stands at a place, None where the place is not there."""
    for step in path:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and -len(data) <= step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def first(data: Any, names: Iterable[str]) -> Any:
    """Return the first of several members that says something."""
    return next((found for name in names if (found := at(data, name)) not in (None, "")), None)


def items(data: Any) -> list[Mapping[str, Any]]:
    """Return the mappings of a list; anything else is left out."""
    return [one for one in data if isinstance(one, dict)] if isinstance(data, list) else []


def text(value: Any) -> str:
    """Return a text or a number as text on one line, "" for anything else.

    What cannot be printed is left out: terminals obey it, and lone surrogates cannot be written.
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    line = " ".join(str(value).split())
    return line if line.isprintable() else "".join(filter(str.isprintable, line))


def count(value: Any) -> int | None:
    """Return a number of citations, also from `1,234` or `"34"`; None where there is none."""
    if isinstance(value, str):
        digits = re.sub(r"(?<=\d)[,.\s'’](?=\d{3}\b)", "", value.strip())
        value = int(digits) if re.fullmatch(r"[0-9]{1,12}", digits) else None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and value >= 0 else None


def year(value: Any) -> int | None:
    """Return a year that a paper can be of: the first four digits of `2024-05-01` count."""
    found = re.match(r"\s*([12]\d{3})(?!\d)", text(value))
    return int(found[1]) if found else None


def by_year(pairs: Iterable[tuple[Any, Any]]) -> dict[int, int]:
    """Return citations by year, in the order of the years."""
    read = ((year(when), count(number)) for when, number in pairs)
    return dict(sorted((when, number) for when, number in read if when and number is not None))
