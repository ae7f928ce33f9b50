"""A CV as RenderCV reads it (https://docs.rendercv.com), which makes PDF and Typst of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..importers import yaml_out
from ..outputs import plain, record
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
        sections[_summary(site)] = parts.lines(profile.bio)
    for part in parts.parts(site):
        entry, needed = _ENTRIES.get(part.kind, (_normal, ()))
        if not all(said(item, name) for item in part.items for name in needed):
            entry = _normal  # all entries of a section are of one form
        title = part.title if part.title not in sections else f"{part.title} ({part.name})"
        sections[title] = [entry(item) for item in part.items]
    for title, papers in _publications(site).items():
        own = title if title not in sections else f"{title} ({site.words['paper.all']})"
        sections[own] = papers
    if profile is None:
        return {"sections": sections}
    place = (profile.affiliation, profile.location)
    known = {
        "name": profile.name,
        "location": ", ".join(filter(None, map(plain.from_markdown, place))),
        "email": profile.email,
        "website": site.url,
        "social_networks": [
            {"network": _NETWORKS[one.link.key], "username": one.url}
            for one in profile.links.values()
            if one.url and "/" not in one.url and one.link.key in _NETWORKS
        ],
        "sections": sections,
    }
    return filled(known)


def _summary(site: Site) -> str:
    """Return the role as the heading of the biography."""
    role = plain.from_markdown(site.profile.role) if site.profile else ""
    return role or "Summary"


def _education(item: base.Item) -> dict[str, Any]:
    area, degree = said(item, "area"), said(item, "degree")
    return filled(
        {
            "institution": said(item, "institution"),
            "area": area or degree or parts.title(item),
            "degree": degree if area else "",
            **_dated(item),
            "location": said(item, "location"),
            "highlights": _lines(item),
        }
    )


def _experience(item: base.Item) -> dict[str, Any]:
    return filled(
        {
            "company": said(item, "organization"),
            "position": said(item, "position"),
            **_dated(item),
            "location": said(item, "location"),
            "highlights": _lines(item),
        }
    )


def _normal(item: base.Item) -> dict[str, Any]:
    details = [one for one in map(plain.from_markdown, item.details) if one]
    name = parts.title(item)
    return filled(
        {
            "name": f"[{name}]({item.url})" if "://" in item.url else name,
            **_dated(item),
            "highlights": [*details, *_lines(item, is_linked=True)],
        }
    )


# How the items of a type are written, and the fields that each has to have for it.
_ENTRIES: Mapping[str, tuple[Callable[[base.Item], dict[str, Any]], tuple[str, ...]]] = {
    "education": (_education, ("institution",)),
    "experience": (_experience, ("organization", "position")),
    "internships": (_experience, ("organization", "position")),
}


def _lines(item: base.Item, *, is_linked: bool = False) -> list[str]:
    """Return the lines of an item's text, then its links and tags."""
    has_link = "://" in item.url and not is_linked
    return [*parts.text(item), *([item.url] if has_link else []), *parts.more(item)]


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
    for paper in parts.papers(site):
        known = record.of(paper)
        people = (known.authors or known.editors or paper.authors) if known else ()
        if known is None or not people:
            said = known.title if known else plain.from_markdown(paper.text)
            others.append(filled({"name": said, "date": known.date if known else paper.date.iso}))
            continue
        names = [f"**{one.name.full}**" if one.is_owner else one.name.full for one in people]
        entry = {
            "title": known.title or paper.key,
            "authors": [*names, *([site.words["others"]] if paper.and_others else [])],
            "doi": known.doi,
            "url": "" if known.doi else _address(paper.url),
            "journal": base.joined(paper.venue_name, "" if known.date else paper.status),
            "date": known.date,
        }
        listed.append(filled(entry))
    return filled(found)


def _address(url: str) -> str:
    return url if url.startswith(("http://", "https://")) else ""
