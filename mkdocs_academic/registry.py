"""The registry of people: each found by key, name or alias, with the page and address they have."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any
from urllib.parse import urljoin, urlsplit

from pydantic import BeforeValidator

from . import date_doubts
from .bibliography import names, slugs
from .bibliography.identity import Identity
from .bibliography.known_people import Known, KnownPeople
from .bibliography.scripts import is_east_asian
from .problems import Problem, did_you_mean
from .sections.base import SWITCH
from .sections.people import People, Person
from .settings import Settings
from .urls import safe_url
from .yaml_text import Step

FOLDER = "people"  # below docs


def _pages(value: Any) -> Any:
    """Read yes, no, or the address of the site that has the pages."""
    if not isinstance(value, str):
        return value
    if value.lower() in SWITCH:
        return "yes" if SWITCH[value.lower()] else "no"
    if not (value.startswith(("http://", "https://")) and safe_url(value)):
        raise ValueError("should be yes, no, or the address of the site that has these pages")
    return f"{value.rstrip('/')}/"


Wanted = Annotated[str, BeforeValidator(_pages)]


@dataclass(frozen=True, kw_only=True)
class Registry:
    """Everybody whom the settings name under `people`."""

    people: Mapping[str, Person] = field(default_factory=dict)  # by slug, in the order written
    with_page: frozenset[str] = frozenset()  # slugs of those who have a page on this site
    elsewhere: str = ""  # the address of the site that has the pages, where it is another one
    places: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)  # in the settings, by slug
    problems: tuple[Problem, ...] = ()

    def source(self, slug: str) -> str:
        """Return the Markdown file of somebody's page below docs, "" where there is none."""
        return f"{FOLDER}/{slug}.md" if slug in self.with_page else ""

    def home(self, slug: str) -> str:
        """Return where a name leads beyond this site: the own site, or the laboratory's page."""
        person = self.people[slug]
        if person.url or not self.elsewhere or not person.is_member:
            return person.url
        return f"{self.elsewhere}{FOLDER}/{slug}/"

    def find(self, written: str) -> str:
        """Return the slug of a key, a name or an alias; "" for nobody, and for several."""
        if written in self.people:
            return written
        found = self._by_spelling.get(written.casefold())
        if found is None:
            known = self.known.find(names.parse(written)) if written.strip() else None
            found = known.slug if known else ""
        return found

    @cached_property
    def _by_spelling(self) -> Mapping[str, str]:
        listed = list(self.people.items())
        found = {alias.casefold(): slug for slug, one in listed for alias in one.aliases}
        return found | {one.name.casefold(): slug for slug, one in listed}

    @cached_property
    def known(self) -> KnownPeople:
        """Return everybody, for the names in papers."""
        return KnownPeople(
            [
                Known(one.name, Identity(one.name, one.aliases), slug, self.home(slug))
                for slug, one in self.people.items()
            ]
        )

    def spellings(self, name: str) -> tuple[str, ...]:
        """Return the aliases of whoever is known under a name."""
        slug = self.find(name)
        return self.people[slug].aliases if slug else ()

    def hint(self, written: str) -> str:
        """Return ` (did you mean 'ada'?)` for who is nearest."""
        listed = [*self.people, *(one.name for one in self.people.values())]
        return did_you_mean(written, listed)

    def unclear(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the names of authors that fit several people, and theirs."""
        yield from self.known.doubts.items()


def registered(people: People, wanted: str, site_url: str, given: Settings) -> Registry:
    """Give everybody a slug, and members a page, unless they have their own site there."""
    problems: list[Problem] = []
    by_slug: dict[str, Person] = {}
    places: dict[str, tuple[Step, ...]] = {}
    for place, person in _placed(people):
        wish = person.slug or (slugs.made_of(place[-1]) if isinstance(place[-1], str) else "")
        slug = _free(wish or _made_of(person), by_slug)
        if same := _same(person, by_slug.values()):
            said = f"is {same.name!r} once more, and not shown: keep one of them, aliases and all"
            problems.append(given.problem(place, said))
            continue
        problems += _doubts(place, person, by_slug.values(), given)
        if wish and slug != wish:
            said = f"the slug {wish!r} is somebody else's: this page is {slug!r}"
            problems.append(given.problem(place, said))
        by_slug[slug] = person
        places[slug] = place
    elsewhere = wanted if "://" in wanted and wanted != site_url else ""
    members = {slug for slug, one in by_slug.items() if one.is_member}
    own = {slug for slug in members if _is_at(by_slug[slug].url, slug, site_url)}
    return Registry(
        people={slug: _moved(one, elsewhere, site_url) for slug, one in by_slug.items()},
        with_page=frozenset() if wanted == "no" or elsewhere else frozenset(members - own),
        elsewhere=_near(elsewhere, site_url),
        places=places,
        problems=tuple(problems),
    )


def _placed(people: People) -> Iterator[tuple[tuple[Step, ...], Person]]:
    listed: Iterable[tuple[Step, Person]] = (
        people.items() if isinstance(people, dict) else enumerate(people)
    )
    for step, person in listed:
        yield (FOLDER, step), person


def _made_of(person: Person) -> str:
    """Make a slug of the name, of a spelling in letters rather than in characters."""
    spelled = (person.name, *person.aliases)
    return slugs.made_of(next((one for one in spelled if not is_east_asian(one)), person.name))


def _free(slug: str, taken: Mapping[str, Person]) -> str:
    number, found = 1, slug
    while found in taken or found in slugs.RESERVED:
        number += 1
        found = f"{slug}-{number}"
    return found


def _same(person: Person, others: Iterable[Person]) -> Person | None:
    """Return who stands there already: by name, unless two numbers tell two people apart."""
    for one in others:
        is_namesake = one.name.casefold() == person.name.casefold()
        both = one.orcid and person.orcid
        if _is_numbered_like(one, person) and _is_called_like(one, person) if both else is_namesake:
            return one
    return None


def _is_numbered_like(one: Person, other: Person) -> bool:
    return bool(one.orcid) and one.orcid == other.orcid


def _is_called_like(one: Person, other: Person) -> bool:
    """Tell whether one of the spellings may be the other's."""
    mine, theirs = (Identity(each.name, each.aliases) for each in (one, other))
    return any(mine.matches(names.parse(name)) for name in (other.name, *other.aliases)) or any(
        theirs.matches(names.parse(name)) for name in (one.name, *one.aliases)
    )


def _doubts(
    place: tuple[Step, ...], person: Person, others: Iterable[Person], given: Settings
) -> Iterator[Problem]:
    """Tell of a number that is somebody else's, and of an end that nobody understands."""
    for one in others:
        if _is_numbered_like(one, person):
            said = f"the ORCID is also that of {one.name!r}: which is right? Both are shown"
            yield given.problem((*place, "orcid"), said)
    if not person.knows_end:
        said = f"{date_doubts.no_date(person.end.text)}; or left, if nobody knows when"
        yield given.problem((*place, "end"), said)


def _moved(person: Person, elsewhere: str, site_url: str) -> Person:
    """Take what the laboratory's site names relative to itself from there."""
    named = {"url": person.url, "photo": person.photo}
    moved = {
        name: _near(urljoin(elsewhere, one), site_url)
        for name, one in named.items()
        if one and (elsewhere or (name == "url" and "://" in one))
    }
    return person.model_copy(update=moved) if moved else person


def _near(address: str, site_url: str) -> str:
    """Return the way from the site's root to another site of the same host: `../bo/`.

    So the sites of a laboratory, built into one tree, also find each other on a desk.
    """
    here, there = urlsplit(site_url), urlsplit(address)
    if not here.netloc or here[:2] != there[:2] or there.query or there.fragment:
        return address
    way = posixpath.relpath(there.path or "/", here.path or "/")
    return f"{way}/" if there.path.endswith("/") or not there.path else way


def _is_at(url: str, slug: str, site_url: str) -> bool:
    """Tell whether an own site lies where the page would."""
    base = site_url or "https://site.invalid/"
    found = urljoin(base, url).removesuffix("index.html").rstrip("/")
    return bool(url) and found == f"{base}{FOLDER}/{slug}"
