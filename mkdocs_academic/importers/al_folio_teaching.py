"""The courses of an al-folio site: an item each, and its page with the schedule as a table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from . import calls, inert, page_head
from .al_folio_profile import described, titled
from .front_matter import text_of
from .jekyll import Jekyll
from .lists import is_newest_first
from .permalinks import listed
from .result import Result
from .source import Source

_PAGE = "_pages/teaching.md"
_FOLDERS = ("_teachings", "_teaching")
_SAID = ("instructor", "location", "time", "course_id")  # with a line on the page
_KNOWN = frozenset("year term schedule title description layout date published".split())
_LATER = ("Spring", "Summer", "Autumn", "Fall", "Winter")


class AlFolioTeaching:
    """Carries the courses of one site."""

    def __init__(self, source: Source, result: Result, jekyll: Jekyll) -> None:
        self._source, self._result, self._jekyll = source, result, jekyll

    def read(self) -> set[str]:
        """Make the section and its pages; return the sources that are done with."""
        names = [name for one in _FOLDERS for name in self._jekyll.published(one, ".md", ".html")]
        found = []
        for name in names:
            meta, _ = self._source.page_of(name)
            year, term = text_of(meta.get("year")), text_of(meta.get("term"))
            date = " ".join(filter(None, (term, year))) or text_of(meta.get("date"))[:10]
            order = next((place for place, one in enumerate(_LATER) if one in term.title()), -1)
            found.append(((year or date[:4], order, name), self._item(name, meta, date)))
        if not found:
            return set()
        items = [item for _, item in sorted(found, key=lambda one: one[0], reverse=True)]
        count = self._result.report.count(PurePosixPath(names[0]).parts[0], "teaching")
        count.found = count.structured = len(items)
        self._result.data["teaching"] = items
        written = {} if is_newest_first(items) else {"order": "written"}
        self._result.academic["teaching"] = {**written, "items": "data/teaching.yml"}
        self._page()
        return {*names, _PAGE}

    def _page(self) -> None:
        """Write the page that lists the courses."""
        meta = self._source.page_of(_PAGE)[0] if _PAGE in self._jekyll.names else {}
        title = titled(meta, "Teaching")
        text = self._jekyll.listing(_PAGE, calls.macro("teaching"), r"include courses|teachings?\b")
        head = described(meta)
        lead = self._jekyll.safe(head.get("description", ""))
        self._result.add_page("teaching.md", title, f"{lead}\n\n{text}", meta=head)

    def _item(self, name: str, meta: Mapping[str, Any], date: str) -> dict[str, Any]:
        title = text_of(meta.get("title")) or PurePosixPath(name).stem
        about = " ".join(text_of(meta.get("description")).split())
        target = self._jekyll.target(name)
        body = self._jekyll.page_text(name, "../")
        lines = [date] + [
            f"{key.replace('_', ' ').capitalize()}: {text_of(meta.get(key))}"
            for key in _SAID
            if text_of(meta.get(key))
        ]
        head = "  \n".join(filter(None, (about, " · ".join(filter(None, lines)))))
        parts = [self._jekyll.safe(head, "../"), body, self._schedule(meta.get("schedule"))]
        page = {"description": about} if about else {}
        target = self._result.add_page(
            target, title, "\n\n".join(filter(None, parts)), in_nav=False, meta=page
        )
        others = {key: one for key, one in meta.items() if key not in _KNOWN and key not in _SAID}
        for one in page_head.of_page(others).left:
            self._source.report.note(f"`{name}`: `{one}` has no place on a page and was left out")
        item = {"course": inert.label(title), "date": date, "text": self._jekyll.plain(about)}
        return {key: value for key, value in item.items() if value} | {"url": target}

    def _schedule(self, given: Any) -> str:
        """Write the weeks of a course as a table of all that is said of them."""
        weeks = [one for one in listed(given) if isinstance(one, dict)]
        keys = list(dict.fromkeys(key for one in weeks for key in one))
        if not keys:
            return ""
        rows = [[key.replace("_", " ").capitalize() for key in keys], ["---"] * len(keys)]
        rows += [[self._cell(one.get(key)) for key in keys] for one in weeks]
        table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
        return f"## Schedule\n\n{self._jekyll.safe(table, '../')}"

    def _cell(self, value: Any) -> str:
        """Write what stands in a cell in one line; materials are links."""
        if isinstance(value, list):
            return ", ".join(filter(None, map(self._cell, value)))
        if isinstance(value, dict):
            label, url = text_of(value.get("name")) or "link", text_of(value.get("url"))
            others = [self._cell(one) for key, one in value.items() if key not in ("name", "url")]
            first = f"[{label}]({url})" if url else label
            return " ".join(filter(None, (first, *others)))
        return " ".join(str(value or "").split()).replace("|", "&#124;")
