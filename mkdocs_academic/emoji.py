"""Short names in Markdown: `:material-school:` is drawn, `:tada:` becomes the character."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any


def index(options: dict[str, Any], md: Any) -> Any:
    """Return Material's index of short names, as pymdownx.emoji asks for it."""
    return _Index(options, md)


class _Index:
    """Looks through Material's thousands of icons only when a page has a short name."""

    def __init__(self, options: dict[str, Any], md: Any) -> None:
        self._asked = options, md

    def __getitem__(self, key: str) -> Any:
        from material.extensions.emoji import twemoji

        return twemoji(*self._asked)[key]


def drawn(
    index: str,
    shortname: str,
    alias: str,
    uc: str | None,
    alt: str,
    title: str,
    category: str,
    options: dict[str, Any],
    md: Any,
) -> Any:
    """Draw an icon; an emoji is the character, for Material would fetch its picture elsewhere."""
    from material.extensions.emoji import to_svg

    if not uc:
        return to_svg(index, shortname, alias, uc, alt, title, category, options, md)
    span = etree.Element("span", {"class": "acad-emoji", "title": title})
    span.text = "".join(chr(int(point, 16)) for point in uc.split("-"))
    return span
