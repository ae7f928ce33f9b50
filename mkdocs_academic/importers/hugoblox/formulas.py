"""Formulas as sites of Hugo write them: backslashes doubled, underscores kept from Markdown."""

from __future__ import annotations

import re

from ..code import CODE

_DISPLAYED = r"\\\\\[(?P<display>.{1,4000}?)\\\\\]|^[ \t]*\\\[(?P<block>.{1,4000}?)\\\][ \t]*$"
_INLINE = r"\\\\\((?P<inline>.{1,1000}?)\\\\\)|(?<!\\)\\\((?P<single>[^\n]{1,1000}?)\\\)"
_DOLLARS = (
    r"(?<![\\$])\$\$(?!\$)(?P<double>[^$]+?)\$\$"
    r"|(?<![\\$\w])\$(?=[^\s$])(?P<dollar>[^$\n`]*[^\s$`\\])\$(?![\d$])"
)
_ANY = re.compile(f"{CODE.pattern}|{_DISPLAYED}|{_INLINE}|{_DOLLARS}", CODE.flags)
_TEX = re.compile(r"[\\^_={}<>+]|^\s*\w\s*$")
_KEPT = re.compile(r"(?<=[\w)}\]])\\([_*])(?=[\w{\\(])")
_DOUBLED = re.compile(r"\\\\(?=[a-zA-Z]{2})")
_BRACED = re.compile(r"\\\\\{(.*?)\\\\\}", re.DOTALL)


def as_ours(markdown: str) -> str:
    r"""Write `\\(…\\)` and `\\[…\\]` between dollars, and what is doubled in formulas once."""

    def written(found: re.Match[str]) -> str:
        for name in ("display", "block", "double"):
            if found[name] is not None:
                inner = found[name] if name == "double" else found[name].strip("\n")
                text = f"$${_tex(inner)}$$"
                return text if name == "double" else f"\n\n$$\n{_tex(inner).strip()}\n$$\n\n"
        inner = found["inline"] or found["single"] or ""
        if found["inline"] or (found["single"] and _TEX.search(found["single"])):
            return f"${' '.join(_tex(inner).split())}$"
        return f"${_tex(found['dollar'])}$" if found["dollar"] else found[0]

    return _ANY.sub(written, markdown) if "$" in markdown or "\\" in markdown else markdown


def _tex(formula: str) -> str:
    """Return TeX without what only kept Markdown from it."""
    text = formula.replace("\\\\\\\\", "\\\\")  # four begin a line, where two were read as one
    text = _BRACED.sub(r"\\{\1\\}", text)
    if "&" not in text and "\\begin" not in text:
        text = _DOUBLED.sub(r"\\", text)
    return text if "\\text" in text or "\\mathrm" in text else _KEPT.sub(r"\1", text)
