"""Links of a blog's excerpts: a post is rendered a second time, on a page that lies elsewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

_LINK = re.compile(r'(?<= )(href|src)="([^"]*)"')
_HERE = "https://here.invalid/"


def post(md: Any) -> Any:
    """Return the post whose beginning is rendered, None where this is a page as any other.

    `md` is a Markdown instance; that of an excerpt has a processor of Material's blog which knows
    both pages, and moves the links that Markdown itself makes.
    """
    if "excerpt" not in md.treeprocessors:
        return None
    known = md.treeprocessors["excerpt"]
    has_both = getattr(known, "base", None) is not None
    return getattr(known, "page", None) if has_both else None


def mover(md: Any) -> Callable[[str], str] | None:
    """Return what moves links from a post to the list that shows its beginning, if this is one."""
    own = post(md)
    if own is None:
        return None
    shown_on = md.treeprocessors["excerpt"].base
    return lambda html: moved(html, own.url, shown_on.url)


def moved(html: str, post: str, shown_on: str) -> str:
    """Return HTML of the page at one address as it has to be at another; both below the site."""
    return _LINK.sub(
        lambda one: f'{one[1]}="{escape(_moved(unescape(one[2]), post, shown_on))}"', html
    )


def _moved(address: str, post: str, shown_on: str) -> str:
    target = urljoin(_HERE + post, address)
    if not target.startswith(_HERE) or address.startswith("/"):
        return address
    parts = urlsplit(target)
    start = posixpath.dirname(f"/{shown_on}")
    path = posixpath.relpath(parts.path, start)
    slash = "/" if parts.path.endswith("/") and path != "." else ""
    path = "./" if path == "." else f"{path}{slash}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{path}{query}{f'#{parts.fragment}' if parts.fragment else ''}"
