"""Colours as people name them, and how well text can be read on them."""

from __future__ import annotations

import json
import math
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


def to_oklch(color: str) -> tuple[float, float, float]:
    """Return lightness 0 to 1, chroma 0 to 0.4, hue in degrees (Ottosson, OKLab; CSS Color 4)."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(color))
    long, medium, short = (
        (a * red + b * green + c * blue) ** (1 / 3)
        for a, b, c in (
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        )
    )
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """Return `#rrggbb`; what a screen cannot show becomes paler until it can."""
    most, least = chroma, 0.0
    channels = _of_oklch(lightness, most, hue)
    if not _shows(channels):
        for _ in range(12):
            middle = (most + least) / 2
            most, least = (
                (most, middle) if _shows(_of_oklch(lightness, middle, hue)) else (middle, least)
            )
        channels = _of_oklch(lightness, least, hue)
    return "#" + "".join(f"{round(_gamma(min(max(one, 0.0), 1.0)) * 255):02x}" for one in channels)


def _of_oklch(lightness: float, chroma: float, hue: float) -> tuple[float, ...]:
    """Return linear red, green and blue, beyond 0 to 1 where no screen shows the colour."""
    a, b = (chroma * turn(math.radians(hue)) for turn in (math.cos, math.sin))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _shows(channels: tuple[float, ...]) -> bool:
    return all(-0.0005 <= one <= 1.0005 for one in channels)


def _gamma(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else float(1.055 * channel ** (1 / 2.4) - 0.055)


def _channels(color: str) -> tuple[int, ...]:
    """Return red, green and blue of `#rrggbb`, each 0 to 255."""
    return tuple(int(color[place : place + 2], 16) for place in (1, 3, 5))
