"""The navigation as al-folio has it: pages that say `nav: true`, in the order that they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from . import inert
from .front_matter import text_of
from .jekyll import Jekyll
from .permalinks import listed
from .result import Result
from .source import Source

# Pages that only list something, which a folder of pages does here.
_LISTS = {"blog.md": "blog/index.md", "books.md": "books/index.md"}
_ELSEWHERE = ("blog/index.html", "blog/index.md", "blog.md", "news.md", "news.html")


class Nav:
    """Puts the navigation of one site in order."""

    def __init__(self, source: Source, result: Result, jekyll: Jekyll) -> None:
        self._source, self._result, self._jekyll = source, result, jekyll
        self._old = dict(self._pages())
        self._grouped: set[str] = set()  # what stands in a menu

    def _pages(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Return the old site's pages that could stand there: file below docs, front matter."""
        names = {
            name: one for name, one in self._jekyll.names.items() if name.startswith("_pages/")
        }
        names |= {one: one.replace("html", "md") for one in _ELSEWHERE if self._source.has(one)}
        for name, target in names.items():
            target = target if target in self._result.pages else _LISTS.get(target, target)
            yield target, self._source.page_of(name)[0]

    def follow(self) -> None:
        """Order the navigation; what never stood in it leaves it, and the report says so."""
        shown = {file: one for file, one in self._old.items() if _word(one.get("nav")) == "true"}
        if not shown:
            return
        labels = {str(file): label for one in self._result.nav for label, file in one.items()}
        order = sorted(shown, key=lambda file: _number(shown[file]))
        entries: list[dict[str, Any]] = [{"About": "index.md"}] if "index.md" in labels else []
        for file in order:
            if _word(shown[file].get("dropdown")) == "true":
                entries += self._group(shown[file], {*shown, "index.md"})
            elif file in self._result.pages and file != "index.md":
                entries.append({labels.get(file, _title(shown[file], file)): file})
        for file, label in labels.items():
            if file in shown or file == "index.md" or file in self._grouped:
                continue
            if file in self._old or file == "books/index.md":
                self._result.report.note(
                    f"`docs/{file}` stands outside of the navigation, as it did (no `nav: true`)"
                )
            else:
                entries.append({label: file})
        self._result.nav = [_capital(one) for one in entries]

    def _group(self, meta: Mapping[str, Any], elsewhere: set[str]) -> list[dict[str, Any]]:
        """Return the pages of a menu that stand nowhere else in the navigation."""
        inner = []
        for one in listed(meta.get("children")):
            title = text_of(one.get("title")) if isinstance(one, dict) else ""
            address = text_of(one.get("permalink")) if title else ""
            file = self._jekyll.addresses(address) if address else ""
            file = file if file in self._result.pages else _LISTS.get(file, file)
            own = text_of(self._result.config.get("site_url")) or "/"
            is_outside = re.match(r"https?://|//", address) and not file.startswith(own)
            if (file in self._result.pages or is_outside) and file not in elsewhere:
                inner.append({title: file})
                self._grouped.add(file)
            elif address and file not in elsewhere:
                self._result.report.note(f"the menu entry `{title}: {address}` was left out")
        return [{_title(meta, "more"): inner}] if inner else []


def _number(meta: Mapping[str, Any]) -> float:
    try:
        return float(meta.get("nav_order") or meta.get("nav_rank") or "inf")
    except (TypeError, ValueError):
        return float("inf")


def _title(meta: Mapping[str, Any], file: str) -> str:
    return str(meta.get("title") or file.removesuffix(".md"))


def _capital(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Have an entry begin with a capital letter, as those do that the import writes itself."""
    return {
        inert.capital(label) if label.islower() else label: (
            [_capital(one) for one in file] if isinstance(file, list) else file
        )
        for label, file in entry.items()
    }


def _word(value: Any) -> str:
    return str(value or "").strip().lower()
