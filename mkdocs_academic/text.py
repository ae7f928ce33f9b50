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
    "*": {"class", "lang", "dir", "title", "role", "aria-label", "aria-hidden"},
    "a": {"href", "target", "rel", "hreflang", "download"},
    "img": {"src", "alt", "width", "height", "loading", "srcset", "sizes"},
    "path": {"d", "fill-rule", "clip-rule"},
    "svg": {"viewBox", "xmlns"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "ol": {"start", "type"},
    # Ids of headings and footnotes only: others could shadow those of the page.
    **{tag: {"id"} for tag in ("h1", "h2", "h3", "h4", "h5", "h6", "li", "sup")},
}
_PARAGRAPH = re.compile(r"<p>(.*)</p>", re.DOTALL)


def sanitised(html: str) -> str:
    """Return the HTML with what is harmless in it, balanced; links only http(s) and mailto."""
    clean = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        attribute_filter=_kept,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        clean_content_tags={"script", "style"},
    )
    return _NO_PICTURE.sub("", clean)


_NO_PICTURE = re.compile(r"<img(?![^>]*\ssrc=)[^>]*>")


def _kept(tag: str, attribute: str, value: str) -> str | None:
    """Drop links that lead nowhere, and classes with which Material's script does things."""
    if attribute in ("href", "src"):
        return value if value.strip() else None
    if attribute == "class":
        return " ".join(one for one in value.split() if not one.startswith("md-")) or None
    if attribute == "id" and tag in ("li", "sup"):
        return value if value.startswith("fn") else None
    return value


def isolated(html: str) -> str:
    """Return a name so that figures beside it keep their places where it is read from the right."""
    return f"<bdi>{html}</bdi>" if _FROM_THE_RIGHT.search(html) else html


_FROM_THE_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")  # Hebrew to Arabic


@lru_cache(maxsize=4096)
def to_html(markdown: str, inline: bool = False) -> str:
    """Render Markdown apart from any page: for feeds, and where a page's own cannot be used."""
    html = sanitised(_markdown(inline).reset().convert(markdown))
    found = _PARAGRAPH.fullmatch(html) if inline else None
    return found[1] if found and "<p>" not in found[1] else html


# Python-Markdown's own but `empty` and `paragraph`.
_BLOCKS = (
    *("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote"),
    "reference",
)


@cache
def _markdown(inline: bool) -> Markdown:
    md = Markdown(extensions=["attr_list", "sane_lists"], output_format="html")
    if inline:  # "2. Vorsitzender" is no list, "# 12, Main St" no heading
        for block in _BLOCKS:
            md.parser.blockprocessors.deregister(block)
    return md
