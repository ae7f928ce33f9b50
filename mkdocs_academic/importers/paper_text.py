"""What templates take for HTML or Markdown in fields of a paper, as text with formulas."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from .formulas import around

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_RAISED = re.compile(r"<(sup|sub)>\s*([^<>$]{1,40}?)\s*</\1>", re.IGNORECASE)
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?![\w*])", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]+)\]\(\s*<?([^\s()<>]+)>?[^()]*\)")
_PLAIN = "0123456789+-=()"
_SIGNS = {
    "sup": str.maketrans(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾"),
    "sub": str.maketrans(_PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}


def raised(text: str) -> str:
    """Return text in which digits and signs are raised and lowered without tags."""
    return _RAISED.sub(_raised, text) if "<su" in text else text


def of_html(text: str) -> str:
    """Return text without tags; what they raise or lower stays so."""
    if "<" in text:
        text = _TAG.sub("", raised(text))
    return " ".join((html.unescape(text) if "&" in text else text).split())


def of_markdown(text: str, addresses: Callable[[str], str] = str) -> tuple[str, dict[str, str]]:
    """Return text without marks of emphasis, and its links: label to address."""
    links = {of_html(label): addresses(to) for label, to in _LINK.findall(text)}
    bare = around(_LINK.sub(r"\1", text), lambda one: _EMPHASIS.sub(r"\2", one))
    return of_html(bare), {label: to for label, to in links.items() if label and to}


def _raised(found: re.Match[str]) -> str:
    kind, words = found[1].lower(), found[2]
    if set(words) <= set(_PLAIN):
        return words.translate(_SIGNS[kind])
    return f"${'^' if kind == 'sup' else '_'}{{\\text{{{words}}}}}$"
