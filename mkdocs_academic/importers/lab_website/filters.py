"""Which rows of data a list of the template shows: `role: pi`, `group == 'featured'`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

_COMPARED = re.compile(r"\s*(!?)\s*([\w-]+)\s*(?:(==|!=|=~|:)\s*(.*?))?\s*$", re.DOTALL)

_WITHOUT = re.compile(r"\^\(\?!([\w\s-]+)\$?\)(?:\.\*)?\$?")  # all but one: `^(?!pi$)`


def fitting(rows: Sequence[Mapping[str, Any]], conditions: Sequence[str]) -> list[Any]:
    """Return the rows that fit all conditions; one that is not understood keeps all."""
    return [row for row in rows if all(_fits(row, one) for one in conditions)]


def split(given: str) -> list[str]:
    """Return the conditions of `filter` or of the older `filters`."""
    parts = re.split(r"\s*(?:&&|\band\b|,(?![^(]*\)))\s*", given)
    return [one for one in parts if one.strip()]


def _fits(row: Mapping[str, Any], condition: str) -> bool:
    found = _COMPARED.match(condition)
    if not found:
        return True
    is_not, name, sign, wanted = found.groups()
    value = row.get(name)
    texts = [str(one) for one in (value if isinstance(value, list) else [value or ""])]
    if sign is None:
        return bool(value) is not bool(is_not)
    word = wanted.strip().strip("\"'/")
    if wanted.strip() in ("", "nil", "null", "''", '""'):
        return any(texts) is (sign == "!=")
    if sign in (":", "=~"):
        without = _WITHOUT.fullmatch(word)
        plain = (without[1] if without else word).strip("^$")
        return (plain in texts) is not bool(without)
    return (word in texts) is (sign == "==")
