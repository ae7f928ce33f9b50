"""Sections as HTML: arranged, rendered, and lists of papers remembered while a site is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from . import restrictions
from .bibliography.publication import Publication
from .call_options import with_options
from .engine import Engine
from .fragment import Fragment
from .outputs import coins, download_files, feed_files, record
from .outputs.exports import FORMATS
from .sections import TYPES
from .sections.base import Section
from .sections.publications import Section as Papers
from .site import Site

_MOST_COINS = 200  # half a kilobyte each; who takes more takes the whole file


class Sections:
    """The sections of one site on one engine."""

    def __init__(
        self,
        site: Site,
        engine: Engine,
        render: Callable[..., Fragment],
        page_of: Callable[[Publication], str],
    ) -> None:
        self._site = site
        self._engine = engine
        self._render = render
        self._page_of = page_of

    def title(self, name: str) -> str:
        """Return the heading of a section (Markdown)."""
        section = self._site.sections[name]
        title = section.title or self._site.words.get(name) or name.replace("_", " ").capitalize()
        icon = section.icon or ""
        shortcode = f":{icon.replace('/', '-')}:" if "/" in icon else icon
        return f"{shortcode} {title}".strip()

    def _tell_of_restrictions(
        self, name: str, called: Papers, options: Mapping[str, Any], *, is_empty: bool
    ) -> None:
        site = self._site
        for said in restrictions.of_call(
            called, site.publications, site.spellings, site.also, options, is_empty=is_empty
        ):
            self._engine.warn(f"{name}(): {said}")

    def section(self, name: str, level: int, options: Mapping[str, Any]) -> Fragment:
        """Render a section; its own headings, if it has any, are of `level`."""
        section = self._site.sections.get(name)
        if section is None:
            self._engine.warn(f"{name}(): there is no `{name}:` in extra.academic")
            return self._render("parts/empty", name=name)
        kind = self._site.type_of(name)
        settings, arrange = TYPES[kind]
        called = with_options(section, settings, options)
        view = arrange(called, self._site.around)
        if options and isinstance(called, Papers):
            self._tell_of_restrictions(name, called, options, is_empty=not view["groups"])
        shown: list[str] = []

        def is_new(anchor: str) -> bool:
            if is_first := self._engine.is_new(anchor):
                shown.append(anchor)
            return is_first

        if settings.LIST != "entries":
            more = {"calendar": self._calendar} if kind == "talks" else {}
            return self._render(kind, name=name, level=level, is_new=is_new, **more, **view)
        has_files = self._engine.makes_pages() or self._engine.has_file(f"{name}.bib")
        fragment = self._render(
            kind,
            name=name,
            level=level,
            is_new=is_new,
            coins=self._coins if len(self._site.publications) <= _MOST_COINS else None,
            downloads=download_files.offered(name, section, called, options, view["groups"])
            if has_files
            else (),
            formats=tuple(FORMATS.values()),
            feed=self._feed,
            reference=self._reference(called),
            **view,
        )
        return fragment._replace(shown=tuple(shown))

    def _coins(self, paper: Publication) -> str:
        known = record.of(paper)
        url = feed_files.resolve_on(self._site)(self._page_of(paper))
        return coins.title(known, url) if known else ""

    def _reference(self, called: Section) -> Callable[[Publication, str], str] | None:
        """Return what writes a paper as a reference, None for the other layouts."""
        if not isinstance(called, Papers) or called.layout != "references":
            return None
        from . import citation_styles  # here, for few sites have such a list

        names = (called.citation_style, *self._site.citation_styles, citation_styles.USUAL)
        return citation_styles.Styled(self._site, next(filter(None, names))).listed

    @cached_property
    def _feed(self) -> str:
        """Return the feed of publications below docs, "" where there is none."""
        made = (one.path for one in feed_files.published(self._site) if one.name == "publications")
        file = next(made, "")
        return file if self._engine.makes_pages() or self._engine.has_file(file) else ""

    @cached_property
    def _calendar(self) -> str:
        """Return the file of talks to come below docs, "" where there is none."""
        file = feed_files.CALENDAR
        is_made = self._engine.makes_pages() and feed_files.calendar(self._site) is not None
        return file if is_made or self._engine.has_file(file) else ""
