"""Names that a comma may have joined: `Ann Lee, Bo Ho` is one person, whose family is `Ann Lee`."""

from __future__ import annotations

from collections.abc import Iterator

from ..bibliography.names import Name
from ..problems import Problem
from .subject import Subject


def two_in_one(subject: Subject) -> Iterator[Problem]:
    """Tell of names of which one half is somebody who is known: many have two family names."""
    papers = [(one, one.entry) for one in subject.site.publications if one.entry]
    known = {one.name.full.casefold() for paper, _ in papers for one in paper.everyone}
    known |= {person.name.casefold() for person in subject.site.registry.people.values()}
    if profile := subject.site.profile:
        known |= {spelling.casefold() for spelling in (profile.name, *profile.aliases)}
    for paper, entry in papers:
        for author in paper.everyone:
            if not known.isdisjoint(_halves(author.name)):
                said = f"{author.name.sort!r} is read as one name, {author.name.full!r}"
                yield subject.about(entry, f"{said}: write 'and' between two people")


def _halves(name: Name) -> tuple[str, ...]:
    """Return family and given names, if each has several words and may be a whole name."""
    if " " not in name.family or " " not in name.given or name.prefix or name.literal:
        return ()
    return name.family.casefold(), name.given.casefold()
