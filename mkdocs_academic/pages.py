"""The pages of papers: which have one, and under which address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from .bibliography import grouping, slugs
from .bibliography.entry import Entry
from .bibliography.publication import Publication
from .place import FOLDER
from .problems import Problem


def _which(value: Any) -> Any:
    """Read yes and no for all and none."""
    known = {"yes": "all", "true": "all", "no": "none", "false": "none"}
    if isinstance(value, str) and value not in (*known, *known.values(), "selected"):
        raise ValueError("should be 'yes', 'selected' or 'no'")  # as the manual has it
    return known.get(value, value)


Wanted = Annotated[Literal["all", "selected", "none"], BeforeValidator(_which)]


@dataclass(frozen=True, kw_only=True)
class Pages:
    """The pages of a site's papers."""

    slugs: Mapping[str, str] = field(default_factory=dict)  # by citation key, newest paper first
    former: Mapping[str, str] = field(default_factory=dict)  # old slug to the one that holds now
    problems: tuple[Problem, ...] = ()

    @cached_property
    def _places(self) -> tuple[tuple[str, ...], Mapping[str, int]]:
        keys = tuple(self.slugs)
        return keys, {key: place for place, key in enumerate(keys)}

    def neighbours(self, key: str) -> tuple[str, str]:
        """Return the keys of the papers that are next newer and next older, "" at an end."""
        keys, places = self._places
        place = places.get(key)
        if place is None:
            return "", ""
        return keys[place - 1] if place else "", keys[place + 1] if place + 1 < len(keys) else ""

    def source(self, key: str) -> str:
        """Return the Markdown file of a paper's page below docs, "" where there is none."""
        slug = self.slugs.get(key)
        return f"{FOLDER}/{slug}.md" if slug else ""

    def pdf(self, key: str, directory_urls: bool) -> str:
        """Return where the copy of a paper's PDF lies below the site: in the folder of its page."""
        slug = self.slugs.get(key)
        if not slug:
            return ""
        return f"{FOLDER}/{slug}/{slug}.pdf" if directory_urls else f"{FOLDER}/{slug}.pdf"


def assigned(
    wanted: Wanted,
    papers: Sequence[Publication],
    also: Mapping[str, str],
    problem: Callable[[Entry, str], Problem],
) -> Pages:
    """Give the papers that are wanted their pages; `also` are keys of versions not shown.

    `problem` knows where an entry stands.
    """
    if wanted == "none" or not papers:
        return Pages()
    found = slugs.assign(papers, also)
    newest = grouping.in_order(papers, "newest")
    shown = [one.key for one in newest if wanted == "all" or one.selected]
    own = {key: found.by_key[key] for key in shown if key in found.by_key}
    kept = set(own.values())
    return Pages(
        slugs=own,
        former={old: new for old, new in found.former.items() if new in kept},
        problems=tuple(problem(entry, message) for entry, message in found.problems),
    )
