"""A CV as JSON Resume has it (schema 1.0.0, https://jsonresume.org/schema)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from .. import services
from ..outputs import plain, record
from ..sections import base
from ..site import Site
from . import parts
from .parts import filled, said

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

# Type of a section -> list of JSON Resume, what `type` is in its projects.
_LISTS: Mapping[str, tuple[str, str]] = {
    "education": ("education", ""),
    "experience": ("work", ""),
    "internships": ("work", ""),
    "services": ("volunteer", ""),
    "honors": ("awards", ""),
    "projects": ("projects", ""),
    "talks": ("projects", "talk"),
    "teaching": ("projects", "teaching"),
    "funding": ("projects", "grant"),
    "patents": ("projects", "patent"),
    "students": ("projects", "supervision"),
}


def written(site: Site) -> str:
    """Write the file."""
    return json.dumps(resume(site), ensure_ascii=False, indent=2) + "\n"


def resume(site: Site) -> dict[str, Any]:
    """Return what stands in the file; sections that JSON Resume has not are projects."""
    resolve = parts.addresses(site)
    lists: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for part in parts.parts(site):
        name, kind = _LISTS.get(part.kind, ("projects", part.title))
        for item in part.items:
            known = {**_ITEMS[name](item), **_dated(item, name), "url": resolve(item.url)}
            tags = parts.tags(item) if "keywords" not in known else ()
            more = (*parts.links(item, resolve), *tags)
            known["highlights"] = [*known.get("highlights", ()), *more]
            lists[name].append(filled({**known, "type": kind}))
    known = {
        "$schema": SCHEMA,
        "basics": _basics(site, resolve),
        **{name: lists[name] for name in ("work", "volunteer", "education", "awards")},
        "publications": _publications(site, resolve),
        "projects": lists["projects"],
        "meta": {"version": "v1.0.0", "lastModified": site.today.isoformat()},
    }
    return filled(known)


def _basics(site: Site, resolve: Callable[[str], str]) -> dict[str, Any]:
    profile = site.profile
    if profile is None:
        return {}
    place = ", ".join(
        filter(None, map(plain.from_markdown, (profile.affiliation, profile.location)))
    )
    return filled(
        {
            "name": profile.name,
            "label": plain.from_markdown(profile.role),
            "image": resolve(profile.avatar),
            "email": profile.email,
            "url": site.url,
            "summary": "\n".join(parts.biography(site)),
            "location": {"address": place} if place else {},
            "profiles": [
                filled({"network": one.link.label, "username": _name(one), "url": one.link.url})
                for one in profile.links.values()
                if one.url and not one.link.url.startswith("mailto:")
            ],
        }
    )


def _name(link: Any) -> str:
    """Return the id at a service, "" where the settings have a whole address."""
    is_known = services.find(link.key) is not None
    return link.url if is_known and "/" not in link.url else ""


def _work(item: base.Item) -> dict[str, Any]:
    return {
        "name": said(item, "organization") or ("" if said(item, "position") else parts.title(item)),
        "position": said(item, "position"),
        "location": said(item, "location"),
        "summary": "\n".join(parts.text(item)),
    }


def _volunteer(item: base.Item) -> dict[str, Any]:
    return {
        "organization": said(item, "organization") or parts.title(item),
        "position": said(item, "role"),
        "summary": "\n".join(parts.text(item)),
    }


def _education(item: base.Item) -> dict[str, Any]:
    return {
        "institution": said(item, "institution") or parts.title(item),
        "area": said(item, "area"),
        "studyType": said(item, "degree"),
        "location": said(item, "location"),
        "summary": "\n".join(parts.text(item)),
    }


def _award(item: base.Item) -> dict[str, Any]:
    return {
        "title": parts.title(item),
        "awarder": said(item, "awarder"),
        "summary": "\n".join(parts.text(item)),
    }


def _project(item: base.Item) -> dict[str, Any]:
    role = said(item, "role")
    entity = said(item, "event", "institution", "funder", "office")
    inventors = ", ".join(getattr(item, "inventors", ()))
    others = (said(item, name) for name in _OTHERS)
    return {
        "name": parts.title(item),
        "entity": entity,
        "roles": [role] if role else [],
        "description": "\n".join(parts.text(item)),
        "highlights": [one for one in (*others, inventors) if one],
        "keywords": list(item.tags),
    }


# What else items say, of all types that are projects here.
_OTHERS = ("location", "degree", "topic", "now", "number", "amount", "status")

_ITEMS: Mapping[str, Callable[[base.Item], dict[str, Any]]] = {
    "work": _work,
    "volunteer": _volunteer,
    "education": _education,
    "awards": _award,
    "projects": _project,
}


def _dated(item: base.Item, name: str) -> dict[str, Any]:
    """Return the dates; what is none keeps its words, in a property of our own."""
    known = parts.when(item.date)
    is_told = known.is_whole and not (name == "awards" and known.end)
    words = {"dateText": "" if is_told else known.text}
    if name == "awards":
        return {"date": known.start, **words}
    end = known.end or ("" if known.is_open else known.start)
    return {"startDate": known.start, "endDate": end, **words}


def _publications(site: Site, resolve: Callable[[str], str]) -> list[dict[str, Any]]:
    reference = parts.reference(site)
    found = []
    for paper in parts.papers(site):
        known = record.of(paper)
        if known is None:
            found.append({"name": plain.from_markdown(paper.text)})
            continue
        doi = f"https://doi.org/{known.doi}" if known.doi else ""
        found.append(
            filled(
                {
                    "name": known.title or paper.key,
                    "publisher": paper.venue_name,
                    "releaseDate": "" if known.date.startswith("-") else known.date,
                    "url": doi or resolve(paper.url),
                    "summary": reference(paper),
                }
            )
        )
    return found
