"""The two outputs of LaTeX reading: HTML fragments and plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple


class Output(NamedTuple):
    """How pieces are written in one kind of output."""

    text: Callable[[str], str]
    elements: Mapping[str, tuple[str, str]]  # element -> what opens and closes it
    math: Callable[[str, bool], str]  # source without delimiters; on a line of its own or not
    link: Callable[[str, str], str]  # address, written text
    is_html: bool


_SAFE_URL = re.compile(r"(?:https?://|mailto:)[^\s<>]+", re.IGNORECASE)


def _escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _inline_math(source: str, is_display: bool) -> str:
    return f'<span class="arithmatex">\\({_escaped(source)}\\)</span>'


def _any_math(source: str, is_display: bool) -> str:
    if not is_display:
        return _inline_math(source, is_display)
    return f'<span class="arithmatex">\\[{_escaped(source)}\\]</span>'


def _html_link(url: str, text: str) -> str:
    """Link where the address can do no harm; else keep the text alone."""
    if _SAFE_URL.fullmatch(url) and "<a " not in text:
        return f'<a href="{_escaped(url)}">{text}</a>'
    return text


_QUOTE = ("“", "”")

HTML = Output(
    text=_escaped,
    elements={
        **{
            name: (f"<{name}>", f"</{name}>")
            for name in ("em", "strong", "code", "sup", "sub", "u")
        },
        "smallcaps": ('<span class="acad-smallcaps">', "</span>"),
        "quote": _QUOTE,
    },
    math=_inline_math,
    link=_html_link,
    is_html=True,
)

RUNNING_HTML = HTML._replace(math=_any_math)  # of a text, which has room for lines of formulas

PLAIN = Output(
    text=str,
    elements={"quote": _QUOTE},
    math=lambda source, is_display: f"${source}$",
    link=lambda url, text: text,
    is_html=False,
)
