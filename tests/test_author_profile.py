"""The second seed as a site: header, figures and every paper with its whole abstract."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import NamedTuple

import pytest

from .conftest import ROOT
from .engines import built

SEED = ROOT / "tests" / "seeds" / "author-profile.txt"
SITE = ROOT / "tests" / "sites" / "author_profile" / "mkdocs.yml"
THIS_YEAR = "2026"  # dates without a year mean the one in which the seed was taken
NAMES = {  # of the seed's codes in arXiv's taxonomy
    "CV": "Computer Vision and Pattern Recognition",
    "IV": "Image and Video Processing",
    "DC": "Distributed, Parallel, and Cluster Computing",
    "LG": "Machine Learning",
}


class Paper(NamedTuple):
    """A paper of the seed, as its four lines say it."""

    category: str
    date: str  # with its year
    title: str
    authors: str
    abstract: str  # TeX


@cache
def seed() -> tuple[list[str], list[Paper]]:
    """Return the lines of the header and the papers."""
    head, said, body = re.split(r"^(\d+) Papers$", SEED.read_text("utf-8"), flags=re.MULTILINE)
    blocks = [block.strip() for block in re.split(r"\n{2,}", body.strip())]
    papers = [_paper(*blocks[at : at + 3]) for at in range(0, len(blocks), 3)]
    assert len(papers) == int(said) == 11
    return head.split("\n"), papers


def _paper(first: str, authors: str, abstract: str) -> Paper:
    line, title = first.split("\n")
    found = re.fullmatch(
        r"(?P<category>[A-Z]{2})(?P<day>[A-Z][a-z]{2} \d+)(?P<year>, \d{4})?", line
    )
    assert found, line
    date = found["day"] + (found["year"] or f", {THIS_YEAR}")
    return Paper(found["category"], date, title, authors, abstract)


@cache
def article() -> str:
    page = (built(SITE) / "index.html").read_text("utf-8")
    return page[page.index("<article") : page.index("</article>")]


def words(fragment: str) -> str:
    """Return what can be read in HTML, blanks folded."""
    fragment = re.sub(r"<svg.*?</svg>|<[^>]*visually-hidden.*?</span>", "", fragment, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", fragment)).replace("\xa0", " ").split())


def typeset(tex: str) -> str:
    """Return the seed's TeX as text: the few commands that occur in it, each by hand."""
    text = re.sub(r"\$(.*?)\$", lambda math: math[1].replace(r"\times", "×"), tex)
    text = re.sub(r"\\textit\{(.*?)\}", r"\1", text).replace(r"\%", "%")
    text = re.sub(r"[{}]", "", text).replace("~", " ").replace("--", "–")
    assert "\\" not in text, "a command that this test does not know"
    return " ".join(text.split())


def entries() -> list[str]:
    return article().split('<li class="acad-pub')[1:]


def part(entry: str, pattern: str) -> str:
    found = re.findall(pattern, entry, re.DOTALL)
    assert len(found) == 1, f"{pattern} in {words(entry)[:80]}"
    return str(found[0])


def entry_of(paper: Paper) -> str:
    own = [one for one in entries() if paper.title in words(one)]
    assert len(own) == 1, paper.title
    return own[0]


def test_the_header_has_name_and_category() -> None:
    lines, _ = seed()
    name, _, code = lines[:3]
    assert words(part(article(), r"<h1.*?</h1>")) == name
    assert words(part(article(), r'<p class="acad acad-category.*?</p>')) == f"{code} {NAMES[code]}"
    assert article().index("acad-category") < article().index("<h1")


def test_the_header_has_its_five_figures() -> None:
    lines, _ = seed()
    expected = [_figure(line) for line in lines[3:] if line.strip()]
    assert expected == [
        ("h-index", "6"),
        ("papers", "11"),
        ("citations", "251"),
        ("novelty", "51%"),
        ("ai score", "55"),
    ]
    listed = part(article(), r"<dl>(.*?)</dl>")
    pairs = re.findall(r"<dt>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>", listed, re.DOTALL)
    assert [(words(label).casefold(), words(value)) for label, value in pairs] == expected


def _figure(line: str) -> tuple[str, str]:
    """Take a label from a number that stands before or after it."""
    label = re.sub(r"\d+%?", "", line).casefold()
    return label, line.casefold().replace(label, "")


def test_figures_say_where_they_are_from() -> None:
    listed = part(article(), r"<dl>(.*?)</dl>")
    assert re.findall(r'<dd title="(.*?)">', listed) == [
        "stated",
        "computed from 11 papers",
        "stated",
        "stated",
        "stated",
    ]
    bars = re.findall(r'role="img" aria-label="(.*?)"', listed)
    assert bars == ["51 / 100", "55 / 100"]


def test_papers_by_year_are_those_of_the_seed() -> None:
    _, papers = seed()
    years = [int(paper.date[-4:]) for paper in papers]
    told = ", ".join(f"{one}: {years.count(one)}" for one in range(min(years), max(years) + 1))
    assert f'aria-label="Papers per year: {told}"' in article()


def test_nothing_but_the_papers_of_the_seed_is_listed() -> None:
    assert len(entries()) == 11


@pytest.mark.parametrize("number", range(11))
def test_every_paper_is_whole(number: int) -> None:
    paper = seed()[1][number]
    entry = entry_of(paper)
    margin = part(entry, r'<div class="acad-row__date">(.*?)</div>')
    assert words(margin) == f"{paper.category} {paper.date}"
    assert f'title="{NAMES[paper.category]}"' in margin
    assert words(part(entry, r'<p class="acad-pub__title">(.*?)</p>')) == paper.title
    assert words(part(entry, r'<div class="acad-pub__authors">(.*?)</div>')) == paper.authors
    details = part(entry, r'<details class="acad-abstract".*?</details>')
    assert words(part(details, r"<p>(.*?)</p>")) == typeset(paper.abstract)


def test_each_abstract_stands_once() -> None:
    _, papers = seed()
    text = words(article())
    for paper in papers:
        assert text.count(typeset(paper.abstract)) == 1


def test_the_newest_comes_first() -> None:
    dates = re.findall(r'<time datetime="([\d-]{10})"', article())
    assert len(dates) == 11
    assert dates == sorted(dates, reverse=True)


def test_categories_narrow_the_list() -> None:
    _, papers = seed()
    chips = re.findall(r'<input type="radio" name="category".*?</label>', article())
    shown = [tuple(words(chip).rsplit(" ", 1)) for chip in chips]
    codes = [paper.category for paper in papers]
    assert shown == [("All", "11"), ("LG", "4"), ("CV", "3"), ("DC", "3"), ("IV", "1")]
    assert all(codes.count(code) == int(total) for code, total in shown[1:])


def test_the_overview_counts_what_the_seed_has() -> None:
    lines, papers = seed()
    overview = part(article(), r'<aside class="acad-overview".*?</aside>')
    shown = re.findall(r"<li[^>]*>(.*?)</li>", overview)
    pairs = [tuple(words(one).rsplit(" ", 1)) for one in shown]
    codes = [paper.category for paper in papers]
    assert pairs[:4] == [("LG", "4"), ("CV", "3"), ("DC", "3"), ("IV", "1")]
    assert all(codes.count(code) == int(total) for code, total in pairs[:4])
    names = [name for paper in papers for name in paper.authors.removesuffix(" et al.").split(", ")]
    assert "First-listed co-authors" in overview, "et al. hides the others"
    assert pairs[4:6] == [("Hongtao Xu", "3"), ("Jiaqi Guo", "2")]
    assert all(names.count(name) == int(total) for name, total in pairs[4:9])
    assert lines[0] not in overview
    most = sorted((names.count(name) for name in {*names} - {lines[0]}), reverse=True)
    assert [int(total) for _, total in pairs[4:9]] == most[:5]
    files = re.findall(r'href="([^"]+)"', overview)
    assert files == [f"publications.{one}" for one in ("bib", "json", "ris", "xml")]


def test_the_owner_is_marked_wherever_the_list_shows_the_name() -> None:
    lines, papers = seed()
    for paper in papers:
        is_named = lines[0] in paper.authors
        assert ("acad-author--owner" in entry_of(paper)) == is_named
