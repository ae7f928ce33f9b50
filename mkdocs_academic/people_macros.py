"""The macros about people: `{{ people() }}` and `{{ person("…") }}`, and where names lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, cast

from . import people_page
from .bibliography.publication import Author
from .engine import Engine
from .fragment import Fragment
from .outputs.heads import Heads
from .people_page import Alumni
from .place import Place
from .problems import did_you_mean
from .sections.base import Row
from .sections.people import Person
from .site import Site

# What the list of a person or a project is not narrowed by, whatever the settings say.
ALL_PAPERS: Mapping[str, Any] = {
    **dict.fromkeys(("selected", "keys", "type", "year", "keyword", "author"), ()),
    "limit": None,
    "order": "newest",
}
_ALUMNI: Mapping[Any, Alumni] = {True: "yes", False: "no", "yes": "yes", "no": "no", "only": "only"}


class PeopleMacros:
    """The macros of one site on one engine; ValueError says what a call does wrong."""

    def __init__(
        self,
        site: Site,
        engine: Engine,
        show: Callable[..., Fragment],  # a template and its view -> what it shows
        section: Callable[[str, int, Mapping[str, Any]], Fragment],  # name, level, options
        title: Callable[[str], str],  # a section's name -> its heading
    ) -> None:
        self._site = site
        self._engine = engine
        self._show = show
        self._section = section
        self._title = title

    def people(
        self,
        role: str | Sequence[str] | Mapping[str, str] = (),
        group: str | Sequence[str] = (),
        alumni: bool | str = True,
        by: str = "role",
        level: int = 2,
    ) -> str:
        """Show the members by role, those who have left last."""
        if alumni not in _ALUMNI or by not in ("role", "group") or level not in range(1, 7):
            said = "alumni is yes, no or 'only', by is 'role' or 'group', level from 1 to 6: got "
            raise ValueError(f"{said}alumni={alumni!r}, by={by!r}, level={level!r}")
        roles = _headed(role)
        members = [one for one in self._site.registry.people.values() if one.is_member]
        groups = _listed(group)
        _check(by, roles, members)
        _check("group", groups, members)
        way = cast(Literal["role", "group"], by)
        shown = people_page.by_role(self._site, roles, groups, _ALUMNI[alumni], way)
        if not members:
            self._engine.warn("people(): nobody in extra.academic.people has a role or a group")
        return self._engine.emit(self._show("people", groups=shown, level=level, name="people"))

    def person(self, name: str) -> str:
        """Show one person whole, under the name: the content of the own page."""
        slug = self._site.person(str(name))
        person = self._site.registry.people[slug]
        engine, site = self._engine, self._site
        if engine.place().source == site.registry.source(slug):
            engine.note("head", Heads(site).of_person(person, engine.place()))
        listed = next(filter(engine.has_file, people_page.LISTS), "")
        card = self._show("person", person=person, slug=slug, is_past=person.has_left(site.today))
        shown = [engine.heading(1, person.name, ""), engine.emit(card)]
        papers = next((key for key, one in site.sections.items() if one.LIST == "entries"), "")
        if papers and people_page.has_papers(site, slug):
            wanted = {**ALL_PAPERS, "person": slug}
            content = self._section(papers, 3, wanted)
            shown += self._headed(papers, site.words["publications"], content)
        for section, rows in people_page.items_about(site, slug).items():
            view = {"name": section, "rows": rows, "older": []}
            rows_shown = self._show("parts/rows", **view)
            shown += self._headed(section, self._title(section), rows_shown)
        if listed:
            shown.append(engine.emit(self._show("parts/person_way", list_page=listed)))
        return "\n\n" + "\n\n".join(shown) + "\n\n"

    def _headed(self, name: str, title: str, content: Fragment) -> list[str]:
        return [self._engine.heading(2, title, name), self._engine.emit(content)]

    def home_of(self, author: Author) -> str:
        """Return where an author's name leads: the own site, else the page here, if it is there."""
        return author.url or self.page_of(author.person)

    def page_of(self, slug: str) -> str:
        """Return the page of somebody: a file below docs, or where the engine will put it."""
        source = self._site.registry.source(slug)
        if not source or self._engine.has_file(source):
            return source
        # Not the file's name: the page is made once, for all languages of a site.
        place = Place(directory_urls=self._engine.place().directory_urls)
        return place.address(source) if self._engine.makes_pages() else ""

    def of_row(self, row: Row) -> list[tuple[Person, str]]:
        """Return the people that an item is about, each with an address, "" for none."""
        registry = self._site.registry
        slugs = dict.fromkeys(filter(None, map(registry.find, row.people)))
        return [(registry.people[one], self.home(one)) for one in slugs]

    def home(self, slug: str) -> str:
        """Return where the name of somebody leads."""
        return self._site.registry.home(slug) or self.page_of(slug)


def _headed(role: str | Sequence[str] | Mapping[str, str]) -> Mapping[str, str]:
    """Return the roles wanted, each with its heading."""
    if isinstance(role, Mapping):
        return {str(key): str(title) for key, title in role.items()}
    return {one: one for one in _listed(role)}


def _listed(value: str | Sequence[str]) -> tuple[str, ...]:
    values = value if isinstance(value, list | tuple) else (value,)
    return tuple(str(one) for one in values if one != "")


def _check(by: str, wanted: Iterable[str], members: Iterable[Person]) -> None:
    """Refuse a role or group that nobody has.

    Raises:
        ValueError: with the nearest one that somebody has.

    """
    known = {key for one in members for key in ((one.role,) if by == "role" else one.group)}
    for one in wanted:
        if one not in known:
            raise ValueError(f"nobody has the {by} {one!r}{did_you_mean(one, known)}")
