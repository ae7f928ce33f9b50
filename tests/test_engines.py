"""One `mkdocs.yml`, three engines: what the macros show is the same byte for byte."""

from __future__ import annotations

import re
import shutil
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest
from lxml import html

from .conftest import ROOT
from .engines import run

SITES = {
    "researcher": ROOT / "tests" / "sites" / "researcher",
    "author_profile": ROOT / "tests" / "sites" / "author_profile",
    "demo": ROOT,
}
OTHERS = ("properdocs", "zensical")
PAGE = ROOT / "docs" / "engines.md"
ROWS = {  # what the page on engines tells of a test that passed for an engine
    "builds": "builds this site",
    "macros": "every macro",
    "sidebar": "the profile beside every page",
    "heads": "heads of papers",
    "files": "feeds, downloads, badges",
}
_passed: set[tuple[str, str]] = set()  # engine, row
_COPIED = ("mkdocs.yml", "docs", "overrides", "papers.bib", "publications.yml", "citations.json")


@cache
def built(engine: str, name: str, folder: Path) -> Path:
    """Copy a site, export what engines without plugins lack, and build it."""
    site = folder / engine / name
    source = SITES[name]
    site.mkdir(parents=True, exist_ok=True)
    for one in source.iterdir() if source != ROOT else map(source.joinpath, _COPIED):
        if one.is_dir():
            shutil.copytree(one, site / one.name, dirs_exist_ok=True)
        elif one.is_file():
            shutil.copy(one, site)
    for command in (["mkdocs_academic", "export"], [engine, "build"]):
        result = run(command[0], *command[1:], cwd=site)
        assert result.returncode == 0, result.stdout + result.stderr
    return site / "site"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("engines")


def shown(page: Path) -> list[str]:
    """Return the HTML of everything that macros put into the content of a page."""
    tree = html.fromstring(page.read_text("utf-8"))
    blocks = tree.xpath(
        "//article//*[contains(concat(' ', @class, ' '), ' acad ')]"
        "[not(ancestor::*[contains(concat(' ', @class, ' '), ' acad ')])]"
    )
    found = [html.tostring(one, encoding="unicode", with_tail=False) for one in blocks]
    return [_ENGINES_OWN.sub("", one) for one in found]


# Permalinks at headings are an engine's; Zensical takes the search's attributes away.
_ENGINES_OWN = re.compile(r'<a class="headerlink"[^>]*>.*?</a>| data-search-exclude(?:="")?')


@pytest.mark.parametrize("engine", OTHERS)
@pytest.mark.parametrize("name", SITES)
def test_every_macro_shows_the_same(name: str, engine: str, folder: Path) -> None:
    ours, theirs = built("mkdocs", name, folder), built(engine, name, folder)
    pages = [page.relative_to(ours) for page in sorted(ours.rglob("*.html"))]
    compared = 0
    for page in pages:
        wanted = shown(ours / page)
        assert (theirs / page).is_file(), page
        assert shown(theirs / page) == wanted, page
        compared += len(wanted)
    assert compared > 12
    _passed.update({(engine, "builds"), (engine, "macros")} if name == "demo" else ())


PAPER = "publications/chen2026mirror/index.html"
PATHS = {
    "sidebar": "//aside[contains(@class, 'acad-side')]",
    "heads": "//meta[starts-with(@name, 'citation_')] | //script[@type='application/ld+json']",
}


@pytest.mark.parametrize("engine", OTHERS)
@pytest.mark.parametrize("row", PATHS)
def test_what_stands_around_the_content_is_the_same(row: str, engine: str, folder: Path) -> None:
    ours, theirs = (
        [
            html.tostring(one, with_tail=False)
            for one in html.parse(str(built(one_of, "demo", folder) / PAPER)).xpath(PATHS[row])
        ]
        for one_of in ("mkdocs", engine)
    )
    assert ours
    assert ours == theirs
    _passed.add((engine, row))


@pytest.mark.parametrize("engine", OTHERS)
def test_the_files_beside_the_pages_are_the_same(engine: str, folder: Path) -> None:
    ours, theirs = built("mkdocs", "demo", folder), built(engine, "demo", folder)
    for path in ("feed.xml", "news.json", "publications.bib", "citations/badge.svg", "talks.ics"):
        assert (ours / path).read_bytes() == (theirs / path).read_bytes(), path
    _passed.add((engine, "files"))


def test_the_page_on_engines_tells_what_passed(updates_golden: bool, folder: Path) -> None:
    """Written anew on demand; versions may be newer than those on the page, results may not."""
    head, rest = PAGE.read_text("utf-8").split("<!-- table -->\n")
    told, tail = rest.split("<!-- end of table -->\n")
    engines = ("mkdocs", *OTHERS)
    rows = [
        "| | " + " | ".join(f"{label(one)} {version(one)}" for one in engines) + " |",
        "|---" * 4 + "|",
        *(
            f"| {text} | yes | "
            + " | ".join("the same" if (one, row) in _passed else "–" for one in OTHERS)
            + " |"
            for row, text in ROWS.items()
        ),
    ]
    if updates_golden:
        made = "\n".join(rows)
        PAGE.write_text(f"{head}<!-- table -->\n{made}\n<!-- end of table -->\n{tail}", "utf-8")
    elif len(_passed) == len(ROWS) * len(OTHERS):  # all of this file's tests ran before
        assert told.strip().splitlines()[2:] == rows[2:], "run `make golden`"


def label(engine: str) -> str:
    return {"mkdocs": "MkDocs", "properdocs": "ProperDocs", "zensical": "Zensical"}[engine]
