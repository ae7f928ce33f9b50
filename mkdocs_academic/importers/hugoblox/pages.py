"""The other pages of a HugoBlox site: posts, courses, slides, and whatever stands alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .. import page_head
from ..page_text import cleaned
from . import blocks, dates
from .front import leaves, line, text, texts
from .lists import kind_of
from .papers import FOLDERS
from .site import folder_title
from .tree import Page

if TYPE_CHECKING:
    from .landing import Landing
    from .lists import Lists
    from .papers import Papers
    from .site import Hugo

_SILENT = frozenset(
    "date lastmod publishdate draft featured math highlight toc diagram type layout view "
    "weight authors author tags categories keywords summary abstract description subtitle image "
    "header slides links projects all_day event event_url event_name event_start event_end "
    "date_end "
    "location address title linktitle menu menus slug url aliases external_link share "
    "profile commentable pager show_date reading_time editable show_related show_breadcrumb "
    "sections design content widget headless active id cascade cms_exclude build _build private "
    "image_preview markup output rmd_hash hugoblox outputs sitemap robots show_author_profile "
    "author_notes view_type icon icon_pack course institution role status selected event_all_day "
    "abstract_short prev next pagination permalink comments sidebar search".split()
)
_OF_ITEMS = frozenset({"talks", "projects", "teaching"})


class Pages:
    """Carries the pages that no list has taken."""

    def __init__(self, hugo: Hugo, papers: Papers, lists: Lists, landing: Landing) -> None:
        self._hugo, self._papers, self._lists, self._landing = hugo, papers, lists, landing
        self.blocks = {
            page.name: found
            for page in hugo.tree.pages.values()
            if (found := self._blocks(page)) and page.parts
        }

    def _blocks(self, page: Page) -> list[blocks.Block]:
        in_files = blocks.of_files(self._hugo.tree, page.path) if len(page.parts) == 1 else []
        return [*blocks.of_head(page), *in_files]

    def add(self) -> None:
        """Add all pages but the home page, and the pages that only list others."""
        hugo = self._hugo
        for page in hugo.tree.pages.values():
            if self._is_done(page):
                continue
            if page.name in self.blocks:
                up = "../" * page.target.count("/")
                found, _ = self._landing.read(self.blocks[page.name], up)
                intro = hugo.safe(page.body, page, up)
                self._put(page, "\n\n".join(filter(None, [intro, found])))
            elif page.is_list and len(page.parts) == 1 and page.folder in self._lists.made:
                continue
            else:
                self._page(page)
        self._list_papers()
        self._list_folders()

    def _is_done(self, page: Page) -> bool:
        if not page.parts or page.parts[0] in ("authors", "home") or page.folder in FOLDERS:
            return page.name not in self.blocks or page.parts[0] in ("authors", "home", *FOLDERS)
        return page.name in self._lists.done or bool(line(page.meta.get("widget")))

    def _put(self, page: Page, text: str) -> None:
        hugo = self._hugo
        meta = {}
        if said := " ".join(re.sub(r"[*_`]|<[^>]*>", "", line(page.meta.get("summary"))).split()):
            meta["description"] = said
        in_nav = len(page.parts) == 1
        if text.strip() or page.is_list:
            hugo.result.add_page(page.target, page.title, text, in_nav=in_nav, meta=meta)
        elif page.meta.get("title"):
            hugo.note(f"`{page.name}` has no text of its own and was left out")

    def _page(self, page: Page) -> None:
        hugo, up = self._hugo, "../" * page.target.count("/")
        kind = kind_of(page.folder)
        body = hugo.safe(hugo.body(page), page, up)
        parts = []
        if kind == "projects":
            name = page.title.replace('"', "")
            is_item = page.name in [
                one.name for made in self._lists.made.values() for one in made.pages
            ]
            if is_item and re.fullmatch(r"[\w .:,;/+&'()*-]+", name) and name == page.title:
                if caption := hugo.picture(page)[1]:
                    told = f"the caption of its picture was left out: “{caption}”"
                    hugo.note(f"`{page.name}`: {told}")
                self._put(page, f'{{{{ project("{name}") }}}}\n\n{body}')
                return
        if page.is_list:
            body = "\n\n".join(filter(None, [body, self._inner(page, up, body)]))
        elif body or kind in _OF_ITEMS:
            parts = [head(hugo, page, kind), self._picture(page, up), self._buttons(page, up)]
        if not body and not hugo.body(page) and not page.is_list:
            self._put(page, "")
            return
        for name, value in page.meta.items():
            if (
                name.lower() not in _SILENT
                and not name.startswith("url_")
                and (shown := leaves(value))
            ):
                if kind != "news" and kind:
                    continue  # the item has told of it
                hugo.note(
                    f"`{page.name}`: `{name}: {shown}` has no place on a page and was left out"
                )
        if page.folder == "slides":
            hugo.note(f"`{page.name}` is a deck of slides: it became a page, one below the other")
        self._put(page, "\n\n".join(filter(None, [*parts, body])))

    def _picture(self, page: Page, up: str) -> str:
        picture, caption = self._hugo.picture(page)
        image = page.meta.get("image")
        if isinstance(image, dict) and line(image.get("preview_only")) == "true":
            return ""
        if not picture or picture in page.body:
            return ""
        return self._hugo.safe(
            f"![{page.title.replace('[', '(').replace(']', ')')}](/{picture})\n\n{caption}",
            page,
            up,
        )

    def _buttons(self, page: Page, up: str) -> str:
        """Return the links that a page has beside its text."""
        found = self._lists.links(page, {})
        linked = " · ".join(
            f"[{label}]({url if ':' in url else up + url})" for label, url in found.items()
        )
        return cleaned(linked)

    def _inner(self, page: Page, up: str, body: str) -> str:
        """Return a list of the pages in the folder of a page that its text does not name."""
        depth = len(page.parts)
        inner = [
            one
            for one in self._hugo.tree.pages.values()
            if one.parts[:depth] == page.parts and len(one.parts) == depth + 1
            and not line(one.meta.get("widget"))
        ]  # fmt: skip
        inner.sort(key=lambda one: (_weight(one), [-ord(char) for char in one.date], one.name))
        lines = []
        for one in inner:
            title = one.title.replace("[", "(").replace("]", ")")
            target = self._hugo.target(one)
            if f"]({up}{target})" in body:
                continue
            if self._hugo.body(one) or one.is_list or one.name in self.blocks:
                lines.append(f"- [{title}]({up}{target})")
        return cleaned("\n".join(lines))

    # Pages that list others

    def _list_papers(self) -> None:
        hugo = self._hugo
        if "publications" not in hugo.result.academic:
            return
        listing = next(filter(None, (hugo.tree.list_of(folder) for folder in FOLDERS)), None)
        if listing and listing.name in self.blocks:
            text, _ = self._landing.read(self.blocks[listing.name])
        else:
            body = hugo.safe(listing.body, listing) if listing else ""
            text = f"{body}\n\n{{{{ publications() }}}}"
        if "publications" not in text and "_papers" not in text:
            text = f"{text}\n\n{{{{ publications() }}}}"
        title = listing.title if listing else "Publications"
        hugo.result.add_page("publications.md", title or "Publications", text.strip())

    def _list_folders(self) -> None:
        hugo = self._hugo
        self._list_others()
        for folder, made in self._lists.made.items():
            listing = hugo.tree.list_of(folder)
            if listing and listing.name in self.blocks:
                continue
            body = hugo.safe(listing.body, listing, "../") if listing else ""
            title = listing.title if listing else str(hugo.result.academic[made.name]["title"])
            text = f"{body}\n\n{{{{ {made.name}() }}}}".strip()
            hugo.result.add_page(f"{folder}/index.md", title, text)

    def _list_others(self) -> None:
        """Make the lists that Hugo makes itself for folders of which no page stands for all."""
        hugo = self._hugo
        kept = {"", "authors", "home", *FOLDERS, *self._lists.made}
        for folder in dict.fromkeys(one.folder for one in hugo.tree.pages.values()):
            if folder in kept or hugo.tree.list_of(folder) or f"{folder}.md" in hugo.result.pages:
                continue
            page = Page(f"content/{folder}", {}, "", (folder,), True)
            if found := self._inner(page, "../", ""):
                hugo.result.add_page(page.target, folder_title(folder), found)


def head(hugo: Hugo, page: Page, kind: str) -> str:
    """Return what stands below the title: when, who, about what."""
    up = "../" * page.target.count("/")
    if not page.folder:
        return ""
    users = texts(page.meta.get("authors"))
    shown = [] if hugo.only_owner(users) else hugo.names(users)
    meta = {
        "authors": [{"name": one} for one in shown],
        "tags": texts(page.meta.get("tags")),
        "categories": texts(page.meta.get("categories")),
    }
    head = page_head.of_post(meta, dates.day(page.date) if kind in ("news", "talks") else "")
    said = "" if kind == "news" else text(page.meta.get("summary"))
    abstract = text(page.meta.get("abstract"))
    where = " · ".join(
        filter(None, (line(page.meta.get(name)) for name in ("event", "event_name", "location")
                      if isinstance(page.meta.get(name), str)))
    )  # fmt: skip
    subtitle = text(page.meta.get("subtitle"))
    parts = [subtitle, head.lines, where, said if said != abstract else "", abstract]
    return hugo.safe("\n\n".join(filter(None, parts)), page, up)


def _weight(page: Page) -> float:
    try:
        return float(line(page.meta.get("weight")) or "inf")
    except ValueError:
        return float("inf")
