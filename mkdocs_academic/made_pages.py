"""The pages of papers and people, as MkDocs builds them: no file, outside the navigation."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from .bibliography.publication import Publication
from .macros import Macros
from .outputs import page_stubs, paper_files, redirects
from .pluglet import MacrosEnvironment
from .render import Place
from .site import Site


class MadePages:
    """The pages of one build of one site."""

    def __init__(self, site: Site, config: MkDocsConfig) -> None:
        self._site = site
        self._config = config
        self._env = _Environment(config)
        self._macros = Macros(site, MacrosEnvironment(self._env))
        self._papers = {paper.key: paper for paper in site.publications}
        self._made: dict[str, Publication] = {}  # by source
        self._people: dict[str, str] = {}  # slugs, by source

    def add(self, files: Files) -> None:
        """Add a file for each page, the PDF beside it, and what leads to it from before."""
        for key in self._site.pages.slugs:
            source = self._site.pages.source(key)
            if source in files.src_uris:
                continue  # the user's own page of this paper
            self._made[source] = self._papers[key]
            self._add_page(source, files)
        for slug in sorted(self._site.registry.with_page):
            source = self._site.registry.source(slug)
            if source not in files.src_uris:
                self._people[source] = slug
                self._add_page(source, files)
        for target, file in paper_files.copies(self._site):
            if target not in files.src_uris:
                files.append(File.generated(self._config, target, abs_src_path=str(file)))
        for target, html in redirects.files(self._site, files.src_uris.__contains__):
            if target not in files.src_uris:
                files.append(File.generated(self._config, target, content=html))

    def _add_page(self, source: str, files: Files) -> None:
        page = File.generated(self._config, source, content="")
        page.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(page)

    def __contains__(self, page: Page) -> bool:
        return page.file.src_uri in self._made or page.file.src_uri in self._people

    def markdown(self, page: Page) -> str:
        """Return the content of a page, and tell the theme and other plugins about it."""
        self._env.page = page
        if slug := self._people.get(page.file.src_uri):
            meta = page_stubs.meta_of_person(self._site.registry.people[slug])
            page.meta.update(**meta, render_macros=False)
            return self._macros.table()["person"](slug)
        paper = self._made[page.file.src_uri]
        page.meta.update(
            **page_stubs.meta(paper),
            render_macros=False,  # it holds no macro
            search={"exclude": True},  # there is a small record of it
        )
        return self._macros.publication(paper.key)

    def address(self, paper: Publication) -> str:
        """Return where a paper's page lies, below the site; "" where there is none."""
        source = self._site.pages.source(paper.key)
        place = Place(directory_urls=bool(self._config.use_directory_urls))
        return place.address(source) if source else ""


class _Environment:
    """What the macros need of mkdocs-macros, which these pages go around."""

    page: Any = None

    def __init__(self, config: MkDocsConfig) -> None:
        self.conf = config
