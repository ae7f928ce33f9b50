"""The papers of a lab: what the template has cited already, as entries of the settings."""

from __future__ import annotations

import re
from typing import Any

from .. import bib_out, calls, paper_text
from ..permalinks import listed
from . import filters
from .lab import Lab, text_of

_FILES = ("_data/citations.yaml", "_data/citations.yml")
_SOURCES = ("_data/sources.yaml", "_data/sources.yml")
_IDS = {"doi": "doi", "pubmed": "pmid", "pmid": "pmid", "arxiv": "arxiv", "isbn": "isbn"}
_FIELDS = {
    "publisher": "venue",
    "date": "date",
    "note": "note",
    "abstract": "abstract",
}
_KNOWN = frozenset(
    "id title authors publisher date description note link image tags repo extra-links buttons "
    "type plugin file _cache date-accessed "
    "abstract url year group orcid gsid term remove".split()
)


class Papers:
    """Carries the papers of one lab."""

    def __init__(self, lab: Lab) -> None:
        self._lab = lab
        self._rows: list[dict[str, Any]] = []
        self._left: dict[str, list[tuple[str, str]]] = {}  # fields: places, titles
        self.is_shown = False  # whether a page lists papers
        self._keys: dict[str, str] = {}  # by id and by title, as pages look papers up

    def read(self) -> None:
        """Put the papers into the settings."""
        name = next((one for one in _FILES if self._lab.source.has(one)), "")
        rows = [one for one in listed(self._lab.source.data(name)) if isinstance(one, dict)]
        sources = next((one for one in _SOURCES if self._lab.source.has(one)), "")
        more = [one for one in listed(self._lab.source.data(sources)) if isinstance(one, dict)]
        known = {text_of(one.get("id")) for one in rows}
        for one in more:
            paper, title = text_of(one.get("id")), text_of(one.get("title"))
            if paper in known and paper:
                continue
            if title and text_of(one.get("remove")).lower() != "true":
                rows.append(one)
            elif paper and text_of(one.get("remove")).lower() != "true":
                where = self._lab.at(sources, "id", paper)
                self._lab.note(f"`{where}`: `{paper}` is not cited yet (`{_FILES[0]}` lacks it)")
        count = self._lab.result.report.count(name or sources, "publications")
        entries = []
        for row in rows:
            count.found += 1
            if not text_of(row.get("title")):
                paper = text_of(row.get("id"))
                where = self._lab.at(name or sources, "id", paper)
                self._lab.note(f"`{where}`: `{paper}` has no title: left out")
                count.found -= 1
                continue
            count.structured += 1
            entries.append(self._entry(row, name or sources))
        for field, places in sorted(self._left.items()):
            where, title = places[0]
            others = f" and {len(places) - 1} more" if len(places) > 1 else ""
            self._lab.note(f"`{where}`: `{field}` of “{title[:40]}”{others} has no counterpart")
        if not entries:
            self._lab.result.report.counts.remove(count)
            return
        self._lab.result.data["papers"] = entries
        self._lab.result.academic["publications"] = {"entries": "data/papers.yml"}

    def _entry(self, row: dict[str, Any], name: str) -> dict[str, Any]:
        given = " ".join(text_of(row.get("title")).split())
        title = paper_text.of_html(given)
        authors = [" ".join(one.split()) for one in map(text_of, listed(row.get("authors"))) if one]
        taken = set(self._keys.values())
        key = bib_out.key(tuple(authors), _year(row), title, taken)
        paper = text_of(row.get("id"))
        self._keys |= {one: key for one in (paper, given.lower(), title.lower()) if one}
        self._rows.append({**row, "_": key})
        found: dict[str, Any] = {"key": key, "title": title, "authors": authors}
        for theirs, ours in _FIELDS.items():
            found[ours] = paper_text.of_html(text_of(row.get(theirs)))
        kind, _, value = paper.partition(":")
        if field := _IDS.get(kind.strip().lower()):
            found[field] = value.strip()
        found["date"] = found["date"] or text_of(row.get("year"))
        found["url"] = self._lab.addresses(text_of(row.get("link")) or text_of(row.get("url")))
        found["preview"] = self._lab.addresses(text_of(row.get("image")))
        found["tags"] = [one for one in map(text_of, listed(row.get("tags"))) if one]
        found["links"] = self._links(row)
        about = text_of(row.get("description"))  # Markdown, to the template
        found["additional_info"], more = paper_text.of_markdown(about, self._lab.addresses)
        found["links"] |= {_free(label, found["links"]): url for label, url in more.items()}
        for field in row.keys() - _KNOWN:
            if row[field]:
                where = self._lab.at(name, field, paper)
                self._left.setdefault(field, []).append((where, title))
        return {field: value for field, value in found.items() if value}

    def _links(self, row: dict[str, Any]) -> dict[str, str]:
        links: dict[str, str] = {}
        for one in [*listed(row.get("extra-links")), *listed(row.get("buttons"))]:
            given = one if isinstance(one, dict) else {}
            word = text_of(given.get("text")) or text_of(given.get("type")) or "link"
            if url := self._lab.addresses(text_of(given.get("link"))):
                links[_free(word, links)] = url
        repo = f"https://github.com/{text_of(row.get('repo')).strip('/')}"
        if text_of(row.get("repo")) and repo not in links.values():
            links[_free("source", links)] = repo
        return links

    def macro(self, conditions: list[str], limit: int = 0) -> str:
        """Return the macro that lists those papers that fit."""
        shown = [one["_"] for one in filters.fitting(self._rows, conditions, self._lab.note)]
        if not shown:
            return ""
        self.is_shown = True
        options: dict[str, Any] = {} if len(shown) == len(self._rows) else {"keys": shown}
        return calls.macro("publications", **options, **({"limit": limit} if limit else {}))

    def one(self, lookup: str) -> str:
        """Return the macro that shows one paper, "" for one that is not there."""
        word = " ".join(lookup.split())
        key = self._keys.get(word) or self._keys.get(word.lower())
        if not key:
            pattern = word.lower()
            key = next((one for text, one in self._keys.items() if pattern in text.lower()), "")
        return calls.macro("publications", keys=[key], group_by="none") if key else ""


def _year(row: dict[str, Any]) -> str:
    found = re.search(r"\d{4}", f"{text_of(row.get('date'))} {text_of(row.get('year'))}")
    return found[0] if found else ""


def _free(word: str, taken: dict[str, str]) -> str:
    word = re.sub(r"\s+", " ", word)
    names = (word, *(f"{word} {number}" for number in range(2, 100)))
    return next(one for one in names if one not in taken)
