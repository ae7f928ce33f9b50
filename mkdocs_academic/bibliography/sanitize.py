"""HTML that stands in a value: a few harmless elements stay, kept balanced; the rest goes."""

from __future__ import annotations

import re

TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_KEPT = {"b", "i", "em", "strong", "sub", "sup", "u", "br", "code", "span", "a"}
_OUR_CLASSES = ("arithmatex", "acad-smallcaps")
# JATS, as Crossref and publishers hand it out
_RENAMED = {"italic": "i", "bold": "b", "underline": "u", "monospace": "code"}
_JATS = re.compile(r"<(/?)(?:jats:)?(italic|bold|underline|monospace|sub|sup)\s*>", re.IGNORECASE)
# The same when a manager of references took it for text: `{\textless}p{\textgreater}`
_AS_TEXT = re.compile(
    r"(?:\{\\textless\}|\\textless\{\})(/?)"
    r"((?:jats:)?(?:p|title|sec|i|b|em|strong|italic|bold|sub|sup|underline|u|scp))"
    r"(?:\{\\textgreater\}|\\textgreater\{\})",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"</?(?:jats:)?(?:p|div|sec|title|li|ul|ol|tr|table|h[1-6]|section)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def prepared(value: str) -> str:
    """Rename publishers' elements; what ends a paragraph leaves a blank."""
    value = _JATS.sub(lambda found: f"<{found[1]}{_html_name(found[2].lower())}>", value)
    return _BLOCK.sub(" ", value)


def with_tags(value: str) -> str:
    """Return a LaTeX value with the elements that are written as text in it, if they pair."""
    opened, closed = set[str](), set[str]()
    for is_end, name in _AS_TEXT.findall(value):
        (closed if is_end else opened).add(name)
    pairs = opened & closed
    return _AS_TEXT.sub(lambda tag: f"<{tag[1]}{tag[2]}>" if tag[2] in pairs else tag[0], value)


def _html_name(jats: str) -> str:
    return _RENAMED.get(jats, jats)


def cleaned(html: str) -> str:
    """Return balanced HTML made of the elements that may stay."""
    import nh3  # only where a value has tags

    return nh3.clean(
        html,
        tags=_KEPT,
        attributes={"span": {"class"}, "a": {"href"}},
        attribute_filter=_our_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _our_attribute(element: str, name: str, value: str) -> str | None:
    if element == "span":
        return value if value in _OUR_CLASSES else None
    return value if value.lower().startswith(("http://", "https://", "mailto:")) else None


def without_tags(text: str) -> str:
    """Drop tags and keep what is between them."""
    return TAG.sub("", _BLOCK.sub(" ", text))
