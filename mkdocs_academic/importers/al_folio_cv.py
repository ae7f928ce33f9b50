"""The CV of an al-folio site: its data as sections, below what its owner wrote on the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import cvs
from .al_folio_profile import described, titled
from .front_matter import text_of
from .jekyll import Jekyll
from .lists import is_newest_first
from .result import Result
from .source import Source

_EXAMPLE = "Albert Einstein"  # whose CV al-folio brings along
_FILES = (("_data/cv.yml", "cv", "CV"), ("assets/json/resume.json", "resume", "Resume"))


class AlFolioCv:
    """Carries the CV of `_data/cv.yml`, and the one of `resume.json` on a page of its own."""

    def __init__(self, source: Source, result: Result, jekyll: Jekyll) -> None:
        self._source, self._result, self._jekyll = source, result, jekyll

    def carry(self) -> set[str]:
        """Add the pages; return the sources that are done with."""
        done = set()
        for file, page, title in _FILES:
            name = f"_pages/{page}.md"
            is_there = name in self._jekyll.names
            meta = self._source.page_of(name)[0] if is_there else {}
            data = self._source.data(file)
            parts = self._parts(data, page, title) if data else []
            own = self._jekyll.page_text(name, "") if is_there else ""
            head = [self._jekyll.safe(described(meta).get("description", "")), self._file(meta)]
            if not parts and not (own and head[1]) and not head[1]:
                continue  # a page like any other, or none
            self._result.add_page(
                f"{page}.md",
                titled(meta, title),
                "\n\n".join(filter(None, [*head, own, *parts])),
                in_nav=not data or self._is_owner(file, data),
                meta=described(meta),
            )
            done.add(name)
        return done

    def _file(self, meta: Mapping[str, Any]) -> str:
        """Return a link to the file that the page offers."""
        given = text_of(meta.get("cv_pdf"))
        place = given if "/" in given else f"assets/pdf/{given}"
        if not given:
            return ""
        address = self._jekyll.addresses(place)
        if place == address and not self._source.has(place):
            self._source.report.note(f"`cv_pdf: {given}`: there is no `{place}`; it was left out")
            return ""
        return f"[PDF]({address})" if address else ""

    def _parts(self, data: Any, page: str, title: str) -> list[str]:
        """Make a section of each part of a known kind; return what the page shows."""
        parts = []
        for one in cvs.sections(data):
            count = self._result.report.count(f"{title}: {one.title}", one.kind)
            count.found = one.found
            if not one.items:
                for line in one.lines:
                    if not line.startswith(" "):
                        self._result.report.keep(
                            count, line, "this part of a CV has no kind of its own"
                        )
                parts.append(f"## {self._jekyll.safe(one.title)}\n\n{self._jekyll.safe(one.text)}")
                continue
            count.structured = len(one.items)
            name = self._result.name_for(one.kind, f"{page}_{one.title}")
            self._result.data[name] = [self._placed(item) for item in one.items]
            like = {} if name == one.kind else {"like": one.kind}
            order = {} if is_newest_first(one.items) else {"order": "written"}
            self._result.academic[name] = {
                **like,
                "title": one.title,
                **order,
                "items": f"data/{name}.yml",
            }
            parts.append(f'{{{{ sections("{name}") }}}}')
        return parts

    def _is_owner(self, file: str, data: Any) -> bool:
        """Tell of a CV of somebody else: the template brings one along."""
        basics = data.get("basics") if isinstance(data, dict) else None
        name = text_of((basics if isinstance(basics, dict) else {}).get("name"))
        owner = self._result.academic["profile"]["name"]
        if not name or set(name.casefold().split()) & set(owner.casefold().split()):
            return True
        is_theirs = name == _EXAMPLE
        there = "outside of" if is_theirs else "in"
        self._source.report.note(
            f"`{file}` is the CV of {name}, not of {owner}: its page stands {there} the "
            "navigation; delete it if it is the template's"
        )
        return not is_theirs

    def _placed(self, item: Mapping[str, Any]) -> dict[str, Any]:
        """Return an item whose addresses are those of the new site."""
        found = {
            key: self._jekyll.addresses.rewritten(value)
            if isinstance(value, str) and key not in ("url", "image", "date")
            else value
            for key, value in item.items()
        }
        for key in ("url", "image"):
            if key in found:
                found[key] = self._jekyll.addresses(found[key])
        return {key: value for key, value in found.items() if value}
