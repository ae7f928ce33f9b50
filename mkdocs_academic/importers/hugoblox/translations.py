"""The pages of a HugoBlox site in other languages than its first: a folder for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import site_language
from ..page_text import cleaned
from . import blocks
from .front import line, text
from .lists import kind_of
from .pages import head
from .tree import Page, Tree

if TYPE_CHECKING:
    from .site import Hugo

_KINDS = ("markdown", "")  # of blocks whose texts stay


class Translations:
    """Carries texts; papers, lists and people are written once, in the first language."""

    def __init__(self, hugo: Hugo) -> None:
        self._hugo = hugo

    def add(self) -> None:
        """Add what each language says, and a group for it to the navigation."""
        for code, tree in self._hugo.others.items():
            pages = [one for one in tree.pages.values() if self._hugo.is_other_page(one)]
            home = self._home(tree)
            if pages or home:
                self._language(code, tree, pages, home)
            self._hugo.note(
                f"the site has {self._hugo.tree.others[code]} pages in the language `{code}`: "
                f"texts came over to `docs/{code}/`, papers, lists and people are those of "
                f"`{self._hugo.config.language}`; for a switch see “Languages” of the manual"
            )

    def _language(self, code: str, tree: Tree, pages: list[Page], home: str) -> None:
        hugo = self._hugo
        front = next((one for one in tree.pages.values() if not one.parts), None)
        own = hugo.config.languages.get(code, {})
        name = (
            line(own.get("languagename")) or line(own.get("label")) or site_language.own_name(code)
        )
        inner: list[dict[str, Any]] = [{name: f"{code}/index.md"}]
        listed = []
        for page in sorted(pages, key=lambda one: (one.parts[:-1], one.date), reverse=True):
            up = "../" * page.target.count("/")
            above = head(hugo, page, kind_of(page.folder)) if hugo.body(page) else ""
            written = "\n\n".join(filter(None, [above, hugo.safe(page.body, page, up)]))
            hugo.result.add_page(page.target, page.title, written, in_nav=False)
            title = page.title.replace("[", "(").replace("]", ")")
            listed.append(f"- [{title}]({page.target.removeprefix(f'{code}/')})")
            if len(page.parts) == 1:
                inner.append({page.title: page.target})
        parts = [home, cleaned("\n".join(listed))]
        title = line(own.get("title")) or (front.title if front and front.meta.get("title") else "")
        hugo.result.add_page(
            f"{code}/index.md", title or name, "\n\n".join(filter(None, parts)), in_nav=False
        )
        hugo.result.nav.append({name: inner})

    def _home(self, tree: Tree) -> str:
        """Return the biography and the texts of the home page."""
        hugo, parts = self._hugo, []
        front = next((one for one in tree.pages.values() if not one.parts), None)
        for page in tree.pages.values():
            is_owner = page.parts == ("authors", hugo.people.owner.slug)
            if is_owner:
                said = page.body if page.body.strip() else text(page.meta.get("bio"))
                parts.append(hugo.safe(said, page, "../"))
        if front and hugo.body(front):
            parts.append(hugo.safe(front.body, front, "../"))
        found = blocks.of_head(front) if front else []
        for block in found or blocks.of_files(tree, "home"):
            if block.kind in _KINDS and block.lead:
                parts += [
                    f"## {hugo.safe(block.title, block.page, '../')}" if block.title else "",
                    hugo.safe(block.lead, block.page, "../"),
                ]
        return "\n\n".join(filter(None, parts))
