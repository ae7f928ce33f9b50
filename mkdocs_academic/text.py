"""User text on its way to HTML: Markdown, sanitised; nothing a stranger wrote can run."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import nh3
from markdown import Markdown

# What Markdown and the usual extensions make: text, tables, images, icons, math, footnotes.
_TAGS = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "dd", "del",
    "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "path", "pre", "q", "s",
    "samp", "small", "span", "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td",
    "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
})  # fmt: skip
_ATTRIBUTES = {
    "*": {"class", "id", "lang", "dir", "title", "role", "aria-label", "aria-hidden"},
    "a": {"href", "target", "rel", "hreflang", "download"},
    "img": {"src", "alt", "width", "height", "loading", "srcset", "sizes"},
    "path": {"d", "fill-rule", "clip-rule"},
    "svg": {"viewBox", "xmlns"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "ol": {"start", "type"},
}
_PARAGRAPH = re.compile(r"<p>(.*)</p>", re.DOTALL)


def sanitised(html: str) -> str:
    """Return the HTML with what is harmless in it, balanced; links only http(s) and mailto."""
    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        clean_content_tags={"script", "style"},
    )


@lru_cache(maxsize=4096)
def to_html(markdown: str, inline: bool = False) -> str:
    """Render Markdown apart from any page: for feeds, and where a page's own cannot be used."""
    html = sanitised(_markdown().reset().convert(markdown))
    found = _PARAGRAPH.fullmatch(html) if inline else None
    return found[1] if found and "<p>" not in found[1] else html


@cache
def _markdown() -> Markdown:
    return Markdown(extensions=["attr_list", "sane_lists"], output_format="html")
