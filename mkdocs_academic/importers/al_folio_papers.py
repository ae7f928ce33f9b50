"""The papers of an al-folio site: its bibliographies, what is said of them, their page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from ..bibliography import latex
from . import cvs, queries
from .al_folio_profile import described, titled
from .formulas import around
from .front_matter import text_of
from .jekyll import Jekyll
from .result import Result
from .source import Source

# Where the template looks for the files that its entries name.
_FOLDERS = {
    "preview": "assets/img/publication_preview",
    "pdf": "assets/pdf",
    "poster": "assets/pdf",
    "slides": "assets/pdf",
    "supp": "assets/pdf",
    "html": "assets/html",
    "blog": "",
    "video": "assets/video",
}
# Fields that are Markdown to the template: they begin behind a full stop that it writes.
_MARKDOWN = ("additional_info", "award")
_LINK = re.compile(r"!?\[([^\[\]]+)\]\(\s*<?([^\s()<>]+)>?[^()]*\)")
_A = re.compile(r"<a\s[^>]*?href=[\"']([^\"']*)[\"'][^>]*>(.*?)</a>", re.DOTALL)
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?![\w*])", re.DOTALL)
_PAGE = "_pages/publications.md"


class AlFolioPapers:
    """Carries the bibliographies of one site."""

    def __init__(self, source: Source, result: Result, jekyll: Jekyll) -> None:
        self._source, self._result, self._jekyll = source, result, jekyll
        self._about, _ = source.page_of("_pages/about.md")
        self._names = sorted(
            source.named("_bibliography", ".bib"), key=lambda name: (name.count("/"), name)
        )
        for name in self._names:
            stem = name.removeprefix("_bibliography/").removesuffix(".bib")
            jekyll.references.read(source.root / name, stem)

    def read(self) -> None:
        """Copy the bibliographies byte for byte, and say beside them what is meant otherwise."""
        if not self._names:
            return
        count = self._result.report.count("Bibliography", "publications")
        overlay: dict[str, dict[str, Any]] = {}
        files = []
        for name in self._names:
            file = PurePosixPath(name).name
            if file in files:  # of another folder
                file = name.removeprefix("_bibliography/").replace("/", "-")
            self._result.files[file] = (self._source.root / name).read_bytes()
            files.append(file)
            for key, fields in cvs.entries_of(self._source.root / name):
                count.found += 1
                count.structured += 1
                placed: dict[str, Any] = {
                    field: f"{folder}/{value}"
                    for field, folder in _FOLDERS.items()
                    if folder and (value := fields.get(field, "")) and _is_bare(value)
                }
                placed = {field: path for field, path in placed.items() if self._source.has(path)}
                placed |= self._remarks(fields)
                if placed:
                    overlay[key] = placed
        settings: dict[str, Any] = {"bibliography": files[0] if len(files) == 1 else files}
        if overlay:
            self._result.data["publications"] = overlay
            settings["overlay"] = "data/publications.yml"
        limit = text_of(self._jekyll.config.get("max_author_limit"))
        if limit.isdigit() and int(limit):
            settings["max_authors"] = int(limit)
        self._result.academic["publications"] = settings

    def _remarks(self, fields: Mapping[str, str]) -> dict[str, Any]:
        """Return what is Markdown to the template as text, and its links as buttons."""
        found: dict[str, Any] = {}
        links: dict[str, str] = {}
        for field in _MARKDOWN:
            value = fields.get(field, "")
            if not re.search(r"[*_]\S|\]\(|^[\s.,;]|<a\s", value):
                continue
            for label, address in _LINK.findall(_A.sub(r"[\2](\1)", value)):
                if url := self._jekyll.addresses(address):
                    links[_plain(label)] = url
            found[field] = _plain(_LINK.sub(r"\1", _A.sub(r"\2", value)))
        return {**found, "links": links} if links else found

    def page(self) -> set[str]:
        """Write the page of papers: as many lists as it had, each below its heading.

        Returns the sources that are done with.
        """
        if not self._names:
            return set()
        meta, body = self._source.page_of(_PAGE) if _PAGE in self._jekyll.names else ({}, "")
        text = self._jekyll.safe(self._jekyll.rendered_text(_PAGE, queries.by_year(body)))
        if "publications(" not in text:
            text = f"{text}\n\n{queries.called('', self._jekyll.references.types, str)}"
        title = titled(meta, "Publications")
        self._result.add_page("publications.md", title, text.strip(), meta=described(meta))
        return {_PAGE}

    def select(self) -> bool:
        """Make the section of selected papers, if the home page has one."""
        if str(self._about.get("selected_papers")).lower() != "true" or not self._names:
            return False
        papers = self._result.academic["publications"]
        self._result.academic["selected_papers"] = {
            "like": "publications",
            "title": "Selected publications",
            "selected": "yes",
            "group_by": "none",
            **{name: one for name, one in papers.items() if name == "max_authors"},
        }
        return True


def _plain(markdown: str) -> str:
    """Return text without marks of emphasis; the full stop that the template writes goes."""
    text = around(re.sub(r"^[\s.,;]+", "", markdown), lambda one: _EMPHASIS.sub(r"\2", one))
    return " ".join(latex.to_text(re.sub(r"<[^<>]*>", " ", text)).split())


def _is_bare(value: str) -> bool:
    return "/" not in value and "." in value and ":" not in value
