"""The people of a HugoBlox site: whose it is, and who else has a folder or file of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from ..bib_out import AND_OTHERS
from ..source import Source
from .config import Config
from .front import data, inner, is_on, line, mappings, text, texts
from .media import Media
from .tree import Page, Tree, urlized

_OWNERS = ("admin", "me")
_FOLDER = "data/authors"


@dataclass
class Person:
    """One person, by whichever generation's words."""

    slug: str
    name: str
    meta: Mapping[str, Any]
    body: str = ""
    page: Page | None = None
    avatar: str = ""  # below docs
    aliases: list[str] = field(default_factory=list)
    file: str = ""  # of data, where there is no page

    def first(self, *names: str) -> Any:
        """Return the first of these that holds something."""
        values = (self.meta.get(name) for name in names)
        return next((value for value in values if value not in (None, "", [], {})), None)

    @property
    def groups(self) -> list[str]:
        """Return the groups of a team that somebody is in."""
        return texts(self.meta.get("user_groups"))

    @property
    def name_of_file(self) -> str:
        """Return what the report calls the source."""
        return self.page.name if self.page else self.file or f"{_FOLDER}/{self.slug}"


class People:
    """Everybody a site knows; `named` are the users that its home page shows."""

    def __init__(
        self, source: Source, config: Config, tree: Tree, media: Media, named: Sequence[str]
    ) -> None:
        self.all: dict[str, Person] = {}
        for name in source.named(_FOLDER, ".yaml", ".yml", ".json", ".toml"):
            meta = data(source, name)
            if isinstance(meta, dict):
                slug = line(meta.get("slug")) or PurePosixPath(name).stem
                self._add(slug, meta, text(meta.get("bio")), name, media)
        for page in tree.pages.values():
            if page.parts[:1] == ("authors",) and len(page.parts) > 1:
                user = next(iter(texts(page.meta.get("authors"))), "") or page.slug
                self._add(user, page.meta, page.body, page, media)
        self._is_group = _is_organization(config)
        self.owner = self._owner(config, media, [urlized(one) for one in named])

    def _add(
        self, slug: str, meta: Mapping[str, Any], body: str, source: Page | str, media: Media
    ) -> None:
        page = source if isinstance(source, Page) else None
        key = urlized(page.slug if page else slug)
        name, aliases = _names(meta)
        if not name:
            name = slug.replace("-", " ").title()
        file = line(meta.get("avatar_filename")) or line(meta.get("avatar"))
        folder = page.path if page else ""
        avatar = (
            media.found(file, folder, "media/authors", "media")
            or (media.picture(folder, "avatar", "portrait", "photo") if folder else "")
            or next(iter(_portraits(media, key)), "")
        )
        file = source if isinstance(source, str) else ""
        person = Person(key, name, meta, body, page, avatar, aliases, file)
        self.all.setdefault(key, person)
        if urlized(slug) != key:
            self.all.setdefault(urlized(slug), person)

    def _owner(self, config: Config, media: Media, named: Sequence[str]) -> Person:
        """Return whom the site is about; in a group's site that is nobody of its people."""
        if self._is_group and not any(one in self.all for one in named):
            return Person("", line(config.get("title")) or "Our group", {})
        chosen = [one for one in self.all.values() if is_owner(one.meta)]
        for user in (*named, *(one.slug for one in chosen), *_OWNERS):
            if user in self.all:
                return self.all[user]
        single = {one.slug: one for one in self.all.values()}
        params = config.get("params") or {}
        said = line(params.get("name")) or line(inner(params, "identity", "name"))
        if len(single) > 1 and not said:
            self._is_group = True
            return Person("", line(config.get("title")) or "Our group", {})
        if len(single) == 1:
            return next(iter(single.values()))
        avatar = media.found(line(params.get("avatar")), "img", "media", "")
        return Person(
            "", said or line(config.get("title")) or "Your Name", _known(params), avatar=avatar
        )

    @property
    def is_group(self) -> bool:
        """Tell whether the site is about a group, and none of its people."""
        return self._is_group and self.owner.slug == ""

    @property
    def others(self) -> list[Person]:
        """Return everybody else, each once."""
        found = {one.slug: one for one in self.all.values() if one is not self.owner}
        return list(found.values())

    def named(self, user: str) -> Person | None:
        """Return who a user is, None for somebody without a folder."""
        found = self.all.get(urlized(user))
        is_owner = found is None and user.lower() in _OWNERS and not self._is_group
        return self.owner if is_owner else found

    def name(self, written: str) -> str:
        """Return the name of a user; any other name as it is written."""
        found = self.named(written)
        return found.name if found else " ".join(written.split())


def _names(meta: Mapping[str, Any]) -> tuple[str, list[str]]:
    """Return the name that is shown, and other spellings."""
    given = meta.get("name")
    named = given if isinstance(given, dict) else {}
    shown = line(meta.get("title")) or line(given) or line(named.get("display"))
    parts = [
        line(named.get("given") or meta.get("first_name")),
        line(named.get("family") or meta.get("last_name")),
    ]
    whole = " ".join(filter(None, parts))
    shown = shown or whole
    if re.search(r"[\u3400-\u9fff]", whole) and all(parts):
        whole = "".join(reversed(parts))
    also = [whole, *(line(one.get(name)) for one in (meta, named) for name in _ALSO)]
    return shown, [one for one in dict.fromkeys(also) if one and one != shown]


_ALSO = ("alternate", "alternate_name", "name_en", "native", "name_native")


def _portraits(media: Media, slug: str) -> list[str]:
    return [
        one for one in media.pictures("media/authors") if urlized(PurePosixPath(one).stem) == slug
    ]


def is_owner(meta: Mapping[str, Any]) -> bool:
    """Tell somebody who says that the site is theirs."""
    return any(is_on(meta.get(name)) for name in ("superuser", "is_owner", "owner"))


def _is_organization(config: Config) -> bool:
    """Tell a site that says of itself that it is about an organization or project."""
    values = (
        config.param("marketing", "seo", "site_type"),
        config.param("seo", "site_type"),
        config.param("site_type"),
        config.param("identity", "type"),
        config.param("org_type"),
    )
    return any("organization" in line(one).lower() or line(one) == "Project" for one in values)


def _known(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the oldest generation says of a person among the settings of the site."""
    names = "role organizations organization email social interests education bio".split()
    return {name: params[name] for name in names if params.get(name)}


def organizations(person: Person) -> list[tuple[str, str]]:
    """Return where somebody works: names and addresses."""
    given = person.first("organizations", "affiliations", "affiliation", "organization")
    if isinstance(given, str):
        return [(line(given), "")] if line(given) else []
    if isinstance(given, list) and all(isinstance(one, str) for one in given):
        return [(one, "") for one in texts(given)]
    return [
        (name, line(one.get("url"))) for one in mappings(given) if (name := line(one.get("name")))
    ]


def authors_in(given: Any) -> list[str]:
    """Return the authors that a page names: a list of texts or mappings, or one text."""
    listed = given if isinstance(given, list) else _separate(line(given))
    names = (line(one.get("name") if isinstance(one, dict) else one) for one in listed)
    return ["others" if AND_OTHERS.fullmatch(one) else one for one in names if one]


def _separate(authors: str) -> list[str]:
    """Return the names in a text that stands for a list."""
    names = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", authors)
    is_list = all(" " in one for one in names) or len(names) > 2
    return names if is_list else [authors]
