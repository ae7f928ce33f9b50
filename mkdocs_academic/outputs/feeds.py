"""Feeds of news and publications: Atom (RFC 4287) and JSON Feed 1.1, the same items in both.

A date that is not known to the day stands for its first: `2021` for 2021-01-01, `Spring 2024` for
2024-03-01, at midnight UTC. What has no date at all is in no feed.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from . import plain
from .addresses import root
from .feed_items import FeedItem, uuid_of

ATOM_TYPE = "application/atom+xml"
JSON_TYPE = "application/feed+json"
LIMIT = 50  # items; readers ask for the file again and again

_ATOM = "http://www.w3.org/2005/Atom"
_JSON_FEED = "https://jsonfeed.org/version/1.1"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """A feed before it is written. Texts are plain, addresses absolute."""

    id: str  # an IRI that stays when title or items change
    title: str
    url: str  # the page whose news these are
    items: tuple[FeedItem, ...]  # newest first, never empty
    author: str = ""
    language: str = ""
    icon: str = ""
    description: str = ""

    @property
    def updated(self) -> str:
        """Return when the newest item changed, not when the site was built."""
        return max(item.updated for item in self.items)


def feed(
    items: Iterable[FeedItem],
    *,
    name: str,
    title: str,
    site_url: str,
    author: str = "",
    language: str = "",
    icon: str = "",
    description: str = "",
    limit: int = LIMIT,
) -> tuple[Feed | None, str]:
    """Return the feed of a site, or None and the reason why there can be none.

    `name` tells the feeds of one site apart (`news`, `publications`). Items of one id are one.
    """
    home = root(site_url)
    if not home:
        return None, "a feed needs `site_url`: its links have to be absolute"
    by_id: dict[str, FeedItem] = {}
    for item in items:
        by_id.setdefault(item.id, item)
    newest = sorted(by_id.values(), key=lambda item: item.date, reverse=True)[:limit]
    if not newest:
        return None, "there is nothing with a date to tell of"
    made = Feed(
        id=uuid_of(home, f"feed:{name}"),
        title=title,
        url=home,
        items=tuple(newest),
        author=author,
        language=language,
        icon=icon,
        description=description,
    )
    return made, ""


def atom(found: Feed, self_url: str) -> str:
    """Write Atom; `self_url` is the absolute address of the file itself."""
    root_ = ET.Element("feed", {"xmlns": _ATOM})
    if found.language:
        root_.set(_LANGUAGE, found.language)
    _child(root_, "id", found.id)
    _child(root_, "title", found.title)
    if found.description:
        _child(root_, "subtitle", found.description)
    ET.SubElement(root_, "link", {"rel": "self", "type": ATOM_TYPE, "href": self_url})
    ET.SubElement(root_, "link", {"rel": "alternate", "type": "text/html", "href": found.url})
    _child(root_, "updated", found.updated)
    if found.icon:
        _child(root_, "icon", found.icon)
    _child(ET.SubElement(root_, "author"), "name", found.author or found.title)  # RFC 4287, 4.1.1
    for item in found.items:
        _entry(root_, item)
    ET.indent(root_)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root_, "unicode")}\n'


def _entry(parent: ET.Element, item: FeedItem) -> None:
    entry = ET.SubElement(parent, "entry")
    _child(entry, "id", item.id)
    _child(entry, "title", item.title)
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": item.url})
    _child(entry, "published", item.date)
    _child(entry, "updated", item.updated)
    for name in item.authors:
        _child(ET.SubElement(entry, "author"), "name", name)
    for tag in item.tags:
        ET.SubElement(entry, "category", {"term": tag})
    _child(entry, "content", item.html).set("type", "html")


def _child(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = plain.without_controls(text)
    return child


def json_feed(found: Feed, self_url: str) -> str:
    """Write JSON Feed; `self_url` is the absolute address of the file itself."""
    written = _present(
        version=_JSON_FEED,
        title=found.title,
        home_page_url=found.url,
        feed_url=self_url,
        description=found.description,
        icon=found.icon,
        language=found.language,
        authors=_people((found.author,)),
    )
    written["items"] = [_item(item) for item in found.items]
    return plain.without_controls(json.dumps(written, ensure_ascii=False, indent=1)) + "\n"


def _item(item: FeedItem) -> dict[str, Any]:
    return _present(
        id=item.id,
        url=item.url,
        title=item.title,
        content_html=item.html,
        image=item.image,
        date_published=item.date,
        date_modified=item.updated if item.updated != item.date else "",
        authors=_people(item.authors),
        tags=list(item.tags),
    )


def _people(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"name": name} for name in names if name]


def _present(**members: Any) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value not in ("", [])}
