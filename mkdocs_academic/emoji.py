"""Short names in Markdown: `:material-school:` is drawn, `:tada:` becomes the character."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from os.path import isfile, join
from typing import Any


def index(options: dict[str, Any], md: Any) -> Any:
    """Return the index of short names, as pymdownx.emoji asks for it."""
    return _Index(options, md)


class _Index:
    """What pymdownx.emoji asks: looked up when a page has a short name."""

    def __init__(self, options: dict[str, Any], md: Any) -> None:
        self._folders = (*options.get("custom_icons", ()), _material())

    def __getitem__(self, key: str) -> Any:
        from pymdownx import twemoji_db  # here: most pages have none

        known = _Known(twemoji_db.emoji, self._folders)
        return {"name": "twemoji", "aliases": twemoji_db.aliases, "emoji": known}[key]


class _Known:
    """Emoji and icons by short name; an icon lies where its name says, so none are listed."""

    def __init__(self, emoji: Mapping[str, Any], folders: Iterable[str]) -> None:
        self._emoji = emoji
        self._folders = folders

    def get(self, name: str, default: Any = None) -> Any:
        """Return what is known of a short name, colons included."""
        known = self._emoji.get(name)
        if known and "path" not in known:  # Material's own index would leave its icons here
            return known
        return self._icon(name) or default

    def __getitem__(self, name: str) -> Any:
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def _icon(self, name: str) -> dict[str, str] | None:
        """Find `:fontawesome-brands-github:` at fontawesome/brands/github.svg."""
        words = name.strip(":").split("-")
        steps = ("/".join((*words[:n], "-".join(words[n:]))) for n in range(min(len(words), 4)))
        files = (join(folder, f"{one}.svg") for one in steps for folder in self._folders)
        file = next(filter(isfile, files), None)
        return {"name": name, "path": file} if file else None


def _material() -> str:
    spec = find_spec("material")
    places = (spec.submodule_search_locations if spec else None) or [""]
    return join(places[0], "templates", ".icons")


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
