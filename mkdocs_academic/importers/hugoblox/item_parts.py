"""Parts of the items that pages of HugoBlox become: what they say, where it was, their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from .front import line, text
from .tree import Page


def said(meta: Mapping[str, Any]) -> str:
    """Return summary and abstract; what the other one holds as well is not said twice."""
    short = _short(meta)
    whole = text(meta.get("abstract"))
    folded = " ".join(whole.split()).lower()
    if short and " ".join(short.split()).lower().rstrip(".…") in folded:
        short = ""
    subtitle = text(meta.get("subtitle"))
    parts = [subtitle if subtitle != short else "", short, whole]
    return "\n\n".join(filter(None, parts))


def _short(meta: Mapping[str, Any]) -> str:
    names = ("summary", "abstract_short", "description")
    return next((found for name in names if (found := text(meta.get(name)))), "")


def _place(value: Any) -> str:
    """Return a place in a line: text, or a mapping of its parts."""
    if isinstance(value, dict):
        names = ("name", "venue", "street", "city", "region", "postcode", "country")
        return ", ".join(filter(None, (line(value.get(name)) for name in names)))
    return line(value)


def place(meta: Mapping[str, Any]) -> str:
    """Return location and address; what the one repeats of the other stands once."""
    short, whole = _place(meta.get("location")), _place(meta.get("address"))
    return whole if short in whole else ", ".join(filter(None, [short, whole]))


def moment(meta: Mapping[str, Any], *names: str) -> str:
    """Return the first of some dates that is given."""
    return next((found for name in names if (found := line(meta.get(name)))), "")


def filled(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return an item without what is empty."""
    return {key: value for key, value in item.items() if value not in ("", [], {})}


def order(kind: str) -> Callable[[Page], Any]:
    """Sort by weight where pages have one, else the newest first."""

    def key(page: Page) -> tuple[float, tuple[int, ...], str]:
        weight = line(page.meta.get("weight"))
        number = float(weight) if re.fullmatch(r"\d+(?:\.\d+)?", weight) and float(weight) else 1e9
        newest = tuple(-ord(char) for char in page.date)
        return (number if kind in ("projects", "teaching") else 0.0, newest or (0,), page.name)

    return key
