"""The small HTML subset of CSL texts (CSL 1.0.2: `<i> <b> <sup> <sub> <span>`) and LaTeX."""

from __future__ import annotations

import re
from functools import lru_cache

from . import bibtex, latex, latex_reader, sanitize
from .latex_output import PLAIN, Output
from .latex_symbols import MARKUP, SWITCHES

_TAG = re.compile(r"<(/?)(i|em|b|strong|sup|sub|sc|u|span)(\s[^<>]*)?>", re.IGNORECASE)
# Crossref's abstracts are JATS, and some pages' texts hold links
_FOREIGN = re.compile(r"</?(?:(?:jats|mml):[^<>]*|a(?:\s[^<>]*)?|br\s*/?)>", re.IGNORECASE)
_COMMANDS = {
    "i": r"\emph{", "em": r"\emph{", "b": r"\textbf{", "strong": r"\textbf{", "sc": r"\textsc{",
    "sup": r"\textsuperscript{", "sub": r"\textsubscript{", "u": r"\underline{",
}  # fmt: skip
_SMALL_CAPS = '<span style="font-variant:small-caps;">'


def to_latex(text: str) -> str:
    """Write a CSL text as a LaTeX value; tags that do not pair are dropped."""
    if "<" not in text:
        return bibtex.from_plain(text)
    text = _FOREIGN.sub("", sanitize.prepared(text)).strip()
    out: list[str] = []
    opened: list[tuple[str, int]] = []  # element, where its command stands
    at = 0
    for tag in _TAG.finditer(text):
        out.append(bibtex.from_plain(text[at : tag.start()]))
        at = tag.end()
        element = tag[2].lower()
        if not tag[1]:
            opened.append((element, len(out)))
            out.append(_command(element, tag[3] or ""))
        elif opened and opened[-1][0] == element:
            out.append("}" if out[opened.pop()[1]] else "")
    out.append(bibtex.from_plain(text[at:]))
    for _, place in opened:
        out[place] = ""
    return "".join(out)


def _command(element: str, attributes: str) -> str:
    if element != "span":
        return _COMMANDS[element]
    if "nocase" in attributes:
        return "{"
    return r"\textsc{" if "small-caps" in attributes else ""


_CSL = Output(
    text=str,
    elements={
        "em": ("<i>", "</i>"),
        "strong": ("<b>", "</b>"),
        "sup": ("<sup>", "</sup>"),
        "sub": ("<sub>", "</sub>"),
        "smallcaps": (_SMALL_CAPS, "</span>"),
        "quote": ("“", "”"),
    },
    math=lambda source, is_display: f"${source}$",
    link=lambda url, text: text,
    is_html=False,
)
# Commands that are more here than in plain text; and whatever begins like one of them.
_MARKUP = "|".join(
    command
    for command, element in (MARKUP | SWITCHES).items()
    if _CSL.elements.get(element) != PLAIN.elements.get(element)
)
_COMMAND = re.compile(rf"\\(?:{_MARKUP})")
_OURS = {"em": "i", "strong": "b", "i": "i", "b": "b", "sup": "sup", "sub": "sub"}
_ANY_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:]*)([^<>]*)>")


def from_latex(value: str) -> str:
    """Return a LaTeX value as CSL text; math is source between dollars."""
    if latex.is_plain(value):
        return latex.tidied(value)
    if not is_marked(value):
        return latex.decoded(value)
    return _short(value) if len(value) <= latex.SHORT else _read(value)


def is_marked(value: str) -> bool:
    """Tell whether the CSL text may say more than the plain one."""
    return "<" in value or ("\\" in value and bool(_COMMAND.search(value)))


def unmarked(value: str, text: str) -> str:
    """Return a value's plain text if it is the CSL text without markup, else ""."""
    if "<" in value or "&" in value or r"\textless" in value or not value.isascii():
        return ""  # not all that looks like markup is, and an accent may stand behind it
    plain = latex.tidied(_MARKS.sub("", text))
    return "" if "<" in plain else plain


_MARKS = re.compile(
    "|".join(re.escape(one) for pair in _CSL.elements.values() for one in pair if "<" in one)
)


def _read(value: str) -> str:
    tagged = bool(sanitize.TAG.search(value))
    text = latex_reader.convert(sanitize.prepared(value) if tagged else value, _CSL, tagged)
    if tagged:
        text = _ANY_TAG.sub(_allowed, text)
    return latex.tidied(text)


_short = lru_cache(8192)(_read)


def _allowed(tag: re.Match[str]) -> str:
    """Keep the tags that CSL knows, under its names for them."""
    if tag[2] == "span":
        return tag[0] if tag[1] or tag[0] == _SMALL_CAPS else "<span>"
    name = _OURS.get(tag[2].lower())
    return f"<{tag[1]}{name}>" if name else ""
