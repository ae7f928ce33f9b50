"""Lists of pages on a page of blocks: newest posts, featured papers, all talks, projects by tag."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from . import papers as paper_pages
from .blocks import Block
from .front import is_on, line, texts
from .tree import Page, urlized

if TYPE_CHECKING:
    from .lists import Lists, Made
    from .papers import Papers
    from .site import Hugo


class Listings:
    """Makes the sections that blocks ask for."""

    def __init__(self, hugo: Hugo, papers: Papers, lists: Lists) -> None:
        self._hugo, self._papers, self._lists = hugo, papers, lists
        self._whole: set[str] = set()  # sections that show their list whole, under their own name

    def make(self, block: Block) -> list[str]:
        """Return the names of the sections that show what a block lists."""
        found: list[str] = []
        folders = [urlized(one) for one in block.folders]
        is_papers = any(one in paper_pages.FOLDERS for one in folders)
        if is_papers and self._papers.by_page:
            found.append(self._of_papers(block))
        rest = [one for one in folders if one not in paper_pages.FOLDERS]
        for made in self._lists.section(rest):
            name = self._of_pages(block, made)
            found += [name] if name else []
        if not found:
            self._hugo.note(
                f"`{block.page.name}`: the block `{block.word}` (“{block.title}”) lists pages of "
                f"`{', '.join(block.folders) or 'all kinds'}`, of which there are none to list"
            )
        return found

    def _title(self, block: Block) -> dict[str, str]:
        title = self._hugo.plain(block.title, block.page).replace("\n", " ")
        return {"title": title} if title and not block.lead else {}

    def _of_papers(self, block: Block) -> str:
        result = self._hugo.result
        pages = [one for one in self._hugo.tree.pages.values() if one.name in self._papers.by_page]
        chosen = self._chosen(block, pages)
        featured = [one for one in pages if is_on(one.meta.get("featured"))]
        options: dict[str, Any] = {}
        if len(chosen) < len(pages):
            is_selected = chosen == featured and bool(featured)
            options = {"selected": "yes"} if is_selected else {"keys": self._papers.keys(chosen)}
        if 0 < block.count < len(chosen):
            options["limit"] = block.count
        word = "selected_papers" if options.get("selected") else "recent_papers"
        name = result.name_for("publications", block.title or word)
        if name.startswith("publications_"):  # the title says no more than that
            words = (word, *(f"{word}_{number}" for number in range(2, 1000)))
            name = next(one for one in words if one not in result.academic)
        legend = result.academic["publications"].get("legend")
        options |= {"legend": legend} if legend else {}
        result.academic[name] = {
            "like": "publications", **self._title(block), **options, "group_by": "none",
        }  # fmt: skip
        return name

    def _of_pages(self, block: Block, made: Made) -> str:
        result = self._hugo.result
        chosen = self._chosen(block, made.pages)
        if not chosen:
            return ""
        is_whole = len(chosen) == len(made.pages) and not 0 < block.count < len(chosen)
        if is_whole and made.name not in self._whole:
            self._whole.add(made.name)
            result.academic[made.name] |= self._title(block)
            return made.name
        names = [one.name for one in chosen]
        items = [
            item for page, item in zip(made.pages, made.items, strict=True) if page.name in names
        ]
        title = block.title or made.name
        name = result.name_for(made.kind, title)
        own = {key: value for key, value in result.academic[made.name].items() if key == "order"}
        if len(items) < len(made.items):
            result.data[name] = items
        result.academic[name] = {
            "like": made.kind,
            **self._title(block),
            **own,
            **({"limit": block.count, "older": "no"} if 0 < block.count < len(items) else {}),
            "items": f"data/{name if len(items) < len(made.items) else made.name}.yml",
        }
        return name

    def _chosen(self, block: Block, pages: Sequence[Page]) -> list[Page]:
        """Return the pages that the filters of a block leave."""
        today = datetime.now(UTC).date().isoformat()
        found = list(pages)
        if (
            block.has("featured_only")
            or block.word == "featured"
            or block.word.endswith("_selected")
        ):
            found = [one for one in found if is_on(one.meta.get("featured"))]
        if block.has("exclude_featured"):
            found = [one for one in found if not is_on(one.meta.get("featured"))]
        for name, field in (("tag", "tags"), ("category", "categories"), ("author", "authors"),
                            ("publication_type", "publication_types")):  # fmt: skip
            if wanted := line(block.filter(name)).lower():
                found = [
                    one
                    for one in found
                    if wanted in [each.lower() for each in texts(one.meta.get(field))]
                ]
        if block.has("exclude_past"):
            found = [one for one in found if one.date[:10] >= today]
        if block.has("exclude_future"):
            found = [one for one in found if one.date[:10] <= today]
        return found
