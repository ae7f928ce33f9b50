"""A page of HugoBlox that is put together of blocks: sections and Markdown, in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import calls
from . import plain_blocks, resume
from .blocks import Block
from .front import inner, is_on, leaves, line, text, texts
from .listings import Listings
from .people import Person
from .profiles import key_of
from .resume import Resume

if TYPE_CHECKING:
    from .lists import Lists
    from .papers import Papers
    from .site import Hugo


class Landing:
    """Puts pages of blocks together; a section that two of them show is made once."""

    def __init__(self, hugo: Hugo, papers: Papers, lists: Lists) -> None:
        self._hugo = hugo
        self._listings = Listings(hugo, papers, lists)
        self._made: dict[str, str] = {}  # by what it was made of: the name of the section
        self._parts: list[str] = []
        self._waiting: list[str] = []  # sections that one macro will show
        self._order: list[str] = []
        self._is_begun = False  # with the biography of the owner
        self._up = ""

    def read(self, blocks: Sequence[Block], up: str = "") -> tuple[str, list[str]]:
        """Return the Markdown of a page, and the sections that it shows; `up` leads to docs."""
        self._parts, self._waiting, self._order, self._up = [], [], [], up
        self._is_begun = False
        for block in blocks:
            _BLOCKS.get(block.kind, Landing._other)(self, block)
        self._flush()
        return "\n\n".join(filter(None, self._parts)), self._order

    def _flush(self) -> None:
        if self._waiting:
            names = ", ".join(f'"{name}"' for name in self._waiting)
            self._parts.append(f"{{{{ sections({names}) }}}}")
            self._waiting = []

    def _markdown(self, markdown: str) -> None:
        self._flush()
        self._parts.append(markdown.strip())

    def _section(self, name: str) -> None:
        if name and name not in self._order:
            self._order.append(name)
            self._waiting.append(name)

    def _heading(self, block: Block, title: str = "") -> str:
        title = title or block.title
        found = self._hugo.safe(title, block.page, self._up).replace("\n", " ")
        return f"## {found}" if found else ""

    def _lead(self, block: Block, text: str | None = None) -> str:
        written = block.lead if text is None else text
        return _below(self._hugo.safe(written, block.page, self._up))

    # Blocks

    def _biography(self, block: Block) -> None:
        hugo = self._hugo
        user = line(block.content.get("username")) or line(block.content.get("author"))
        who = (hugo.people.named(user) if user else None) or hugo.people.owner
        if who is not hugo.people.owner:
            self._markdown(self._heading(block))
            self._markdown(self._of_other(block, who))
            return
        is_first = not self._parts and not self._waiting
        if not is_first and block.title and block.title != who.name:
            self._markdown(self._heading(block))
        self._markdown(self._lead(block))
        body = who.body if who.body.strip() else text(who.meta.get("bio"))
        if not self._is_begun and body.strip():
            self._markdown(_below(hugo.safe(body, who.page or block.page, self._up)))
        self._is_begun = True
        if link := self._button(block):
            self._markdown(link)
        more = {name: block.content.get(name) for name in ("cta_buttons", "cta")}
        self._markdown(self._lead(block, self._written(block, more)))
        if spoken := leaves(inner(block.content, "typewriter", "strings")):
            self._hugo.note(
                f"`{block.page.name}`: the block `{block.word}` types “{spoken}”: that was left out"
            )
        interests = who.first("interests") or block.content.get("interests")
        if isinstance(interests, dict):  # of the oldest generation
            interests = interests.get("interests")
        if found := texts(interests):
            title = line(inner(block.content, "headings", "interests")) or "Interests"
            listed = "\n".join(f"- {one}" for one in found)
            self._markdown(f"{self._heading(block, title)}\n\n{self._lead(block, listed)}")
        self._education(block, who, line(inner(block.content, "headings", "education")))

    def _of_other(self, block: Block, who: Person) -> str:
        is_member = line(who.meta.get("role")) or who.groups
        if is_member:
            return f'{{{{ person("{key_of(who)}") }}}}'
        return self._hugo.safe(who.body or text(who.meta.get("bio")), who.page, self._up)

    def _button(self, block: Block) -> str:
        """Return a button of the biography; a CV goes into the profile."""
        given = block.content.get("button")
        label, url = line(inner(given, "text")), line(inner(given, "url"))
        place = self._hugo.address(url, block.page)
        if not place or not label:
            return ""
        profile = self._hugo.result.academic["profile"]
        if re.search(
            r"\bcv\b|resume|résumé|vitae|简历|lebenslauf", f"{label} {url}", re.IGNORECASE
        ):
            profile.setdefault("cv", place)
            return "" if profile["cv"] == place else f"[{label}]({url})"
        return self._lead(block, f"[{label}]({url})")

    def _items(
        self, block: Block, kind: str, title: str, items: Sequence[Mapping[str, Any]]
    ) -> None:
        """Show a section, which is made the first time that somebody asks for these items."""
        if not items:
            return
        hugo = self._hugo
        mark = f"{kind} {items}"
        if mark not in self._made:
            name = hugo.result.name_for(kind, title or kind)
            count = hugo.result.report.count(title or kind.capitalize(), kind)
            count.found = count.structured = len(items)
            hugo.result.data[name] = list(items)
            hugo.result.academic[name] = {
                **({} if name == kind else {"like": kind}),
                **({"title": hugo.plain(title, block.page)} if title else {}),
                "order": "written",
                "items": f"data/{name}.yml",
            }
            self._made[mark] = name
        self._section(self._made[mark])

    def _who(self, block: Block) -> Person:
        user = line(block.content.get("username")) or line(block.content.get("author"))
        return (self._hugo.people.named(user) if user else None) or self._hugo.people.owner

    def _education(self, block: Block, who: Person, title: str) -> None:
        given = block.content.get("education")
        given = who.first("education") if given in (None, "", [], {}) else given
        items = Resume(self._hugo, who.page or block.page).degrees(given)
        self._items(block, "education", title, items)

    def _experience(self, block: Block) -> None:
        who, design = self._who(block), block.page.meta.get("design")
        given = block.content.get("experience") or block.content.get("items")
        items = Resume(self._hugo, block.page if block.lead else who.page or block.page)
        view = line(inner(block.content, "design", "view")) or line(inner(design, "view"))
        own = is_on(inner(block.content, "design", "is_education_first"))
        is_own = given not in (None, "", [], {})
        given = given or who.first("work", "experience")
        shows = [] if is_own or view == "experience" else ["education"]
        shows += [] if view == "education" else ["experience"]
        titled = self._with_lead(block) if block.lead else block.title
        for kind in shows if own else reversed(shows):
            if kind == "education":
                self._education(block, who, titled if shows == ["education"] else "")
            else:
                self._items(block, "experience", titled, items.positions(given))

    def _with_lead(self, block: Block) -> str:
        """Write what stands between the heading and a list; the list has its own heading then."""
        self._markdown(f"{self._heading(block)}\n\n{self._lead(block)}")
        return ""

    def _honors(self, block: Block) -> None:
        content, who = block.content, self._who(block)
        given = content.get("item") or content.get("items") or content.get("awards")
        given = given or who.first("awards")
        title = self._with_lead(block) if block.lead else block.title
        self._items(block, "honors", title, Resume(self._hugo, block.page).honors(given))

    def _skills(self, block: Block) -> None:
        content = block.content
        given = content.get("skills") or content.get("feature") or content.get("categories")
        given = given or content.get("items") or self._who(block).first("skills")
        self._titled(block, resume.skills(given))

    def _languages(self, block: Block) -> None:
        given = block.content.get("languages") or self._who(block).first("languages")
        self._titled(block, resume.languages(given))

    def _titled(self, block: Block, markdown: str) -> None:
        """Add Markdown under the heading of a block."""
        found = self._lead(block, "\n\n".join(filter(None, [block.lead, markdown])))
        if not found:
            return
        self._markdown(f"{self._heading(block)}\n\n{found}")
        if block.kind != "markdown" and markdown:
            report = self._hugo.result.report
            count = report.count(block.title or block.word, "")
            count.found += 1
            report.keep(count, markdown, "a block of this kind is text here")

    def _listed(self, block: Block) -> None:
        found = self._listings.make(block)
        if not found:
            self._titled(block, "")
            return
        if not block.lead and len(found) == 1:
            self._section(found[0])
            return
        self._markdown(f"{self._heading(block)}\n\n{self._lead(block)}")
        for name in found:
            self._order.append(name)
            self._markdown(f"{{{{ {name}() }}}}")

    def _people(self, block: Block) -> None:
        hugo = self._hugo
        members = [one for one in hugo.result.academic.get("people", {}).values() if "name" in one]
        groups = texts(block.filter("user_groups"))
        known = {group for one in members for group in one.get("group", ())}
        if not any("role" in one or "group" in one for one in members):
            self._titled(block, "")
            return
        wanted = [one for one in groups if one in known]
        options: dict[str, Any] = {"by": "group"} if known else {}
        if wanted and all(_CALLABLE.fullmatch(one) for one in wanted):
            options["group"] = wanted
        shown = calls.macro("people", **options, level=3)
        self._markdown("\n\n".join([self._heading(block), self._lead(block), shown]))

    def _contact(self, block: Block) -> None:
        lines = plain_blocks.contact(block.content, self._hugo.config.param)
        form = line(inner(block.content, "form", "provider")) or line(block.content.get("form"))
        if form or is_on(block.content.get("show_form")):
            self._hugo.note(
                f"`{block.page.name}`: the form of “{block.title}” needs a service and was left out"
            )
        if place := leaves(block.content.get("coordinates")):
            self._hugo.note(f"`{block.page.name}`: the map at `{place}` was left out")
        self._titled(block, lines)

    def _written(self, block: Block, content: Mapping[str, Any]) -> str:
        def placed(file: str) -> str:
            found = self._hugo.media.found(file, block.page.path, "media", "")
            if not found and ":" not in file:
                where = f"`{block.page.name}`: the picture `{file}`"
                self._hugo.note(f"{where} is no file of the site and was left out")
                return ""
            return f"/{found}" if found else file

        return plain_blocks.written(content, placed)

    def _gallery(self, block: Block) -> None:
        self._titled(block, plain_blocks.gallery(block, self._hugo.media))

    def _nothing(self, block: Block) -> None:
        self._hugo.note(
            f"`{block.page.name}`: the block `{block.word}` has no counterpart: left out"
        )
        if block.lead:
            self._titled(block, "")

    def _other(self, block: Block) -> None:
        """Write a block that is not known as what it says."""
        self._titled(block, self._written(block, block.content))
        if block.kind != "markdown":
            self._hugo.note(
                f"`{block.page.name}`: the block `{block.word}` (“{block.title}”) became Markdown"
            )


_BLOCKS: Mapping[str, Callable[[Landing, Block], None]] = {
    "biography": Landing._biography,
    "experience": Landing._experience,
    "education": lambda self, block: self._education(block, self._who(block), block.title),
    "honors": Landing._honors,
    "skills": Landing._skills,
    "languages": Landing._languages,
    "collection": Landing._listed,
    "people": Landing._people,
    "contact": Landing._contact,
    "gallery": Landing._gallery,
    "nothing": Landing._nothing,
}


_CALLABLE = re.compile(r"[\w .:,;/+&'()*-]+")  # what a call may hold


def _below(text: str) -> str:
    """Have headings within a section stand below its own."""
    if not re.search(r"^#{1,2} ", text, re.MULTILINE):
        return text
    return re.sub(r"^(#{1,5}) ", r"#\1 ", text, flags=re.MULTILINE)
