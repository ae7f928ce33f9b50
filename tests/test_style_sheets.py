"""One small style sheet for every page, made of the readable ones in `mkdocs_academic/styles/`."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from itertools import groupby

import pytest

from .conftest import ROOT
from .engines import built

PACKAGE = ROOT / "mkdocs_academic"
ASSETS = PACKAGE / "theme" / "assets" / "academic"
SHIPPED = ASSETS / "academic.css"
STYLES = PACKAGE / "styles"
ORDER = (  # of rules as weighty as each other the last one wins
    *("page", "looks", "prose", "parts", "paper", "timeline", "people", "overview", "badges"),
    *("filters", "print", "facets", "languages"),
)
DEMO = ROOT / "mkdocs.yml"
SITES = {
    "demo": DEMO,
    **{
        name: ROOT / "tests" / "sites" / name / "mkdocs.yml"
        for name in ("author_profile", "researcher", "languages", "filters", "live")
    },
}
MOST = 9216  # bytes, gzip -9


def sources() -> str:
    """Return all sources, in the order in which they count."""
    return "\n".join((STYLES / f"{name}.css").read_text("utf-8") for name in ORDER)


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before the outermost brackets of a minified sheet, and within."""
    depth = start = inside = 0
    for mark in re.finditer(r'"[^"]*"|[{}]', css):
        if mark[0] == "{":
            depth += 1
            inside = inside if depth > 1 else mark.end()
        elif mark[0] == "}":
            depth -= 1
            if not depth:
                yield css[start : inside - 1], css[inside : mark.start()]
                start = mark.end()


def minified(css: str) -> str:
    """Return a sheet without comments and what spaces it can do without."""
    # No library: those at hand take the space out of a nested `.one :is(…)`.
    parts = re.split(r'("[^"]*")', re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    for at in range(0, len(parts), 2):
        text = re.sub(r"\s+", " ", parts[at])
        parts[at] = re.sub(r" ?([{};,>]) ?|(?<=:) | (?=!)", r"\1", text)
    return "".join(parts).replace(";}", "}").strip()


def made() -> str:
    """Return the sheet made of the sources: neighbours that open alike stand under one opening."""
    joined = []
    for opening, alike in groupby(rules(minified(sources())), key=lambda rule: rule[0]):
        bodies = [body for _, body in alike]
        if not opening.startswith("@font-face"):
            bodies = [";".join(bodies).replace("};", "}")]
        joined += [f"{opening}{{{body}}}" for body in bodies]
    return "".join(joined) + "\n"


def linked(html: str) -> list[str]:
    """Return the names of our sheets that a page links, in order."""
    return re.findall(r'<link rel="stylesheet" href="[^"]*assets/academic/([\w-]+)\.css"', html)


def pages(site: str) -> Iterator[tuple[str, str]]:
    folder = built(SITES[site])
    for file in sorted(folder.rglob("*.html")):
        yield file.relative_to(folder).as_posix(), file.read_text("utf-8")


def test_it_is_made_of_its_sources(updates_golden: bool) -> None:
    assert {file.stem for file in STYLES.iterdir()} == set(ORDER)
    if updates_golden:
        SHIPPED.write_text(made(), "utf-8")
    assert SHIPPED.read_text("utf-8") == made(), "run `make golden`"


def test_it_is_small() -> None:
    assert len(gzip.compress(SHIPPED.read_bytes(), 9)) <= MOST


@pytest.mark.parametrize("site", SITES)
def test_every_page_has_it_and_no_other(site: str) -> None:
    found = {name: linked(html) for name, html in pages(site) if "<article" in html}
    assert len(found) > 5
    assert {name: sheets for name, sheets in found.items() if sheets != ["academic"]} == {}


def test_every_class_in_it_is_written_somewhere() -> None:
    files = [one for one in PACKAGE.rglob("*") if one.suffix in (".html", ".js", ".py")]
    written = "\n".join(file.read_text("utf-8") for file in files)
    for name in set(re.findall(r"\.(acad-[\w-]+)", sources())):
        stem, mark, _ = name.partition("--")
        composed = mark and re.search(rf"\b{stem}--(?![\w-])", written)  # acad-tag--{{ kind }}
        assert composed or re.search(rf"\b{name}(?![\w-])", written), name
