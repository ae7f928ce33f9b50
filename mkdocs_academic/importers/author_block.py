"""The profile from the block `author` of `_config.yml`, as templates with a sidebar have it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import profiles
from .addresses import Addresses
from .front_matter import text_of
from .permalinks import listed
from .source import Source

_SETTINGS = (
    ("pronouns", "pronouns"),
    ("bio", "role"),
    ("employer", "affiliation"),
    ("location", "location"),
)


def profile(author: Mapping[str, Any], addresses: Addresses, source: Source) -> dict[str, Any]:
    """Return the profile that a block `author` describes, nothing where it has no name."""
    given = {
        key: value.strip()
        for key, value in author.items()
        if isinstance(value, str) and value.strip()
    }
    if not given.get("name"):
        return {}
    name, aliases = profiles.named(given["name"])
    found: dict[str, Any] = {"name": name}
    if aliases:
        found["aliases"] = aliases
    for key, setting in _SETTINGS:
        if key in given:
            found[setting] = " ".join(addresses.rewritten(given[key]).split())
    avatar = addresses(given.get("avatar", ""))
    if avatar and not source.has(avatar) and source.has(f"images/{avatar}"):
        avatar = f"images/{avatar}"
    if avatar:
        found["avatar"] = avatar
    links: dict[str, Any] = {}
    if "email" in given:
        profiles.link(
            "email",
            given["email"].replace(" at ", "@").replace("[at]", "@"),
            links,
            addresses,
            source.report.note,
        )
        if "email" in links:
            found["email"] = links.pop("email")
    if "cv" in given:
        found["cv"] = addresses(given["cv"])
    links |= profiles.links_of(
        {"website": given.get("uri", ""), **given}, addresses, source.report.note, strict=False
    )
    _add_own(author, links, addresses, source)
    if links:
        found["links"] = links
    return found


def _add_own(
    author: Mapping[str, Any], into: dict[str, Any], addresses: Addresses, source: Source
) -> None:
    """Add the links of a list."""
    for one in listed(author.get("links")):
        label = text_of(one.get("label") or one.get("title")) if isinstance(one, dict) else ""
        url = text_of(one.get("url")) if label else ""
        if url:
            profiles.link(label, url, into, addresses, source.report.note)
        else:
            source.report.note(f"one of the author's `links` has no label or address: {one}")
