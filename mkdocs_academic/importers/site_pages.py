"""The pages beside the home page: their heads and texts, and lists of posts and of books."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from . import inert, page_head
from .dangling import Dangling
from .front_matter import text_of
from .jekyll import Jekyll
from .page_head import Head
from .page_text import cleaned
from .result import Result
from .source import Source

_HEADING = re.compile(r"^#{1,6} .*$|^<[^>]*>$", re.MULTILINE)


# Pages that only list others, and where the list is.
_LISTS = {
    "blog.md": "blog/index.md",
    "year-archive.md": "blog/index.md",
    "posts.md": "blog/index.md",
    "books.md": "books/index.md",
}


class SitePages:
    """Carries the pages of one site."""

    def __init__(self, source: Source, result: Result, jekyll: Jekyll) -> None:
        self._source, self._result, self._jekyll = source, result, jekyll
        self._posts: list[tuple[str, str, str]] = []  # date, title, file below docs or address
        self._books: list[tuple[str, str, str]] = []

    def carry(self, exclude: set[str]) -> None:
        """Add all pages but some; posts and books get a page that lists them."""
        for name, target in self._jekyll.names.items():
            if name not in exclude:
                self._page(name, target)
        blog = self._jekyll.config.get("blog_name")
        title = " ".join(blog.split()) if isinstance(blog, str) and blog.strip() else "Blog"
        self._list("blog", title, self._posts)
        self._list("books", "Books", self._books)
        addresses = self._jekyll.addresses
        places = {**_LISTS, **addresses.moved}
        pages = {*self._jekyll.names.values(), *places}
        Dangling(self._source, self._result, pages, places, addresses.old).settle()

    def _page(self, name: str, target: str) -> None:
        meta = self._source.page_of(name)[0]
        note, kind = self._source.report.note, PurePosixPath(target).parts[0]
        title = self._title(meta, target)
        date = text_of(meta.get("date"))[:10] or PurePosixPath(name).name[:10]
        text, head = self.text(name, target, date)
        elsewhere = self._jekyll.addresses(text_of(meta.get("redirect")))
        if kind == "blog" and elsewhere and not _HEADING.sub("", text).strip():
            self._posts.append((date, title, elsewhere))
            return
        if not _HEADING.sub("", text).strip() and not (kind == "books" and head.lines):
            is_item = kind == "projects" and elsewhere  # the item leads there
            is_menu = str(meta.get("dropdown")).lower() == "true"
            if not is_item and not is_menu and (text.strip() or meta.get("title")):
                note(
                    f"`{name}` is a page of the template's without text of its own and was left out"
                )
            return
        for one in head.left:
            note(f"`{name}`: `{one}` has no place on a page and was left out")
        if re.search(r"^```mermaid", text, re.MULTILINE):
            note(f"`docs/{target}` has a diagram, shown as its text: see Material's “Diagrams”")
        lines = self._jekyll.safe(head.lines, "../" * target.count("/"))
        target = self._result.add_page(
            target, title, f"{lines}\n\n{text}", in_nav="/" not in target, meta=head.meta
        )
        if kind in ("blog", "books"):
            (self._posts if kind == "blog" else self._books).append((date, title, target))

    def text(self, name: str, target: str, date: str) -> tuple[str, Head]:
        """Return the safe text of a page, and its head."""
        meta, kind = self._source.page_of(name)[0], PurePosixPath(target).parts[0]
        bibliography = text_of(meta.get("bibliography"))
        with self._jekyll.with_references(f"assets/bibliography/{bibliography}"):
            text = self._jekyll.page_text(name, "../" * target.count("/"))
        if kind == "blog":
            return text, page_head.of_post(meta, date)
        return text, page_head.of_book(meta) if kind == "books" else page_head.of_page(meta)

    def _title(self, meta: Mapping[str, Any], target: str) -> str:
        title = (
            text_of(meta.get("title")) or PurePosixPath(target).stem.replace("-", " ").capitalize()
        )
        title = " ".join(re.sub(r"<[^>]*>|\{[{%].*?[}%]\}", " ", title).split()) or "Page"
        is_small = "/" not in target and title.islower()  # as al-folio writes its own
        return inert.capital(title) if is_small else title

    def _list(self, folder: str, title: str, listed: list[tuple[str, str, str]]) -> None:
        if not listed:
            return
        beside = f"{folder}.md" in self._result.pages  # a page with words of its owner's
        lines = [
            f"- {date if re.match(r'[0-9]{4}', date) else ''} "
            f"[{_label(one)}]({target if beside else target.removeprefix(f'{folder}/')})"
            for date, one, target in sorted(listed, reverse=True)
        ]
        text = cleaned("\n".join(re.sub(r"^-  ", "- ", line) for line in lines))
        if beside:
            self._result.add_text(f"{folder}.md", text)
        else:
            self._result.add_page(f"{folder}/index.md", title, text)


def _label(title: str) -> str:
    return title.replace("[", "(").replace("]", ")")
