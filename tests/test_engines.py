"""One `mkdocs.yml`, three engines: what the macros show is the same byte for byte."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from mkdocs_academic.outputs import side_files
from mkdocs_academic.site import load_site

from . import compatibility
from .conftest import ROOT
from .engines import run
from .test_mkdocs import site as site_with

SITES = {
    "researcher": ROOT / "tests" / "sites" / "researcher",
    "author_profile": ROOT / "tests" / "sites" / "author_profile",
    "demo": ROOT,
}
OTHERS = ("properdocs", "zensical", "modern")  # `modern` is Zensical's other variant
PAGE = ROOT / "docs" / "engines.md"
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
    if engine == "modern":
        settings = (site / "mkdocs.yml").read_text("utf-8")
        changed = re.sub(r"(?m)^(  name: academic)$", r"\1\n  variant: modern", settings)
        assert changed != settings
        (site / "mkdocs.yml").write_text(changed, "utf-8")
    module = "zensical" if engine == "modern" else engine
    for command in (["mkdocs_academic", "export"], [module, "build"]):
        result = run(command[0], *command[1:], cwd=site)
        assert result.returncode == 0, result.stdout + result.stderr
    return site / "site"


@pytest.fixture(scope="module")
def folder(built_by_engines: Path) -> Path:
    return built_by_engines


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


PAPER = "publications/chen2026mirror/index.html"
PATHS = {
    "sidebar": "//aside[contains(@class, 'acad-side')]",
    "heads": "//meta[starts-with(@name, 'citation_')] | //script[@type='application/ld+json']",
    "footer": "//*[contains(@class, 'acad-footer__line')]/a",
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


FILES = {  # what only a plugin can add while a site is built, and `export` writes elsewhere
    "pages of papers": ("publications/vestergard2025sqrt/index.html",),
    "pages of people": ("people/tomas/index.html", "people/jingyi/index.html"),
    "feeds": ("feed.xml", "feed.json", "news.xml", "news.json", "publications.xml"),
    "calendar": ("talks.ics",),
    "downloads": (
        "publications.bib",
        "publications.json",
        "publications.ris",
        "publications/2025.bib",
    ),
    "badges": ("citations/badge.svg", "citations/shieldsio.json"),
}


@pytest.mark.parametrize("engine", OTHERS)
@pytest.mark.parametrize("row", FILES)
def test_the_files_beside_the_pages_are_the_same(row: str, engine: str, folder: Path) -> None:
    ours, theirs = built("mkdocs", "demo", folder), built(engine, "demo", folder)
    for path in FILES[row]:
        if path.endswith(".html"):
            assert shown(ours / path)
            assert shown(ours / path) == shown(theirs / path), path
        else:
            assert (ours / path).read_bytes() == (theirs / path).read_bytes(), path


def test_every_kind_of_file_is_compared() -> None:
    compared = {path for paths in FILES.values() for path in paths}
    made = {path for path, _ in side_files.rendered(load_site(ROOT / "mkdocs.yml"))}
    assert made
    assert {Path(path).suffix for path in made} <= {Path(path).suffix for path in compared}


@pytest.mark.parametrize("engine", ["mkdocs", *OTHERS])
def test_a_search_leads_to_each_paper(engine: str, folder: Path) -> None:
    site = built(engine, "demo", folder)
    if (site / "search.json").is_file():  # Zensical
        found = json.loads((site / "search.json").read_text("utf-8"))["items"]
    else:
        found = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    leading = {one["location"]: one for one in found}
    pages = [page.parent.name for page in site.glob("publications/*/index.html")]
    assert len(pages) > 5
    for name in pages:
        assert leading[f"publications/{name}/"]["title"]


MOVED = """@misc{second, title = {A Paper}, author = {Ada Example}, year = 2024,
  former = {first}, pdf = {files/a.pdf}}
"""
BESIDE = {
    "former addresses": ("publications/first/index.html", "0; url=../second/"),
    "copies of PDFs": ("publications/second/second.pdf", "%PDF"),
    "own accent": ("assets/academic/accent.css", "#7a1f3d"),
}


@cache
def small(engine: str, folder: Path) -> Path:
    """Build a site with a former address, a PDF of its own and an accent of its own."""
    settings = "accent: '#7a1f3d'\npublications: papers.bib\n"
    config = site_with(folder / f"small-{engine}", settings)
    (config.parent / "papers.bib").write_text(MOVED, "utf-8")
    (config.parent / "docs" / "files").mkdir()
    (config.parent / "docs" / "files" / "a.pdf").write_text("%PDF-1.4", "utf-8")
    exported = [] if engine != "zensical" else [["mkdocs_academic", "export"]]
    for command in (*exported, [engine, "build"]):
        result = run(command[0], *command[1:], "-f", str(config))
        assert result.returncode == 0, result.stdout + result.stderr
    return config.parent / "site"


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
@pytest.mark.parametrize("row", BESIDE)
def test_what_only_some_sites_have_is_there(row: str, engine: str, folder: Path) -> None:
    path, holds = BESIDE[row]
    file = small(engine, folder) / path
    assert holds in file.read_text("utf-8")
    assert file.read_bytes() == (small("mkdocs", folder) / path).read_bytes()


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
def test_mistakes_end_a_build(engine: str, tmp_path: Path) -> None:
    """On Zensical it is the command before the build that ends."""
    config = site_with(tmp_path, "profile: {nme: Ada Example}\n", "# Home\n")
    command = ["mkdocs_academic", "export"] if engine == "zensical" else [engine, "build"]
    result = run(command[0], *command[1:], "-f", str(config))
    assert result.returncode == 1
    assert re.search(r"mkdocs.yml:\d+: extra.academic.profile.nme", result.stdout + result.stderr)
    assert not (tmp_path / "site" / "index.html").exists()


def test_the_page_on_engines_tells_what_passed(
    updates_golden: bool, request: pytest.FixtureRequest
) -> None:
    """Written anew on demand; versions may be newer than those on the page, results may not."""
    head, rest = PAGE.read_text("utf-8").split("<!-- table -->\n")
    told, tail = rest.split("<!-- end of table -->\n")
    if updates_golden:
        made = "\n".join(compatibility.table())
        PAGE.write_text(f"{head}<!-- table -->\n{made}\n<!-- end of table -->\n{tail}", "utf-8")
        return
    is_whole = not request.config.option.keyword and compatibility.all_ran()
    compatibility.compare(told.strip().splitlines(), is_whole)


def test_the_table_claims_nothing_that_has_not_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    row = compatibility.ROWS[0]
    told = [
        f"| {one.text} | " + " | ".join(one.said(engine) for engine in compatibility.ENGINES) + " |"
        for one in compatibility.ROWS
    ]
    monkeypatch.setattr(compatibility, "ROWS", (row,))
    every = {test for tests in row.tests.values() for test in tests}
    for name, ended in (("passed", every), ("failed", set()), ("skipped", set())):
        monkeypatch.setattr(compatibility, name, ended)
    lines = ["", "", told[0]]
    compatibility.compare(lines, ran_all=True)
    compatibility.failed.add(one := row.tests["zensical"][0])
    compatibility.passed.remove(one)
    with pytest.raises(AssertionError):
        compatibility.compare(lines, ran_all=False)
    compatibility.failed.clear()  # it has not run at all
    compatibility.compare(lines, ran_all=False)
    with pytest.raises(AssertionError):
        compatibility.compare(lines, ran_all=True)
    with pytest.raises(AssertionError, match="run these, too"):
        compatibility.table()
