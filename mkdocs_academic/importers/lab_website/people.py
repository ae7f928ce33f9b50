"""The members of a lab: who they are goes into `people`, what they write onto a page of theirs."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from .. import calls
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
    "last-modified".split()
)


class People:
    """Carries the members of one lab."""

    def __init__(self, lab: Lab) -> None:
        self._lab = lab
        types = lab.source.data("_data/types.yaml") or lab.source.data("_data/roles.yaml")
        self._types: dict[str, Any] = types if isinstance(types, dict) else {}
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
            for field in meta.keys() - _KNOWN:
                where = self._lab.at(name, field)
                self._lab.note(f"`{where}`: `{field}` has no counterpart and was left out")
        if people:
            self._lab.result.data["people"] = people
            self._lab.result.academic["people"] = "data/people.yml"
        else:
            self._lab.result.report.counts.remove(count)

    def _person(self, meta: dict[str, Any], name: str) -> dict[str, Any]:
        title = text_of(meta.get("name")) or text_of(meta.get("title"))
        person: dict[str, Any] = {"name": title or PurePosixPath(name).stem}
        aliases = meta.get("aliases")
        listed = aliases if isinstance(aliases, list) else [aliases]
        if spelled := [one for one in map(text_of, listed) if one and one != person["name"]]:
            person["aliases"] = spelled
        role, group = text_of(meta.get("role")), text_of(meta.get("group"))
        person["role"] = self.role(role) or "Member"
        if group.lower() in _LEFT or role.lower() in _LEFT:
            person["end"] = "left"
        elif group:
            person["group"] = group
        for ours, theirs in (("position", "description"), ("affiliation", "affiliation")):
            if line := text_of(meta.get(theirs)):
                person[ours] = self._lab.text(" ".join(line.split()))
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
        given = self._types.get(word)
        said = text_of(given.get("description")) if isinstance(given, dict) else ""
        return said or _ROLES.get(word.lower(), word)

    def macro(self, conditions: list[str]) -> str:
        """Return the macro that shows those members who fit."""
        shown = [one["_"] for one in filters.fitting(self._rows, conditions)]
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
