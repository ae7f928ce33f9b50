"""The first seed as a site: every section, paper, author, venue, tag and link is on the page."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import NamedTuple

import pytest

from .conftest import ROOT
from .engines import built

SEED = ROOT / "tests" / "seeds" / "acad-homepage-about.md"
SITE = ROOT / "tests" / "sites" / "researcher" / "mkdocs.yml"


class Paper(NamedTuple):
    """A publication line of the seed, taken apart by what its punctuation says."""

    title: str
    authors: list[str]
    rest: str  # venue, year, numbers
    tags: list[str]
    links: list[tuple[str, str]]


@cache
def page() -> str:
    return (built(SITE) / "index.html").read_text("utf-8")


@cache
def article() -> str:
    return page()[page().index("<article") : page().index("</article>")]


def words(fragment: str) -> str:
    """Return the text of HTML, blanks folded."""
    text = re.sub(r"<svg.*?</svg>", "", fragment, flags=re.DOTALL)
    text = re.sub(r"</?(a|b|em|i|span|strong|sup)\b[^>]*>", "", text)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def seed_sections() -> dict[str, str]:
    parts = re.split(r"^# +(.+?) *$", SEED.read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def seed_items(body: str) -> list[str]:
    items = re.split(r"^\s*-\s+", body, flags=re.MULTILINE)[1:]
    return [" ".join(item.split()) for item in items]


def seed_papers() -> list[Paper]:
    return [_paper(item) for item in seed_items(seed_sections()["📝 Publications"])]


def _paper(item: str) -> Paper:
    found = re.fullmatch(r'(?P<authors>.*?)\. ?"(?P<title>.*?)\.?" ?(?P<rest>.*)', item)
    assert found, item
    links = re.findall(r"\[\[(\w+)\]\]\((\S+?)\)", found["rest"])
    rest = re.sub(r"\[\[\w+\]\]\(\S*?\)", "", found["rest"])
    tags = re.search(r"\((__|JCR)(.*?)\)", rest)
    labels = re.split(r"[,;] ?", (tags[1] + tags[2]).replace("__", "")) if tags else []
    rest = rest.replace(tags[0], "") if tags else rest
    authors = found["authors"].replace("`", "").replace(" and ", " ")
    # The seed writes one author as two, "Rui, Wang", and one as "Cheng, Junlong".
    authors = authors.replace("Rui, Wang", "Rui Wang").replace("Cheng, Junlong", "Junlong Cheng")
    names = [" ".join(name.split()) for name in authors.split(",") if name.strip()]
    return Paper(found["title"], names, rest, labels, links)


def entry_of(paper: Paper) -> str:
    listed = article()[article().index("acad-publications") :]
    entries = listed[: listed.index("<h2")].split('<li class="acad-pub')[1:]
    own = [entry for entry in entries if paper.title in words(entry)]
    assert len(own) == 1, paper.title
    return own[0]


PAPERS = seed_papers()


def test_the_seed_was_read_whole() -> None:
    assert len(PAPERS) == 12
    assert sum(len(paper.authors) for paper in PAPERS) == 74
    assert sum(len(paper.tags) for paper in PAPERS) == 24
    assert sum(len(paper.links) for paper in PAPERS) == 28


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.title.split(":")[0][:30])
class TestPaper:
    def test_authors_in_order_owner_strong(self, paper: Paper) -> None:
        line = re.search(r'<div class="acad-pub__authors">(.*?)</div>', entry_of(paper), re.S)
        assert line
        assert words(line[1]).replace(" ,", ",") == ", ".join(paper.authors)
        assert re.findall(r"<strong[^>]*>(.*?)</strong>", line[1]) == ["Zhangqiang Ming"]

    def test_venue_year_and_numbers(self, paper: Paper) -> None:
        shown = words(entry_of(paper))
        for number in re.findall(r"\d[\d.-]*\d|\d", paper.rest):
            assert number in shown, number
        venue = re.sub(
            r"\bno\.|\bpp\.|\bIn\b|IEEE, 2022|[():,.\[\]]|\b\d[\d.-]*\b", " ", paper.rest
        )
        shown_words = re.sub(r"[():,.\[\]]", " ", shown).split()
        assert not [word for word in venue.split() if word not in shown_words]

    def test_tags(self, paper: Paper) -> None:
        shown = words(entry_of(paper))
        labels = re.findall(r'<li class="acad-tag[^>]*>(.*?)</li>', entry_of(paper))
        venue = re.findall(r"<b>(.*?)</b>", entry_of(paper))
        assert [html.unescape(text) for text in venue + labels] == paper.tags
        assert all(tag in shown for tag in paper.tags)

    def test_links(self, paper: Paper) -> None:
        found = re.findall(
            r'<a href="([^"]*)">(?:<svg.*?</svg>)?<span>(.*?)</span></a>', entry_of(paper), re.S
        )
        assert [(label, html.unescape(url)) for url, label in found] == paper.links

    def test_no_empty_link(self, paper: Paper) -> None:
        assert 'href=""' not in entry_of(paper)


def test_sections_in_order_with_their_headings() -> None:
    headings = [words(title) for title in re.findall(r"<h2[^>]*>(.*?)</h2>", article(), re.S)]
    assert [title.rstrip(" ¶#") for title in headings] == list(seed_sections())
    for title in seed_sections():
        assert page().count(title) >= 2, f"{title} is in the table of contents too"


@pytest.mark.parametrize(
    "title", [title for title in seed_sections() if "Publications" not in title]
)
def test_every_item_of_the_other_sections(title: str) -> None:
    start = article().index(title)
    body = words(article()[start : article().find("<h2", start)])
    for item in seed_items(seed_sections()[title]):
        item = item.removesuffix("Mingzhen Li")
        date, text = re.match(r"\*(.*?)\*[,:]? *(.*)", item).groups()  # type: ignore[union-attr]
        assert date in body
        plain = re.sub(r"\[\\?\[?(.*?)\\?\]?\]\((.*?)\)", r"\1", html.unescape(text))
        for word in re.sub(r"[\\|]", " ", plain).split():
            assert word.lower() in body.lower(), word
        for url in re.findall(r"\]\((.*?)\)", text):
            assert f'href="{url}"' in article()[start:]


def test_about_and_badge() -> None:
    about = SEED.read_text("utf-8").split("</span>", 1)[1].split("# 🔥 News")[0]
    plain = words(re.sub(r"<img[^>]*>", "", about))
    shown = words(article())
    for sentence in re.split(r"(?<=\.) ", plain):
        if "total_cit" not in sentence and "badge" not in sentence:
            assert sentence in shown
    assert 'href="https://scholar.google.com/citations?user=DhtAFkwAAAAJ"' in article()
    badge = re.search(r'<a class="acad acad-badge"[^>]*>(.*?)</a>', article(), re.S)
    assert badge
    assert words(badge[1]) == "260000+ citations (Google Scholar)"


def test_profile_is_on_every_page() -> None:
    sidebar = page()[page().index("acad-profile") : page().index("<article")]
    assert "Zhangqiang Ming" in words(sidebar)
    assert "https://scholar.google.com/citations?user=DhtAFkwAAAAJ" in sidebar
