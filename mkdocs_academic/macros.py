"""The macros of a site: what `{{ sections() }}`, `{{ profile() }}`, `{{ news() }}` … show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from pydantic import ValidationError

from . import mistakes, urls
from .fragment import Fragment
from .problems import did_you_mean
from .render import Place, render
from .sections import TYPES, publications
from .sections.base import Section, Surroundings
from .site import Site
from .words import words

Macro = Callable[..., str]


class Engine(Protocol):
    """What a macro needs of the engine that runs it."""

    def place(self) -> Place:
        """Return the page that is being built."""

    def emit(self, fragment: Fragment) -> str:
        """Return the text to write into the page's Markdown for a fragment."""

    def heading(self, level: int, text: str, name: str) -> str:
        """Return a heading for the table of contents, whose id is `name` if that is free."""

    def is_new(self, key: str) -> bool:
        """Tell whether this page shows the publication `key` for the first time."""

    def cited(self) -> dict[str, None]:
        """Return the citation keys that this page has cited, to be added to."""

    def note(self, key: str, value: object) -> None:
        """Tell the theme something about the page that is being built."""

    def warn(self, message: str) -> None:
        """Log a warning that `--strict` counts."""


class Macros:
    """The macros of one site on one engine; ValueError says what a call does wrong."""

    def __init__(self, site: Site, engine: Engine) -> None:
        self._site = site
        self._engine = engine
        self._words = words(site.language)

    def table(self) -> Mapping[str, Macro]:
        """Return the macros by name: the fixed ones, one a section type, one a section."""
        fixed: dict[str, Macro] = {
            "sections": self.sections,
            "profile": self.profile,
            "citation_badge": self.citation_badge,
            "cite": self.cite,
            "bibliography": self.bibliography,
        }
        named = {name: self._section_macro(name) for name in (*TYPES, *self._site.sections)}
        return {**named, **fixed}

    def sections(self, *names: str) -> str:
        """Show all sections that have content, or those named, each under its heading."""
        if self._site.mistakes:
            return self._mistakes()
        unknown = [name for name in names if name not in self._site.sections]
        if unknown:
            hint = did_you_mean(unknown[0], self._site.sections)
            raise ValueError(f"there is no section {unknown[0]!r}{hint}")
        shown = [self._with_heading(name) for name in names or self._site.order]
        return "\n\n" + "\n\n".join(filter(None, shown)) + "\n\n"

    def profile(self, heading: bool = True) -> str:
        """Show name, role and biography; the sidebar has the rest."""
        if self._site.mistakes:
            return self._mistakes()
        if self._site.profile is None:
            raise ValueError("there is no profile: write `profile: {name: …}` in extra.academic")
        self._engine.note("masthead", heading)
        text = self._engine.emit(self._render("masthead", profile=self._site.profile))
        name = self._engine.heading(1, self._site.profile.name, "about")
        return f"\n\n{name}\n\n{text}\n\n" if heading else text

    def citation_badge(self, key: str = "", label: str = "", url: str = "") -> str:
        """Show the number of citations, of all papers or of one."""
        if self._site.mistakes:
            return ""
        known = self._site.numbers
        figure = known.papers.get(key) if key else known.total
        if figure is None:
            return self._no_number(key, label)
        return self._badge(
            label,
            figure.text,
            _address(url) or figure.url or self._site.citations.url,
            ", ".join(filter(None, (figure.source, figure.date))),
        )

    def _no_number(self, key: str, label: str) -> str:
        what = f"of {key!r} (citations.papers)" if key else "(citations.total)"
        self._engine.warn(
            f"citation_badge(): there is no number {what} in extra.academic; "
            "write it there or run `mkdocs-academic citations update`"
        )
        if self._site.citations.on_missing == "say":
            return self._badge(label, self._words["no_number"], "", "")
        return ""

    def _badge(self, label: str, number: str, address: str, source: str) -> str:
        badge = self._render(
            "citation_badge",
            label=label or self._words["citations"],
            number=number,
            address=address,
            source=source,
        )
        return self._engine.emit(badge)

    def cite(self, *keys: str) -> str:
        """Cite publications in running text, linked to this page's `bibliography()`."""
        if self._site.mistakes:
            return ""
        known = {paper.key: paper for paper in self._site.publications}
        keys = tuple(self._site.also.get(str(key), str(key)) for key in keys)
        unknown = [key for key in keys if key not in known]
        if not keys:
            raise ValueError('name what is cited: cite("key")')
        if unknown:
            hint = did_you_mean(unknown[0], known)
            raise ValueError(f"there is no publication {', '.join(map(repr, unknown))}{hint}")
        cited = self._engine.cited()
        cited.update(dict.fromkeys(keys))
        shown = [(known[key], f"cite-{known[key].anchor}") for key in keys]
        return self._engine.emit(self._render("cite", cited=shown))

    def bibliography(self) -> str:
        """List what this page has cited so far."""
        if self._site.mistakes:
            return self._mistakes()
        cited = self._engine.cited()
        papers = [paper for paper in self._site.publications if paper.key in cited]
        papers.sort(key=lambda paper: (paper.short_citation("", "").casefold(), paper.key))
        max_authors = publications.Section().max_authors
        return self._engine.emit(
            self._render(
                "bibliography",
                papers=papers,
                max_authors=max_authors,
                is_new=self._engine.is_new,
            )
        )

    def _section_macro(self, name: str) -> Macro:
        def macro(*unnamed: object, level: int = 2, **options: Any) -> str:
            if self._site.mistakes:
                return self._mistakes()
            if unnamed:
                raise ValueError(f"options have names: {name}(limit={unnamed[0]!r})")
            if level not in range(1, 7):
                raise ValueError(f"level should be a number from 1 to 6, got {level!r}")
            return self._engine.emit(self._section(name, level, options))

        macro.__doc__ = f"Show the section `{name}` without its heading."
        return macro

    def _with_heading(self, name: str) -> str:
        section = self._site.sections[name]
        if not getattr(section, section.LIST, ()) and not self._has_papers(section):
            return ""
        try:
            content = self._section(name, 3, {})
        except Exception as error:  # it costs this section, not the others
            self._engine.warn(f"sections(): {name}: {error}")
            content = Fragment.box(f"{name}: {error}")
        heading = self._engine.heading(2, self._title(name, section), name)
        return f"{heading}\n\n{self._engine.emit(content)}"

    def _has_papers(self, section: Section) -> bool:
        return section.LIST == "entries" and bool(self._site.publications)

    def _title(self, name: str, section: Section) -> str:
        title = section.title or self._words.get(name) or name.replace("_", " ").capitalize()
        icon = section.icon or ""
        shortcode = f":{icon.replace('/', '-')}:" if "/" in icon else icon
        return f"{shortcode} {title}".strip()

    def _section(self, name: str, level: int, options: Mapping[str, Any]) -> Fragment:
        """Render a section; its own headings, if it has any, are of `level`."""
        kind = self._site.type_of(name) if name in self._site.sections else name
        settings, arrange = TYPES[kind]
        section = self._site.sections.get(name)
        if section is None:
            self._engine.warn(f"{name}(): there is no `{name}:` in extra.academic")
            return self._render("parts/empty", name=name)
        around = Surroundings(
            today=self._site.today,
            publications=self._site.publications,
            spellings=self._site.spellings,
            words=self._words,
        )
        view = arrange(_with_options(section, settings, options), around)
        return self._render(kind, name=name, level=level, is_new=self._engine.is_new, **view)

    def _render(self, template: str, **view: Any) -> Fragment:
        return render(template, self._site, self._engine.place(), **view)

    def _mistakes(self) -> str:
        return self._engine.emit(self._render("parts/mistakes", mistakes=self._site.mistakes))


def _address(url: str) -> str:
    safe = urls.safe_url(url)
    if url and not safe:
        raise ValueError(f"{url!r} is not a link: write http(s)://…, mailto:… or a path")
    return safe or ""


def _with_options(section: Section, model: type[Section], options: Mapping[str, Any]) -> Section:
    """Return the section as this one call wants it."""
    if not options:
        return section
    try:
        wanted = model.model_validate({name: _as_text(value) for name, value in options.items()})
    except ValidationError as error:
        raise ValueError("; ".join(mistakes.of_options(error, model))) from None
    return section.model_copy(update={name: getattr(wanted, name) for name in options})


def _as_text(value: Any) -> Any:
    """Write numbers as settings have them: as text."""
    if isinstance(value, list | tuple):
        return [_as_text(one) for one in value]
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
