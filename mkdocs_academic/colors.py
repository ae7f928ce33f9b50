"""Colours as people name them, and how well text can be read on them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from .problems import did_you_mean

_NAMES = Path(__file__).parent / "data" / "colors.json"  # the named colours of CSS Color 4
_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE | re.ASCII)

# What shields.io means by these words (badge-maker, color.js); some mean another colour in CSS.
_OF_BADGES: Mapping[str, str] = {
    **dict.fromkeys(("brightgreen", "success"), "44cc11"),
    "green": "97ca00",
    "yellowgreen": "a4a61d",
    "yellow": "dfb317",
    **dict.fromkeys(("orange", "important"), "fe7d37"),
    **dict.fromkeys(("red", "critical"), "e05d44"),
    **dict.fromkeys(("blue", "informational"), "007ec6"),
    **dict.fromkeys(("grey", "gray"), "555555"),
    **dict.fromkeys(("lightgrey", "lightgray", "inactive"), "9f9f9f"),
}


def parsed(written: str) -> str:
    """Return `#rrggbb` for `9cf`, `#99ccff`, a name of shields.io or one of CSS.

    Raises:
        ValueError: it is no colour; the message says what is.

    """
    word = written.strip().lower()
    if named := _names().get(word):
        return f"#{named}"
    found = _HEX.fullmatch(word)
    if not found:
        hint = did_you_mean(word, _names())
        raise ValueError(f"should be a colour such as blue, #4c1 or #99ccff{hint}")
    digits = found[1] if len(found[1]) == 6 else "".join(one * 2 for one in found[1])
    return f"#{digits}"


@cache
def _names() -> Mapping[str, str]:
    names: dict[str, str] = json.loads(_NAMES.read_text("utf-8"))
    return {**names, **_OF_BADGES}


def text_on(color: str) -> str:
    """Return `black` or `white`, whichever can be read better on a colour."""
    return max(("black", "white"), key=lambda ink: contrast(parsed(ink), color))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return the colour that has `share`, from 0 to 1, of the first and the rest of the other."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _luminance(color: str) -> float:
    """Return the relative luminance, 0 for black to 1 for white (WCAG 2.2)."""
    weights = (0.2126, 0.7152, 0.0722)
    return sum(
        weight * _linear(channel / 255)
        for weight, channel in zip(weights, _channels(color), strict=True)
    )


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _channels(color: str) -> tuple[int, ...]:
    """Return red, green and blue of `#rrggbb`, each 0 to 255."""
    return tuple(int(color[place : place + 2], 16) for place in (1, 3, 5))
