"""The pages of a lab's site: their texts and parts, posts, a page for each member, navigation."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from .. import calls, cvs, inert, lines, page_head
from ..liquid import Liquid
from ..liquid_tags import Tags
from ..lists import is_newest_first
from ..permalinks import listed
from ..result import TAKEN
from . import filters
from .components import Components
from .lab import Lab, text_of
from .papers import Papers
from .people import People

_NOT_LISTS = frozenset("citations sources types roles orcid pubmed google-scholar".split())
_ITEM = {"title": "name", "name": "name", "subtitle": "role", "date": "date"}


class Pages:
    """Writes the pages of one lab."""

    def __init__(self, lab: Lab, people: People, papers: Papers) -> None:
        self._lab, self._people, self._papers = lab, people, papers
        self._sections: dict[tuple[str, tuple[int, ...]], str] = {}
        self._looped: set[str] = set()  # data that Liquid of a page reads

    def add(self) -> None:
        """Add all pages, the navigation in its order."""
        lab = self._lab
        for name, file in lab.posts.items():
            self._post(name, file)
        for name, file in lab.members.items():
            self._member(name, file)
        listed: list[tuple[float, str, str]] = []
        for name, file in lab.pages.items():
            meta, body = lab.source.page_of(name)
            text = self._text(name, body, file)
            title = _title(meta, text, file)
            nav = meta.get("nav")
            tooltip = text_of(nav.get("tooltip")) if isinstance(nav, dict) else ""
            about = text_of(meta.get("description")) or tooltip
            for one in page_head.of_page(meta).left:
                where = lab.at(name, one.partition(":")[0])
                lab.note(f"`{where}`: `{one}` has no place on a page and was left out")
            if file == "index.md":
                text = self._home(text)
            head = {"description": about} if about else {}
            lab.result.add_page(file, title, text, in_nav=False, meta=head)
            if isinstance(nav, dict) and file != "index.md":
                listed.append((_number(nav.get("order")), title, file))
            elif file != "index.md":
                lab.note(f"`{name}` has no place in the navigation: its page stands outside, too")
        if "index.md" not in lab.result.pages:
            lab.result.add_page("index.md", "Home", "{{ profile() }}", in_nav=False)
        lab.result.nav = [
            {"Home": "index.md"},
            *({title: file} for _, title, file in sorted(listed)),
        ]
        lab.result.academic.setdefault("sections", [])
        self._tell()

    def _home(self, text: str) -> str:
        """Put the profile below the heading of the home page, or in the place of the same."""
        found = re.match(r"\s*# +(.+)\n*", text)
        name = self._lab.result.academic["profile"]["name"]
        if not found or found[1].strip() == name:
            return f"{{{{ profile() }}}}\n\n{text[found.end() if found else 0 :]}"
        rest = text[found.end() :]
        return f"# {found[1]}\n\n{{{{ profile(heading=false) }}}}\n\n{rest}"

    def _tell(self) -> None:
        """Name the data that no page shows."""
        lab = self._lab
        shown: dict[str, set[int]] = {}
        for data, places in self._sections:
            shown.setdefault(data, set()).update(places)
        for data, rows in lab.source.site_data().items():
            if data in _NOT_LISTS or data in self._looped or not isinstance(rows, list):
                continue
            if hidden := len(rows) - len(shown.get(data, ())):
                lab.note(f"`_data/{data}`: {hidden} of {len(rows)} are shown by no page: left out")
        if "publications" in lab.result.academic and not self._papers.is_shown:
            lab.note("no page lists the papers; they are in `data/papers.yml`")
        if lab.posts and "blog/index.md" not in lab.result.pages:
            lab.note("no page lists the posts; they stand in `docs/blog/`")

    def _text(self, name: str, body: str, file: str) -> str:
        return self._lab.safe(self._written(name, body), file, name)

    def _written(self, name: str, body: str) -> str:
        """Return a text with its parts written out and its Liquid followed."""
        lab, note = self._lab, lines.noting(self._lab.source, name)
        data = {"data": lab.source.site_data(), **lab.config}
        tags = Tags(lab.references, lab.address, note)
        meta, _ = lab.source.page_of(name)
        liquid = Liquid({"site": data, "page": meta}, lambda *_: None, note, tags)
        parts = Components(self._list, self._one, lab.led, liquid.render, note)
        self._looped |= set(re.findall(r"\bsite\.data\.([\w-]+)", body))
        return liquid.render(parts.written(body))

    def _member(self, name: str, file: str) -> None:
        meta, body = self._lab.source.page_of(name)
        key = PurePosixPath(file).stem
        title = text_of(meta.get("name")) or text_of(meta.get("title")) or key
        degrees = [one for one in map(text_of, listed(meta.get("education"))) if one]
        more = ["", "", "**Education**", "", *(f"- {one}" for one in degrees)] if degrees else []
        text = self._written(name, body + "\n".join(more))
        shown = f'{{{{ person("{key}") }}}}'
        before, below = calls.parted(text)  # macros run on pages only
        if below:
            shown = f"{shown}\n\n{self._lab.safe(below, file, name)}"
        if about := self._lab.text(before):
            self._lab.result.data["people"][key]["bio"] = about
        self._lab.result.add_page(file, title, shown, in_nav=False)

    def _post(self, name: str, file: str) -> None:
        meta, body = self._lab.source.page_of(name)
        author = text_of(meta.get("author"))
        person = self._people.names.get(author)
        if person:
            meta = {**meta, "author": {"name": person, "url": f"/members/{author}"}}
        head = page_head.of_post(meta, _date(meta, name))
        for one in head.left:
            where = self._lab.at(name, one.partition(":")[0])
            self._lab.note(f"`{where}`: `{one}` has no place on a page and was left out")
        above = self._lab.safe(head.lines, file)
        text = f"{above}\n\n{self._text(name, body, file)}"
        title = _post_title(meta, name)
        self._lab.result.add_page(file, title, text, in_nav=False, meta=head.meta)

    # Data on pages

    def _one(self, kind: str, lookup: str) -> str:
        lab = self._lab
        if kind == "citation":
            shown = self._papers.one(lookup)
            if not shown:
                lab.note(f"no paper is `{lookup[:60]}`: it was left out")
            return f"\n\n{shown}\n\n"
        if kind == "post":
            names = [one for one in lab.posts if lookup and self._is_post(one, lookup)]
            if names:
                return self._posts([], 1, names[:1])
        elif name := self._people.names.get(lookup, ""):
            return f"[{name}](/members/{lookup})"
        lab.note(f"no {'post' if kind == 'post' else 'member'} is `{lookup[:60]}`: it was left out")
        return ""

    def _is_post(self, name: str, lookup: str) -> bool:
        """Tell whether a post is meant, by a part of its file's name or of its title."""
        meta, _ = self._lab.source.page_of(name)
        return (
            lookup in PurePosixPath(name).stem
            or lookup.lower() in text_of(meta.get("title")).lower()
        )

    def _list(self, data: str, conditions: list[str], limit: int) -> str | None:
        if data == "members":
            return self._people.macro(conditions) or None
        if data == "citations":
            return self._papers.macro(conditions, limit) or None
        if data == "posts":
            return self._posts(conditions, limit, list(self._lab.posts)) or None
        rows = self._lab.source.site_data().get(data)
        return self._section(data, rows, conditions, limit) if isinstance(rows, list) else None

    def _posts(self, conditions: list[str], limit: int, names: list[str]) -> str:
        rows = []
        for name in names:
            meta, _ = self._lab.source.page_of(name)
            title = _post_title(meta, name).replace("[", "(").replace("]", ")")
            address = self._lab.posts[name].removesuffix(".md")
            line = f"- {_date(meta, name)} [{title}](/{address})"
            rows.append({**meta, "_": (_date(meta, name), line)})
        fitting = filters.fitting(rows, conditions, self._lab.note)
        shown = sorted((one["_"] for one in fitting), reverse=True)
        return "\n\n" + "\n".join(line for _, line in shown[: limit or None]) + "\n\n"

    def _section(self, data: str, rows: list[Any], conditions: list[str], limit: int) -> str | None:
        """Make a section of those rows that fit, and return its macro."""
        numbered = [{**one, "_": at} for at, one in enumerate(rows) if isinstance(one, dict)]
        shown = filters.fitting(numbered, conditions, self._lab.note)
        places = tuple(one.pop("_") for one in shown)
        items = [item for one in shown if (item := self._item(one))]
        if not items:
            return None
        if (data, places) not in self._sections:
            result = self._lab.result
            count = result.report.count(f"_data/{data}", "projects")
            count.found = count.structured = len(items)
            said = re.findall(r"[a-z]{3,}", " ".join(conditions).lower().replace("group", ""))
            words = [re.sub(r"[^a-z]", "", data.lower()), *said[:1]] if said else [data.lower()]
            kind = "projects" if data == "projects" else ""
            name = self._free("_".join(filter(None, words)), kind, bool(said))
            result.data[name] = items
            result.academic[name] = {
                **({"like": "projects"} if name != "projects" else {}),
                **({} if is_newest_first(items) else {"order": "written"}),
                "items": f"data/{name}.yml",
            }
            self._sections[data, places] = name
        return calls.macro(self._sections[data, places], **({"limit": limit} if limit else {}))

    def _free(self, word: str, kind: str, is_part: bool) -> str:
        taken = self._lab.result.academic
        if kind and not is_part and kind not in taken:
            return kind
        word = re.sub(r"[^a-z_]", "", word).strip("_")
        word = f"{word}_list" if len(word) < 4 or word in (*TAKEN, "papers") else word
        names = (word, *(f"{word}_{'x' * number}" for number in range(1, 100)))
        return next(one for one in names if one not in taken and one != "projects")

    def _item(self, row: dict[str, Any]) -> dict[str, Any]:
        left = {key: value for key, value in row.items() if value not in ("", None, [], {})}
        left.pop("group", None)
        item: dict[str, Any] = {}
        for theirs, ours in _ITEM.items():
            if ours not in item and isinstance(left.get(theirs), str):
                item[ours] = " ".join(left.pop(theirs).split())
        for theirs, ours in (("link", "url"), ("image", "image")):
            if found := self._lab.addresses(text_of(left.pop(theirs, ""))):
                item[ours] = found
        tags = left.pop("tags", [])
        if words := [one for one in (tags if isinstance(tags, list) else [tags]) if text_of(one)]:
            item["tags"] = words
        if repo := text_of(left.pop("repo", "")):
            item["links"] = {"source": f"https://github.com/{repo}"}
        if text := self._lab.text("\n".join(cvs.rest(left)).strip()):
            item["text"] = text
        return item


def _title(meta: dict[str, Any], text: str, file: str) -> str:
    heading = re.search(r"^# +(.+)$", text, re.MULTILINE)
    name = (
        PurePosixPath(file).parent.name if file.endswith("/index.md") else PurePosixPath(file).stem
    )
    given = text_of(meta.get("title")) or ("Home" if file == "index.md" else "")
    plain = re.sub(r"[*_`]|!?\[|\]\([^)]*\)", "", heading[1]) if heading else ""
    return inert.label(given or plain) or inert.label(name.replace("-", " ").capitalize())


def _post_title(meta: dict[str, Any], name: str) -> str:
    """Return the title of a post, made of its file's name where it has none, as Jekyll does."""
    stem = re.sub(r"^\d{4}-\d\d?-\d\d?-", "", PurePosixPath(name).stem)
    words = re.sub(r"[-_\s]+", " ", stem).title()
    return inert.label(text_of(meta.get("title"))) or inert.label(words)


def _date(meta: dict[str, Any], name: str) -> str:
    found = re.match(r"\d{4}-\d\d?-\d\d?", PurePosixPath(name).name)
    return text_of(meta.get("date"))[:10] or (found[0] if found else "")


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return float("inf")
