"""What settings refer to and is not there: papers, people, bibliographies, files, icons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from . import icons, languages
from .bibliography.files import is_missing
from .citations.report import Report
from .citations.tally import Tally
from .problems import Problem, did_you_mean
from .registry import Registry
from .sections import base, publications
from .sections.profile import Profile
from .settings import Settings
from .yaml_text import Step

Sections = Mapping[str, base.Section]


def unknown(
    sections: Sections, keys: set[str], registry: Registry, given: Settings
) -> Iterator[Problem]:
    """Tell of items about papers and people whom nobody knows; `keys` are those of papers."""
    for path, item in _items(sections):
        for key in item.papers:
            if key not in keys:
                said = f"there is no publication {key!r}{did_you_mean(key, keys)}"
                yield given.problem((*path, "papers"), said)
        for one in item.people:
            if not registry.find(one):
                yield given.problem((*path, "people"), nobody(one, registry))
    for name, section in sections.items():
        if isinstance(section, publications.Section):
            yield from _of_publications(name, section, registry, given)


def _items(sections: Sections) -> Iterator[tuple[tuple[Step, ...], base.Item]]:
    """Yield every item with its place in the settings; the meetings of a course follow it."""
    for name, section in sections.items():
        for index, item in enumerate(getattr(section, "items", ())):
            yield (path := (name, "items", index)), item
            for number, meeting in enumerate(getattr(item, "schedule", ())):
                yield (*path, "schedule", number), meeting


def uncounted(
    report: Report, tallies: Iterable[Tally], keys: set[str], given: Settings
) -> Iterator[Problem]:
    """Tell of stated numbers of papers that nobody knows, neither the site nor a source."""
    known = keys | {paper.key for tally in tallies for paper in tally.papers}
    for key in report.papers if keys else ():  # badges need no bibliography
        if key not in known:
            said = f"there is no publication {key!r}{did_you_mean(key, keys)}"
            yield given.problem(("citations", "papers", key), said)


def nobody(written: str, registry: Registry) -> str:
    """Say that somebody does not stand among the people."""
    return f"there is nobody {written!r} among the people{registry.hint(written)}"


def _of_publications(
    name: str, section: publications.Section, registry: Registry, given: Settings
) -> Iterator[Problem]:
    for one in section.person:
        if not registry.find(one):
            yield given.problem((name, "person"), nobody(one, registry))
    known = {str(step) for step, _ in section.files}
    for one in section.mine if isinstance(section.mine, tuple) else ():
        if one not in known:
            said = f"there is no bibliography {one!r}{did_you_mean(one, known)}"
            yield given.problem((name, "mine"), said)


def missing_photos(registry: Registry, docs_dir: Path, given: Settings) -> Iterator[Problem]:
    """Tell of portraits that are not there; those of another site lie there."""
    for slug in _without_photo(registry, docs_dir):
        said = f"there is no file {registry.people[slug].photo!r} in {docs_dir.name}/"
        yield given.problem((*registry.places[slug], "photo"), said)


def with_photos(registry: Registry, docs_dir: Path) -> Registry:
    """Return everybody without portraits that are not there: initials are drawn for them."""
    lost = set(_without_photo(registry, docs_dir))
    people = {
        slug: one.model_copy(update={"photo": ""}) if slug in lost else one
        for slug, one in registry.people.items()
    }
    return replace(registry, people=people) if lost else registry


def _without_photo(registry: Registry, docs_dir: Path) -> Iterator[str]:
    if not registry.elsewhere:
        yield from (
            slug for slug, one in registry.people.items() if is_missing(one.photo, docs_dir)
        )


def unclear(registry: Registry, given: Settings) -> Iterator[Problem]:
    """Tell of authors who may be several people: they are nobody's until one claims the name."""
    for name, fitting in registry.unclear():
        said = f"the author {name!r} may be {' or '.join(fitting)}: an alias makes it one's own"
        yield given.problem(("people",), said)


def missing_files(
    profile: Profile | None,
    sections: Sections,
    given: Settings,
    docs_dir: Path,
    custom_dir: Path | None,
) -> list[Problem]:
    """Tell of icons, and of files that profile and items link to, that are not there."""
    named: list[tuple[tuple[Step, ...], str]] = []
    if profile:
        named += [(("profile", "avatar"), profile.avatar), (("profile", "cv"), profile.cv)]
    for path, item in _items(sections):
        named += [((*path, "image"), item.image), ((*path, "url"), item.url)]
        named += [((*path, "links", label), url) for label, url in item.links.items()]
    folders = [one for one in (custom_dir, *icons.engine_folders()) if one]
    drawn = [(name, one.icon) for name, one in sections.items() if one.icon and "/" in one.icon]
    return [
        given.problem((name, "icon"), f"there is no icon {icon!r}")
        for name, icon in drawn
        if icons.find(icon, folders) is None
    ] + [
        given.problem(path, f"there is no file {address!r} in {docs_dir.name}/")
        for path, address in named
        if _is_lost(address, docs_dir, given)
    ]


def drawn(profile: Profile | None, docs_dir: Path, given: Settings) -> Profile | None:
    """Return the profile without a portrait that is not there: initials are drawn for it."""
    if profile and _is_lost(profile.avatar, docs_dir, given):
        return profile.model_copy(update={"avatar": ""})
    return profile


def _is_lost(address: str, docs_dir: Path, given: Settings) -> bool:
    """Tell whether a file of the site is there in none of its languages."""
    versions = languages.versions(address, languages.tags(given.config))
    return all(is_missing(one, docs_dir) for one in versions)
