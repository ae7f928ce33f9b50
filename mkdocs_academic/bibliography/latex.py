"""From a LaTeX value to safe HTML or plain text; mathematics is left to the page's typesetter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from . import latex_reader, sanitize
from .latex_output import HTML, PLAIN, RUNNING_HTML, Output

_TAG = re.compile(r"<(?:/|[A-Za-z])")
SHORT = 160  # longer values do not repeat


def to_html(value: str) -> str:
    """Return a safe HTML fragment; math is source in `<span class="arithmatex">`."""
    if is_plain(value):
        return tidied(value.strip())
    return _short_html(value) if len(value) <= SHORT else _html(value)


def to_running_html(value: str) -> str:
    """Do the same for a text of some length: `$$…$$` in it stands on a line of its own."""
    return tidied(value.strip()) if is_plain(value) else _html(value, RUNNING_HTML)


def to_text(value: str) -> str:
    """Return plain Unicode; math is source between dollars, HTML tags stay as written."""
    return tidied(value.strip()) if is_plain(value) else decoded(value)


def to_plain(value: str) -> str:
    """Return plain Unicode without the HTML tags that the value may contain."""
    text = to_text(value)
    return tidied(sanitize.without_tags(text)) if "<" in text and _TAG.search(text) else text


def decoded(value: str) -> str:
    """Return plain Unicode of a value that is not plain."""
    return _short_text(value) if len(value) <= SHORT else _long_text(value)


def is_plain(value: str) -> bool:
    """Tell whether a value reads the same with and without LaTeX and HTML."""
    # Nothing else can mean anything. A character is found many times faster than by a pattern.
    return not (
        "{" in value or "\\" in value or "$" in value or "~" in value or "}" in value
        or "&" in value or "<" in value or ">" in value or '"' in value or "`" in value
        or ("-" in value and "--" in value) or ("'" in value and "''" in value)
    )  # fmt: skip


def tidied(text: str) -> str:
    """Return the text in composed characters and with single blanks, none around it."""
    if "\n" in text or "\t" in text or "\r" in text or "\f" in text or "\v" in text:
        for blank in "\n\t\r\f\v":
            text = text.replace(blank, " ")
    while "  " in text:  # much faster than a pattern, which finds single blanks, too
        text = text.replace("  ", " ")
    text = text.strip(" ")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _html(value: str, output: Output = HTML) -> str:
    if "less}" in value or "less{}" in value:
        value = sanitize.with_tags(value)
    tagged = "<" in value and bool(_TAG.search(value))
    if tagged:
        value = sanitize.prepared(value)
    html = tidied(latex_reader.convert(value, output, tagged))
    return tidied(sanitize.cleaned(html)) if tagged else html


def _text(value: str) -> str:
    return tidied(latex_reader.convert(value, PLAIN, False))


_short_html = lru_cache(8192)(_html)
_short_text = lru_cache(8192)(_text)
_long_text = lru_cache(512)(_text)  # downloads have it in two formats, one after the other
