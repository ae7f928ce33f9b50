"""The pages of papers, as MkDocs builds them: no file on the disk, outside the navigation."""

from __future__ import annotations

from html import escape
from pathlib import Path
from posixpath import basename
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from .bibliography.publication import Publication
from .macros import Macros
from .outputs import heads, plain
from .pages import FOLDER
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

    def add(self, files: Files) -> None:
        """Add a file for each page, the PDF that lies on it, and what leads to it from before."""
        for key in self._site.pages.slugs:
            source = self._site.pages.source(key)
            if source in files.src_uris:
                continue  # the user's own page of this paper
            self._made[source] = self._papers[key]
            page = File.generated(self._config, source, content="")
            page.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(page)
            self._add_pdf(self._papers[key], files)
        for old, new in self._site.pages.former.items():
            self._add_redirect(old, new, files)

    def _add_pdf(self, paper: Publication, files: Files) -> None:
        """Copy the PDF: Google Scholar takes one only from the folder of its page."""
        pdf = heads.local_pdf(paper)
        file = Path(self._config.docs_dir, pdf)
        slug = self._site.pages.slugs[paper.key]
        folder = f"{FOLDER}/{slug}" if self._config.use_directory_urls else FOLDER
        target = f"{folder}/{basename(pdf)}"
        if pdf and file.is_file() and target not in files.src_uris:
            files.append(File.generated(self._config, target, abs_src_path=str(file)))

    def _add_redirect(self, old: str, new: str, files: Files) -> None:
        place = Place(directory_urls=bool(self._config.use_directory_urls))
        address = place.address(f"{FOLDER}/{old}.md")
        file = f"{address}index.html" if address.endswith("/") else address
        if file not in files.src_uris and f"{FOLDER}/{old}.md" not in files.src_uris:
            wanted = place.address(f"{FOLDER}/{new}.md")
            html = _redirect(Place(address, place.directory_urls).address(wanted), wanted)
            files.append(File.generated(self._config, file, content=html))

    def __contains__(self, page: Page) -> bool:
        return page.file.src_uri in self._made

    def markdown(self, page: Page) -> str:
        """Return the content of a page, and tell the theme and other plugins about it."""
        paper = self._made[page.file.src_uri]
        page.meta.update(
            title=plain.from_html(paper.title) or paper.key,
            description=plain.shortened(plain.from_html(paper.abstract), 160),
            render_macros=False,  # it holds no macro
            search={"exclude": True},  # there is a small record of it
        )
        self._env.page = page
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


def _redirect(address: str, canonical: str) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Moved</title>'
        f'<link rel="canonical" href="{escape(address)}">'
        '<meta name="robots" content="noindex">'
        f'<meta http-equiv="refresh" content="0; url={escape(address)}">'
        f'<p><a href="{escape(address)}">{escape(canonical)}</a></p></html>\n'
    )
