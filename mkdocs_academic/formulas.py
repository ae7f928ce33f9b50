"""Formulas typeset while building: MathML, which browsers draw without a script."""

from __future__ import annotations

import html
import re
from functools import lru_cache

import nh3

# What pymdownx.arithmatex (generic) and our own pages leave around TeX.
_LEFT = re.compile(r'<(span|div) class="arithmatex">\\([(\[])(.*?)\\[)\]]</\1>', re.DOTALL)
_TAGS = {
    "math", "menclose", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded", "mphantom",
    "mprescripts", "mroot", "mrow", "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup",
    "mtable", "mtd", "mtext", "mtr", "munder", "munderover", "none",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {
        "accent", "columnalign", "columnlines", "columnspacing", "displaystyle", "fence", "form",
        "largeop", "linethickness", "lspace", "mathcolor", "mathsize", "mathvariant", "maxsize",
        "minsize", "movablelimits", "notation", "rowlines", "rowspacing", "rspace", "scriptlevel",
        "separator", "stretchy", "symmetric", "width", "height", "depth", "voffset",
    },
    "math": {"display", "xmlns"},
}  # fmt: skip


def typeset(page: str) -> str:
    """Turn the formulas of a page into MathML; one that cannot be read stays as it is."""
    return _LEFT.sub(_typeset, page) if "arithmatex" in page else page


def _typeset(found: re.Match[str]) -> str:
    drawn = _mathml(html.unescape(found[3]), "block" if found[2] == "[" else "inline")
    return f'<{found[1]} class="arithmatex">{drawn}</{found[1]}>' if drawn else found[0]


@lru_cache(maxsize=4096)
def _mathml(tex: str, display: str) -> str:
    from latex2mathml.converter import convert  # here: most builds need no formula

    try:
        drawn = convert(tex, display=display)
    except Exception:  # the library has an exception for each way to be wrong, and indices
        return ""
    # latex2mathml 3.81 passes HTML within \text through, and addresses within \href.
    return nh3.clean(drawn, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None)
