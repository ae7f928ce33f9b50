"""Sites of HugoBlox, Wowchemy and Hugo Academic: content in folders, pages made of blocks."""

from __future__ import annotations

import re

from ..result import Result
from ..source import Source
from . import blocks, look, profiles
from .front import line, text
from .landing import Landing
from .lists import Lists
from .menus import Menu
from .pages import Pages
from .papers import FOLDERS, Papers
from .profiles import key_of
from .site import Hugo
from .translations import Translations
from .tree import Page

_CONFIGS = tuple(
    f"{folder}{name}.{ending}"
    for folder in ("", "config/_default/")
    for name in ("hugo", "config")
    for ending in ("toml", "yaml", "yml", "json")
)
_WORDS = re.compile(r"hugo-?blox|wowchemy|hugo-academic|academic|blox-", re.IGNORECASE)


def fits(source: Source) -> bool:
    """Tell a site of this kind."""
    if source.page:
        return False
    markdown = (".md", ".markdown")
    if any(source.named(folder, *markdown) for folder in ("content/authors", "content/home")):
        return True
    configs = [name for name in _CONFIGS if source.has(name)]
    if not configs:
        return False
    if source.named("data/authors", ".yaml", ".yml", ".toml", ".json"):
        return True
    files = [*configs, "go.mod", "config/_default/module.yaml", "config/_default/module.toml"]
    is_named = any(_WORDS.search(source.text(name) or "") for name in (*files, "hugoblox.yaml"))
    return is_named and bool(source.named("content", *markdown))


def convert(source: Source) -> Result:
    """Read the site."""
    result = Result(source.report)
    hugo = Hugo(source, result)
    if not hugo.tree.pages and not hugo.people.all:
        raise FileNotFoundError("there are no pages in `content/`")
    look.take(hugo)
    papers = Papers(hugo)
    hugo.paper_at = papers.key_at
    lists = Lists(hugo, papers)
    home = _home(hugo)
    parts = _blocks(hugo, home)
    if papers.by_page:
        for folder in FOLDERS:
            hugo.lists.setdefault(folder, "publications.md")
    _find_anchors(hugo, lists, parts)
    hugo.open()
    result.academic["profile"] = profiles.profile(hugo)
    if result.config["site_name"] == "Home page":
        result.config["site_name"] = result.academic["profile"]["name"]
    _people(hugo)
    papers.write()
    lists.read()
    landing = Landing(hugo, papers, lists)
    _put_home(hugo, landing, home, parts)
    Pages(hugo, papers, lists, landing).add()
    Menu(hugo).follow()
    Translations(hugo).add()
    look.tell(hugo)
    _close(result)
    return result


def _home(hugo: Hugo) -> Page | None:
    return next((one for one in hugo.tree.pages.values() if not one.parts), None)


def _blocks(hugo: Hugo, home: Page | None) -> list[blocks.Block]:
    """Return the blocks of the home page, of whichever generation."""
    found = blocks.of_head(home) if home else []
    return found or blocks.of_files(hugo.tree, "home")


def _find_anchors(hugo: Hugo, lists: Lists, parts: list[blocks.Block]) -> None:
    """Have the anchors of the old home page lead to what they stand for now."""
    for block in parts:
        place = "index.md"
        if block.kind == "collection" and block.folders:
            place = next((hugo.lists[one] for one in block.folders if one in hugo.lists), "")
            made = lists.folders_like(block.folders)
            place = place or next((hugo.lists[one] for one in made), "index.md")
        elif block.title and block.kind in (
            "markdown",
            "contact",
            "skills",
            "languages",
            "people",
            "",
        ):
            place = f"index.md#{_slug(block.title)}"
        for anchor in (block.ident, f"section-{block.ident}"):
            if block.ident:
                hugo.anchors.setdefault(anchor, place)
    for folder, file in hugo.lists.items():
        hugo.anchors.setdefault(folder, file)


def _slug(title: str) -> str:
    """Return the anchor that a heading gets."""
    found = re.sub(r"[^\w\s-]", "", title).strip().lower()
    return re.sub(r"[-\s]+", "-", found)


def _people(hugo: Hugo) -> None:
    """Carry everybody else; the owner too, where a team has its place for them."""
    owner = hugo.people.owner
    everybody = [*([owner] if owner.slug and owner.groups else []), *hugo.people.others]
    if not everybody:
        return
    count = hugo.result.report.count("authors", "people")
    count.found = count.structured = len(everybody)
    found = {}
    for one in sorted(everybody, key=lambda one: (_weight(one.meta.get("weight")), one.slug)):
        found[key_of(one)] = profiles.person(hugo, one)
    hugo.result.academic["people"] = found


def _weight(value: object) -> float:
    try:
        return float(line(value) or "inf")
    except ValueError:
        return float("inf")


def _put_home(hugo: Hugo, landing: Landing, home: Page | None, parts: list[blocks.Block]) -> None:
    result = hugo.result
    owner = hugo.people.owner
    body = hugo.safe(home.body, home) if home and hugo.body(home) else ""
    found, order = landing.read(parts)
    if not parts and not body and owner.slug:
        body = hugo.safe(owner.body or text(owner.meta.get("bio")), owner.page)
    short = line(owner.meta.get("bio"))
    if short and owner.body.strip() and owner.body.strip() != text(owner.meta.get("bio")):
        if "site_description" not in result.config:
            result.config["site_description"] = hugo.plain(short, owner.page)
        else:
            hugo.note(
                f"`{owner.name_of_file}`: the short `bio` of {owner.name} was left out: “{short}”"
            )
    result.academic["sections"] = order
    whole = "\n\n".join(filter(None, ["{{ profile() }}", body, found]))
    result.add_page("index.md", "Home", whole, False)
    result.nav.insert(0, {"Home": "index.md"})


def _close(result: Result) -> None:
    """Put the settings in the order in which people read them."""
    first = ("accent", "dates", "profile", "people", "sections")
    result.academic = {
        **{name: result.academic[name] for name in first if name in result.academic},
        **result.academic,
    }
