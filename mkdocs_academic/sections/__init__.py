"""The section types, one row each, in the order in which a page shows them by default."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from . import (
    base,
    education,
    experience,
    funding,
    honors,
    internships,
    news,
    openings,
    patents,
    projects,
    publications,
    services,
    students,
    talks,
    teaching,
)

Arrange = Callable[[Any, base.Surroundings], Mapping[str, Any]]


class SectionType(NamedTuple):
    """What a type is made of, besides the template of its name."""

    settings: type[base.Section]
    arrange: Arrange = base.arrange


TYPES: Mapping[str, SectionType] = {
    "news": SectionType(news.Section),
    "publications": SectionType(publications.Section, publications.arrange),
    "projects": SectionType(projects.Section),
    "patents": SectionType(patents.Section),
    "honors": SectionType(honors.Section),
    "education": SectionType(education.Section),
    "experience": SectionType(experience.Section),
    "internships": SectionType(internships.Section),
    "talks": SectionType(talks.Section),
    "teaching": SectionType(teaching.Section),
    "students": SectionType(students.Section),
    "funding": SectionType(funding.Section),
    "services": SectionType(services.Section),
    "openings": SectionType(openings.Section, openings.arrange),
}
