"""The papers of a HugoBlox site: a folder each there, one `.bib` and what stands beside it here."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...bibliography import author_roles, bibtex, reader, slugs
from ...bibliography.entry import Entry
from .. import bib_out
from . import cited, paper_fields
from .front import line, texts
from .paper_fields import Paper
from .tree import Page

if TYPE_CHECKING:
    from .site import Hugo

FOLDERS = ("publication", "publications", "papers", "paper")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SIGNS = "†‡§¶‖#"
_NOT_COMPARED = frozenset("keywords note abbr month day url selected".split())


@dataclass
class _Found:
    """One paper: its page, its key, and the entry of its `cite.bib`."""

    page: Page
    key: str
    slug: str
    entry: Entry | None
    has_page: bool = False  # a text of its own


class Papers:
    """Carries the papers of one site."""

    def __init__(self, hugo: Hugo) -> None:
        self._hugo = hugo
        self._note = hugo.note
        self._signs: dict[str, str] = {}  # of remarks at authors
        self._overlay: dict[str, dict[str, Any]] = {}
        pages = [one for folder in FOLDERS for one in hugo.tree.within(folder)]
        self._found = [self._identified(page) for page in pages]
        self.by_page = {one.page.name: one.key for one in self._found}
        self._place()

    def _identified(self, page: Page) -> _Found:
        """Give a paper its key, and find out where its page will be."""
        hugo = self._hugo
        entry = self._cited(page)
        taken = hugo.result.keys
        first = texts(page.meta.get("authors"))[:1]
        author = hugo.people.name(first[0]) if first else ""
        year = (re.match(r"\d{4}", page.date) or [""])[0]
        key = entry.key if entry else bib_out.key((author,), year, page.title, taken)
        options = (key, *(f"{key}-{number}" for number in range(2, 10_000)))
        key = next(one for one in options if one not in taken)
        taken.add(key)
        is_slug = _SLUG.fullmatch(page.slug) and len(page.slug) <= 80
        return _Found(page, key, page.slug if is_slug else "", entry, bool(hugo.body(page)))

    def _cited(self, page: Page) -> Entry | None:
        """Return the entry of the file `cite.bib` beside a page, if it is about this paper."""
        folder = page.name.rpartition("/")[0]
        name = f"{folder}/cite.bib"
        is_bundle = re.search(r"/_?index\.\w+$", page.name)
        text = self._hugo.source.text(name) if is_bundle else None
        if not text:
            return None
        library = reader.parse(text, name)
        for problem in library.problems:
            self._note(f"`{problem.file}:{problem.line or 1}`: {problem.message}")
        if not library.entries:
            self._note(f"`{name}` has no entry: the front matter speaks for the paper")
            return None
        best = max(
            library.entries, key=lambda one: cited.alike(cited.text_of(one, "title"), page.title)
        )
        if len(library.entries) > 1:
            left = ", ".join(one.key for one in library.entries if one is not best)
            self._note(f"`{name}` has several entries: `{best.key}` is this paper, not {left}")
        if cited.alike(cited.text_of(best, "title"), page.title) < 0.5 and not self._same_authors(
            best, page
        ):
            self._note(
                f"`{name}` is about “{cited.text_of(best, 'title')}”, not about “{page.title}”: "
                f"it was left out"
            )
            return None
        return best

    def _same_authors(self, entry: Entry, page: Page) -> bool:
        given = [self._hugo.people.name(one) for one in texts(page.meta.get("authors"))]
        return bool(given) and cited.are_same(entry, given)

    def _place(self) -> None:
        """Have the old addresses lead to the new pages."""
        crowd = Counter(one.slug or slugs.made_of(one.key) for one in self._found)
        works = Counter(mark for one in self._found for mark in _marks(one))
        taken: set[str] = set()
        for one in self._found:
            slug = one.slug or slugs.made_of(one.key)
            is_alone = crowd[slug] <= 1 and all(works[mark] == 1 for mark in _marks(one))
            if one.has_page or slug in taken:
                numbered = (f"{slug}-{number}" for number in range(2, 10_000))
                one.slug = next(each for each in (slug, *numbered) if each not in taken)
            taken.add(one.slug or slug)
            target = f"publications/{one.slug or slug}.md"
            if not one.has_page and not is_alone:
                target = f"publications.md#{one.key}"
            self._hugo.targets[one.page.name] = target

    def key_at(self, address: str) -> str:
        """Return the key of the paper whose page was at an address."""
        page = self._hugo.page_at(address)
        return self.by_page.get(page.name, "") if page else ""

    def of_project(self, slug: str) -> list[str]:
        """Return the keys of the papers that name a project."""
        return [
            one.key
            for one in self._found
            if slug in [each.lower() for each in texts(one.page.meta.get("projects"))]
        ]

    def keys(self, pages: list[Page]) -> list[str]:
        """Return the keys of pages."""
        return [self.by_page[one.name] for one in pages if one.name in self.by_page]

    # Out

    def write(self) -> bool:
        """Write the bibliography and what stands beside it; tell whether there is one."""
        result = self._hugo.result
        if not self._found:
            return False
        count = result.report.count("/".join(self._found[0].page.parts[:1]), "publications")
        entries = []
        for one in sorted(self._found, key=lambda one: one.page.date, reverse=True):
            count.found += 1
            count.structured += 1
            entries.append(self._entry(one))
        result.files["papers.bib"] = "\n".join(entries).encode()
        settings: dict[str, Any] = {"bibliography": "papers.bib"}
        if self._overlay:
            result.data["publications"] = self._overlay
            settings["overlay"] = "data/publications.yml"
        if self._signs:
            settings["legend"] = {sign: note for note, sign in self._signs.items()}
        result.academic["publications"] = settings
        return True

    def _entry(self, one: _Found) -> str:
        hugo, page = self._hugo, one.page
        paper = paper_fields.read(page, hugo.people.name, lambda url: hugo.address(url, page))
        if not line(page.meta.get("title")):
            self._note(f"`{page.name}` has no title: the name of its folder stands for it")
        for left in paper.left:
            self._note(f"`{page.name}`: `{left}` was left out")
        beside = {**({"slug": one.slug} if one.slug else {}), **paper.beside}
        self._pictures(page, beside)
        self._files(page, beside)
        annotations = self._annotations(page, paper, one.entry)
        if one.entry:
            text, more = self._as_cited(one, paper)
            text = cited.annotated(text, annotations)
            beside |= more
        else:
            fields = dict(paper.fields)
            fields["author"] = " and ".join(map(_joined, paper.authors))
            order = ("title", "subtitle", "author")
            fields = {name: fields.pop(name, "") for name in order} | fields
            fields |= paper_fields.whole_date(fields)
            fields["author+an"] = annotations
            text = bib_out.entry(paper.type, one.key, fields, {})
        links = paper.links | self._slides(page, beside)
        beside |= {"links": links} if links else {}
        if beside:
            self._overlay[one.key] = beside
        if one.has_page:
            self._page(one)
        return text

    def _as_cited(self, one: _Found, paper: Paper) -> tuple[str, dict[str, Any]]:
        """Return the text of `cite.bib`, and what only the front matter says."""
        entry = one.entry
        assert entry is not None
        text = bibtex.renamed(entry.source, one.key) if entry.source and not entry.macros else ""
        text = text or bib_out.entry(entry.type, one.key, {}, entry.fields)
        more: dict[str, Any] = {}
        year = entry.fields.get("year") or entry.fields.get("date", "")[:4]
        if cited.differ(cited.text_of(entry, "title"), paper.fields.get("title", "")):
            self._disagree(
                one, "title", cited.text_of(entry, "title"), paper.fields.get("title", "")
            )
        if year and (own := paper.fields.get("year")) and own != year:
            self._disagree(one, "year", year, own)
        theirs = entry.fields.get("author", "").strip()
        if theirs and paper.authors and not cited.are_same(entry, paper.authors):
            self._disagree(one, "author", cited.text_of(entry, "author"), "; ".join(paper.authors))
        if not theirs and paper.authors:
            more["author"] = paper.authors
        for name, value in paper.fields.items():
            if name in ("year", "month", "day", "title") and (year or name == "title"):
                continue  # of which the month may follow
            own_name = next(
                (each for each in cited.SAME.get(name, (name,)) if cited.text_of(entry, each)), ""
            )
            if not own_name:
                more[name] = value
            elif name not in _NOT_COMPARED and cited.differ(cited.text_of(entry, own_name), value):
                self._disagree(one, name, cited.text_of(entry, own_name), value)
            elif name == "keywords":
                more[name] = "; ".join(
                    dict.fromkeys(cited.split(cited.text_of(entry, own_name)) + cited.split(value))
                )
        if year == paper.fields.get("year") and not cited.text_of(entry, "month") + cited.text_of(
            entry, "date"
        ):
            month = paper.fields.get("month", "")
            more |= paper_fields.whole_date(dict(paper.fields)) or (
                {"month": month} if month else {}
            )
        more.pop("day", None)
        return f"{text.strip()}\n", more

    def _disagree(self, one: _Found, name: str, theirs: str, ours: str) -> None:
        self._note(
            f"`{one.page.name}`: `{name}` is “{_short(theirs)}” in `cite.bib`, which stands, and "
            f"“{_short(ours)}” in the front matter"
        )

    def _annotations(self, page: Page, paper: Paper, entry: Entry | None) -> str:
        """Return what is said of authors, for the field `author+an`."""
        if entry and not cited.are_same(entry, paper.authors):
            if paper.notes:
                self._note(
                    f"`{page.name}`: `author_notes` was left out: the authors "
                    f"of `cite.bib` are others"
                )
            return ""
        found = []
        for number, said in sorted(paper.notes.items()):
            if role := author_roles.role(said):
                found.append(f"{number}={role}")
            elif number <= len(paper.authors):
                if said not in self._signs and len(self._signs) < len(_SIGNS):
                    self._signs[said] = _SIGNS[len(self._signs)]
                if said in self._signs:
                    found.append(f"{number}={self._signs[said]}")
                else:
                    self._note(f"`{page.name}`: “{said}” was left out")
        return "; ".join(found)

    def _pictures(self, page: Page, beside: dict[str, Any]) -> None:
        picture, caption = self._hugo.picture(page)
        if picture:
            beside["teaser"] = picture
        if caption and picture:
            self._note(f"`{page.name}`: the caption of its picture was left out: “{caption}”")

    def _files(self, page: Page, beside: dict[str, Any]) -> None:
        """Find the PDF that lies beside the page under its name."""
        name = page.name.split("/")[-2] if "/" in page.name else ""
        for stem in (page.slug, name):
            place = f"{page.path}/{stem}.pdf"
            if place in self._hugo.media.files:
                beside.setdefault("pdf", place)

    def _slides(self, page: Page, beside: dict[str, Any]) -> dict[str, str]:
        deck = self._hugo.deck(line(page.meta.get("slides")))
        is_second = deck and beside.setdefault("slides", deck) != deck
        return {"Slides": deck} if is_second else {}

    def _page(self, one: _Found) -> None:
        text = self._hugo.safe(one.page.body, one.page, "../")
        self._hugo.result.add_page(
            f"publications/{one.slug}.md",
            one.page.title,
            f'{{{{ publication("{one.key}") }}}}\n\n{text}',
            in_nav=False,
        )


def _joined(name: str) -> str:
    """Keep a name that has an `and` in it one name."""
    return f"{{{name}}}" if re.search(r"\sand\s", name) else name


def _marks(one: _Found) -> list[str]:
    doi = line(one.page.meta.get("doi")).lower()
    return [f"title {cited.folded(one.page.title)}", *([f"doi {doi}"] if doi else [])]


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:99]}…"
