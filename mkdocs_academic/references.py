"""What settings refer to and nobody has: papers by key, people by name, bibliographies by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from .bibliography.files import is_missing
from .problems import Problem, did_you_mean
from .registry import Registry
from .sections import base, publications
from .settings import Settings

Sections = Mapping[str, base.Section]


def unknown(
    sections: Sections, keys: set[str], registry: Registry, given: Settings
) -> Iterator[Problem]:
    """Tell of items about papers and people whom nobody knows; `keys` are those of papers."""
    for name, section in sections.items():
        for place, item in enumerate(getattr(section, "items", ())):
            for key in item.papers:
                if key not in keys:
                    said = f"there is no publication {key!r}{did_you_mean(key, keys)}"
                    yield given.problem((name, "items", place, "papers"), said)
            for one in item.people:
                if not registry.find(one):
                    yield given.problem((name, "items", place, "people"), nobody(one, registry))
        if isinstance(section, publications.Section):
            yield from _of_publications(name, section, registry, given)


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
    for slug, one in registry.people.items():
        if not registry.elsewhere and is_missing(one.photo, docs_dir):
            said = f"there is no file {one.photo!r} in {docs_dir.name}/"
            yield given.problem((*registry.places[slug], "photo"), said)


def unclear(registry: Registry, given: Settings) -> Iterator[Problem]:
    """Tell of authors who may be several people: they are nobody's until one claims the name."""
    for name, fitting in registry.unclear():
        said = f"the author {name!r} may be {' or '.join(fitting)}: an alias makes it one's own"
        yield given.problem(("people",), said)
