"""The palettes: an accent for light pages and one for dark, of each look or of a user's colour."""

from __future__ import annotations

from typing import NamedTuple

from . import colors


class Ground(NamedTuple):
    """What stands behind and around an accent, as academic.css has it; each `#rrggbb`."""

    paper: str
    surface: str
    ink_2: str
    rule_2: str
    soft: tuple[float, float]  # lightness of the accent's own surface, its share of the chroma
    tone: tuple[float, float]  # lightness at which a readable accent is looked for, most chroma


LIGHT = Ground("#fcfdfc", "#f3f5f3", "#454d49", "#c3cac6", (0.945, 1 / 4), (0.6, 0.4))
DARK = Ground("#111413", "#191d1b", "#b9c1bc", "#414a45", (0.28, 1 / 3), (0.8, 0.1))

ACCENTS = {  # light and dark
    "viridian": ("#0e5a49", "#86d3b8"),
    "oxblood": ("#8c2332", "#f0a3a6"),
    "ink": ("#23467f", "#a5c1f5"),
    "plum": ("#6b3077", "#dcabe6"),
    "umber": ("#7a4a12", "#e5b678"),
    "graphite": ("#3a3f3d", "#c9cfcb"),
}

READABLE, WELL_READABLE = 5, 7  # contrasts: of all text, and where a reader asks for more
_STEP = 0.005  # of lightness


def accents(look: str, own: str = "") -> tuple[str, str]:
    """Return the accent for light and for dark pages; a colour of the user's own comes first."""
    return (readable(own, LIGHT), readable(own, DARK)) if own else ACCENTS[look]


def readable(color: str, ground: Ground, ratio: float = READABLE) -> str:
    """Return the colour itself if text in it can be read, else one of its hue that can be.

    It is read on paper, on a surface, on its own surface; paper is read on it.
    """
    if contrast(color, ground) >= ratio:
        return color
    lightness, chroma, hue = colors.to_oklch(color)
    begin, most = ground.tone
    # On a light page only as far from what was asked for as it takes; a dark one wants it pale.
    lightness = min(lightness, begin) if ground is LIGHT else max(lightness, begin)
    step = -_STEP if ground is LIGHT else _STEP
    while 0 < lightness < 1:
        found = colors.from_oklch(lightness, min(chroma, most), hue)
        if contrast(found, ground) >= ratio:
            return found
        lightness += step
    return "#000000" if ground is LIGHT else "#ffffff"


def contrast(color: str, ground: Ground) -> float:
    """Return the worst contrast that text in this colour has."""
    lightness, share = ground.soft
    _, chroma, hue = colors.to_oklch(color)
    soft = colors.from_oklch(lightness, chroma * share, hue)
    return min(colors.contrast(color, one) for one in (ground.paper, ground.surface, soft))
