"""Every site of the collection of real sites, imported; what readers had, they have."""

from __future__ import annotations

import html
import os
import posixpath
import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import pytest
import yaml

from mkdocs_academic import importers
from mkdocs_academic.importers.report import Report
from mkdocs_academic.site import load_site

from .. import engines
from . import measure

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
FOLDERS = {
    "about": "acad-homepage",
    "about-pr": "acad-homepage",
    "alfolio": "al-folio",
    "academicpages": "academicpages",
}
# Words that say what the fields of a citation are: their places say it here.
SAID = set("pages page pp vol volume no in and et al cited by dagger abstract tldr".split())
MISSING = re.compile(
    r"there is no file '(?P<file>[^']+)'"
    r"|Doc file '(?P<page>[^']+)' contains a link '(?P<link>[^']+)', but the target (?:'[^']+' )?"
    r"is not found among documentation files"
)


class Old(NamedTuple):
    folder: Path
    kind: str

    @property
    def page(self) -> Path:
        return self.folder / "_pages" / "about.md"

    def __str__(self) -> str:
        return f"{self.folder.parent.name}-{sum(map(ord, self.folder.name)):04x}"


def sites() -> list[Old]:
    return [
        Old(folder, kind)
        for name, kind in FOLDERS.items()
        if (CORPUS / name).is_dir()
        for folder in sorted((CORPUS / name).iterdir())
        if any(one.is_dir() for one in folder.iterdir())  # of one only the settings are there
    ]


SITES = sites()
PAGES = [site for site in SITES if site.page.is_file()]
ACAD = [site for site in SITES if site.kind == "acad-homepage"]


def test_the_collection_is_there() -> None:
    if not SITES:
        message = f"no collection of real sites at {CORPUS}"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    assert len(SITES) > 40


@cache
def imported(site: Old) -> tuple[Path, Report]:
    dest = Path(tempfile.mkdtemp(prefix="imported-")) / "site"
    return dest, importers.run("", site.folder, dest)


@pytest.mark.parametrize("site", SITES, ids=str)
def test_kind_is_guessed_and_nothing_is_a_mistake(site: Old) -> None:
    dest, report = imported(site)
    assert report.kind == site.kind
    loaded = load_site(dest / "mkdocs.yml")
    assert loaded.mistakes == ()
    odd = [str(one) for one in loaded.warnings if "there is no file" not in one.message]
    assert not odd
    for problem in loaded.warnings:  # that file is really not in the source
        missing = re.search(r"there is no file '([^']+)'", problem.message)
        assert missing
        assert not (site.folder / missing[1]).exists()


@pytest.mark.parametrize("site", SITES, ids=str)
def test_items_in_are_items_out(site: Old) -> None:
    report = imported(site)[1]
    assert report.found == report.out
    for count in report.counts:
        assert count.found == count.out, count.title
    assert len(report.kept) == sum(count.verbatim for count in report.counts)


@pytest.mark.parametrize("site", ACAD, ids=str)
def test_as_many_items_as_the_collection_counts(site: Old) -> None:
    truth = truths()[site.page.relative_to(CORPUS).as_posix()]
    counted = sum(int(one) for key, one in truth.items() if key == "boxes" or key[:3] == "li_")
    assert imported(site)[1].found >= counted


@cache
def truths() -> dict[str, dict[str, str]]:
    head, *rows = (
        line.split("\t") for line in (CORPUS / "MANIFEST.tsv").read_text("utf-8").splitlines()
    )
    found = {}
    for row in (dict(zip(head, row, strict=False)) for row in rows):
        pairs = (pair.split("=", 1) for pair in row["truth"].split("; ") if "=" in pair)
        found[row["local"]] = dict(pairs)  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("site", PAGES, ids=str)
def test_every_word_and_link_of_the_page_is_shown(site: Old) -> None:
    before, after = measure.source(site.folder), measure.result(imported(site)[0])
    kept = "".join(sorted(after.words))
    lost = {word for word in before.words - after.words - SAID if word not in kept}
    # A hyphen at the end of a line splits a word in the source only.
    joined = " ".join(after.words)
    lost = {word for word in lost if not re.search(rf"{word}|{word[:-1]}", joined)}
    assert not lost
    assert not before.links - after.links


@pytest.mark.parametrize("site", PAGES, ids=str)
def test_nothing_can_run(site: Old) -> None:
    assert not measure.active(measure.page_html(imported(site)[0]))


@pytest.mark.parametrize("site", [one for one in SITES if one.kind == "al-folio"], ids=str)
def test_every_news_item_and_cv_entry_of_al_folio(site: Old) -> None:
    dest = imported(site)[0]
    pages = {page.relative_to(dest / "docs").as_posix() for page in (dest / "docs").rglob("*.md")}
    shown = set().union(*(measure.result(dest, page).words for page in sorted(pages)))
    for file in (site.folder / "_news").glob("[!.]*.md"):
        body = re.sub(r"\A---.*?^---$", "", file.read_text("utf-8"), flags=re.S | re.M)
        body = re.sub(r"\{[{%].*?[%}]\}|<[^>]*>|\]\([^)]*\)|https?://\S+", " ", body)
        assert not measure.words(body) - shown - {"nbsp"}, file.name
    for name in ("_data/cv.yml", "assets/json/resume.json"):
        file = site.folder / name
        if file.is_file():
            assert not cv_words(file) - shown, name


def test_what_the_owner_of_an_al_folio_switched_off_stays_off_the_home_page() -> None:
    off = 0
    for site in (one for one in SITES if one.kind == "al-folio"):
        dest, about = imported(site)[0], site.folder / "_pages" / "about.md"
        head = about.read_text("utf-8").split("\n---", 1)[0] if about.is_file() else ""
        settings = yaml.load((dest / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
        if re.search(r"(?m)^news: false\b", head) and (dest / "data" / "news.yml").is_file():
            off += 1
            assert "news" not in settings["extra"]["academic"]["sections"], site
            assert (dest / "docs" / "news.md").is_file(), site
        report = (dest / "IMPORT.md").read_text("utf-8")
        pages = [file for one in settings.get("nav", []) for file in one.values()]
        if "is the CV of Albert Einstein" in report:
            off += 1
            assert "resume.md" not in pages, site
            assert (dest / "docs" / "resume.md").is_file(), site
    assert off > 9


def cv_words(file: Path) -> set[str]:
    """Return the words of all values; JSON is YAML, too."""
    text = re.sub(r"^\s*//.*$", "", file.read_text("utf-8"), flags=re.MULTILINE)
    loaded = yaml.load(text.replace("\t", " "), Loader=yaml.BaseLoader)
    texts = " ".join(re.sub(r"<[^>]*>", " ", text) for text in leaves(loaded))
    return measure.words(html.unescape(texts))


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            if key not in ("type", "icon", "image", "url", "null"):
                yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, str) and not re.match(r"https?:|null$", value):
        yield value


@pytest.mark.parametrize("site", (ACAD[:18:6] + SITES[-15::5]) if SITES else [], ids=str)
def test_it_builds(site: Old) -> None:
    dest = imported(site)[0]
    ran = engines.run("mkdocs", "build", "-f", str(dest / "mkdocs.yml"), "-d", str(dest / "built"))
    assert ran.returncode == 0, ran.stderr
    told = [line for line in ran.stderr.splitlines() if line.startswith(("WARNING", "ERROR"))]
    for line in told:  # what is missing, the old site has not either
        found = MISSING.search(line)
        assert found, line
        file = found["file"] or posixpath.join(posixpath.dirname(found["page"]), found["link"])
        name = unquote(posixpath.normpath(file.partition("#")[0]))
        assert not name.endswith(".md"), line
        assert not (site.folder / name).exists(), line
    assert "acad-profile" in (dest / "built" / "index.html").read_text("utf-8")


def papers(kind: str) -> tuple[int, int, int, int]:
    """Return sites, items, papers, and papers whose parts are in fields of their own."""
    reports = [imported(site)[1] for site in SITES if site.kind == kind]
    lists = [one for report in reports for one in report.counts if one.kind == "publications"]
    found = sum(one.found for one in lists)
    structured = sum(one.structured + one.merged for one in lists)
    return len(reports), sum(report.found for report in reports), found, structured


def test_share_of_papers_in_fields() -> None:
    if not SITES:
        pytest.skip(f"no collection of real sites at {CORPUS}")
    _, _, found, structured = papers("acad-homepage")
    assert structured >= 0.95 * found


def table() -> list[str]:
    """Return the table for the end of a test run."""
    lines = [f"{'kind':15} sites  items  papers in fields"]
    for kind in dict.fromkeys(FOLDERS.values()):
        count, items, found, structured = papers(kind)
        share = f"{structured / found:9.1%}" if found else "        -"
        lines.append(f"{kind:15} {count:5} {items:6} {found:7} {share}")
    return lines
