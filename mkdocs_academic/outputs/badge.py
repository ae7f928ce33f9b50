"""A number for other pages: the JSON that shields.io reads, and a badge as a picture of its own."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import NamedTuple

from markupsafe import escape

from .. import colors, palettes


class Tone(NamedTuple):
    """What a badge is painted in, each as `#rrggbb`."""

    surface: str
    word: str
    line: str
    behind: str  # the number
    number: str


_INKS = {"black": "#000000", "white": "#ffffff"}

# Advance widths of Figtree 600 from space to ~, in thousandths of the size.
_WIDTHS = tuple(
    map(
        int,
        """
        241 307 376 630 558 802 646 227 370 370 485 629 245 411 232 415 645 419 571 551 628 578 574
        548 613 574 282 287 629 629 629 509 991 699 612 723 695 590 550 750 750 282 537 644 530 853
        774 783 594 785 637 610 572 705 711 975 653 630 635 336 415 336 569 436 247 524 592 544 591
        551 384 596 565 250 282 517 236 864 564 581 597 586 363 466 393 564 542 815 512 556 483 391
        257 391 628
        """.split(),
    )
)
_SIZE, _HEIGHT, _PADDING, _LOGO = 11, 20, 8, 12  # pixels


def to_shields(label: str, message: str, color: str = "", logo: str = "") -> str:
    """Return JSON of shields.io's endpoint schema, version 1 (shields.io/badges/endpoint-badge).

    `color` is `#rrggbb` or "", `logo` a name of Simple Icons or "".
    """
    given = {"label": label, "message": message, "color": color.lstrip("#"), "namedLogo": logo}
    data = {"schemaVersion": 1} | {name: value for name, value in given.items() if value}
    return json.dumps(data, ensure_ascii=False) + "\n"


def tones(accents: tuple[str, str], color: str = "") -> tuple[Tone, Tone]:
    """Return the paint for light and dark pages: their accents, or a colour behind the number."""
    light, dark = accents
    return _tone(palettes.LIGHT, light, color), _tone(palettes.DARK, dark, color)


def _tone(ground: palettes.Ground, accent: str, color: str) -> Tone:
    surface, word, line = ground.surface, ground.ink_2, ground.rule_2
    if color:
        return Tone(surface, word, line, color, _INKS[colors.text_on(color)])
    return Tone(surface, word, line, colors.mixed(accent, ground.paper, 0.12), accent)


def to_svg(label: str, message: str, said: str, paint: tuple[Tone, Tone], logo: str = "") -> str:
    """Return a picture that needs no other file; `said` is what a screen reader says of it.

    `logo` is an icon's SVG element or "".
    """
    before = _PADDING + (_LOGO + 4 if logo else 0)
    word, number = width(label), width(message)
    middle = before + word + _PADDING
    whole = round(middle + number + 2 * _PADDING)
    light, dark = paint
    shown = escape(said)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{_HEIGHT}"'
        f' viewBox="0 0 {whole} {_HEIGHT}" role="img" aria-label="{shown}"><title>{shown}</title>'
        f"<style>@media(prefers-color-scheme:dark){{{_rules(dark)}}}</style>"
        f'<clipPath id="r"><rect width="{whole}" height="{_HEIGHT}" rx="3"/></clipPath>'
        '<g clip-path="url(#r)">'
        f'<path class="l" fill="{light.surface}" d="M0 0h{middle:.1f}v20H0z"/>'
        f'<path class="v" fill="{light.behind}" d="M{middle:.1f} 0H{whole}v20H{middle:.1f}z"/></g>'
        f'<rect class="e" x=".5" y=".5" width="{whole - 1}" height="19" rx="2.5" fill="none"'
        f' stroke="{light.line}"/>{_drawn(logo, light)}'
        f'<g font-family="Figtree,Helvetica Neue,Arial,sans-serif" font-size="{_SIZE}">'
        f"{_text('a', before, word, label, light.word, 500)}"
        f"{_text('b', middle + _PADDING, number, message, light.number, 600)}</g></svg>\n"
    )


def width(text: str) -> float:
    """Return how wide a text is, in pixels, near enough for `textLength` to make it true."""
    return round(sum(map(_advance, text)) * _SIZE / 1000, 1)


def _advance(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    plain = unicodedata.normalize("NFD", char)[0]  # é is as wide as e
    if " " <= plain <= "~":
        return _WIDTHS[ord(plain) - 32]
    if unicodedata.east_asian_width(char) in "WF":
        return 1000
    return 700 if char.isupper() else 580


def _rules(tone: Tone) -> str:
    fills = {"l": tone.surface, "v": tone.behind, "a": tone.word, "b": tone.number}
    rules = "".join(f".{name}{{fill:{color}}}" for name, color in fills.items())
    return f"{rules}.e{{stroke:{tone.line}}}"


def _drawn(logo: str, tone: Tone) -> str:
    """Place an icon before the word, in the word's colour."""
    place = f'<svg x="{_PADDING}" y="4" width="{_LOGO}" height="{_LOGO}" class="a"'
    return re.sub(r"^<svg", f'{place} fill="{tone.word}"', logo)


def _text(css: str, x: float, length: float, text: str, color: str, weight: int) -> str:
    return (
        f'<text class="{css}" x="{x:.1f}" y="14" textLength="{length}"'
        f' lengthAdjust="spacingAndGlyphs" fill="{color}" font-weight="{weight}">'
        f"{escape(text)}</text>"
    )
