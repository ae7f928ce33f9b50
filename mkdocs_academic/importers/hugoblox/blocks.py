"""The parts that a page of HugoBlox is put together of: widgets in files, or blocks in its head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .front import is_off, line, mappings, text, texts
from .tree import Page, Tree

# What both generations call the same thing.
_KINDS = {
    **dict.fromkeys(
        ("about", "about.avatar", "about.biography", "resume-biography", "resume-biography-2",
         "resume-biography-3", "avatar", "biography", "dev-hero"), "biography"),
    **dict.fromkeys(("experience", "resume-experience"), "experience"),
    **dict.fromkeys(("accomplishments", "resume-awards", "awards", "resume-awards-2"), "honors"),
    **dict.fromkeys(("skills", "resume-skills", "tech-stack"), "skills"),
    **dict.fromkeys(("languages", "resume-languages"), "languages"),
    **dict.fromkeys(("education", "resume-education"), "education"),
    **dict.fromkeys(
        ("collection", "pages", "posts", "publications", "featured", "projects", "portfolio",
        "talks",
         "events", "publication", "talks_selected", "publications_selected", "citation"),
         "collection"),
    **dict.fromkeys(("people", "team-showcase", "team", "people_group"), "people"),
    **dict.fromkeys(("contact", "contact-info"), "contact"),
    "gallery": "gallery",
    **dict.fromkeys(("tag_cloud", "tag-cloud", "knowledge-tags", "search", "github"), "nothing"),
    **dict.fromkeys(("markdown", "blank", "custom", "rich-text", "article"), "markdown"),
}  # fmt: skip
# Which folders a widget shows that does not say so itself.
_FOLDERS = {
    "posts": ("post",), "publications": ("publication",), "publication": ("publication",),
    "publications_selected": ("publication",), "featured": ("publication",),
    "projects": ("project",), "portfolio": ("project",), "talks": ("event",), "events": ("event",),
    "talks_selected": ("event",),
}  # fmt: skip


@dataclass(frozen=True)
class Block:
    """One part of a page."""

    word: str  # what the template calls it
    ident: str  # its anchor
    title: str
    lead: str  # Markdown below the title
    content: Mapping[str, Any]
    page: Page  # on which, or in which, it stands

    @property
    def kind(self) -> str:
        """Return what it is, whatever it is called; "" for one that is not known."""
        return _KINDS.get(self.word, "")

    @property
    def folders(self) -> tuple[str, ...]:
        """Return the folders whose pages it lists."""
        filters = self.content.get("filters")
        folders = texts(filters.get("folders")) if isinstance(filters, dict) else []
        folders = (
            folders or texts(self.content.get("page_type")) or texts(self.content.get("folders"))
        )
        return tuple(folders) or _FOLDERS.get(self.word, ())

    def has(self, name: str) -> bool:
        """Tell whether one of its filters is on."""
        return line(self.filter(name)).lower() in ("true", "yes", "1")

    def filter(self, name: str) -> Any:
        """Return one of its filters."""
        filters = self.content.get("filters")
        given = filters.get(name) if isinstance(filters, dict) else None
        return given if given not in (None, "") else self.content.get(name)

    @property
    def count(self) -> int:
        """Return how many it shows, 0 for all."""
        given = line(self.content.get("count"))
        return int(given) if given.isdigit() and len(given) < 6 else 0


def of_head(page: Page) -> list[Block]:
    """Return the blocks that stand in the head of a page, without those that are off."""
    found = []
    for one in mappings(page.meta.get("sections")) or mappings(page.meta.get("blocks")):
        word = line(one.get("block")) or line(one.get("widget"))
        content = one.get("content")
        content = {**one, **content} if isinstance(content, dict) else one
        if not word or is_off(one.get("active")) or line(one.get("draft")).lower() == "true":
            continue
        ident = line(one.get("id")) or line(content.get("id"))
        found.append(_block(word, ident, content, text(content.get("text")), page))
    return found


def of_files(tree: Tree, folder: str) -> list[Block]:
    """Return the widgets that lie in a folder, in the order of their weight."""
    pages = [
        one
        for one in tree.pages.values()
        if one.parts[:-1] == (folder,) and line(one.meta.get("widget"))
        and not is_off(one.meta.get("active"))
    ]  # fmt: skip
    pages.sort(key=lambda one: (_weight(one), one.name))
    found = []
    for page in pages:
        inner = page.meta.get("content")
        content = {**page.meta, **inner} if isinstance(inner, dict) else page.meta
        body = "\n\n".join(filter(None, [text(content.get("text")), page.body]))
        word = line(page.meta.get("widget"))
        found.append(_block(word, line(page.meta.get("id")) or page.slug, content, body, page))
    return found


def _block(word: str, ident: str, content: Mapping[str, Any], body: str, page: Page) -> Block:
    lead = "\n\n".join(filter(None, [text(content.get("subtitle")), body.strip()]))
    return Block(word.lower(), ident, line(content.get("title")), lead, content, page)


def _weight(page: Page) -> float:
    try:
        return float(line(page.meta.get("weight")) or "inf")
    except ValueError:
        return float("inf")
