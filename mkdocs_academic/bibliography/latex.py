"""From a LaTeX value to safe HTML or plain text; mathematics is left to the page's typesetter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from . import latex_reader, sanitize
from .latex_output import HTML, PLAIN

# Nothing else can mean anything in LaTeX or HTML; one class of characters searches fastest.
_SPECIAL = re.compile('[\\\\{}~$`<>&"]')
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_ODD_BLANK = re.compile(r"\r|\f|\v")
_TAG = re.compile(r"<(?:/|[A-Za-z])")
SHORT = 160  # longer values do not repeat


def to_html(value: str) -> str:
    """Return a safe HTML fragment; math is source in `<span class="arithmatex">`."""
    if is_plain(value):
        return _tidy(value.strip())
    return _short_html(value) if len(value) <= SHORT else _html(value)


def to_text(value: str) -> str:
    """Return plain Unicode; math is source between dollars, HTML tags stay as written."""
    if is_plain(value):
        return _tidy(value.strip())
    return _short_text(value) if len(value) <= SHORT else _text(value)


def to_plain(value: str) -> str:
    """Return plain Unicode without the HTML tags that the value may contain."""
    text = to_text(value)
    return _tidy(sanitize.without_tags(text)) if _TAG.search(text) else text


def is_plain(value: str) -> bool:
    """Tell whether a value reads the same with and without LaTeX and HTML."""
    return not ("--" in value or "''" in value or _SPECIAL.search(value))


def _html(value: str) -> str:
    tagged = bool(_TAG.search(value))
    html = _tidy(latex_reader.convert(sanitize.prepared(value) if tagged else value, HTML, tagged))
    return _tidy(sanitize.cleaned(html)) if tagged else html


def _text(value: str) -> str:
    return _tidy(latex_reader.convert(value, PLAIN, False))


_short_html = lru_cache(8192)(_html)
_short_text = lru_cache(8192)(_text)


def _tidy(text: str) -> str:
    if "  " in text or "\n" in text or "\t" in text or _ODD_BLANK.search(text):
        text = _BLANKS.sub(" ", text)
    return _composed(text.strip(" "))


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)
