"""The macros of a site: what `{{ sections() }}`, `{{ profile() }}`, `{{ news() }}` … show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any

from . import badges
from .bibliography.publication import Publication
from .call_options import as_text
from .cited_text import Cited, Mark
from .engine import Engine
from .fragment import Fragment
from .outputs import record
from .outputs.heads import Heads
from .paper_page import PaperPages
from .people_macros import PeopleMacros
from .problems import did_you_mean
from .project_macros import ProjectMacros
from .render import render
from .section_view import Sections
from .sections import TYPES
from .sections.base import Row, Section
from .site import Site
from .synonyms import option_meant

if TYPE_CHECKING:
    from .citation_styles import Styled
    from .citing import Citing

Macro = Callable[..., str]
_UNKNOWN = (
    "nothing is known of {}: state it under `metrics`, or run `mkdocs-academic citations update`"
)


class Macros:
    """The macros of one site on one engine; ValueError says what a call does wrong."""

    def __init__(self, site: Site, engine: Engine) -> None:
        self._site = site
        self._engine = engine
        self._words = site.words
        self._sections = Sections(site, engine, self._with_symbols, self._page_of)
        self._people = PeopleMacros(
            site, engine, self._with_symbols, self._sections.section, self._sections.title
        )
        self._projects = ProjectMacros(site, engine, self._with_symbols, self._sections.section)

    def table(self) -> Mapping[str, Macro]:
        """Return the macros by name: the fixed ones, one a section type, one a section."""
        fixed: dict[str, Macro] = {
            "sections": self.sections,
            "profile": self.profile,
            "metrics": self.metrics,
            "citation_badge": self.citation_badge,
            "publication": self.publication,
            "cite": self.cite,
            "bibliography": self.bibliography,
        }
        fixed["people"] = self._unless_mistaken(self._people.people)
        fixed["person"] = self._unless_mistaken(self._people.person)
        fixed["project"] = self._unless_mistaken(self._projects.project)
        named = {name: self._section_macro(name) for name in (*TYPES, *self._site.sections)}
        return {**named, **fixed}

    def sections(self, *names: str) -> str:
        """Show all sections that have content, or those named, each under its heading."""
        if self._site.mistakes:
            return self._mistakes()
        names = tuple(map(str, names))
        unknown = [name for name in names if name not in self._site.sections]
        if unknown:
            hint = option_meant(unknown[0], self._site.sections)
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
        self._engine.note("head", self._heads.of_home(self._engine.place()))
        text = self._engine.emit(self._render("masthead", profile=self._site.profile))
        name = self._engine.heading(1, self._site.profile.name, "about")
        return f"\n\n{name}\n\n{text}\n\n" if heading else text

    def metrics(self, *names: str, chart: str | bool | None = "") -> str:
        """Show category, figures and a chart of the author, or those that are named."""
        if self._site.mistakes:
            return self._mistakes()
        kind = "none" if chart is None or chart is False else str(chart)
        from .sections import metrics  # here, for not every page has it

        view = metrics.arrange(self._site.metrics, self._site.around, names, kind)
        if missing := view["missing"]:
            self._engine.warn(f"metrics(): {_UNKNOWN.format(', '.join(map(repr, missing)))}")
        if view["category"] and not self._engine.is_new("metrics category") and not names:
            view["category"] = None  # it stands above the page's heading
        return self._engine.emit(self._render("metrics", **view))

    def citation_badge(self, key: str = "", label: str = "", **options: Any) -> str:
        """Show the number of citations, of all papers or of one."""
        if self._site.mistakes:
            return ""
        given = {"label": label, **options} if label else options
        key = self._site.also.get(str(key), str(key))
        badge = badges.view(self._site, key, {one: as_text(given[one]) for one in given})
        if not badge.is_known:
            what = f"of {key!r} (citations.papers)" if key else "(citations.total)"
            self._engine.warn(
                f"citation_badge(): there is no number {what} in extra.academic; "
                "write it there or run `mkdocs-academic citations update`"
            )
            if self._site.citations.on_missing == "hide":
                return ""
        return self._engine.emit(self._render("citation_badge", badge=badge))

    def publication(self, key: str) -> str:
        """Show one paper whole, under its title: the content of its own page."""
        if self._site.mistakes:
            return self._mistakes()
        paper = self._site.papers.get(self._site.also.get(str(key), str(key)))
        if paper is None:
            hint = did_you_mean(str(key), self._site.papers)
            raise ValueError(f"there is no publication {key!r}{hint}")
        known = record.of(paper)
        place = self._engine.place()
        has_file, is_made = self._engine.has_file, self._engine.makes_pages()
        view = self._paper_pages.view(paper, known, has_file, is_made)
        if place.source == self._site.pages.source(paper.key):  # one page a paper, no list
            head = self._heads.of_paper(paper, known, place, view["list_page"])
            self._engine.note("head", head)
        self._engine.note("paper", True)
        title = self._engine.emit(self._render("paper_title", paper=paper))
        whole = {"max_authors": len(paper.authors), "cards": False, "margins": {}}
        view["references"] = [(one.name, one.reference(paper)) for one in self._styles]
        cited = self._site.numbers.papers
        shown = self._with_symbols("publication", cited=cited, **whole, **view)
        return f"\n\n{title}\n\n{self._engine.emit(shown)}"

    def cite(self, *keys: str, before: str = "", after: str = "") -> str:
        """Cite publications in running text, linked to this page's `bibliography()`."""
        if self._site.mistakes:
            return ""
        known = self._site.papers
        keys = tuple(self._site.also.get(str(key), str(key)) for key in keys)
        unknown = [key for key in keys if key not in known]
        if not keys:
            raise ValueError('name what is cited: cite("key")')
        if unknown:
            hint = did_you_mean(unknown[0], known)
            raise ValueError(f"there is no publication {', '.join(map(repr, unknown))}{hint}")
        papers = [Cited(key) for key in keys]
        papers[0] = papers[0]._replace(before=str(before))
        papers[-1] = papers[-1]._replace(after=str(after))
        return self._engine.cite(Mark(tuple(papers)), self.settled)

    def bibliography(self) -> str:
        """List what this page cites."""
        if self._site.mistakes:
            return self._mistakes()
        return self._engine.cite(Mark(), self.settled)

    def settled(self, marks: Sequence[Mark]) -> list[str]:
        """Return HTML for each citation of the page, and each list of them, in their order."""
        if self._site.mistakes:
            return ["" for _ in marks]
        return self._citing.settled(marks)

    def _unless_mistaken(self, macro: Macro) -> Macro:
        @wraps(macro)
        def shown(*given: Any, **options: Any) -> str:
            return self._mistakes() if self._site.mistakes else macro(*given, **options)

        return shown

    def _section_macro(self, name: str) -> Macro:
        def macro(*unnamed: object, level: int = 2, **options: Any) -> str:
            if self._site.mistakes:
                return self._mistakes()
            if unnamed:
                raise ValueError(f"options have names: {name}(limit={unnamed[0]!r})")
            if level not in range(1, 7):
                raise ValueError(f"level should be a number from 1 to 6, got {level!r}")
            return self._engine.emit(self._sections.section(name, level, options))

        macro.__doc__ = f"Show the section `{name}` without its heading."
        return macro

    def _with_heading(self, name: str) -> str:
        section = self._site.sections[name]
        if not getattr(section, section.LIST, ()) and not self._has_papers(section):
            return ""
        try:
            content = self._sections.section(name, 3, {})
        except Exception as error:  # it costs this section, not the others
            self._engine.warn(f"sections(): {name}: {error}")
            content = Fragment.box(f"{name}: {error}")
        heading = self._engine.heading(2, self._sections.title(name), name)
        return f"{heading}\n\n{self._engine.emit(content)}"

    def _has_papers(self, section: Section) -> bool:
        return section.LIST == "entries" and bool(self._site.publications)

    def _render(self, template: str, **view: Any) -> Fragment:
        return render(
            template,
            self._site,
            self._engine.place(),
            lay_by=self._engine.lay_by,
            page_of=self._page_of,
            papers_of=self._papers_of,
            home=self._people.home,
            home_of=self._people.home_of,
            people_of=self._people.of_row,
            **view,
        )

    def _page_of(self, paper: Publication) -> str:
        """Return the file of a paper's page below docs, "" where it has none."""
        source = self._site.pages.source(paper.key)
        is_there = source and (self._engine.makes_pages() or self._engine.has_file(source))
        return source if is_there else ""

    def _papers_of(self, row: Row) -> list[Publication]:
        """Return the papers that an item is about and that can be reached."""
        keys = dict.fromkeys(self._site.also.get(key, key) for key in row.papers)
        found = (self._site.papers[key] for key in keys if key in self._site.papers)
        return [paper for paper in found if self._page_of(paper) or paper.url]

    @cached_property
    def _citing(self) -> Citing:
        from .citing import Citing  # here, for most pages cite nothing

        return Citing(self._site, self._engine, self._render, self._page_of)

    @cached_property
    def _styles(self) -> tuple[Styled, ...]:
        """Return the citation styles of the site, () where it has none."""
        if not self._site.citation_styles:
            return ()
        from .citation_styles import Styled  # here, for most sites have none

        return tuple(Styled(self._site, name) for name in self._site.citation_styles)

    @cached_property
    def _heads(self) -> Heads:
        return Heads(self._site)

    @cached_property
    def _paper_pages(self) -> PaperPages:
        return PaperPages(self._site, self._site.papers)

    def _with_symbols(self, template: str, **view: Any) -> Fragment:
        """Render a part in which icons may be repeated: each is drawn once on a page."""
        symbols: dict[str, str] = {}
        fragment = self._render(template, symbols=symbols, **view)
        return fragment.with_symbols([symbols[one] for one in symbols if self._engine.is_new(one)])

    def _mistakes(self) -> str:
        return self._engine.emit(self._render("parts/mistakes", mistakes=self._site.mistakes))
