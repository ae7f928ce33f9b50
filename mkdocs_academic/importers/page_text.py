"""Markdown of strangers made safe for a page: no script, no style, no macro, no foreign tag."""

from __future__ import annotations

import html
import re

from ..urls import safe_url
from .code import CODE, is_tidy
from .formulas import around

_TAGS = frozenset(
    "a abbr b bdi bdo blockquote br caption cite code dd del details dl dt em figcaption "
    "figure hr i "
    "img ins kbd li mark ol p pre q s samp small strong sub summary sup table tbody td tfoot "
    "th thead "
    "tr u ul var wbr".split()
)
_ATTRIBUTES = {
    "a": ("href", "title"),
    "img": ("src", "alt", "width", "height"),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan"),
    "ol": ("start",),
}
_TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s\"'<>/=]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*)\s*(/?)>"
)
_GIVEN = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+))")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>\"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")
_TARGET = re.compile(r"(\]\(\s*)(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)")
_REFERENCE = re.compile(
    r"^( {0,3}\[(?!\^)[^\]\n]*\]:[ \t]*\n?[ \t]*)<?(\S+?)>?(?=\s|$)", re.MULTILINE
)
_KRAMDOWN = re.compile(r"[ \t]*\{:[^}\n]*\}|(?<=\S)[ \t]*\{[#.][\w\s.#-]*\}[ \t]*$", re.MULTILINE)
_LISTED = re.compile(
    r"\{(?=[^}\n]*\b(?:on\w+|style|href|src\w*|action|formaction|xlink\S*|data\S*)\s*=)",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"\b((?:java|vb)script)\s*:", re.IGNORECASE)  # whatever led there
_MACROS = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")


def cleaned(markdown: str) -> str:
    """Return Markdown that shows the same and does nothing."""
    pieces: list[str] = []
    at, has_tidy_fences = 0, is_tidy(markdown)
    for found in CODE.finditer(markdown):
        code = found[0]
        if has_tidy_fences and "\n" in code:
            code = f"\n{code}\n"  # whatever goes before it, it begins a line
        elif re.search(r"[<\[\]{}]", code):
            code = _code(code)
        pieces += (around(markdown[at : found.start()], _text), code)
        at = found.end()
    return _without_macros("".join([*pieces, around(markdown[at:], _text)]))


def _text(text: str) -> str:
    text = re.sub(r"<!--.*?(?:-->|\Z)", "", text, flags=re.DOTALL)
    text = _KRAMDOWN.sub("", text)
    text = re.sub(r"[ \t]*\\\\[ \t]*$", "  ", text, flags=re.MULTILINE).replace(r"\|", "|")
    text = _AUTOLINK.sub(_linked, text)
    parts: list[str] = []
    at = 0
    for tag in _TAG.finditer(text):
        parts += (_plain(text[at : tag.start()]), _tag(tag))
        at = tag.end()
    text = "".join([*parts, _plain(text[at:])])  # only now are lines what they will be
    text = _TARGET.sub(lambda one: f"{one[1]}{_safe(one[2])}", text)
    text = _REFERENCE.sub(lambda one: f"{one[1]}{_safe(one[2])}", text)
    return _SCHEME.sub(r"\1 :", text)


def _code(piece: str) -> str:
    """Write code that holds more than words as HTML: a reader might not take it for code."""
    inner = (
        re.sub(r"^ {0,3}(?:```|~~~).*$", "", piece, flags=re.MULTILINE) if "\n" in piece else piece
    )
    text = html.escape(inner.strip("`\n"))
    text = re.sub(r"[*_`\[\]{}\\~]", lambda one: f"&#{ord(one[0])};", text)
    return f"<pre><code>{text}</code></pre>" if "\n" in piece else f"<code>{text}</code>"


def _linked(found: re.Match[str]) -> str:
    address = found[1] if ":" in found[1] else f"mailto:{found[1]}"
    return f"[{found[1].removeprefix('mailto:')}]({address})"


def _safe(address: str) -> str:
    address = address.strip("<>")
    return safe_url(html.unescape(address).replace(" ", "%20")) or "#" if address else "#"


def _plain(text: str) -> str:
    """Let `<` open nothing; braces with attributes are text."""
    return _LISTED.sub("&#123;", text.replace("<", "&lt;"))


def _tag(found: re.Match[str]) -> str:
    """Return a tag with the attributes that only show something, nothing for others."""
    name = found[2].lower()
    if name not in _TAGS:
        return ""
    if found[1]:
        return f"</{name}>"
    given = {key.lower(): a or b or c for key, a, b, c in _GIVEN.findall(found[3])}
    kept = ""
    for key in _ATTRIBUTES.get(name, ()):
        value = html.unescape(given.get(key, ""))
        if key in ("href", "src"):
            value = safe_url(value) or ""
        if value and (
            key not in ("width", "height", "colspan", "rowspan", "start") or value.isdigit()
        ):
            kept += f' {key}="{html.escape(value)}"'
    return f"<{name}{kept}>"


def _without_macros(text: str) -> str:
    """Keep what a macro engine would read from it."""
    if not _MACROS.search(text):
        return text
    inner = re.sub(r"\{%(?=[-+]?\s*endraw)", "&#123;%", text)
    return f"{{% raw %}}{inner}{{% endraw %}}"
