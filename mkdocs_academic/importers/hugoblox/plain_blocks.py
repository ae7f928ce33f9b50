"""Blocks of HugoBlox that are text here: addresses, pictures, and whatever else says something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from .blocks import Block
from .front import line, mappings, text, texts
from .media import Media
from .shown import picture

_HEADS = ("title", "name", "question", "heading", "statistic", "value", "label")
_TEXTS = (
    "text",
    "content",
    "description",
    "answer",
    "quote",
    "summary",
    "subtitle",
    "role",
    "company",
    "date",
)
_URLS = ("url", "link", "href", "cta_url")
_ITEMS = (
    "items",
    "cta_buttons", "features", "feature", "stats", "steps", "testimonials", "faq", "faqs", "logos",
    "cards",
    "buttons", "cta", "cta_note", "cta_alt", "button", "primary_action", "secondary_action",
    "action",
    "announcement", "item", "plans", "projects", "positions", "areas", "topics", "resources",
)  # fmt: skip
_PLACE = ("street", "city", "region", "postcode", "country")


def contact(content: Mapping[str, Any], param: Callable[..., Any]) -> str:
    """Return the lines of an address; the oldest generation has them among its settings."""

    def given(name: str) -> Any:
        own = content.get(name)
        return param(name) if own in (None, "", [], {}) else own

    lines: list[str] = []
    if email := line(given("email")):
        lines.append(f"[{email}](mailto:{email})")
    lines += texts(given("phone"))
    address = given("address")
    if isinstance(address, dict):
        rows = texts(address.get("lines")) or [line(address.get(name)) for name in _PLACE]
        address = ", ".join(filter(None, rows))
    lines += texts(address)
    lines += [text(given("directions"))]
    lines += texts(given("office_hours"))
    if url := line(given("appointment_url")) or line(given("calendar")):
        lines.append(f"<{url}>" if "://" in url else url)
    if url := line(given("map_url")):
        lines.append(f"<{url}>")
    for one in [*mappings(given("contact_links")), *mappings(content.get("social"))]:
        if url := _first(one, _URLS):
            label = _first(one, ("name", "label")) or PurePosixPath(line(one.get("icon"))).name
            lines.append(f"[{label or url}]({url})")
    listed = "\n".join(f"- {one}" for one in lines if one)
    more = content.get("prospective")
    return "\n\n".join(filter(None, [listed, written(more) if isinstance(more, dict) else ""]))


def gallery(block: Block, media: Media) -> str:
    """Return the pictures of a gallery."""
    found: list[str] = []
    for one in [
        *mappings(block.content.get("gallery_item")),
        *mappings(block.content.get("items")),
    ]:
        album = f"media/albums/{line(one.get('album'))}"
        place = media.found(_first(one, ("image", "filename", "src")), album, "media", "img", "")
        caption = line(one.get("caption"))
        if place:
            shown = f"![{caption}](/{place})\n\n{caption}" if caption else picture(f"/{place}")
            found.append(shown)
    album = line(block.content.get("album"))
    folders = [f"media/albums/{album}", f"media/{album}"] if album else []
    folders.append(f"{block.page.path}/gallery")
    folders.append("/".join((*block.page.parts[:-1], "gallery", album)).rstrip("/"))
    listed = next((names for each in folders if (names := media.pictures(each))), [])
    return "\n\n".join([*found, *(picture(f"/{name}") for name in listed)])


def written(content: Mapping[str, Any], placed: Callable[[str], str] = str) -> str:
    """Return what a block says as Markdown: its lists, and the buttons below them.

    `placed` is asked where a picture stands.
    """
    parts: list[str] = []
    for name in _ITEMS:
        given = content.get(name)
        if isinstance(given, list) and all(isinstance(one, str) for one in given):
            parts.append("\n".join(f"- {one}" for one in texts(given)))
            continue
        lines = [found for one in mappings(given) for found in _said(one, 0, placed)]
        parts.append("\n".join(lines))
    image = content.get("image")
    file = line(image.get("filename")) if isinstance(image, dict) else line(image)
    if file and (place := placed(file)):
        parts.insert(0, picture(place))
    return "\n\n".join(filter(None, parts))


def _said(one: Mapping[str, Any], depth: int, placed: Callable[[str], str]) -> Iterator[str]:
    head, url = _first(one, _HEADS), _first(one, _URLS)
    said = [found for name in _TEXTS if (found := line(one.get(name))) and found != head]
    if url and not head and said:
        head, said = said[0], said[1:]
    shown = f"[{head or url}]({url})" if url else f"**{head}**" if head and said else head
    words = f"{shown}{': ' if shown and said else ''}{' · '.join(said)}"
    if words:
        yield f"{'    ' * depth}- {words}"
    image = one.get("image")
    file = line(image.get("filename")) if isinstance(image, dict) else line(image)
    if words and file and (place := placed(file)):
        alt = re.sub(r"[\[\]]", "", head) or file
        yield f"\n{'    ' * (depth + 1)}![{alt}]({place.replace(' ', '%20')})\n"
    for inner in mappings(one.get("items")) if depth < 3 else ():
        yield from _said(inner, depth + 1, placed)


def _first(one: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((found for name in names if (found := line(one.get(name)))), "")
