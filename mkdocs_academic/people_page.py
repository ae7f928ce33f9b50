"""What pages show of people: the grid by role, who has left, and what one person has to do with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from . import formats
from .dates import Date
from .registry import FOLDER
from .sections import base
from .sections.base import Row
from .sections.people import Person
from .site import Site

Alumni = Literal["yes", "no", "only"]
# Where all people are looked for, below docs.
LISTS = (f"{FOLDER}.md", f"{FOLDER}/index.md", "team.md", "members.md")


class Card(NamedTuple):
    """Somebody in the grid."""

    slug: str
    person: Person
    details: tuple[str, ...]  # Markdown, one line each
    years: Date | None  # of those who have left


class Group(NamedTuple):
    """People under one heading."""

    title: str  # Markdown; "" for none
    cards: tuple[Card, ...]


def by_role(
    site: Site,
    roles: Mapping[str, str],
    group: Sequence[str] = (),
    alumni: Alumni = "yes",
    by: Literal["role", "group"] = "role",
) -> list[Group]:
    """Arrange the members by role, or by group; alumni come last.

    `roles` are the only ones wanted, in this order, with their headings; all as they come without.
    """
    members = [
        (slug, one)
        for slug, one in site.registry.people.items()
        if one.is_member and (not group or set(group) & set(one.group))
    ]
    left = {slug for slug, one in members if one.has_left(site.today)}
    listed: dict[str, list[Card]] = {role: [] for role in roles}
    for slug, one in members if alumni != "only" else ():
        for key in _keys(one, by):
            if slug not in left and (not roles or key in roles):
                other = ", ".join(one.group) if by == "role" else one.role
                details = tuple(filter(None, (one.position, other, ", ".join(one.topics))))
                listed.setdefault(key, []).append(Card(slug, one, details, None))
    nameless = listed.pop("", [])  # a role is not known of everybody
    found = [Group(roles.get(key, key), tuple(cards)) for key, cards in listed.items() if cards]
    found += [Group("", tuple(nameless))] if nameless else []
    gone = [
        (slug, one)
        for slug, one in members
        if slug in left and (not roles or set(_keys(one, by)) & set(roles))
    ]
    if gone and alumni != "no":
        title = "" if alumni == "only" else site.words["people.alumni"]
        found.append(Group(title, tuple(_alumni(gone, site.language))))
    return found


def _keys(person: Person, by: str) -> tuple[str, ...]:
    return (person.role,) if by == "role" else person.group or ("",)


def _alumni(people: Iterable[tuple[str, Person]], language: str) -> Iterator[Card]:
    """Return who left last first; whose end has no date stays behind."""
    for slug, one in sorted(people, key=lambda pair: pair[1].end.end, reverse=True):
        now = formats.onward(one.now, language) if one.now else ""
        yield Card(slug, one, tuple(filter(None, (one.position or one.role, now))), one.years)


def items_about(site: Site, slug: str) -> dict[str, list[Row]]:
    """Return what the sections say of somebody, in the order of each section."""
    registry = site.registry
    found: dict[str, list[Row]] = {}
    for name, section in site.sections.items():  # also of those that the home page leaves out
        if not isinstance(section, base.ItemSection):
            continue
        for item in base.in_order(section.items, section.order):
            others = tuple(one for one in item.people if registry.find(one) != slug)
            if len(others) < len(item.people):
                found.setdefault(name, []).append(item.row(site.today)._replace(people=others))
    return found


def has_papers(site: Site, slug: str) -> bool:
    """Tell whether somebody is an author here."""
    return any(one.person == slug for paper in site.publications for one in paper.everyone)
