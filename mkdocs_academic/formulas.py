"""Formulas typeset while building: MathML, which browsers draw without a script."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from functools import lru_cache

import nh3

from . import late_imports

# What pymdownx.arithmatex (generic) and our own pages leave around TeX.
_LEFT = r' class="arithmatex">\\([(\[])(.*?)\\[)\]]</'
_IN_TEXT = re.compile(_LEFT, re.DOTALL)
_IN_BYTES = re.compile(_LEFT.encode(), re.DOTALL)
_BEFORE = b' class="arithmatex">'
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
    return _IN_TEXT.sub(_typeset, page) if "arithmatex" in page else page


def typeset_bytes(page: bytes) -> bytes:
    """Do the same for UTF-8, of which there may be megabytes."""
    parts: list[bytes] = []
    done = 0
    at = page.find(_BEFORE)  # faster than to search for the pattern
    while at >= 0:
        if found := _IN_BYTES.match(page, at):
            parts += (page[done:at], _drawn(found[0]))
            done = found.end()
        at = page.find(_BEFORE, at + 1)
    return b"".join([*parts, page[done:]]) if parts else page


@lru_cache(maxsize=4096)
def _drawn(formula: bytes) -> bytes:
    return typeset(formula.decode()).encode()


def _typeset(found: re.Match[str]) -> str:
    drawn = _mathml(html.unescape(found[2]), "block" if found[1] == "[" else "inline")
    if not drawn:
        return found[0]
    _drawings[drawn] = found[2]
    return f' class="arithmatex">{drawn}</'


_drawings: dict[str, str] = {}  # MathML and what it was made of, as it stands in HTML


def sources(page: str) -> str:
    """Put the source of each formula back that was typeset here, as `typeset` finds it."""
    return _MATH.sub(_source, page) if "<math" in page else page


_MATH = re.compile(r"<math\b[^<>]*>[^<]*(?:<(?!/?math\b)[^<]*)*</math>")


def _source(found: re.Match[str]) -> str:
    tex = _drawings.get(found[0])
    return found[0] if tex is None else rf"\({tex}\)"


@lru_cache(maxsize=4096)
def _mathml(tex: str, display: str) -> str:
    # Here, for most builds need no formula; urllib.request is for XML from the web.
    late_imports.postpone("urllib.request", "xml.sax.saxutils")
    from latex2mathml.converter import convert

    try:
        drawn = convert(_ALIGNED.sub(r"\\\1{align*}", tex), display=display)
    except Exception:  # the library has an exception for each way to be wrong, and indices
        return ""
    if _UNREAD.search(drawn):
        return ""
    drawn = _spaced(drawn)
    # latex2mathml 3.81 passes HTML within \text through, and addresses within \href.
    return nh3.clean(drawn, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None)


# What latex2mathml 3.81 has under another name; numbers would begin anew in each formula.
_ALIGNED = re.compile(r"\\(begin|end)\{(?:align|aligned|split)\}")
# The commands and the columns that it does not know, it shows as they are.
_UNREAD = re.compile(r"<m[ion]>(?:\\[A-Za-z]|&<)")


def _spaced(drawn: str) -> str:
    """Set names of functions apart, as TeX does: `n log n`, but `log(n)`.

    Rule: thin spaces between operators and ordinary atoms (D. Knuth, The TeXbook, chapter 18).
    """
    if not _NAME.search(drawn):
        return drawn
    try:
        root = etree.fromstring(drawn.replace(_XMLNS, "", 1))
    except etree.ParseError:  # somebody's own tags in a text
        return drawn
    for row in list(root.iter()):
        parts = list(row)
        if row.tag in _SCRIPTS:
            continue
        for at in range(len(parts) - 1, 0, -1):
            before, after = parts[at - 1 : at + 1]
            if (_is_name(before) and after.tag != "mo") or (_is_name(after) and _ends(before)):
                row.insert(at, etree.Element("mspace", {"width": "0.167em"}))
    return etree.tostring(root, encoding="unicode").replace("<math", f"<math{_XMLNS}", 1)


_XMLNS = ' xmlns="http://www.w3.org/1998/Math/MathML"'
_NAME = re.compile(r"<mi>[a-z]{2,}</mi>")
_SCRIPTS = frozenset("msub msup msubsup munder mover munderover mfrac mroot".split())


def _is_name(part: etree.Element) -> bool:
    """Tell whether it is the name of a function, alone or with indices."""
    if part.tag in ("msub", "msup", "msubsup"):
        return len(part) > 0 and _is_name(part[0])
    text = part.text or ""
    return part.tag == "mi" and len(text) > 1 and text.isascii() and text.isalpha()


def _ends(part: etree.Element) -> bool:
    """Tell whether something ends here that a name does not belong to: no sign, nothing open."""
    return part.tag != "mo" or (part.text or "").strip() in (")", "]", "}")
