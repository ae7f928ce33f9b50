"""Profiles: of the one whom a HugoBlox site is about, and of the other people that it knows."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ... import services
from .. import profiles
from . import resume
from .front import inner, is_off, leaves, line, mappings, text, texts
from .people import Person, is_owner, organizations
from .tree import urlized

if TYPE_CHECKING:
    from .site import Hugo

# Words for icons that are no names of services.
_ICONS = {
    "envelope": "email", "at-symbol": "email", "at": "email", "mail": "email",
    "paper-plane": "email",
    "envelope-open": "email", "graduation-cap": "googlescholar", "google-scholar": "googlescholar",
    "academic-cap": "googlescholar",
    "cv": "cv", "file-pdf": "cv", "file": "cv", "document": "cv", "document-text": "cv",
    "file-alt": "cv", "id-card": "cv", "rss-square": "rss", "x-twitter": "x",
    "linkedin-in": "linkedin",
    "facebook-f": "facebook", "semantic-scholar": "semanticscholar", "github-alt": "github",
    "github-square": "github", "twitter-square": "twitter", "globe": "website",
    "globe-alt": "website",
    "home": "website", "link": "website", "weixin": "wechat", "inspire": "inspire",
}  # fmt: skip
_HOSTS = {
    "scholar.google": "googlescholar", "github.com": "github", "gitlab.com": "gitlab",
    "orcid.org": "orcid", "linkedin.com": "linkedin", "twitter.com": "twitter", "x.com": "x",
    "researchgate.net": "researchgate", "dblp.": "dblp", "semanticscholar.org": "semanticscholar",
    "openreview.net": "openreview", "bsky.app": "bluesky", "youtube.com": "youtube",
    "webofscience.com": "webofscience", "publons.com": "webofscience", "scopus.com": "scopus",
    "inspirehep.net": "inspire", "huggingface.co": "huggingface", "facebook.com": "facebook",
}  # fmt: skip
_SEVERAL = ("social", "links", "profiles")
_SHOWN = frozenset(
    "title name first_name last_name name_en authors superuser is_owner owner role organizations "
    "affiliations affiliation organization bio interests education courses social links profiles "
    "email "
    "user_groups avatar avatar_filename pronouns work experience skills languages awards slug "
    "weight schema gravatar draft highlight_name summary date lastmod publishdate type layout "
    "image url aliases alternate alternate_name native name_native postnominals content design "
    "interests_title topics description sort_key last_name_first show_related headless _build "
    "build cms_exclude widget active tags categories publishDate subtitle text headings "
    "username button homepage website".split()
)


def profile(hugo: Hugo) -> dict[str, Any]:
    """Return the settings `profile`."""
    owner = hugo.people.owner
    shown, aliases = profiles.named(owner.name)
    found: dict[str, Any] = {"name": shown}
    if aliases := [one for one in dict.fromkeys([*aliases, *owner.aliases]) if one != shown]:
        found["aliases"] = aliases
    if hugo.people.is_group:
        found["type"] = "organization"
    found |= _common(hugo, owner)
    found |= {"avatar": owner.avatar} if owner.avatar else {}
    links = _links(hugo, owner)
    for name in ("email", "cv"):
        if name in links:
            found[name] = links.pop(name)
    found |= {"links": links} if links else {}
    _tell(hugo, owner)
    return found


def person(hugo: Hugo, one: Person) -> dict[str, Any]:
    """Return one of the settings `people`."""
    found: dict[str, Any] = {"name": one.name}
    if one.aliases:
        found["aliases"] = one.aliases
    found |= _common(hugo, one)
    if one.groups:
        found["group"] = one.groups
    if topics := [hugo.plain(each, one.page) for each in texts(one.first("interests", "topics"))]:
        found["topics"] = topics
    bio = one.body if one.body.strip() else text(one.meta.get("bio"))
    if career := "" if one is hugo.people.owner else _career(hugo, one):
        bio = f"{bio.rstrip()}\n\n{career}"
    if bio.strip():
        found["bio"] = hugo.plain(bio, one.page)
    found |= {"photo": one.avatar} if one.avatar else {}
    links = _links(hugo, one)
    if "email" in links:
        found["email"] = links.pop("email")
    if "website" in links and str(links["website"]).startswith("http"):
        found["url"] = links.pop("website")
    found |= {"links": links} if links else {}
    _tell(hugo, one)
    return found


def _career(hugo: Hugo, one: Person) -> str:
    """Return positions, degrees, awards and skills of somebody as lines of Markdown."""
    read = resume.Resume(hugo, one.page)
    items = [
        *read.positions(one.first("work", "experience")),
        *read.degrees(one.first("education")),
        *read.honors(one.first("awards")),
    ]
    lines = [", ".join(line(value) for key, value in item.items() if key not in _BESIDE)
             for item in items]  # fmt: skip
    more = [resume.skills(one.first("skills")), resume.languages(one.first("languages"))]
    listed = "\n".join(f"- {each}" for each in lines if each)
    return "\n\n".join(filter(None, [listed, *more]))


_BESIDE = ("image", "links", "url")


def _common(hugo: Hugo, one: Person) -> dict[str, Any]:
    """Return what a profile and a person have alike."""
    found: dict[str, Any] = {}
    named = one.meta.get("name")
    named = named if isinstance(named, dict) else {}
    if pronouns := line(one.meta.get("pronouns")) or line(named.get("pronouns")):
        found["pronouns"] = pronouns
    titles = texts(one.meta.get("postnominals"))
    if role := ", ".join(filter(None, [*titles, line(one.meta.get("role"))])):
        found["role"] = hugo.plain(role, one.page)
    places = [
        f"[{name}]({url})" if url else name
        for name, given in organizations(one)
        for url in [hugo.address(given, one.page)]
    ]
    if places:
        found["affiliation"] = hugo.plain(", ".join(places), one.page)
    return found


def _links(hugo: Hugo, one: Person) -> dict[str, Any]:
    """Return services and addresses, e-mail and CV among them."""
    found: dict[str, Any] = {}
    if email := line(one.meta.get("email")):
        profiles.link("email", email, found, hugo.addresses, hugo.note)
    for name in ("homepage", "website"):
        if (own := hugo.address(line(one.meta.get(name)), one.page)).startswith("http"):
            found.setdefault("website", own)
    for given in _listed(one):
        address = line(given.get("link")) or line(given.get("url"))
        if address and not address.startswith(("#", "/#")):  # else it leads to a section
            label = line(given.get("label")) or line(given.get("name"))
            _link(hugo, one, found, (line(given.get("icon")), address, label))
    return found


def _link(hugo: Hugo, one: Person, found: dict[str, Any], given: tuple[str, str, str]) -> None:
    """Add one link: icon, address and label of it are given."""
    icon, address, label = given
    key = _service(icon, address, label)
    placed = hugo.address(address, one.page) or address
    if _ID.fullmatch(address) and placed not in hugo.media.files:
        placed = address  # the name that somebody has there
        if (service := services.find(key)) and not service.url and "." not in address:
            hugo.note(f"`{one.name_of_file}`: `{key}: {address}` has no address and was left out")
            return
    if key == "email":
        placed = placed.removeprefix("mailto:").partition("?")[0]
    if key == "cv":
        found.setdefault("cv", placed)
    elif key and not _is_taken(found, key):
        profiles.link(key, placed, found, hugo.addresses, hugo.note)
    elif placed.startswith(("http", "mailto:")) and placed not in found.values():
        name = label or urlsplit(placed).netloc or key
        names = (name, *(f"{name} {number}" for number in range(2, 100)))
        found[next(each for each in names if not _is_taken(found, each))] = placed
    elif placed not in found.values():
        hugo.note(f"`{one.name_of_file}`: the link `{address}` of {one.name} was left out")


_ID = re.compile(r"@?[\w.+-]+(?:@[\w.-]+)?")


def _listed(one: Person) -> Iterable[Mapping[str, Any]]:
    for name in _SEVERAL:
        yield from mappings(one.meta.get(name))


def _is_taken(found: Mapping[str, Any], key: str) -> bool:
    """Tell whether a service is there already, by any of its names."""
    wanted = services.find(key)
    return key in found or (
        wanted is not None and any(services.find(one) == wanted for one in found)
    )


def _service(icon: str, address: str, label: str) -> str:
    """Return the service that an icon, an address or a label means, "" for none."""
    word = icon.lower().rpartition("/")[2].removeprefix("fa-").removesuffix("-square")
    if address.startswith("mailto:"):
        return "email"
    host = urlsplit(address).netloc.lower()
    by_host = next((key for part, key in _HOSTS.items() if _is_host(host, part)), "")
    named = _ICONS.get(word) or (word if services.find(word) else "")
    if named in ("website", "cv", "googlescholar", "email") and by_host:
        return by_host
    if named == "website" and label and services.find(label) is None:
        return ""  # the label says which
    if named == "googlescholar" and word in ("graduation-cap", "academic-cap") and host:
        return ""  # a hat alone says little
    if named == "email" and (host or "@" not in address):
        return ""
    if named == "cv" and not re.search(r"\bcv\b|resume|vita|\.pdf", f"{label} {address}", re.I):
        return ""
    service = services.find(label)
    return named or by_host or (service.key if service else "")


def _is_host(host: str, part: str) -> bool:
    return host == part or host.endswith(f".{part}") or host.startswith(f"{part.rstrip('.')}.")


def _tell(hugo: Hugo, one: Person) -> None:
    """Name what has no place."""
    for name, value in one.meta.items():
        if name in _SHOWN or value in ("", None, [], {}) or not one.slug:
            continue
        shown = leaves(value)
        if shown:
            hugo.note(f"`{one.name_of_file}`: `{name}: {shown}` was left out")
    if said := line(inner(one.meta.get("name"), "pronunciation")):
        hugo.note(f"`{one.name_of_file}`: `pronunciation: {said}` was left out")
    owner = hugo.people.owner
    if one is not owner and owner.slug and is_owner(one.meta):
        told = f"`superuser`: there are several; the site is about {owner.name}"
        hugo.note(f"`{one.name_of_file}`: {told}")
    if one is owner and is_off(one.meta.get("highlight_name")):
        hugo.note(f"`{one.name_of_file}`: `highlight_name: false`: lists do mark the own name here")


def key_of(one: Person) -> str:
    """Return the key of a person in the settings."""
    found = re.sub(r"[^a-z0-9]+", "-", urlized(one.slug)).strip("-")
    return found or f"person-{zlib.crc32(one.slug.encode()):08x}"
