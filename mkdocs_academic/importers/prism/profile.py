"""Who a PRISM site is about: name, position, portrait, place, and the links to services."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .. import profiles
from ..toml_text import Toml
from .languages import Language
from .site import Site, plain, text_of

_AFFILIATION = ("department", "school", "institution", "university", "affiliation")
_ROLE = ("title", "category", "position", "role")
_PLACE = ("location", "location_url", "location_details")
_EMAIL = re.compile(r"[^\s@:/<>]+@[^\s@:/<>]+\.[^\s@:/<>]+")
_AUTHOR = frozenset(("name", "avatar", "pronouns", *_AFFILIATION, *_ROLE))


class Profile:
    """Carries the profile of one site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._author = site.config.table("author")
        self._social = site.config.table("social")

    def read(self) -> None:
        """Put the profile into the settings."""
        site = self._site
        name = text_of(self._author.get("name")) or text_of(site.config.table("site").get("title"))
        shown, aliases = profiles.named(name or "Your Name")
        aliases += [one for other in site.languages[1:] for one in _names(other.config)]
        profile: dict[str, Any] = {"name": shown}
        if aliases := [one for one in dict.fromkeys(aliases) if one != shown]:
            profile["aliases"] = aliases
        if pronouns := text_of(self._author.get("pronouns")):
            profile["pronouns"] = pronouns
        profile |= lines_of(site, site.main)
        if avatar := site.addresses()(text_of(self._author.get("avatar"))):
            profile["avatar"] = avatar
        links = self._links()
        for key in ("email", "cv"):
            if key in links:
                profile[key] = links.pop(key)
        site.result.academic["profile"] = {**profile, **({"links": links} if links else {})}
        for key in self._author.keys() - _AUTHOR:
            site.note(f"`{site.config.at('author', key)}`: `author.{key}` has no counterpart")

    def _links(self) -> dict[str, Any]:
        site = self._site
        addresses = site.addresses()
        found: dict[str, Any] = {}
        for key, value in self._social.items():
            where = site.config.at("social", key)

            def note(told: str, where: str = where) -> None:
                site.note(f"`{where}`: {told}")

            if key in _PLACE or value in ("", [], {}):
                continue
            if not isinstance(value, str):
                note(f"`social.{key}` is no text and was left out")
            elif key in ("cv", "cv_pdf", "resume"):
                found["cv"] = addresses(value)
            else:
                found |= profiles.links_of({key: value}, addresses, note, strict=False)
                if key == "email" and _EMAIL.fullmatch(value.strip()):
                    found["email"] = value.strip()
                elif key == "email":
                    note(f"`{value.strip()[:60]}` is no e-mail address and was left out")
        return {key: one for key, one in found.items() if one}


def lines_of(site: Site, language: Language) -> dict[str, str]:
    """Return role, affiliation and place as one line of Markdown each, in a language."""
    author = language.config.table("author")
    found = {
        "role": _joined(author, _ROLE),
        "affiliation": _joined(author, _AFFILIATION),
        "location": _location(site, language),
    }
    return {key: line for key, line in found.items() if line}


def _joined(author: Mapping[str, Any], keys: Iterable[str]) -> str:
    given = (author.get(key) for key in keys)
    texts = (text_of(one) for each in given for one in (each if isinstance(each, list) else [each]))
    lines = (line for text in texts for line in text.split("\n"))
    return ", ".join(filter(None, (plain(one).rstrip(" ,，") for one in lines)))


def _location(site: Site, language: Language) -> str:
    """Return the place with the lines of the address, leading to a map."""
    social = language.config.table("social")
    place = plain(social.get("location"))
    details = social.get("location_details")
    given = [details] if isinstance(details, str) else details if isinstance(details, list) else []
    lines = [one for one in (plain(line).strip(" ,，") for line in given) if one]
    address = ", ".join(lines)
    words = set(re.findall(r"\w+", place.lower()))
    if not words <= set(re.findall(r"\w+", address.lower())):
        address = " · ".join(filter(None, (place, address)))
    url = site.addresses(language)(text_of(social.get("location_url")))
    return f"[{address or url}]({url})" if url and "://" in url else address


def _names(config: Toml) -> list[str]:
    name = text_of(config.table("author").get("name"))
    shown, others = profiles.named(name) if name else ("", [])
    return [shown, *others] if shown else []
