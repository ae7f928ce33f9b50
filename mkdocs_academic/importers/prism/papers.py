"""The papers of a PRISM site: its bibliographies to the letter, and what is meant beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from ...bibliography import latex
from ...words import words
from .. import bib_out, calls, cvs, paper_text
from ..toml_text import Toml
from . import entries
from .items import lists
from .languages import Contents
from .site import Site, tables, text_of

FILE = "publications.bib"
_PAPERS = "papers"  # the folder below `public/` in which previews lie
_YES = ("true", "yes")
# Fields that this template or its relatives show, and the field that shows the same here.
_ALSO = {
    "conference": "booktitle",
    "reward": "award",
    "shortname": "abbr",
    "pdfurl": "pdf",
    "dataseturl": "data",
    "rank": "tags",
    "ccfflag": "tags",
}
# Fields that may name a file of the site, which lies in a folder of the field's name or not.
_LINKS = "url pdf html code data dataset demo project website blog slides poster video supp".split()
_REMARKS = ("additional_info", "annotation", "note")


class Papers:
    """Carries the bibliographies of one site."""

    def __init__(self, site: Site) -> None:
        self._site, self._result = site, site.result
        self.keys: dict[str, list[str]] = {}  # of the papers, by the place of their file
        self._selected: set[str] = set()
        self._marks: set[str] = set()
        self._same: dict[str, str] = {}  # files of other languages: what is shown for them

    def read(self) -> None:
        """Copy the bibliographies byte for byte, and say beside them what is meant otherwise."""
        contents = self._site.contents(self._site.main)
        overlay: dict[str, dict[str, Any]] = {}
        for place in self._places(contents):
            name = self._free(PurePosixPath(place).name)
            count = self._result.report.count(f"`{place}`", "publications")
            self._result.files[name] = (self._site.source.root / place).read_bytes()
            self.keys[place] = []
            for key, fields in cvs.entries_of(self._site.source.root / place):
                count.found += 1
                count.structured += 1
                self.keys[place].append(key)
                self._look(key, fields)
                if added := self._added(fields, key, place):
                    overlay.setdefault(key, {}).update(added)
        self._translations(contents)
        if files := list(self._result.files):
            settings: dict[str, Any] = {"bibliography": files[0] if len(files) == 1 else files}
            if overlay:
                self._result.data["publications"] = overlay
                settings["overlay"] = "data/publications.yml"
            self._result.academic["publications"] = {**settings, **self._legend()}
        for name in contents.names(".toml"):
            toml = contents.toml(name)
            for key, rows in lists(toml).items():
                if entries.are_papers(rows):
                    self.written(toml, key)

    def _places(self, contents: Contents) -> list[str]:
        """Return the bibliographies that pages name, the common one first."""
        places = [contents.place(FILE)]
        for own in map(self._site.contents, self._site.languages):
            for name in own.names(".toml"):
                page = own.toml(name).data
                sources = (page, *tables(page.get("sections")))
                for source in (text_of(one.get("source")) for one in sources):
                    if source.lower().endswith(".bib"):
                        places.append(contents.place(source) or own.place(source))
        return [one for one in dict.fromkeys(places) if one]

    def _free(self, name: str) -> str:
        stem = name.rpartition(".")[0]
        names = (name, *(f"{stem}-{number}.bib" for number in range(2, 1000)))
        return next(one for one in names if one not in self._result.files)

    def _look(self, key: str, fields: Mapping[str, str]) -> None:
        if fields.get("selected", "").strip("{} ").lower() in _YES:
            self._selected.add(key)
        self._marks |= {mark for mark in "#*" if mark in fields.get("author", "")}

    def _added(self, fields: Mapping[str, str], key: str, place: str) -> dict[str, Any]:
        """Return what the template shows of an entry, and the entry does not say to us."""
        found: dict[str, Any] = {}
        preview = fields.get("preview", "").strip("{} ")
        if preview and "://" not in preview:
            bare = preview.lstrip("/")
            near = f"{_PAPERS}/{bare}"
            found["preview"] = near if near in self._site.files or preview == bare else bare
            if found["preview"] not in self._site.files:
                self._site.note(
                    f"`{place}`: the preview of `{key}` is not there: `public/{found['preview']}`"
                )
        for field in _LINKS:
            value = fields.get(field, "").strip()
            if re.fullmatch(r"(?:/[^/\s]|[\w-]+\.\w{2,5}$)\S*", value):
                near = f"{field}/{value}"
                found[field] = near if near in self._site.files else self._site.addresses()(value)
        for field, ours in _ALSO.items():
            if not (value := _plain(fields.get(field, ""))) or ours in fields:
                continue
            if ours == "booktitle" and "journal" in fields:
                continue
            found[ours] = f"{found[ours]}; {value}" if ours in found else value
        for ours in ("pdf", "data"):
            if ours in found and ours not in fields:
                near = f"{ours}/{found[ours]}"
                is_there = near in self._site.files
                found[ours] = near if is_there else self._site.addresses()(found[ours])
        if "project" not in fields and "://" in (page := fields.get("page", "")):
            found["project"] = self._site.addresses()(page)
        about = _plain(fields.get("description", ""))
        description, links = paper_text.of_markdown(about, self._site.addresses())
        if free := next((one for one in _REMARKS if description and one not in fields), ""):
            found |= {free: description, "links": links}
        return {field: value for field, value in found.items() if value}

    def _translations(self, contents: Contents) -> None:
        """Tell of bibliographies that other languages have for themselves."""
        known = {key for keys in self.keys.values() for key in keys}
        for language in self._site.languages[1:]:
            root = self._site.source.root
            for name in self._site.source.named(language.folders[0], ".bib"):
                common = contents.place(name.removeprefix(f"{language.folders[0]}/"))
                if name in self.keys:
                    continue
                self._same[name] = common
                if common and (root / common).read_bytes() == (root / name).read_bytes():
                    continue
                more = [key for key, _ in cvs.entries_of(root / name) if key not in known]
                also = f"; only there stand {', '.join(f'`{one}`' for one in more)}" if more else ""
                self._site.note(
                    f"`{name}` was left out: papers are written once for all languages, and those "
                    f"of `{common or 'other files'}` are shown{also}"
                )

    def _legend(self) -> dict[str, dict[str, str]]:
        """Return what the template means by its marks at names."""
        ours = words(self._site.main.tag or "en")
        meant = {"#": ours["author.equal"], "*": ours["author.corresponding"]}
        legend = {mark: said for mark, said in meant.items() if mark in self._marks}
        return {"legend": legend} if legend else {}

    def page(self, place: str) -> str:
        """Return the macro that lists the papers of one bibliography, "" where it has none."""
        keys = self.keys.get(self._same.get(place, place))
        if not keys:
            return ""
        return calls.macro("publications", **({"keys": keys} if len(self.keys) > 1 else {}))

    def written(self, toml: Toml, key: str) -> str:
        """Make entries of papers in TOML, and return the macro that lists them."""
        common = self._site.contents(self._site.main).toml(toml.name.partition("/")[2])
        if common.name not in ("", toml.name) and tables(common.data.get(key)):
            self._site.note(
                f"`{toml.name}`: papers are written once for all languages: those of "
                f"`{common.name}` are shown"
            )
            toml = common
        place = f"{toml.name}:{key}"
        if place not in self.keys:
            rows = tables(toml.data.get(key))
            count = self._result.report.count(f"`{toml.name}`", "publications")
            count.found = count.structured = len(rows)
            settings = self._result.academic.setdefault("publications", {})
            settings["entries"] = "data/papers.yml"
            listed = self._result.data.setdefault("papers", [])
            self.keys[place] = []
            for at, row in enumerate(rows):
                name = self._key(row)
                entry = entries.read(row, name, toml.at(key, at), self._site)
                self.keys[place].append(name)
                self._look(name, {**entry, "author": str(entry.get("authors"))})
                listed.append(entry)
            settings |= self._legend()
        return self.page(place)

    def _key(self, row: Mapping[str, Any]) -> str:
        """Return a citation key that is free: the one that is written, or one that is made."""
        given = row.get("id") or row.get("key")
        taken = {one for keys in self.keys.values() for one in keys}
        if isinstance(given, str) and re.fullmatch(r"[\w:.-]+", given) and given not in taken:
            return given
        authors = row.get("authors")
        names = tuple(map(str, authors)) if isinstance(authors, list) else (str(authors or ""),)
        return bib_out.key(names, text_of(row.get("year")), text_of(row.get("title")), taken)

    def section(self, title: str, is_selected: bool, limit: int, tag: str) -> str:
        """Make a section of papers for a home page, and return its name, "" for an empty one."""
        if not any(self.keys.values()) or (is_selected and not self._selected):
            return ""
        base = "selected_papers" if is_selected else "recent_papers"
        names = (base, *(f"{base}_{one}" for one in (tag, *map(str, range(2, 1000))) if one))
        settings = {
            "like": "publications",
            **({"title": title} if title else {}),
            **({"selected": "yes"} if is_selected else {}),
            "limit": limit,
            "group_by": "none",
            **self._legend(),
        }
        name = next(one for one in names if self._result.academic.get(one, settings) == settings)
        self._result.academic[name] = settings
        return name


def _plain(value: str) -> str:
    """Return text without LaTeX, its formulas as they are."""
    return " ".join(latex.to_text(value).split()) if value else ""
