"""The filters of Liquid that pages of these templates use."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any


def step(value: Any, step: str) -> Any:
    """Return what one step of `page.tags.first` leads to, None for nothing."""
    if isinstance(value, dict):
        return value.get(step, len(value) if step == "size" else None)
    if isinstance(value, list | tuple | str):
        if step == "size":
            return len(value)
        if step in ("first", "last") and value:
            return value[0 if step == "first" else -1]
        if step.lstrip("-").isdigit() and -len(value) <= int(step) < len(value):
            return value[int(step)]
    return None


def comparable(value: Any) -> str:
    """Return a value as conditions compare it."""
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)


def grown(name: str, value: Any, given: Sequence[Any]) -> int:
    """Return how long a filter could make a value."""
    added = sum(len(one) for one in given if isinstance(one, str))
    if isinstance(value, list):
        return sum(len(str(one)) + added for one in value) if name == "join" else len(value)
    if not isinstance(value, str):
        return added
    times = value.count(str(given[0])) if name == "replace" and given else 1
    return len(value) + times * added


def filtered(name: str, value: Any, given: Sequence[Any]) -> Any:
    """Apply one filter; an unknown one leaves the value as it is."""
    first = given[0] if given else None
    if isinstance(value, list):
        return _of_list(name, value, given)
    if name == "default":
        return value if value not in (None, "", False) else first
    if name == "append":
        return f"{'' if value is None else value}{'' if first is None else first}"
    if name == "prepend":
        return f"{'' if first is None else first}{'' if value is None else value}"
    if not isinstance(value, str):
        return value
    if name in ("replace", "replace_first") and len(given) == 2:
        return value.replace(str(first), str(given[1]), -1 if name == "replace" else 1)
    if name == "remove":
        return value.replace(str(first), "")
    if name == "split":
        return value.split(str(first)) if first else list(value)
    if name == "strip_html":
        return re.sub(r"<[^>]*>", "", value)
    plain: Mapping[str, Callable[[str], str]] = {
        "upcase": str.upper,
        "downcase": str.lower,
        "capitalize": str.capitalize,
        "strip": str.strip,
    }
    return plain[name](value) if name in plain else value


def _of_list(name: str, value: list[Any], given: Sequence[Any]) -> Any:
    if name == "slice" and given and isinstance(given[0], int):
        count = given[1] if len(given) > 1 and isinstance(given[1], int) else 1
        return value[given[0] : given[0] + count]
    if name in ("sort", "group_by", "map", "where"):
        field = str(given[0]) if given else ""
        if name == "map":
            return [step(one, field) for one in value]
        if name == "where" and len(given) > 1:
            return [one for one in value if comparable(step(one, field)) == comparable(given[1])]
        if name == "sort":
            return sorted(value, key=lambda one: str(step(one, field) if field else one))
    if name in ("first", "last", "size"):
        return step(value, name)
    if name == "reverse":
        return value[::-1]
    return (given[0] if given else " ").join(map(str, value)) if name == "join" else value
