"""Papers that a relative of PRISM keeps in TOML, as entries of the settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...bibliography.fields import FIELDS
from .site import Site, text_of

_NAMES = {
    "conference": "booktitle",
    "description": "additional_info",
    "contribution": "annotation",
    "pdfUrl": "pdf",
    "dataset": "data",
    "link": "url",
    "image": "preview",
    "reward": "award",
    "shortName": "abbr",
}
_LISTS = frozenset(("author", "editor", "keywords", "tags"))
_FILES = frozenset(
    "preview teaser pdf html slides poster video supp code url website project blog demo".split()
)
_KEYS = ("id", "key", "title")


def are_papers(rows: list[dict[str, Any]]) -> bool:
    """Tell a list of papers: all have a title and authors."""
    return all("title" in one and ("authors" in one or "author" in one) for one in rows)


def read(row: Mapping[str, Any], key: str, where: str, site: Site) -> dict[str, Any]:
    """Return an entry; what has no field is told."""
    found: dict[str, Any] = {"key": key, "title": text_of(row.get("title"))}
    authors = row.get("authors", row.get("author"))
    if isinstance(authors, list):
        found["authors"] = [one for one in map(_line, authors) if one]
    elif names := _line(authors):
        found["authors"] = names
    for name, value in row.items():
        if name in (*_KEYS, "authors", "author") or value in ("", [], {}):
            continue
        field = _NAMES.get(name, name)
        given = [_line(one) for one in value] if isinstance(value, list) else _line(value)
        if isinstance(given, list) and field not in _LISTS:
            given = "; ".join(given)
        if field not in FIELDS or field in found or not given:
            site.note(f"`{where}`: `{name}` of “{found['title'][:40]}” has no counterpart")
        elif isinstance(given, str) and field in _FILES:
            found[field] = site.addresses()(given)
        else:
            found[field] = given
    return {field: value for field, value in found.items() if value}


def _line(value: Any) -> str:
    return " ".join(text_of(value).split())
