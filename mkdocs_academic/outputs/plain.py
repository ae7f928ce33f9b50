"""Plain text out of HTML and Markdown, for heads, feeds and calendars, which know no markup."""

from __future__ import annotations

import html
import re

from .. import text
from .formula_text import to_text

_FORMULA = re.compile(r'<(span|div) class="arithmatex">\\[(\[](.*?)\\[)\]]</\1>', re.DOTALL)
_BREAK = re.compile(r"<(?:br|hr|/?(?:p|div|li|ul|ol|h[1-6]|tr|td|th|blockquote|pre))\b[^<>]*>")
# In our own HTML every attribute stands in double quotes.
TAG = re.compile(r'</?[A-Za-z][^\s<>]*(?:\s+[\w:-]+(?:="[^"]*")?)*\s*/?>')
_SHORT_NAME = re.compile(r"(?<![\w:]):([a-z0-9_+-]*[a-z][a-z0-9_+-]*|[+-]1):(?:\{[^{}]*\})?")
_ICON = re.compile(r"(?:material|fontawesome|octicons|simple|academic)-")
# XML 1.0, production 2: what no XML can hold, and JSON better does not.
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def from_html(value: str) -> str:
    """Return the words of sanitised HTML on one line; formulas in Unicode."""
    if "<" in value:
        value = without_formulas(value)
        value = TAG.sub("", _BREAK.sub(" ", value))
    return " ".join(without_controls(html.unescape(value)).split())


def without_formulas(value: str) -> str:
    """Write formulas in plain Unicode, where no script will typeset them."""
    if "arithmatex" not in value:
        return value
    return _FORMULA.sub(lambda one: html.escape(to_text(html.unescape(one[2]))), value)


def from_markdown(value: str) -> str:
    """Return the words of a Markdown text on one line."""
    return from_html(text.to_html(spelled_out(value), inline=True)) if value else ""


def spelled_out(markdown: str) -> str:
    """Write `:tada:` and `$n^2$` in characters, and drop icons: only the engine can draw them."""
    if "$" in markdown:
        markdown = _DOLLARS.sub(_formula, markdown)
    return _SHORT_NAME.sub(_character, markdown) if ":" in markdown else markdown


def _formula(found: re.Match[str]) -> str:
    if not found["tex"]:
        return found[0].removeprefix("\\")
    said = html.escape(to_text(found["tex"]), quote=False)
    return _SIGNS.sub(r"\\\g<0>", said)


# As pandoc reads dollars: `$5` and `$5-$10` are prices.
_DOLLARS = re.compile(
    r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|\\\$|"
    r"(?<![\\$])\$(?P<tex>(?![\s$])(?:\\.|[^\\$`])+?)(?<!\s)\$(?![\d$])",
    re.DOTALL,
)
_SIGNS = re.compile(r"[\\`*_{}\[\]]")


def _character(found: re.Match[str]) -> str:
    if _ICON.match(found[1]):
        return ""
    from pymdownx import twemoji_db  # large; comes with every engine

    name = f":{found[1]}:"
    known = twemoji_db.emoji.get(twemoji_db.aliases.get(name, name))
    if not known:
        return found[0]
    return "".join(chr(int(point, 16)) for point in known["unicode"].split("-"))


def without_controls(value: str) -> str:
    """Drop characters that may not stand in XML, lone surrogates among them."""
    return value if value.isascii() and value.isprintable() else _FORBIDDEN.sub("", value)


def shortened(value: str, limit: int) -> str:
    """Cut plain text to at most `limit` characters, at a blank where there is one nearby."""
    if len(value) <= limit:
        return value
    at = value.rfind(" ", 0, limit)
    return value[: at if at > limit // 2 else limit - 1].rstrip(" ,;:.–—-") + "…"
