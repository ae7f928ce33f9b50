"""The content of a Hugo site: its pages, each with its folder, its address, its language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from .. import paper_text
from ..source import Source
from . import front
from .config import Config
from .front import is_off, is_on, line

_PAGES = (".md", ".markdown", ".html", ".htm", ".rmd", ".rmarkdown")
_OTHERS = (".ipynb", ".org", ".adoc", ".rst", ".pandoc")
_LANGUAGE = re.compile(r"(.+)\.([a-z]{2,3}(?:-[a-z]{2,4})?)", re.IGNORECASE)
_NOTES = re.compile(r"readme|contributing\b|changelog\b", re.IGNORECASE)
# What the words of `permalinks` stand for is made of the page; the rest of its path stays.
_WORD = re.compile(r":(\w+)(?:\[[^\]]*\])?")

_EMPHASIS = re.compile(r"(?<![\w*\\$])(\*{1,3}|_{1,2})(?=[^\s*_])([^*_$]+?)(?<=\S)\1(?![\w*])")


@dataclass
class Page:
    """One page of the old site."""

    name: str  # of the file
    meta: dict[str, Any]
    body: str
    parts: tuple[str, ...]  # its path below the content: ("post", "first"), () for the home page
    is_list: bool  # stands for its folder
    prefix: str = ""  # the folder of its language below docs, "" for the first one

    @property
    def folder(self) -> str:
        """Return the first step of its path, "" for pages that lie in no folder."""
        return self.parts[0] if len(self.parts) > 1 or (self.is_list and self.parts) else ""

    @property
    def slug(self) -> str:
        """Return the last step of its path."""
        return self.parts[-1] if self.parts else ""

    @property
    def path(self) -> str:
        """Return its path, which is where the files beside it are."""
        return "/".join(self.parts)

    @property
    def target(self) -> str:
        """Return the file below docs, whose address is the old one."""
        own = f"{self.path}/index.md".lstrip("/") if self.is_list else f"{self.path}.md"
        return f"{self.prefix}{own}"

    @property
    def heading(self) -> str:
        """Return the title as Markdown, made of the path where it has none."""
        given = line(self.meta.get("title")) or line(self.meta.get("linktitle"))
        return (
            re.sub(r"<[^>]*>", "", paper_text.raised(given))
            or self.slug.replace("-", " ").capitalize()
        )

    @property
    def title(self) -> str:
        """Return the title as text."""
        return _EMPHASIS.sub(r"\2", self.heading)

    @property
    def date(self) -> str:
        """Return the date as the page gives it."""
        names = ("date", "event_start", "time_start", "publishDate", "publishdate", "lastmod")
        return next((found for name in names if (found := line(self.meta.get(name)))), "")


class Tree:
    """All pages of a site in one language, its first as it comes; the others are counted."""

    def __init__(self, source: Source, config: Config, language: str = "") -> None:
        self._source, self._config = source, config
        self.language = language or config.language
        self._prefix = f"{urlized(language)}/" if language else ""
        self.others: Counter[str] = Counter()  # pages by language
        self.pages: dict[str, Page] = {}
        taken: dict[str, str] = {}
        self._seen: set[str] = set()  # a folder of one language may lie within that of another
        for folder in config.folders:
            for name in sorted(source.named(folder, *_PAGES), key=_is_of_r):
                page = self._page(name)
                if page is None:
                    continue
                if other := taken.get(page.target):
                    self._tell_of_twice(page.name, other)
                    continue
                taken[page.target] = name
                self.pages[name] = page
            for name in source.named(folder, *_OTHERS):
                source.report.note(f"`{name}` is no page of Markdown and was not carried over")

    def _tell_of_twice(self, name: str, other: str) -> None:
        if not _is_of_r(name):  # R wrote the other one from it
            self._source.report.note(f"`{name}` has the address of `{other}` and was left out")

    def _page(self, name: str) -> Page | None:
        path, language = self._config.within(name)
        if not path or name in self._seen:
            return None
        self._seen.add(name)
        stem, language = self._stem(PurePosixPath(path[-1]).stem, language)
        parts = [*path[:-1]]
        if language != self.language:
            self.others[language] += 1
            return None
        if _NOTES.match(stem) and stem.lower() not in ("index", "_index"):
            return None
        is_list = stem == "_index" or (stem == "index" and not parts)
        if stem not in ("index", "_index"):
            parts.append(stem)
        found = front.read(self._source, name)
        if found is None:
            return None
        page = Page(name, found.meta, found.body, tuple(map(urlized, parts)), is_list, self._prefix)
        return page if self._is_published(page) else None

    def _stem(self, stem: str, code: str) -> tuple[str, str]:
        """Tell `index.zh` from `index`."""
        found = _LANGUAGE.fullmatch(stem)
        languages = self._config.languages
        if found and (found[2].lower() in languages or found[1] in ("index", "_index")):
            return found[1], found[2].lower()
        return stem, code

    def _is_published(self, page: Page) -> bool:
        build = page.meta.get("build") or page.meta.get("_build")
        render = line(build.get("render")) if isinstance(build, dict) else ""
        for name, is_hidden in (
            ("draft", is_on(page.meta.get("draft"))),
            ("private", is_on(page.meta.get("private"))),
            ("build: render", is_off(render) or render == "never"),
        ):
            if is_hidden and not (name.startswith("build") and page.parts[:1] == ("authors",)):
                self._source.report.note(f"`{page.name}` is not shown (`{name}`) and was left out")
                return False
        return True

    def within(self, folder: str) -> list[Page]:
        """Return the pages of a folder, without the one that stands for it."""
        return [page for page in self.pages.values() if page.folder == folder and not page.is_list]

    def list_of(self, folder: str) -> Page | None:
        """Return the page that stands for a folder, None where there is none."""
        return next(
            (one for one in self.pages.values() if one.is_list and one.parts == (folder,)), None
        )

    def addresses(self, page: Page) -> Iterator[str]:
        """Yield the addresses that a page had, without slashes around them."""
        yield page.path
        languages = self._config.language
        yield f"{languages}/{page.path}"
        for name in ("url", "permalink"):
            yield line(page.meta.get(name)).strip("/")
        yield from (one.strip("/") for one in front.texts(page.meta.get("aliases")))
        if slug := line(page.meta.get("slug")):
            yield "/".join((*page.parts[:-1], urlized(slug)))
        form = self._config.get("permalinks", "page", page.folder) if page.folder else ""
        form = line(form) or line(self._config.get("permalinks", page.folder))
        if form and page.folder and not page.is_list:
            yield _WORD.sub(lambda found: _part(found[1], page), form).strip("/")
        base = page.name.partition("/")[2]
        yield from (base, base.rpartition(".")[0], f"{page.path}.md")


def _is_of_r(name: str) -> bool:
    return name.lower().endswith((".rmd", ".rmarkdown"))


def _part(word: str, page: Page) -> str:
    """Return what a word of `permalinks` stands for."""
    year, month, day = [*page.date[:10].split("-"), "", "", ""][:3]
    slug = urlized(line(page.meta.get("slug")))
    return {
        "year": year,
        "month": month,
        "day": day,
        "section": page.folder,
        "sections": "/".join(page.parts[:-1]),
        "slug": slug or urlized(page.title),
        "title": urlized(page.title),
    }.get(word, page.slug)


def urlized(text: str) -> str:
    """Return a step of an address as Hugo makes it."""
    found = re.sub(r"[\s/]+", "-", text.strip().lower())
    return re.sub(r"-{2,}", "-", re.sub(r"[^\w.+~-]", "", found)).strip(".") or "page"
