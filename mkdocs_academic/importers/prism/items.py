"""The lists of a PRISM site, of cards and of news, as items of a section."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .. import cvs
from ..kinds import ABOUT, kind_of
from ..lists import is_newest_first
from ..toml_text import Toml
from .languages import Language
from .site import Site, plain, tables, text_of

# Where the title and the line below it go, by type of section.
_FIELDS = {
    "honors": ("title", "awarder"),
    "projects": ("name", "role"),
    "services": ("role", "organization"),
    "teaching": ("course", "role"),
    "experience": ("position", "organization"),
    "internships": ("position", "organization"),
    "education": ("degree", "institution"),
    "talks": ("title", "event"),
    "patents": ("title", "office"),
    "funding": ("title", "funder"),
    "news": ("", ""),
}
_TITLE = ("title", "name", "degree", "position", "course", "role")
_BELOW = ("subtitle", "host", "institution", "organization", "company", "venue", "event", "school")
_TEXT = ("content", "text", "description", "details", "summary")
_DATE = ("date", "period", "duration", "year", "time")
_START, _END = ("start", "start_date", "startDate"), ("end", "end_date", "endDate")
_LINK = ("link", "url", "href")
_IMAGE = ("image", "logo", "preview", "cover", "photo")
_INNER = ("id", "slug", "image_position")  # what only the template makes use of
_TAGS = ("tags", "category", "tag")
_SCHOOL = re.compile(
    r"universit|institut|college|school|academy|大学|学院|大學|學院", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"(?:https?:)?//\S+|/[^\s/]\S*|[^\s:]+\.(?:pdf|html|png|jpe?g)", re.IGNORECASE
)
_PICTURE = re.compile(r"^\S.*\.(?:png|jpe?g|gif|webp|avif|svg)$", re.IGNORECASE)
_LISTS = frozenset(("sections", "navigation"))


def lists(toml: Toml) -> dict[str, list[dict[str, Any]]]:
    """Return the lists of a file, by their names."""
    return {
        key: found
        for key, value in toml.data.items()
        if key not in _LISTS and (found := tables(value))
    }


def kind(toml: Toml, rows: list[dict[str, Any]], *words: str) -> str:
    """Return the type of section that a list is: told by words, the first that does; else ""."""
    keys = {key for one in rows for key in one}
    if keys <= {"date", "content", "text", "link", "image", "type", "id"} and "content" in keys:
        return "news"
    names = toml.name.rpartition("/")[2].removesuffix(".toml")
    for word in (*words, names):
        found = kind_of(re.sub(r"[-_]", " ", word)) if word.strip() else ""
        if found in _FIELDS and (
            found != "news" or keys & {"date", "content"} == {"date", "content"}
        ):
            return found
        if found and found not in (ABOUT, "news"):
            return ""
    return ""


class Lists:
    """Makes sections of the lists of one language."""

    def __init__(self, site: Site, language: Language) -> None:
        self._site, self._language = site, language
        self._made: dict[int, str] = {}  # by the list: what is shown twice is made once

    def make(
        self, toml: Toml, key: str, title: str, words: tuple[str, ...], limit: str = ""
    ) -> str:
        """Add a section and its data file, and return its name, "" for an empty list."""
        place = id(toml.data.get(key))
        if place in self._made:
            return self._made[place]
        rows = tables(toml.data.get(key))
        type_ = kind(toml, rows, *words)
        like = type_ or "projects"
        count = self._site.result.report.count(title or key, like)
        items = []
        for at, row in enumerate(rows):
            count.found += 1
            where = toml.at(key, at)
            item = self._item(row, like)
            if not item:
                self._site.note(f"`{where}` has no words and was left out")
                count.found -= 1
                continue
            count.structured += 1
            items.append(item)
        if not items:
            self._site.result.report.counts.remove(count)
            return ""
        stem = toml.name.rpartition("/")[2].removesuffix(".toml")
        name = self._name(like, bool(type_), title if stem == "about" else stem)
        self._site.result.data[name] = items
        self._site.result.academic[name] = {
            **({"like": like} if name != like else {}),
            **({"title": title} if title else {}),
            **({"limit": int(limit)} if limit.isdigit() and int(limit) else {}),
            **({} if is_newest_first(items) else {"order": "written"}),
            "items": f"data/{name}.yml",
        }
        self._made[place] = name
        return name

    def _name(self, like: str, is_known: bool, stem: str) -> str:
        """Return a free name: that of the type, or of the file; other languages add theirs."""
        tag = self._language.tag if self._language.prefix else ""
        title = f"{like if is_known else stem} {tag}".strip()
        is_own = not is_known or bool(tag)
        return self._site.result.name_for(like, title, is_own=is_own)

    def _item(self, row: Mapping[str, Any], like: str) -> dict[str, Any]:
        left = {one: row[one] for one in row if row[one] not in ("", [], {}) and one not in _INNER}
        title, below = self._line(left, _TITLE), self._line(left, _BELOW)
        if like == "education" and _SCHOOL.search(title) and not _SCHOOL.search(below):
            title, below = below, title
        first, second = _FIELDS[like]
        item: dict[str, Any] = {}
        start, end = _taken(left, _START), _taken(left, _END)
        if date := _taken(left, _DATE) or " - ".join(filter(None, (start, end))):
            item["date"] = " ".join(date.split())
        if like == "education" and (area := self._line(left, ("area", "field", "major"))):
            item["area"] = area
        text = self._written(left)
        if not first:
            line = " · ".join(filter(None, (f"**{title}**" if title else "", below)))
            text = "\n\n".join(filter(None, (line, text)))
        else:
            item |= {first: title} if title else {}
            item |= {second: below} if below else {}
        if url := self._site.addresses(self._language)(_taken(left, _LINK)):
            item["url"] = url
        if image := self._site.addresses(self._language)(_taken(left, _IMAGE)):
            item["image"] = image
        if tags := _tags(left):
            item["tags"] = tags
        if links := self._links(left):
            item["links"] = links
        pictures = self._pictures(left, item, title)
        more = self._site.text("\n".join(cvs.rest(left)).strip(), self._language)
        if text := "\n\n".join(filter(None, (text, *pictures, more))):
            item["text"] = text
        return item

    def _line(self, left: dict[str, Any], keys: tuple[str, ...]) -> str:
        return plain(_taken(left, keys))

    def _written(self, left: dict[str, Any]) -> str:
        """Return the text of an item; several lines of a list become one."""
        for key in _TEXT:
            value = left.get(key)
            if isinstance(value, list) and all(isinstance(one, str) for one in value):
                left[key] = "\n".join(f"- {' '.join(one.split())}" for one in value)
        return self._site.text(_taken(left, _TEXT), self._language)

    def _links(self, left: dict[str, Any]) -> dict[str, str]:
        """Return buttons: of a list of links, and of whatever else is an address."""
        found: dict[str, str] = {}
        addresses = self._site.addresses(self._language)
        given = left.get("links")
        if isinstance(given, dict):
            left |= {key: one for key, one in left.pop("links").items() if key not in left}
        for one in tables(given):
            label = next(filter(None, (text_of(one.get(key)) for key in ("label", *_TITLE))), "")
            url = addresses(next(filter(None, (text_of(one.get(key)) for key in _LINK)), ""))
            if url:
                found[label or "Link"] = url
        if tables(given):
            left.pop("links")
        for key, value in [*left.items()]:
            if isinstance(value, str) and _ADDRESS.fullmatch(value.strip()):
                url = addresses(left.pop(key))
                found |= {key.replace("_", " ").capitalize(): url} if url else {}
        return found

    def _pictures(self, left: dict[str, Any], item: dict[str, Any], title: str) -> list[str]:
        """Take lists of pictures: the first is the item's, unless it has one."""
        found: list[str] = []
        for key, value in [*left.items()]:
            if isinstance(value, list) and all(map(_is_picture, value)):
                found += map(self._site.addresses(self._language), left.pop(key))
        found = [one for one in found if one]
        if found and "image" not in item:
            item["image"] = found.pop(0)
        return [f"![{title}]({one})" for one in found if one != item["image"]]


def _is_picture(value: Any) -> bool:
    return isinstance(value, str) and bool(_PICTURE.search(value))


def _taken(left: dict[str, Any], keys: tuple[str, ...]) -> str:
    """Take the first of these that is a text."""
    for key in keys:
        if isinstance(left.get(key), str):
            return str(left.pop(key)).strip()
    return ""


def _tags(left: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for key in _TAGS:
        value = left.get(key)
        given = [value] if isinstance(value, str) else value
        if isinstance(given, list) and all(isinstance(one, str) for one in given):
            left.pop(key)
            found += [" ".join(one.split()) for one in given if one.strip()]
    return [*dict.fromkeys(found)]
