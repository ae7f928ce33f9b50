"""The pages of papers and people, as MkDocs builds them: no file, outside the navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from .build import Build
from .page_calls import Calls
from .place import Place
from .pluglet import MacrosEnvironment

if TYPE_CHECKING:
    from .site import Site


class MadePages:
    """The pages of one build of one site."""

    def __init__(self, build: Build, config: MkDocsConfig) -> None:
        self._build = build
        self._config = config
        self._env = _Environment(config)
        self._macros = Calls(build, MacrosEnvironment(self._env, build)).table()
        self._made: dict[str, tuple[str, str]] = {}  # macro and its argument, by source
        self._sources: dict[str, str] = {}  # of the pages of papers, also of the user's own

    def add(self, files: Files) -> None:
        """Add a file for each page, the PDF beside it, and what leads to it from before."""
        for source, macro, key in self._build.ask("pages", _pages):
            if macro == "publication":
                self._sources[key] = source
            if source not in files.src_uris:  # else it is the user's own page
                self._made[source] = macro, key
                page = File.generated(self._config, source, content="")
                page.inclusion = InclusionLevel.NOT_IN_NAV
                files.append(page)
        for target, file in self._build.ask("copies", _copies):
            if target not in files.src_uris:
                files.append(File.generated(self._config, target, abs_src_path=file))
        for source, target, html in self._build.ask("redirects", _redirects):
            if source not in files.src_uris and target not in files.src_uris:
                files.append(File.generated(self._config, target, content=html))

    def __contains__(self, page: Page) -> bool:
        return page.file.src_uri in self._made

    def markdown(self, page: Page) -> str:
        """Return the content of a page, and tell the theme and other plugins about it."""
        self._env.page = page
        macro, key = self._made[page.file.src_uri]
        meta = self._build.ask(f"meta {macro} {key}", lambda site: _meta(site, macro, key))
        page.meta.update(**meta, render_macros=False)  # it holds no macro
        if macro == "publication":
            page.meta["search"] = {"exclude": True}  # there is a small record of it
        return self._macros[macro](key)

    def address(self, key: str) -> str:
        """Return where a paper's page lies, below the site; "" where there is none."""
        source = self._sources.get(key)
        return Place(directory_urls=self._config.use_directory_urls).address(source or "")


class _Environment:
    """What the macros need of mkdocs-macros, which these pages go around."""

    page: Any = None

    def __init__(self, config: MkDocsConfig) -> None:
        self.conf = config


def _pages(site: Site) -> list[tuple[str, str, str]]:
    """Return source, macro and its argument of each page."""
    registry = site.registry
    papers = [(site.pages.source(key), "publication", key) for key in site.pages.slugs]
    return papers + [(registry.source(one), "person", one) for one in sorted(registry.with_page)]


def _copies(site: Site) -> list[tuple[str, str]]:
    from .outputs import paper_files

    return [(target, str(file)) for target, file in paper_files.copies(site)]


def _redirects(site: Site) -> list[tuple[str, str, str]]:
    from .outputs import redirects

    return [(one.source, one.path, one.html) for one in redirects.files(site)]


def _meta(site: Site, macro: str, key: str) -> dict[str, str]:
    from .outputs import page_stubs

    if macro == "person":
        return dict(page_stubs.meta_of_person(site.registry.people[key]))
    return dict(page_stubs.meta(site.papers[key]))
