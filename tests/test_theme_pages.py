"""What the theme makes of its own: 404, posts of a blog, columns of inner pages, search."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest

from .engines import run

CONFIG = """
site_name: Ada Example
site_url: https://ada.example.org/
theme: {name: academic, language: LANGUAGE}
plugins: [search, macros: {modules: [mkdocs_academic]}, blog, academic]
extra:
  academic:
    profile: {name: Ada Example, email: ada@mail.example.org, links: {github: ada}}
    people: [{name: Bo Example, role: Student, email: bo@mail.example.org}]
    talks:
    - {date: 2024-05, title: "Sorting in $O(\\\\sqrt n)$", links: {slides: a.pdf, video: b.mp4}}
    publications: {bibliography: papers.bib}
    openings: [{position: Postdoc, deadline: 2020-01-01}, {position: Student, deadline: open}]
    students: [{name: Bo, degree: PhD, now: Cloudless Corporation, date: 2019 - 2024-09}]
"""
POST = """---
date: {created: 2026-05-11, updated: 2026-06-01}
categories: [Gradients & <i>more</i>]
links: [index.md, {"Else & <b>where</b>": "https://example.org/?a=1&b=2"}]
---
# A post

Text [@bee2020].

<!-- more -->

More.
"""
PAPERS = """
@article{bee2020, title={Bees}, author={Bee, Ann}, year=2020}
@article{ant2021, title={Ants}, author={Ant, Bob}, year=2021}
"""


@pytest.fixture(scope="module", params=["en", "ar"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "mkdocs.yml").write_text(CONFIG.replace("LANGUAGE", request.param), "utf-8")
    posts = folder / "docs" / "blog" / "posts"
    posts.mkdir(parents=True)
    (posts / "one.md").write_text(POST, "utf-8")
    (folder / "docs" / "blog" / "index.md").write_text("# Blog\n", "utf-8")
    (folder / "papers.bib").write_text(PAPERS, "utf-8")
    (folder / "docs" / "index.md").write_text(
        "# Home\n\n{{ sections() }}\n{{ people() }}\n", "utf-8"
    )
    (folder / "docs" / "talks.md").write_text("# Talks\n\n{{ talks() }}\n", "utf-8")
    for name in ("a.pdf", "b.mp4"):
        (folder / "docs" / name).touch()
    result = run("mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"))
    assert result.returncode == 0, result.stderr
    return folder / "site"


def read(made: Path, page: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring((made / page).read_text("utf-8"))


def language(made: Path) -> str:
    return read(made, "index.html").get("lang")


def test_a_missing_page_says_so_and_leads_home(made: Path) -> None:
    page = read(made, "404.html")
    said = {
        "en": ("Page not found", "Made with mkdocs-academic"),
        "ar": ("الصفحة غير موجودة", "أُنشئ باستخدام mkdocs-academic"),
    }[language(made)]
    assert page.findtext(".//h1") == said[0]
    assert page.findtext(".//title").startswith(said[0])
    (home,) = page.xpath("//article//p/a/@href")
    assert urljoin("https://ada.example.org/gone/for/good/", home) == "https://ada.example.org/"
    assert len(page.xpath("//article//p")[0].text) > 40
    assert page.xpath("//*[contains(@class, 'acad-footer__maker')]")[0].text == said[1]


@pytest.mark.parametrize("page", ["index.html", "talks/index.html", "404.html"])
def test_every_page_leads_to_the_feed_and_the_files(made: Path, page: str) -> None:
    leads = read(made, page).xpath("//*[contains(@class, 'acad-footer__line')]/a")
    feed = {"en": "Feed", "ar": "خلاصة"}[language(made)]
    assert [one.text for one in leads] == [feed, "publications.bib", "publications.json"]
    base = f"https://ada.example.org/{page}"
    for one, file in zip(leads, ("feed.xml", "publications.bib", "publications.json"), strict=True):
        assert urljoin(base, one.get("href")) == f"https://ada.example.org/{file}"
        assert (made / file).is_file()


def test_no_page_leads_to_files_that_nobody_has_written(tmp_path: Path) -> None:
    config = CONFIG.replace("LANGUAGE", "en").replace(", blog, academic]", "]")
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    (tmp_path / "papers.bib").write_text(PAPERS, "utf-8")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# Home\n\n{{ publications() }}\n", "utf-8")
    result = run("mkdocs", "build", "-q", "-f", str(tmp_path / "mkdocs.yml"))
    assert result.returncode == 0, result.stderr
    assert not read(tmp_path / "site", "index.html").xpath("//footer//a")


def test_a_post_tells_its_date_before_its_title(made: Path) -> None:
    (file,) = (made / "blog").glob("2026/**/index.html")
    text = file.read_text("utf-8")
    assert "md-content--post" not in text
    assert "md-sidebar--post" not in text
    article = lxml.html.fromstring(text).xpath("//article")[0]
    dates = article.xpath(".//h1/preceding::header//time/@datetime")
    assert [one[:10] for one in dates[-2:]] == ["2026-05-11", "2026-06-01"]
    assert article.xpath(".//header//a/text()") == ["Gradients & more"]
    link = article.xpath(".//h2/following-sibling::ul//a")[-1]
    assert (link.get("href"), link.text) == ("https://example.org/?a=1&b=2", "Else & where")
    assert not link.xpath("*")
    assert article.xpath(".//nav//a/@href")[-1].endswith("../")


def test_an_excerpt_cites_as_its_post_does(made: Path) -> None:
    """Excerpts are rendered after all pages: links start at the post, not at the last page."""
    links = read(made, "blog/index.html").xpath("//*[contains(@class, 'acad-cite')]/a/@href")
    assert links == ["../publications/bee2020/"]


def test_only_inner_pages_leave_the_links_of_the_profile_to_the_home_page(made: Path) -> None:
    def column(page: str) -> str:
        return read(made, page).xpath("//div[contains(@class, 'acad-column')]/@class")[0]

    assert "inner" not in column("index.html")  # also where its author does not call profile()
    assert "acad-column--inner" in column("talks/index.html")


def test_addresses_are_for_readers_and_not_for_harvesters(made: Path) -> None:
    assert "@mail.example.org" not in (made / "index.html").read_text("utf-8")
    links = read(made, "index.html").xpath("//a[starts-with(@href, 'mailto:')]")
    assert [one.get("href") for one in links][:2] == [
        "mailto:ada@mail.example.org",
        "mailto:bo@mail.example.org",
    ]
    assert links[0].get("data-readable") == "ada@mail.example.org"


def test_the_search_reads_formulas_and_buttons_in_words(made: Path) -> None:
    index = json.loads((made / "search" / "search_index.json").read_text("utf-8"))
    (found,) = [one["text"] for one in index["docs"] if one["location"] == "talks/"]
    assert "Sorting in O(√n)" in found
    assert "arithmatex" not in found
    assert "<msqrt>" in (made / "talks" / "index.html").read_text("utf-8")
    words = re.sub(r"<[^>]*>", "", found)
    assert re.search({"en": "Slides Video", "ar": r"\S+ \S+"}[language(made)], words)


def test_an_arrow_and_both_ends_of_a_range(made: Path) -> None:
    text = read(made, "index.html").text_content()
    arrow, years = {
        "en": ("→ Cloudless", "2019 - 2024-09"),
        "ar": ("\u200f← Cloudless", "2019 – سبتمبر\xa02024"),
    }[language(made)]
    assert arrow in text
    assert years in text
