"""The style sheet of a user's own accent: its tones for light and for dark pages."""

from __future__ import annotations

from .. import palettes
from ..site import Site

FILE = "assets/academic/accent.css"  # linked after academic.css, before the user's own


def style_sheet(site: Site) -> str | None:
    """Return the tones as the knob that academic.css computes the others from."""
    if not site.accent:
        return None
    light, dark = site.accents
    more = [
        palettes.readable(site.accent, ground, palettes.WELL_READABLE)
        for ground in (palettes.LIGHT, palettes.DARK)
    ]
    return (
        f":root {{ --acad-accent: light-dark({light}, {dark}) }}\n"
        "@media (prefers-contrast: more) {\n"
        f"  :root {{ --acad-accent: light-dark({', '.join(more)}) }}\n"
        "}\n"
    )
