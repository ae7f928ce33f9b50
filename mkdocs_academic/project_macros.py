"""The macro about one project: `{{ project("…") }}` shows it whole, with all of its papers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from .engine import Engine
from .fragment import Fragment
from .outputs import plain
from .people_macros import ALL_PAPERS
from .problems import did_you_mean
from .site import Site

if TYPE_CHECKING:
    from .sections import projects

_FIELD = "project"  # of an entry of a bibliography: the names of projects, `;` between them


class ProjectMacros:
    """The macro of one site on one engine; ValueError says what a call does wrong."""

    def __init__(
        self,
        site: Site,
        engine: Engine,
        show: Callable[..., Fragment],  # a template and its view -> what it shows
        section: Callable[[str, int, Mapping[str, Any]], Fragment],  # name, level, options
    ) -> None:
        self._site = site
        self._engine = engine
        self._show = show
        self._section = section

    def project(self, name: str) -> str:
        """Show one project under its name: what its item says, and its papers as a list."""
        section, item = self._find(str(name))
        title = plain.from_markdown(item.name)
        row = item.row(self._site.today)._replace(title="", url="", papers=())
        rows = self._show("parts/rows", name=section, rows=[row], older=[])
        shown = [self._engine.heading(1, title, ""), self._engine.emit(rows)]
        listed = next(
            (key for key, one in self._site.sections.items() if one.LIST == "entries"), ""
        )
        keys = tuple(dict.fromkeys(self._papers(item, title)))
        if listed and keys:
            papers = self._section(listed, 3, {**ALL_PAPERS, "keys": keys})
            heading = self._engine.heading(2, self._site.words["publications"], listed)
            shown += [heading, self._engine.emit(papers)]
        return "\n\n" + "\n\n".join(shown) + "\n\n"

    def _find(self, name: str) -> tuple[str, projects.Item]:
        from .sections import projects  # here, for few sites have any

        known: dict[str, tuple[str, projects.Item]] = {}
        for section, one in self._site.sections.items():
            for item in one.items if isinstance(one, projects.Section) else ():
                known.setdefault(plain.from_markdown(item.name), (section, item))
        known.pop("", None)
        for title, found in known.items():
            if title.casefold() == plain.from_markdown(name).casefold():
                return found
        raise ValueError(f"there is no project {name!r}{did_you_mean(name, known)}")

    def _papers(self, item: projects.Item, title: str) -> Iterator[str]:
        """Yield the citation keys that the item names, and of the papers that name the project."""
        named = (self._site.also.get(key, key) for key in item.papers)
        yield from (key for key in named if key in self._site.papers)
        for paper in self._site.publications:
            said = re.split(r"\s*;\s*", plain.from_html(paper.field(_FIELD)).casefold())
            if title.casefold() in said:
                yield paper.key
