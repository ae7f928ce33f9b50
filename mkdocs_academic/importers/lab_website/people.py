"""The members of a lab: who they are goes into `people`, what they write onto a page of theirs."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from .. import calls
from ..permalinks import listed
from . import filters
from .lab import Lab, text_of

# As the template calls them, unless the site's `types.yaml` says otherwise.
_ROLES = {
    "pi": "Principal Investigator",
    "principal-investigator": "Principal Investigator",
    "postdoc": "Postdoctoral Researcher",
    "phd": "PhD Student",
    "masters": "Masters Student",
    "undergrad": "Undergraduate Student",
    "programmer": "Programmer",
    "mascot": "Mascot",
}
_LEFT = ("alum", "alumni", "alumnus", "former")
_KNOWN = frozenset(
    "name title image role description affiliation aliases links group layout slug "
    "last-modified pronouns search affiliations education".split()
)
_TEXTS = frozenset("name title image description affiliation group slug pronouns".split())
_DATE = re.compile(r"\d{4}(?:-\d\d?){0,2}")


class People:
    """Carries the members of one lab."""

    def __init__(self, lab: Lab) -> None:
        self._lab = lab
        self._rows: list[dict[str, Any]] = []  # as the old site filters them
        self.names: dict[str, str] = {}  # of members, by the names of their files

    def read(self) -> None:
        """Put the members into the settings; their texts follow with the pages."""
        count = self._lab.result.report.count("_members", "people")
        people: dict[str, dict[str, Any]] = {}
        for name, file in self._lab.members.items():
            meta, _ = self._lab.source.page_of(name)
            count.found += 1
            count.structured += 1
            key = PurePosixPath(file).stem
            people[key] = self._person(meta, name)
            self.names[PurePosixPath(name).stem] = people[key]["name"]
            self._rows.append({**meta, "_": people[key]})
            self._tell(name, meta, people[key])
        if people:
            self._lab.result.data["people"] = people
            self._lab.result.academic["people"] = "data/people.yml"
        else:
            self._lab.result.report.counts.remove(count)

    def _tell(self, name: str, meta: dict[str, Any], person: dict[str, Any]) -> None:
        """Name what has no place, or is not of its kind."""
        for field in sorted(meta):
            where, value = self._lab.at(name, field), meta[field]
            if value in ("", None, [], {}):
                continue
            if field in _TEXTS and not isinstance(value, str):
                self._lab.note(f"`{where}`: `{field}` is no text and was left out")
            elif field == "links" and not isinstance(value, dict):
                self._lab.note(f"`{where}`: `links` is no mapping (service: name) and was left out")
            elif field not in _KNOWN and field not in person:
                self._lab.note(f"`{where}`: `{field}` has no counterpart and was left out")

    def _person(self, meta: dict[str, Any], name: str) -> dict[str, Any]:
        title = text_of(meta.get("name")) or text_of(meta.get("title"))
        person: dict[str, Any] = {"name": title or PurePosixPath(name).stem}
        aliases = meta.get("aliases")
        if spelled := [
            one for one in map(text_of, listed(aliases)) if one and one != person["name"]
        ]:
            person["aliases"] = spelled
        roles = [one for one in map(text_of, listed(meta.get("role"))) if one]
        role, group = next(iter(roles), ""), text_of(meta.get("group"))
        person["role"] = ", ".join(map(self.role, roles)) or "Member"
        if group.lower() in _LEFT or role.lower() in _LEFT:
            person["end"] = "left"
        elif group:
            person["group"] = group
        for field in ("start", "end"):
            if _DATE.fullmatch(date := text_of(meta.get(field))):
                person[field] = date
        if pronouns := text_of(meta.get("pronouns")):
            person["pronouns"] = pronouns
        places = filter(None, map(text_of, listed(meta.get("affiliations"))))
        place = text_of(meta.get("affiliation")) or ", ".join(places)
        for field, line in (("position", text_of(meta.get("description"))), ("affiliation", place)):
            if line:
                person[field] = self._lab.text(" ".join(line.split()))
        if photo := self._lab.addresses(text_of(meta.get("image"))):
            person["photo"] = photo
        found = self._lab.links(meta.get("links"), name)
        links = found.pop("links", {})
        for key in ("website", "home_page"):
            if key in links and "url" not in person:
                person["url"] = links.pop(key)
        return {**person, **found, **({"links": links} if links else {})}

    def role(self, word: str) -> str:
        """Return what a role is called."""
        given = self._lab.types.get(word)
        said = text_of(given.get("description")) if isinstance(given, dict) else ""
        return said or _ROLES.get(word.lower(), word)

    def macro(self, conditions: list[str]) -> str:
        """Return the macro that shows those members who fit."""
        shown = [one["_"] for one in filters.fitting(self._rows, conditions, self._lab.note)]
        everybody = [one["_"] for one in self._rows]
        if not shown:
            return ""
        if len(shown) == len(everybody):
            return calls.macro("people")
        if all("end" in one for one in shown):
            return calls.macro("people", alumni="only")
        roles = [*dict.fromkeys(one["role"] for one in shown)]
        has_alumni = any("end" in one for one in shown)
        fitting = [
            one for one in everybody if one["role"] in roles and (has_alumni or "end" not in one)
        ]
        if len(fitting) != len(shown):
            said = ", ".join(conditions)
            self._lab.note(f"a list of members (`{said}`) has no exact counterpart: by role it is")
        return calls.macro("people", role=roles, alumni=has_alumni)
