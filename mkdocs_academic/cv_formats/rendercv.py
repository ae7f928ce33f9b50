"""A CV as RenderCV reads it (https://docs.rendercv.com), which makes PDF and Typst of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ..bibliography.publication import Author
from ..importers import yaml_out
from ..outputs import plain, record
from ..outputs.addresses import Resolve
from ..sections import base
from ..site import Site
from . import parts
from .parts import filled, said

# RenderCV's names of networks (2.3), which take an id; other links have no place there.
_NETWORKS: Mapping[str, str] = {
    "linkedin": "LinkedIn",
    "github": "GitHub",
    "gitlab": "GitLab",
    "imdb": "IMDB",
    "instagram": "Instagram",
    "orcid": "ORCID",
    "mastodon": "Mastodon",
    "stackoverflow": "StackOverflow",
    "researchgate": "ResearchGate",
    "youtube": "YouTube",
    "googlescholar": "Google Scholar",
    "telegram": "Telegram",
    "leetcode": "Leetcode",
    "x": "X",
}


def written(site: Site) -> str:
    """Write the file."""
    return yaml_out.settings({"cv": cv(site)})


def cv(site: Site) -> dict[str, Any]:
    """Return what stands below `cv`: who, then the sections in their order."""
    sections: dict[str, list[Any]] = {}
    profile = site.profile
    if profile and profile.bio:
        sections[_summary(site)] = _all_marked(parts.biography(site))
    resolve = parts.addresses(site)
    for part in parts.parts(site):
        entry, needed = _ENTRIES.get(part.kind, (_normal, ()))
        if not all(said(item, name) for item in part.items for name in needed):
            entry = _normal  # all entries of a section are of one form
        title = part.title if part.title not in sections else f"{part.title} ({part.name})"
        sections[title] = [entry(item, resolve) for item in part.items]
    for title, papers in _publications(site).items():
        own = title if title not in sections else f"{title} ({site.words['paper.all']})"
        sections[own] = papers
    if profile is None:
        return {"sections": sections}
    place = (profile.affiliation, profile.location)
    known = {
        "name": profile.name,
        "location": _marked(", ".join(filter(None, map(plain.from_markdown, place)))),
        "email": profile.email,
        "website": site.url,
        "social_networks": [
            {"network": _NETWORKS[one.link.key], "username": one.url}
            for one in profile.links.values()
            if one.url and _is_network(one)
        ],
        "sections": sections,
    }
    return filled(known)


def lost_links(site: Site) -> list[str]:
    """Return the links of the profile that RenderCV has no place for."""
    links = site.profile.links if site.profile else {}
    return [name for name, one in links.items() if one.url and not _is_network(one)]


def _is_network(link: Any) -> bool:
    return "/" not in link.url and link.link.key in _NETWORKS


def _summary(site: Site) -> str:
    """Return the role as the heading of the biography."""
    role = plain.from_markdown(site.profile.role) if site.profile else ""
    return role or "Summary"


def _education(item: base.Item, resolve: Resolve) -> dict[str, Any]:
    area, degree = _said(item, "area"), _said(item, "degree")
    return filled(
        {
            "institution": _said(item, "institution"),
            "area": area or degree or _marked(parts.title(item)),
            "degree": degree if area else "",
            **_dated(item),
            "location": _said(item, "location"),
            "highlights": _lines(item, resolve, resolve(item.url)),
        }
    )


def _experience(item: base.Item, resolve: Resolve) -> dict[str, Any]:
    return filled(
        {
            "company": _said(item, "organization"),
            "position": _said(item, "position"),
            **_dated(item),
            "location": _said(item, "location"),
            "highlights": _lines(item, resolve, resolve(item.url)),
        }
    )


def _normal(item: base.Item, resolve: Resolve) -> dict[str, Any]:
    now = said(item, "now")
    details = [*map(plain.from_markdown, item.details), f"→ {now}" if now else ""]
    return filled(
        {
            "name": _linked(parts.title(item), resolve(item.url)),
            **_dated(item),
            "highlights": _lines(item, resolve, *details),
        }
    )


# How the items of a type are written, and the fields that each has to have for it.
_ENTRIES: Mapping[str, tuple[Callable[[base.Item, Resolve], dict[str, Any]], tuple[str, ...]]] = {
    "education": (_education, ("institution",)),
    "experience": (_experience, ("organization", "position")),
    "internships": (_experience, ("organization", "position")),
}


def _lines(item: base.Item, resolve: Resolve, *first: str) -> list[str]:
    """Return what comes first, the lines of an item's text, then its links and tags."""
    more = (*parts.text(item), *parts.links(item, resolve), *parts.tags(item))
    return _all_marked([*filter(None, first), *more])


def _said(item: base.Item, name: str) -> str:
    return _marked(said(item, name))


def _all_marked(texts: list[str]) -> list[str]:
    return list(map(_marked, texts))


def _marked(said: str) -> str:
    """Write plain text so that RenderCV, which reads Markdown, finds no emphasis or link in it."""
    return said.replace("*", "\\*").replace("](", "] (")


def _linked(said: str, address: str) -> str:
    if not address:
        return _marked(said)
    whole = address.replace("(", "%28").replace(")", "%29")
    return f"[{_marked(said.replace('[', '(').replace(']', ')'))}]({whole})"


def _dated(item: base.Item) -> dict[str, Any]:
    known = parts.when(item.date)
    if not known.is_whole:
        return {"date": known.text}
    if known.is_open:
        return {"start_date": known.start, "end_date": "present"}
    return (
        {"start_date": known.start, "end_date": known.end} if known.end else {"date": known.start}
    )


def _publications(site: Site) -> dict[str, list[Any]]:
    """Return the papers below their heading, and apart those of which no author is known."""
    title = parts.papers_title(site)
    found: dict[str, list[Any]] = {title: [], f"{title} ({site.words['group.other']})": []}
    listed, others = found.values()
    resolve = parts.addresses(site)
    for paper in parts.papers(site):
        known = record.of(paper)
        people = (known.authors or known.editors or paper.authors) if known else ()
        if known is None or not people:
            said = known.title if known else plain.from_markdown(paper.text)
            other = {
                "name": _linked(said, resolve(paper.url)),
                "date": known.date if known else paper.date.iso,
                "highlights": _all_marked([paper.venue_name] if paper.venue_name else []),
            }
            others.append(filled(other))
            continue
        names = [_person(one) for one in people]
        address = "" if known.doi else resolve(paper.url)
        is_plain = bool(_PLAIN.fullmatch(address))
        entry = {
            "title": _linked(known.title or paper.key, "" if is_plain else address),
            "authors": [*names, *([site.words["others"]] if paper.and_others else [])],
            "doi": known.doi,
            "url": address if is_plain else "",
            "journal": _marked(base.joined(paper.venue_name, "" if known.date else paper.status)),
            "date": known.date,
        }
        listed.append(filled(entry))
    return filled(found)


# RenderCV 2.3 shows addresses as they are, and Typst takes other signs in them for its own.
_PLAIN = re.compile(r"https?://(?:[A-Za-z0-9.:?=&%+,;-]|/(?!/)|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))+")


def _person(author: Author) -> str:
    name = _marked(author.name.full)
    return f"**{name}**" if author.is_owner else name
