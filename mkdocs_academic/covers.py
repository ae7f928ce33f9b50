"""Covers drawn from the citation key, for papers without a picture of their own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from math import cos, pi, sin

from markupsafe import Markup, escape

from .bibliography import fingerprints
from .bibliography.publication import Publication

WIDTH, HEIGHT, TOP = 160, 144, 44  # what lies above TOP belongs to venue and year

Bytes = Sequence[int]  # of the key's hash: the same key always draws the same cover


def cover(key: str, venue: str, year: str) -> Markup:
    """Draw a cover: one of six patterns, the venue's short name and the year on it."""
    seed = hashlib.blake2b(key.encode(), digest_size=16).digest()
    pattern = _PATTERNS[seed[0] % len(_PATTERNS)](seed)
    size = 21 if len(venue) <= 8 else max(11, 168 // len(venue))
    return Markup(
        f'<svg class="acad-cover" viewBox="0 0 {WIDTH} {HEIGHT}"'
        ' preserveAspectRatio="xMinYMin slice" aria-hidden="true" focusable="false">'
        f'{pattern}<text x="11" y="27" font-size="{size}">{escape(venue)}</text>'
        f'<text x="11" y="43">{escape(year)}</text></svg>'
    )


def cover_word(paper: Publication, words: Mapping[str, str]) -> str:
    """Return the word for its kind on a cover, for papers without a short name of the venue."""
    entry = paper.entry if paper.type in _LOOSE else None
    if paper.type == "preprint" or (entry and fingerprints.of(entry).is_preprint):
        return words["link.preprint"]
    known = (words.get(f"{way}.{paper.type}") for way in ("kind", "type"))
    return next(filter(None, known), paper.type.capitalize())


_LOOSE = frozenset(("misc", "unpublished", "online"))  # of which an archive may have some


def _rings(seed: Bytes) -> str:
    """Draw contour lines around a hill."""
    x, y, lobes = 60 + seed[1] % 60, 70 + seed[2] % 40, 2 + seed[3] % 3
    rings = []
    for ring in range(1, 13):
        angles = [turn * pi / 15 for turn in range(30)]
        radii = [ring * 8.5 * (1 + 0.16 * sin(lobes * one + seed[4] + ring / 7)) for one in angles]
        points = zip(angles, radii, strict=True)
        rings.append(_line([(x + r * cos(a), y + r * sin(a) * 0.86) for a, r in points]) + "Z")
    return f'<path d="{"".join(rings)}"/>'


def _waves(seed: Bytes) -> str:
    """Draw waves that interfere."""
    first, second = 12 + seed[1] % 10, 19 + seed[2] % 14
    lines = [
        _line(
            (x, TOP + 4 + 8 * row + 7 * sin(x / first + row / 4) * cos(x / second + seed[3]))
            for x in range(-4, 165, 8)
        )
        for row in range(13)
    ]
    return f'<path d="{"".join(lines)}"/>'


def _dots(seed: Bytes) -> str:
    """Draw a grid of dots that swell like a half-tone."""
    centre, spread = (40 + seed[1] % 90, 60 + seed[2] % 70), 900 + 12 * seed[3]
    dots = []
    for x in range(6, WIDTH, 12):
        for y in range(TOP + 8, HEIGHT + 6, 12):
            far = ((x - centre[0]) ** 2 + (y - centre[1]) ** 2) / spread
            dots.append(f'<circle cx="{x}" cy="{y}" r="{max(0.6, 5 - far):.1f}"/>')
    return "".join(dots)


def _bars(seed: Bytes) -> str:
    """Draw a histogram of nothing in particular."""
    heights = [
        24 + 22 * (1 + sin(bar / (2 + seed[1] % 4) + seed[2])) + seed[bar % 16] % 9
        for bar in range(22)
    ]
    bars = (f"M{4 + 7.2 * bar:.0f} {HEIGHT}v-{height:.0f}" for bar, height in enumerate(heights))
    return f'<path stroke-width="5" d="{"".join(bars)}"/>'


def _layers(seed: Bytes) -> str:
    """Draw nodes in four layers, some of them joined."""
    columns = [_column(x, 3 + seed[place] % 3) for place, x in enumerate((20, 60, 102, 142), 1)]
    joins, bit = [], 0
    for left, right in pairwise(columns):
        for x, y in left:
            for to_x, to_y in right:
                bit += 1
                if seed[bit % 16] >> (bit % 7) & 1 or y == left[0][1]:
                    joins.append(f"M{x} {y}L{to_x} {to_y}")
    nodes = "".join(f'<circle cx="{x}" cy="{y}" r="3.4"/>' for one in columns for x, y in one)
    return f'<path stroke-width=".8" d="{"".join(joins)}"/>{nodes}'


def _column(x: int, count: int) -> list[tuple[int, int]]:
    room = HEIGHT - TOP - 20
    return [(x, TOP + 12 + room * place // (count - 1)) for place in range(count)]


def _arcs(seed: Bytes) -> str:
    """Draw quarter circles on a grid, each turned one way or the other."""
    arcs = []
    for row, y in enumerate(range(TOP, HEIGHT, 20)):
        for column, x in enumerate(range(0, WIDTH, 20)):
            place = row * 8 + column
            if seed[place % 16] >> (place % 8) & 1:
                arcs.append(
                    f"M{x + 10} {y}a10 10 0 0 1 -10 10M{x + 20} {y + 10}a10 10 0 0 0 -10 10"
                )
            else:
                arcs.append(f"M{x + 10} {y}a10 10 0 0 0 10 10M{x} {y + 10}a10 10 0 0 1 10 10")
    return f'<path stroke-width="1.5" d="{"".join(arcs)}"/>'


def _line(points: Iterable[tuple[float, float]]) -> str:
    written = [f"{x:.0f} {y:.0f}" for x, y in points]
    return f"M{'L'.join(written)}"


_PATTERNS: tuple[Callable[[Bytes], str], ...] = (_rings, _waves, _dots, _bars, _layers, _arcs)
