"""Talks, projects, courses and posts of a HugoBlox site: a page each there, items here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from . import dates, item_parts
from .front import is_on, leaves, line, mappings, texts
from .site import folder_title, summary_of
from .tree import Page

if TYPE_CHECKING:
    from .papers import Papers
    from .site import Hugo

_KINDS = {
    **dict.fromkeys(("event", "events", "talk", "talks", "presentation", "presentations"), "talks"),
    **dict.fromkeys(("project", "projects", "portfolio", "software", "research"), "projects"),
    **dict.fromkeys(("teaching", "course", "courses", "lectures", "class", "classes"), "teaching"),
    **dict.fromkeys(("post", "posts", "blog", "news", "notes", "updates", "note"), "news"),
}
_LINKS = {"pdf": "PDF", "slides": "slides", "video": "video", "code": "code", "poster": "poster",
          "dataset": "data", "project": "project", "source": "source"}  # fmt: skip
_KNOWN = frozenset(
    "title date time_start time_end date_end event event_url event_name event_start event_end "
    "event_all_day location "
    "address summary abstract all_day authors author tags categories featured image links projects "
    "slides math draft publishdate publishDate lastmod external_link type layout weight slug "
    "aliases "
    "header highlight share profile commentable pager show_date reading_time editable url "
    "linktitle linkTitle menu toc diagram show_related show_breadcrumb subtitle description "
    "excerpt course institution role status keywords image_preview cms_exclude markup output "
    "author_notes show_author_profile private _build build hugoblox view selected icon "
    "icon_pack permalink rmd_hash focal_point summary_short is_featured comments "
    "abstract_short".split()
)


class Made(NamedTuple):
    """The section that a folder became."""

    name: str  # of the section
    kind: str
    pages: Sequence[Page]  # in the order of its items
    items: Sequence[dict[str, Any]]


class Lists:
    """Carries the lists of one site."""

    def __init__(self, hugo: Hugo, papers: Papers) -> None:
        self._hugo, self._papers = hugo, papers
        self.made: dict[str, Made] = {}  # by folder
        self.done: set[str] = set()
        self._folders = {
            folder: _KINDS[folder]
            for folder in dict.fromkeys(one.folder for one in hugo.tree.pages.values())
            if folder in _KINDS and hugo.tree.within(folder)
        }
        for folder, kind in self._folders.items():
            file = f"{folder}/index.md"
            hugo.lists[folder] = file
            for page in self._items_of(folder):
                if kind != "news" and not self._has_page(page):
                    hugo.targets[page.name] = file

    def _items_of(self, folder: str) -> list[Page]:
        """Return the pages that are items: of a course of several pages only the first."""
        pages = [one for one in self._hugo.tree.pages.values() if one.folder == folder]
        lists = {one.path for one in pages if one.is_list and len(one.parts) > 1}
        return [
            one
            for one in pages
            if (one.path in lists or not one.is_list)
            and len(one.parts) > 1
            and not any(one.path.startswith(f"{each}/") for each in lists)
            and "widget" not in one.meta
        ]

    def _has_page(self, page: Page) -> bool:
        return bool(self._hugo.body(page)) or page.is_list

    def read(self) -> None:
        """Make the section of each folder."""
        for folder, kind in self._folders.items():
            pages = sorted(self._items_of(folder), key=item_parts.order(kind))
            if not pages:
                continue
            hugo = self._hugo
            listing = hugo.tree.list_of(folder)
            title = listing.title if listing else folder_title(folder)
            name = hugo.result.name_for(kind, folder)
            count = hugo.result.report.count(folder, kind)
            count.found = count.structured = len(pages)
            items = [_ITEMS[kind](self, page) for page in pages]
            hugo.result.data[name] = items
            hugo.result.academic[name] = {
                **({} if name == kind else {"like": kind}),
                "title": title,
                **({"order": "written"} if kind == "projects" or _is_undated(items) else {}),
                "items": f"data/{name}.yml",
            }
            self.made[folder] = Made(name, kind, pages, items)
            for page in pages:
                if kind != "news" and not self._has_page(page):
                    self.done.add(page.name)
                for left in self._left(page):
                    hugo.note(f"`{page.name}`: `{left}` was left out")

    def _left(self, page: Page) -> list[str]:
        return [
            f"{name}: {shown}"
            for name, value in page.meta.items()
            if name.lower() not in _KNOWN
            and not name.startswith("url_")
            and (shown := leaves(value))
        ]

    # Items

    def _talk(self, page: Page) -> dict[str, Any]:
        hugo, meta = self._hugo, page.meta
        start = item_parts.moment(meta, "event_start", "time_start", "date")
        end = item_parts.moment(meta, "event_end", "time_end", "date_end")
        all_day = is_on(meta.get("all_day")) or is_on(meta.get("event_all_day"))
        item: dict[str, Any] = {"date": dates.days(start, end)}
        item["title"] = hugo.plain(page.heading, page)
        event = line(meta.get("event_name")) or line(meta.get("event"))
        address = hugo.address(line(meta.get("event_url")), page)
        if event:
            event = f"[{event}]({address})" if address else event
            item["event"] = hugo.plain(event, page)
            address = ""
        if place := item_parts.place(meta):
            item["location"] = hugo.plain(place, page)
        item |= self._common(page, {"Event": address} if address else {})
        speakers = self._others(page)
        parts = [dates.hours(start, end, all_day), speakers, item.pop("text", "")]
        if said := "\n\n".join(filter(None, parts)):
            item["text"] = said
        return item_parts.filled(item)

    def _project(self, page: Page) -> dict[str, Any]:
        item: dict[str, Any] = {"name": self._hugo.plain(page.heading, page)}
        for name in ("role", "status"):
            if value := line(page.meta.get(name)):
                item[name] = self._hugo.plain(value, page)
        item["date"] = dates.days(page.date, line(page.meta.get("date_end")))
        item |= self._common(page, {})
        if keys := self._papers.of_project(page.slug):
            item["papers"] = keys
        return item_parts.filled(item)

    def _course(self, page: Page) -> dict[str, Any]:
        item: dict[str, Any] = {
            "date": dates.days(page.date, line(page.meta.get("date_end"))),
            "course": self._hugo.plain(page.heading, page),
        }
        for name in ("role", "institution"):
            if value := line(page.meta.get(name)):
                item[name] = self._hugo.plain(value, page)
        return item_parts.filled(item | self._common(page, {}))

    def _post(self, page: Page) -> dict[str, Any]:
        hugo = self._hugo
        elsewhere = hugo.address(line(page.meta.get("external_link")), page)
        target = hugo.target(page) if hugo.body(page) or not elsewhere else elsewhere
        if not hugo.body(page):
            self.done.add(page.name)
            target = elsewhere
        title = page.title.replace("[", "(").replace("]", ")")
        head = f"[{title}]({target})" if target else title
        said = hugo.plain(summary_of(page), page)
        item = {"date": dates.day(page.date), "text": f"{head}\n\n{said}".strip()}
        if not hugo.body(page):
            links = self.links(page, {})
            return item_parts.filled({**item, "links": links})
        return item_parts.filled(item)

    def _common(self, page: Page, links: dict[str, str]) -> dict[str, Any]:
        """Return what items of several kinds have alike."""
        hugo, meta = self._hugo, page.meta
        item: dict[str, Any] = {}
        if said := hugo.plain(item_parts.said(meta), page):
            item["text"] = said
        elsewhere = hugo.address(line(meta.get("external_link")), page)
        if self._has_page(page):
            item["url"] = hugo.target(page)
            links |= {"website": elsewhere} if elsewhere else {}
        elif elsewhere:
            item["url"] = elsewhere
        picture, caption = hugo.picture(page)
        if picture:
            item["image"] = picture
        if caption and picture and not self._has_page(page):
            hugo.note(f"`{page.name}`: the caption of its picture was left out: “{caption}”")
        if tags := [*texts(meta.get("tags")), *texts(meta.get("categories"))]:
            item["tags"] = list(dict.fromkeys(tags))
        if found := self.links(page, links):
            item["links"] = found
        return item

    def links(self, page: Page, links: dict[str, str]) -> dict[str, str]:
        """Return the buttons: links of the page, its slides, its projects."""
        hugo, meta = self._hugo, page.meta
        found = dict(links)
        given = [
            (_LINKS.get(name[4:].lower(), name[4:].capitalize()), line(value))
            for name, value in meta.items()
            if name.startswith("url_") and line(value)
        ]
        for one in [*mappings(meta.get("links")), *mappings(meta.get("url_custom"))]:
            label = line(one.get("label")) or line(one.get("name")) or line(one.get("type"))
            given.append((label or "Link", line(one.get("url")) or line(one.get("link"))))
        for label, url in given:
            placed = hugo.address(url, page)
            if placed and placed not in found.values():
                labels = (label, *(f"{label} {number}" for number in range(2, 100)))
                found[next(one for one in labels if one not in found)] = placed
        if deck := hugo.deck(line(meta.get("slides"))):
            found.setdefault("slides", deck)
        for slug in texts(meta.get("projects")):
            places = (f"project/{slug}", f"projects/{slug}")
            project = next(filter(None, map(hugo.page_at, places)), None)
            if project:
                found.setdefault(project.title, hugo.target(project))
        return found

    def _others(self, page: Page) -> str:
        users = texts(page.meta.get("authors"))
        return "" if self._hugo.only_owner(users) else ", ".join(self._hugo.names(users))

    def folders_like(self, folders: Sequence[str]) -> list[str]:
        """Return folders of the site, by any name that the template has for them."""
        kinds = {_KINDS.get(one) for one in folders}
        named = [one for one in folders if one in self._folders]
        return named or [one for one, kind in self._folders.items() if kind in kinds]

    def section(self, folders: Sequence[str]) -> list[Made]:
        """Return the sections of folders."""
        return [self.made[one] for one in self.folders_like(folders) if one in self.made]


_ITEMS: Mapping[str, Callable[[Lists, Page], dict[str, Any]]] = {
    "talks": Lists._talk,
    "projects": Lists._project,
    "teaching": Lists._course,
    "news": Lists._post,
}


def _is_undated(items: Sequence[Mapping[str, Any]]) -> bool:
    return not all(one.get("date") for one in items)


def kind_of(folder: str) -> str:
    """Return the kind of section that a folder's pages are, "" for none."""
    return _KINDS.get(folder, "")
