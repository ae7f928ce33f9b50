"""Talks, teaching and portfolio of an academicpages site: a file each there, items here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from .academicpages_head import Heads
from .citation_text import plain
from .front_matter import text_of
from .jekyll import Jekyll
from .lists import is_newest_first
from .result import Result
from .source import Source


class Row(NamedTuple):
    """A folder of the old site and the section that it becomes."""

    folder: str
    kind: str
    title: str
    fields: Mapping[str, str]  # of the front matter to those of an item


ROWS = (
    Row(
        "_talks",
        "talks",
        "Talks",
        {"title": "title", "venue": "event", "location": "location", "type": "tags"},
    ),
    Row(
        "_teaching",
        "teaching",
        "Teaching",
        {"title": "course", "venue": "institution", "type": "tags"},
    ),
    Row("_portfolio", "projects", "Portfolio", {"title": "name", "type": "tags"}),
)
_LONG = 600  # characters: what is longer keeps its page


class AcademicLists:
    """Carries the lists of one site."""

    def __init__(self, source: Source, result: Result, jekyll: Jekyll) -> None:
        self._source, self._result, self._jekyll = source, result, jekyll
        self._heads = Heads(source, jekyll)

    def read(self, row: Row) -> bool:
        """Make the section of a folder; tell whether there is one."""
        names = self._jekyll.published(row.folder, ".md", ".markdown", ".html")
        found = []
        count = self._result.report.count(row.folder, row.kind)
        for name in names:
            meta, _ = self._source.page_of(name)
            count.found += 1
            count.structured += 1
            date = text_of(meta.get("date"))[:10]
            found.append((date or PurePosixPath(name).name[:10], self._item(row, name, meta, date)))
        if not found:
            self._result.report.counts.remove(count)
            return False
        is_dated = row.kind != "projects"
        found.sort(key=lambda one: one[0], reverse=is_dated)
        items = [item for _, item in found]
        self._result.data[row.kind] = items
        order = {} if is_dated and is_newest_first(items) else {"order": "written"}
        self._result.academic[row.kind] = {**order, "items": f"data/{row.kind}.yml"}
        return True

    def _item(self, row: Row, name: str, meta: Mapping[str, Any], date: str) -> dict[str, Any]:
        item: dict[str, Any] = {"date": re.sub(r"-01-01$", "", date)} if date else {}
        for key, field in row.fields.items():
            if value := plain(text_of(meta.get(key))):
                item[field] = value
        place = plain(text_of(meta.get("location")))
        if place and "location" not in row.fields.values():
            where = "institution" if row.kind == "teaching" else "text"
            item[where] = ", ".join(filter(None, (item.get(where, ""), place)))
        item.setdefault(next(iter(row.fields.values())), PurePosixPath(name).stem)
        image, written = self._heads.picture_and_text(meta)
        excerpt, links = self._jekyll.plain(written), self._heads.links(meta)
        texts = [item.pop("text", ""), excerpt, self._body(row, name, item, excerpt)]
        if text := "\n\n".join(filter(None, texts)):
            item["text"] = text
        item |= {"links": links} if links else {}
        item |= {"image": image} if image else {}
        for one in self._heads.left(meta, "location", *row.fields):
            self._source.report.note(f"`{name}`: `{one}` was left out")
        return item

    def _body(self, row: Row, name: str, item: dict[str, Any], excerpt: str) -> str:
        """Return a short text for the item; a long one, or one with headings, keeps its page."""
        text = self._jekyll.plain(self._jekyll.rendered(name)).strip()
        target = self._jekyll.target(name)
        if len(text) > _LONG or re.search(r"^#|^[=-]{3,}\s*$|^ *(?:```|~~~)", text, re.MULTILINE):
            title = next((item[one] for one in row.fields.values() if one in item), "Page")
            page = self._jekyll.page_text(name, "../")
            item["url"] = self._result.add_page(target, title, page, in_nav=False)
            return ""
        self._jekyll.addresses.move(target, f"{row.folder[1:]}.md")
        return "" if text == excerpt else text
