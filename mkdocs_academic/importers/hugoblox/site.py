"""One site of HugoBlox on its way: what all parts of the import ask of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from .. import commonmark, lines
from ..addresses import Addresses
from ..result import Result
from ..source import Source
from ..texts import Texts
from . import formulas, front, shortcodes
from .config import Config
from .front import inner, line, text
from .media import Media
from .people import People
from .profiles import key_of
from .shortcodes import Shortcode
from .shown import Around, shown
from .tree import Page, Tree, urlized

_MORE = re.compile(r"<!--\s*more\s*-->", re.IGNORECASE)
_UNSEEN = re.compile(r"<!--.*?-->|\{\{[<%]\s*toc\b.*?\}\}", re.DOTALL)
_ANCHOR = re.compile(r"(?<=\]\()#([\w-]+)(?=\))")
_CHUNK = re.compile(r"^(```+|~~~+)\{(\w+)[^}\n]*\}", re.MULTILINE)  # of R Markdown


class Hugo:
    """Knows settings, pages, files, people; carries texts once the addresses are known."""

    def __init__(self, source: Source, result: Result) -> None:
        self.source, self.result = source, result
        self.note = source.report.note
        self.config = Config(source)
        self.tree = Tree(source, self.config)
        self.others = {code: Tree(source, self.config, code) for code in sorted(self.tree.others)}
        self.media = Media(source, result, self.config)
        self.people = People(source, self.config, self.tree, self.media, self._users())
        self.targets: dict[str, str] = {}  # by the name of a page: where it is, if elsewhere
        self.lists: dict[str, str] = {}  # by folder: the page that lists it
        self.anchors: dict[str, str] = {}
        self.paper_at: Callable[[str], str] = str  # the citation key of the paper at an address
        self._pages: dict[str, Page] = {}
        for page in self.tree.pages.values():
            for address in self.tree.addresses(page):
                if address:
                    self._pages.setdefault(address, page)
        self.addresses = Addresses("", {}, (), self.note)
        self._texts = Texts(self.addresses, self.note)

    def _users(self) -> list[str]:
        """Return the users whose profile the home page shows."""
        found = []
        for page in self.tree.pages.values():
            if page.is_list and not page.parts:
                for one in front.mappings(page.meta.get("sections")):
                    found.append(line(inner(one, "content", "username")))
            if line(page.meta.get("widget")).startswith("about"):
                found.append(line(page.meta.get("author")))
                found.append(line(inner(page.meta, "content", "username")))
        return [one for one in found if one]

    def open(self) -> None:
        """Take the addresses as they are now; from here on texts can be carried."""
        places: dict[str, str] = {}
        for address, page in self._pages.items():
            if page.parts[:1] != ("authors",):
                places[address] = self.target(page)
        for folder, file in self.lists.items():
            places[folder] = file
        for one in self.people.others:
            for form in ("author", "authors"):
                if line(one.meta.get("role")) or one.groups:
                    places.setdefault(f"{form}/{one.slug}", f"people/{key_of(one)}.md")
        for code, tree in self.others.items():
            places.setdefault(code, f"{code}/index.md")
            for page in tree.pages.values():
                if self.is_other_page(page):
                    places.setdefault(f"{code}/{page.path}", page.target)
        if self.people.owner.slug:
            for form in ("author", "authors"):
                places.setdefault(f"{form}/{self.people.owner.slug}", "index.md")
        self.addresses = Addresses(
            self.config.address, {key: one for key, one in places.items() if one}, self.media.files,
            self.note,
        )  # fmt: skip
        self.addresses.anchors = self.anchors
        self._texts = Texts(self.addresses, self.note)

    def target(self, page: Page) -> str:
        """Return the file below docs that a page becomes, or leads to."""
        return self.targets.get(page.name, page.target)

    def is_other_page(self, page: Page) -> bool:
        """Tell a page in another language that stays one: with a text, and not of a paper."""
        first = page.parts[:1]
        is_part = first in (("authors",), ("home",)) or bool(line(page.meta.get("widget")))
        is_paper = page.folder in ("publication", "publications")
        return bool(page.parts) and not is_part and not is_paper and bool(self.body(page))

    def page_at(self, address: str) -> Page | None:
        """Return the page that was at an address, None for none."""
        path = address.partition("#")[0].strip("/ ").removesuffix(".html")
        return self._pages.get(path) or self._pages.get(path.lower())

    # Texts

    def body(self, page: Page) -> str:
        """Return the text of a page, "" where there is nothing to read."""
        return page.body if re.search(r"\w", _UNSEEN.sub("", page.body)) else ""

    def near(self, page: Page | None) -> tuple[str, ...]:
        """Return the folders in which the relative addresses of a page count."""
        if page is None:
            return ("media", "img", "")
        parent = str(PurePosixPath(page.path).parent) if page.parts else ""
        own = (page.path, "" if parent == "." else parent)
        more = tuple(f"{page.prefix}{one}" for one in own) if page.prefix else ()
        return (*more, *own, "media", "img")

    def safe(self, markdown: str, page: Page | None, up: str = "") -> str:
        """Return Markdown for a page, made safe; `up` leads to docs."""
        return self._texts.safe(
            self._followed(markdown, page), up, self.near(page), self._noting(page)
        )

    def plain(self, markdown: str, page: Page | None) -> str:
        """Return Markdown for settings and data."""
        return self._texts.plain(
            self._followed(markdown, page), self.near(page), self._noting(page)
        ).strip()

    def _noting(self, page: Page | None) -> Callable[[str], None]:
        return lines.noting(self.source, page.name) if page and page.body else self.note

    def address(self, address: str, page: Page | None) -> str:
        """Return where an address leads now, "" for nowhere; files are named below docs."""
        if not address.strip():
            return ""
        return self.addresses(address, self.near(page))

    def _followed(self, markdown: str, page: Page | None) -> str:
        """Return Markdown as ours, with its shortcodes followed."""
        around = self._around(page)

        def render(code: Shortcode) -> str:
            return shown(code, around)

        if page and (not page.parts or page.parts[0] in ("authors", "home")):
            markdown = _ANCHOR.sub(self._anchored, markdown)
        found = shortcodes.rendered(_MORE.sub("\n", markdown), render)
        if page and page.name.lower().endswith((".rmd", ".rmarkdown")):
            found = _CHUNK.sub(r"\1\2", found)
        return commonmark.as_ours(formulas.as_ours(found))

    def _anchored(self, found: re.Match[str]) -> str:
        """Have an anchor of the home page lead to the list that stood there."""
        return f"/#{found[1]}" if found[1] in self.anchors else found[0]

    def _around(self, page: Page | None) -> Around:
        def absolute(address: str) -> str:
            inside = address and not address.startswith("/") and page
            near = self.page_at(f"{page.path}/{address}") if inside and page else None
            return near.path if near else address

        def pictures(album: str) -> list[str]:
            folders = [f"media/albums/{album}", f"media/{album}"] if album else []
            if page:
                folders.append(f"{page.path}/{album or 'gallery'}")
            found = next((one for each in folders if (one := self.media.pictures(each))), [])
            return [f"/{one}" for one in found]

        def read(name: str) -> str:
            place = self.media.found(name, *self.near(page), "")
            return self.source.text(self.media.files[place]) or "" if place else ""

        def told(words: str) -> None:
            self.note(f"`{page.name}`: {words}" if page else words)

        def title(address: str) -> str:
            found = self.page_at(absolute(address))
            return found.title if found else ""

        return Around(
            paper=lambda address: self.paper_at(absolute(address)),
            title=title,
            person=self._mention,
            pictures=pictures,
            read=read,
            param=lambda name: line(self.config.param(*name.lower().split("."))),
            tell=told,
        )

    def _mention(self, user: str) -> str:
        found = self.people.named(user)
        if found is None or not found.slug:
            return found.name if found else user
        has_page = found is self.people.owner or line(found.meta.get("role")) or found.groups
        return f"[{found.name}](/author/{found.slug}/)" if has_page else found.name

    # What pages name

    def picture(self, page: Page) -> tuple[str, str]:
        """Return the picture of a page, below docs, and its caption."""
        image = page.meta.get("image")
        given = image if isinstance(image, dict) else {}
        header = page.meta.get("header")
        older = header if isinstance(header, dict) else {}
        caption = line(given.get("caption")) or line(older.get("caption"))
        named = [line(given.get(name)) for name in ("filename", "src", "url")]
        named += [line(image), line(older.get("image")), line(page.meta.get("image_preview"))]
        place = next(
            (found for one in named if (found := self.media.found(one, *self.near(page), ""))), ""
        )
        if not place and not re.search(r"/_?index\.\w+$", page.name):
            return "", caption
        return place or self.media.picture(page.path, "featured", "cover", "feature"), caption

    def deck(self, name: str) -> str:
        """Return the page of a slide deck, "" where there is none."""
        found = self.page_at(f"slides/{name}") if name and ":" not in name else None
        return self.target(found) if found else ""

    def names(self, users: Iterable[str]) -> list[str]:
        """Return the names of users."""
        return [self.people.name(one) for one in users if one]

    def only_owner(self, users: Sequence[str]) -> bool:
        """Tell whether nobody is named but the owner of the site."""
        return all(self.people.named(one) is self.people.owner for one in users)


def summary_of(page: Page) -> str:
    """Return what a page says of itself in short."""
    meta = page.meta
    names = ("summary", "abstract_short", "abstract", "description", "excerpt")
    return next((found for name in names if (found := text(meta.get(name)))), "")


def folder_title(folder: str) -> str:
    """Return a title for a folder."""
    title = urlized(folder).replace("-", " ").capitalize()
    return f"{title}s" if title.lower() in _SINGULAR else title


_SINGULAR = frozenset(
    "post talk event project course publication note presentation lecture".split()
)
