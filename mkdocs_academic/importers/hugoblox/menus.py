"""The navigation, as the menu of a Hugo site has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .front import inner, line, mappings

if TYPE_CHECKING:
    from .site import Hugo


class Menu:
    """Puts the navigation of one site in order."""

    def __init__(self, hugo: Hugo) -> None:
        self._hugo = hugo
        self._entries = [*hugo.config.menu, *self._of_pages()]

    def _of_pages(self) -> list[dict[str, Any]]:
        """Return the entries that pages ask for themselves."""
        found = []
        for page in self._hugo.tree.pages.values():
            for name in ("menu", "menus"):
                given = page.meta.get(name)
                own = inner(given, "main")
                if given == "main" or (isinstance(given, list) and "main" in given):
                    own = {}
                if isinstance(own, dict):
                    found.append({"name": page.title, "url": f"/{page.path}", **own})
        return found

    def follow(self) -> None:
        """Order the navigation; what never stood in it leaves it, and the report says so."""
        result = self._hugo.result
        entries: list[dict[str, Any]] = [{self._home(): "index.md"}]
        for one in sorted(self._entries, key=_weight):
            if not line(one.get("parent")):
                entries += self._entry(one, entries)
        if len(entries) == 1:
            return
        named = set(_files(entries))
        for given in result.nav:
            for file in given.values():
                if file not in named:
                    self._hugo.note(f"`docs/{file}` stands outside of the navigation, as it did")
        result.nav = entries

    def _home(self) -> str:
        """Return what the menu calls the home page."""
        urls = ((line(one.get("name")), line(one.get("url"))) for one in self._entries)
        return next((name for name, url in urls if name and url in ("/", "./", "/#")), "Home")

    def _entry(self, one: dict[str, Any], before: list[dict[str, Any]]) -> list[dict[str, Any]]:
        label = line(one.get("name")) or line(one.get("title")) or line(one.get("identifier"))
        ident = line(one.get("identifier")) or label
        children = mappings(one.get("children")) + [
            each for each in self._entries if line(each.get("parent")) == ident
        ]
        if children and label:
            found: list[dict[str, Any]] = []
            for each in sorted(children, key=_weight):
                found += self._entry(each, [*before, *found])
            return [{label: found}] if found else []
        address = line(one.get("url")) or line(one.get("pageref"))
        file = self._file(address) if label and address else ""
        known = set(_files(before))
        if file == "index.md" and address.strip("/"):
            self._hugo.note(f"the menu's `{label}: {address}` is a part of the home page now")
        elif file in known:
            return []
        elif file:
            return [{label: file}]
        elif label and address.strip("/"):
            self._hugo.note(f"the menu's `{label}: {address}` leads nowhere now and was left out")
        return []

    def _file(self, address: str) -> str:
        """Return the page that an entry leads to, or its address at another site."""
        pages = self._hugo.result.pages
        name = address.lstrip("/")
        if name.startswith("#"):
            place = self._hugo.anchors.get(name[1:], "").partition("#")[0]
            return place if place in pages else "index.md"
        found = self._hugo.addresses(address).partition("#")[0]
        if found in pages:
            return found
        own = self._hugo.config.address
        is_file = found in self._hugo.media.files
        if is_file:
            profile = self._hugo.result.academic["profile"]
            profile.setdefault("cv", found) if re.search(r"cv|resume|vita", found, re.I) else None
            return f"{own}{found}" if own else ""
        is_web = re.match(r"https?://", found)
        return found if is_web and not (own and found.startswith(own)) else ""


def _files(entries: list[dict[str, Any]]) -> list[str]:
    found: list[str] = []
    for one in entries:
        for file in one.values():
            found += _files(file) if isinstance(file, list) else [file]
    return found


def _weight(one: dict[str, Any]) -> float:
    try:
        return float(line(one.get("weight")) or 0)
    except ValueError:
        return 0.0
