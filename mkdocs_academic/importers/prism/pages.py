"""The pages of a PRISM site: texts, cards, papers, each below its title and its description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import front_matter
from ..toml_text import Toml
from . import entries
from .board import Board, below
from .items import Lists, lists
from .languages import Language
from .papers import Papers
from .site import Site, heading, page_file, plain, tables, text_of, title_of

_KNOWN = frozenset("type title description source sections id".split())


class Pages:
    """Carries the pages of one language."""

    def __init__(self, site: Site, language: Language, papers: Papers) -> None:
        self._site, self._language, self._papers = site, language, papers
        self._contents = site.contents(language)
        self.lists = Lists(site, language)
        self._used = {"config.toml", "about.toml"}  # names of files that are done with
        self._file = page_file("about", language)  # the page that is being written
        self._whole: set[str] = set()  # names of pages that stand on the home page

    # Parts of pages

    def source(self, board: Board, source: str, title: str, where: str) -> None:
        """Add what a page or a part of one names as its source."""
        near = f"{where.partition(':')[0].rpartition('/')[0]}/".partition("/")[2]
        source = source if self._contents.place(source) else f"{near}{source}"
        place = self._contents.place(source)
        if not place:
            url = self._site.addresses(self._language)(source)
            if url in self._site.files:
                name = title or url.rpartition("/")[2]
                board.text(self._safe(f"[{plain(name)}](/{url})"), title)
            elif source:
                self._site.note(f"`{where}`: there is no `{source}`")
        elif source.lower().endswith(".bib"):
            board.text(self._papers.page(place), title)
        elif source.lower().endswith(".toml"):
            self.tables(board, self._contents.toml(source), title, (title,))
            self._used.add(source)
        else:
            board.text(self.markdown(source)[1], title)

    def markdown(self, name: str) -> tuple[dict[str, Any], str]:
        """Return the front matter of a text, where it has one, and the text made safe."""
        self._used.add(name)
        text = self._site.source.text(self._contents.place(name)) or ""
        meta, body = front_matter.split(text)
        return meta, self._site.safe(body if meta else text, self._language, self._file)

    def tables(
        self, board: Board, toml: Toml, title: str, words: tuple[str, ...], limit: str = ""
    ) -> None:
        """Add the lists of a file; of several, each under its own name."""
        found = lists(toml)
        for key in found:
            name = title if len(found) == 1 else title_of(key.replace("_", " ")).capitalize()
            told = words if len(found) == 1 else (key, *words)
            if entries.are_papers(found[key]):
                board.text(self._papers.written(toml, key), "" if len(found) == 1 else name)
                continue
            board.section(self.lists.make(toml, key, name, told, limit), name)

    # Whole pages

    def body(self, name: str) -> tuple[str, str, str]:
        """Return the title of a page, its description, and the Markdown below."""
        toml = self._contents.toml(f"{name}.toml")
        self._used.add(f"{name}.toml")
        title = title_of(toml.data.get("title")) or _named(name)
        board = Board(title)
        description = title_of(toml.data.get("description"))
        lead = self._safe(toml.data.get("description"))
        board.text(lead)
        if text_of(toml.data.get("type")) == "people":
            self._site.note(f"`{toml.at('type')}`: the graph of co-authors has no counterpart")
        else:
            self.source(board, text_of(toml.data.get("source")), "", toml.at("source"))
        self.parts(board, toml)
        self.tables(board, toml, title, (title,))
        self._tell(toml)
        if board.page() == lead and self._contents.place(f"{name}.md"):
            board.text(self.markdown(f"{name}.md")[1])
        return title, description, "" if board.page() == lead else below(title, board.page())

    def parts(self, board: Board, toml: Toml, is_home: bool = False) -> None:
        """Add the sections of a page in their order."""
        if "sections" in toml.data and not isinstance(toml.data["sections"], list):
            self._site.note(f"`{toml.at('sections')}`: `sections` is no list and was left out")
        for at, part in enumerate(tables(toml.data.get("sections"))):
            title, source = title_of(part.get("title")), text_of(part.get("source"))
            where, limit = toml.at("sections", at), text_of(part.get("limit"))
            if text_of(part.get("type")) == "publications":
                self._selected(board, part, title, where)
            elif source.lower().endswith(".toml") and (found := self._contents.toml(source)).name:
                words = (text_of(part.get("type")), text_of(part.get("id")), title)
                self.tables(board, found, title, words, limit)
                self._used.add(source)
            elif source:
                self.source(board, source, title, where)
            elif content := text_of(part.get("content")):
                board.text(self._safe(content), title)
            elif inner := lists(Toml(toml.name, part)):
                for key in inner:
                    own = Toml(toml.name, part, toml.within("sections", at))
                    board.section(self.lists.make(own, key, title, (title,)), title)
            else:
                self._site.note(f"`{where}`: the section “{title or at + 1}” names nothing to show")

    def _selected(self, board: Board, part: dict[str, Any], title: str, where: str) -> None:
        given = part.get("filter")
        is_selected = given == "selected" or (
            isinstance(given, dict) and text_of(given.get("selected")).lower() == "true"
        )
        limit = text_of(part.get("limit"))
        number = int(limit) if limit.isdigit() and int(limit) else 5  # as the template has it
        tag = self._language.tag if self._language.prefix else ""
        name = self._papers.section(title, is_selected, number, tag)
        board.section(name, title)
        if not name:
            kind = "selected papers" if is_selected else "papers"
            self._site.note(f"`{where}`: there are no {kind}; “{title}” was left out")

    def add(self) -> None:
        """Add all pages beside the home page, those of the navigation first and in its order."""
        shown = dict(self._shown())
        for name in [one for one in shown if one != "about" and one not in self._whole]:
            if self._language.is_main or self._contents.is_own(f"{name}.toml"):
                self._page(name, shown[name])
        for file in self._contents.names(".toml"):
            if file not in self._used:
                self._page(file.removesuffix(".toml"), "")
        for file in self._contents.names(".md"):
            if file not in self._used and file.rpartition("/")[2].lower() != "readme.md":
                self._text(file.removesuffix(".md"))
        self._nav(shown)

    def whole(self, board: Board) -> None:
        """Put the pages of the navigation onto the home page, as its one-page mode does."""
        for name in dict(self._shown()):
            if name == "about" or not self._contents.place(f"{name}.toml"):
                continue
            title, _, text = self.body(name)
            self._whole.add(name)
            board.text(text, title)

    def _shown(self) -> Iterator[tuple[str, str]]:
        """Return the pages that the navigation names, with their labels."""
        for one in tables(self._language.config.data.get("navigation")):
            target = text_of(one.get("target"))
            if text_of(one.get("type")) != "link" and self._contents.place(f"{target}.toml"):
                yield target, title_of(one.get("title")) or _named(target)

    def _safe(self, text: Any) -> str:
        return self._site.safe(text_of(text), self._language, self._file)

    def _page(self, name: str, label: str) -> None:
        self._file = page_file(name, self._language)
        title, description, text = self.body(name)
        place = self._contents.place(f"{name}.toml")
        if not text:
            self._site.note(f"`{place}` is a page without contents and was left out")
            return
        if not label:
            self._site.note(f"`{place}` is not in the navigation: its page stands outside, too")
        if label and label != title:  # a page has the title of its entry otherwise
            text = f"# {heading(title)}\n\n{text}"
        self._put(name, title, text, {"description": description} if description else {})

    def _text(self, name: str) -> None:
        """Add a text that no page names."""
        self._file = page_file(name, self._language)
        meta, text = self.markdown(f"{name}.md")
        if text.strip():
            place = self._contents.place(f"{name}.md")
            self._site.note(f"`{place}` is shown by no page: it stands outside of the navigation")
            self._put(name, title_of(meta.get("title")) or _named(name), text, {})

    def _put(self, name: str, title: str, text: str, meta: dict[str, str]) -> None:
        if self._file in self._site.result.pages:
            self._site.note(f"`{name}` would be a second `docs/{self._file}` and was left out")
            return
        self._site.result.add_page(self._file, title, text, in_nav=False, meta=meta)

    def _nav(self, shown: dict[str, str]) -> None:
        """Write the navigation as it was; another language has a group of its own."""
        site, shared = self._site, []
        home = page_file("about", self._language)
        entries = [{shown.get("about") or "About": home}]
        for one in tables(self._language.config.data.get("navigation")):
            target, label = text_of(one.get("target")), title_of(one.get("title"))
            file = page_file(target, self._language)
            url = site.addresses(self._language)(text_of(one.get("href")) or target)
            if target in shown and file in site.result.pages:
                entries += [] if file == home else [{label or shown[target]: file}]
            elif text_of(one.get("type")) == "link" and "://" in url:
                entries.append({label or url: url})
            elif target in shown and file != home and not self._language.is_main:
                shared.append(f"`{label or shown[target]}`")
            elif target not in shown and label:
                site.note(f"the menu entry `{label}` leads to no page and was left out")
        if shared:
            where = self._language.config.at("navigation", 0)
            told = "stands in the first language only: papers and lists are written once"
            site.note(f"`{where}`: what {', '.join(shared)} shows {told}")
        if self._language.is_main:
            site.result.nav += entries
        elif self._language.is_shown:
            site.result.nav.append({self._language.label: entries})

    def _tell(self, toml: Toml) -> None:
        for key in toml.data.keys() - _KNOWN - lists(toml).keys():
            if toml.data[key] not in ("", [], {}):
                self._site.note(f"`{toml.at(key)}`: `{key}` has no counterpart and was left out")


def _named(name: str) -> str:
    return title_of(name.rpartition("/")[2].replace("-", " ").replace("_", " ").capitalize())
