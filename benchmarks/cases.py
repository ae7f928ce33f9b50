"""What is measured: the sites, the runs over them, and the rows of the table with their goals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from . import generate, sites
from .generate import Paper

EMPTY = "E"  # the empty mkdocs-material site with `search` and `macros`
OTHER_ENGINES = ("properdocs", "zensical")


class Site(NamedTuple):
    """A site: how many papers it has, and what writes it with so many."""

    size: int
    write: Callable[[Path, int], None]


class Run(NamedTuple):
    """One process over a site; `.cache` in it is deleted before, or kept."""

    site: str
    command: Literal["build", "edit", "convert", "check", "read", "import", "lab"] = "build"
    is_warm: bool = False
    argument: str = ""  # the file that is edited, the module that is imported, what is measured
    engine: str = "mkdocs"


class Row(NamedTuple):
    """A line of the table; a goal is the most that is allowed, None where there is none."""

    label: str
    run: str
    empties: float | None = None  # CPU, in E
    reference: str = ""
    references: float | None = None  # CPU, in that of the reference
    more: float | None = None  # CPU seconds beyond the reference
    seconds: float | None = None  # CPU
    memory: int | None = None  # megabytes (10^6 bytes)
    unit: Literal["E", "s"] = "E"  # in which the CPU time is told


@cache
def papers(count: int, people: int = 0) -> tuple[Paper, ...]:
    """Return the papers of one size: of one person, or of a lab."""
    return generate.papers(count, people=generate.members(people) or (generate.OWNER,))


def _list(count: int) -> Site:
    return Site(count, lambda root, size: sites.listed(root, papers(size)))


def _by_hand(count: int) -> Site:
    return Site(count, lambda root, size: sites.by_hand(root, papers(size)))


def _lab(count: int, people: int) -> Site:
    members = generate.members(people)
    return Site(count, lambda root, size: sites.lab(root, papers(size, people), members))


def _member_sites(count: int, people: int) -> Site:
    members = generate.members(people)
    return Site(count, lambda root, size: sites.member_sites(root, papers(size, people), members))


def _empty() -> Site:
    return Site(0, lambda root, _: sites.empty(root))


def _empty_lab(people: int) -> Site:
    return Site(0, lambda root, _: sites.empty_lab(root, generate.members(people)))


SITES: Mapping[str, Site] = {
    EMPTY: _empty(),
    "bare": Site(0, lambda root, _: sites.empty(root, [])),
    "search": Site(0, lambda root, _: sites.empty(root, ["search"])),
    "no-papers": Site(0, lambda root, _: sites.without_papers(root)),
    "home": Site(100, lambda root, size: sites.home(root, papers(size))),
    "list-100": _list(100),
    "list-1000": _list(1000),
    "list-5000": _list(5000),
    "list-20000": _list(20000),
    "hand-1000": _by_hand(1000),
    "hand-5000": _by_hand(5000),
    "pages": Site(1000, lambda root, size: sites.paged(root, papers(size))),
    "hand-pages": Site(1000, lambda root, size: sites.pages_by_hand(root, papers(size))),
    "lab-20": _lab(1000, 20),
    "empty-20": _empty_lab(20),
    "lab-50": _lab(1000, 50),
    "empty-50": _empty_lab(50),
    "lab-sites": _member_sites(5000, 50),
    "edited": _list(1000),
    "edited-empty": _empty(),
    **{f"{name}-1000": _list(1000) for name in OTHER_ENGINES},
    **{f"{name}-empty": _empty() for name in OTHER_ENGINES},
}

_SPECIAL = ("edited", "lab-sites", *OTHER_ENGINES)
RUNS: Mapping[str, Run] = {
    **{name: Run(name) for name in SITES if not name.startswith(_SPECIAL)},
    "lab-sites": Run("lab-sites", "lab", argument="cpu"),
    "lab-sites-clock": Run("lab-sites", "lab", argument="clock"),
    "list-1000-warm": Run("list-1000", is_warm=True),
    "list-5000-warm": Run("list-5000", is_warm=True),
    "list-20000-warm": Run("list-20000", is_warm=True),
    "pages-warm": Run("pages", is_warm=True),
    "edit-page": Run("edited", "edit", is_warm=True, argument="docs/index.md"),
    "edit-bib": Run("edited", "edit", is_warm=True, argument="papers.bib"),
    "edit-empty": Run("edited-empty", "edit", argument="docs/index.md"),
    "read": Run("list-5000", "read"),
    "convert": Run("list-5000", "convert"),
    "check": Run("list-5000", "check", is_warm=True),
    "import": Run(EMPTY, "import", argument="mkdocs_academic"),
    "import-site": Run(EMPTY, "import", argument="mkdocs_academic.site"),
    "import-plugin": Run(EMPTY, "import", argument="mkdocs_academic.plugin"),
    "import-mkdocs": Run(EMPTY, "import", argument="mkdocs.plugins"),
    "import-nothing": Run(EMPTY, "import", argument="sys"),
    **{
        f"{name}-{size}": Run(f"{name}-{size}", engine=name)
        for name in OTHER_ENGINES
        for size in ("empty", 1000)
    },
}

ROWS: tuple[Row, ...] = (
    Row("Empty, without plugins", "bare"),
    Row("Empty, with `search`", "search"),
    Row("Empty, with this theme and plugin", "no-papers"),
    Row("Markdown list by hand, 1,000 papers", "hand-1000"),
    Row("Markdown list by hand, 5,000 papers", "hand-5000"),
    Row("Home page, 100 papers, everything on", "home", 1.25),
    Row("List of 100 papers", "list-100"),
    Row("List of 1,000 papers, cold", "list-1000", 1.45, "hand-1000"),
    Row("List of 1,000 papers, warm", "list-1000-warm", 1.25),
    Row("List of 5,000 papers, cold", "list-5000", 2.0, "hand-5000", 0.5, memory=110),
    Row("List of 5,000 papers, warm", "list-5000-warm", 1.5, memory=110),
    Row("List of 20,000 papers, cold", "list-20000", 5.0, memory=400),
    Row("List of 20,000 papers, warm", "list-20000-warm"),
    Row("Lab of 20, 1,000 papers", "lab-20", None, "empty-20", 1.4),
    Row("Lab of 50, 1,000 papers", "lab-50", None, "empty-50"),
    Row("`lab build`: 50 sites of 100 papers each, with pages", "lab-sites", unit="s"),
    Row("The same, on the clock", "lab-sites-clock", unit="s"),
    Row("A page for each of 1,000 papers, cold", "pages", None, "hand-pages", 1.2),
    Row("A page for each of 1,000 papers, warm", "pages-warm", None, "hand-pages"),
    Row("`serve`, 1,000 papers: a page edited", "edit-page", None, "edit-empty", more=0.1),
    Row("`serve`, 1,000 papers: the `.bib` edited", "edit-bib", None, "edit-empty", more=0.1),
    Row("Reading 5,000 entries, names and Unicode", "read", seconds=0.3, unit="s"),
    Row("`convert`, 5,000 entries to CSL-JSON", "convert", unit="s"),
    Row("`check`, 5,000 papers", "check", unit="s"),
    Row("`import mkdocs_academic`", "import", None, "import-nothing", more=0.02, unit="s"),
    Row("The same, ready to read a site", "import-site", None, "import-nothing", unit="s"),
    Row("The plugin, beside MkDocs", "import-plugin", None, "import-mkdocs", unit="s"),
    Row("ProperDocs, 1,000 papers", "properdocs-1000", None, "properdocs-empty"),
    Row("Zensical, 1,000 papers", "zensical-1000", None, "zensical-empty"),
)
REFERENCES: Mapping[str, str] = {  # what the ratios are called in the table
    "hand-1000": "the list by hand",
    "hand-5000": "the list by hand",
    "empty-20": "its 21 pages, empty",
    "empty-50": "its 51 pages, empty",
    "hand-pages": "the same pages by hand",
    "edit-empty": "the empty rebuild",
    "import-nothing": "Python",
    "import-mkdocs": "MkDocs",
    "properdocs-empty": "ProperDocs, empty",
    "zensical-empty": "Zensical, empty",
}
