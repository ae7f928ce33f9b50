"""On paper: a CV, a list and a paper's page, each once and whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from ..conftest import ROOT
from ..engines import built, run
from ..test_mkdocs import site

RESEARCHER = ROOT / "tests" / "sites" / "researcher" / "mkdocs.yml"
DEMO = ROOT / "mkdocs.yml"
Serve = Callable[[Path], str]


def pages(page: Page) -> int:
    """Return how many sheets of A4 a page takes."""
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4", prefer_css_page_size=True)))


def printed(page: Page) -> str:
    """Return the text that stands on paper, with what the style sheet writes."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return page.evaluate("document.body.innerText")


def shown(page: Page, selector: str) -> int:
    return page.locator(f"{selector}:visible").count()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_seed_is_a_cv_of_three_pages(
    visit: Any, served: Serve, javascript: bool, scheme: str
) -> None:
    url = served(built(RESEARCHER)) + "/"
    with visit(url, javascript=javascript, scheme=scheme) as seen:
        assert pages(seen.page) <= 3
        text = printed(seen.page)
        titles = seen.page.locator(".acad-pub__title").all_inner_texts()
        assert len(titles) == 12
        assert {text.count(title) for title in titles} == {1}
        assert len(re.findall("^Zhangqiang Ming$", text, re.M)) == 1
        for part in (".md-header", ".acad-filters", ".acad-copy", ".acad-downloads", ".md-footer"):
            assert not shown(seen.page, part), part
        assert not shown(seen.page, ".acad-plate")
        assert seen.page.evaluate("getComputedStyle(document.body).color") == "rgb(22, 26, 24)"


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_older_items_are_printed_and_their_fold_is_not(
    visit: Any, served: Serve, javascript: bool
) -> None:
    with visit(served(built(DEMO)) + "/", javascript=javascript) as seen:
        text = printed(seen.page)
        assert "halfsort 1.0 is out" in " ".join(text.split())
        assert not shown(seen.page, ".acad-more > summary")


def test_links_of_the_profile_can_be_typed(visit: Any, served: Serve) -> None:
    with visit(served(built(DEMO)) + "/") as seen:
        printed(seen.page)
        written = "one => getComputedStyle(one, '::after').content"
        links = seen.page.locator(".acad-profile__links a").all()
        assert len(links) > 5
        said = [link.get_attribute("data-readable") for link in links]
        assert said[0] == "nora@example.org"
        assert "orcid.org/0000-0002-1825-0097" in said
        assert not [one for one in said if "://" in one or one.startswith("mailto:")]
        assert "data-readable" in links[0].evaluate(written) or said[0] in links[0].evaluate(
            written
        )


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_the_page_of_a_paper(visit: Any, served: Serve, javascript: bool) -> None:
    url = served(built(DEMO)) + "/publications/chen2026mirror/"
    with visit(url, javascript=javascript) as seen:
        assert pages(seen.page) == 1
        text = printed(seen.page)
        words = ("Mirror Caches: R", "DOI", "Abstract")
        counted = {word: text.count(word) for word in words}  # the title stands in BibTeX, too
        assert counted == {"Mirror Caches: R": 2, "DOI": 1, "Abstract": 1}
        assert "@inproceedings{chen2026mirror," in text
        assert "Łukasz Brzeziec" in text
        assert not shown(seen.page, ".acad-ways")
        assert not shown(seen.page, ".acad-side")
        pdf = seen.page.locator(".acad-paper .acad-actions a", has_text="PDF")
        assert "https://" in pdf.evaluate("one => getComputedStyle(one, '::after').content")


def test_what_was_opened_is_printed_open(visit: Any, served: Serve) -> None:
    with visit(served(built(RESEARCHER)) + "/") as seen:
        seen.page.locator(".acad-actions summary", has_text="BibTeX").first.click()
        text = printed(seen.page)
        assert len(re.findall(r"@\w+\{", text)) == 1


def test_selected_papers_are_not_printed_twice(visit: Any, served: Serve, tmp_path: Path) -> None:
    settings = """
sections: [chosen, publications]
chosen: {like: publications, title: Selected work, selected: yes, layout: cards}
publications:
  selected: [a]
  entries:
  - {key: a, title: A Star, year: 2024, author: Ada Example}
  - {key: b, title: B Minor, year: 2023, author: Ada Example}
"""
    config = site(tmp_path, settings)
    result = run("mkdocs", "build", "-q", "--strict", "-f", str(config))
    assert result.returncode == 0, result.stderr
    with visit(served(tmp_path / "site") + "/") as seen:
        assert seen.page.inner_text("article").count("A Star") == 2
        text = printed(seen.page)
        assert text.count("A Star") == 1
        assert text.count("B Minor") == 1
        assert "Selected work" not in text
    other = tmp_path / "other"
    config = site(other, settings.replace("[chosen, publications]", "[chosen]"))
    assert run("mkdocs", "build", "-q", "--strict", "-f", str(config)).returncode == 0
    with visit(served(other / "site") + "/") as seen:
        assert printed(seen.page).count("A Star") == 1, "where nothing else shows it, it stays"


CLOSED = """
sections: [openings, publications]
openings:
- {position: Postdoc, deadline: 2020-01-01}
- {position: Student, deadline: open}
publications:
  entries:
  - {key: a, title: A Star, year: 2024, author: "AUTHORS"}
"""


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_what_is_over_or_said_twice_is_not_printed(
    visit: Any, served: Serve, tmp_path: Path, javascript: bool
) -> None:
    authors = " and ".join(f"Author{number}son, Ada" for number in range(40))
    config = site(tmp_path, CLOSED.replace("AUTHORS", authors))
    result = run("mkdocs", "build", "-q", "--strict", "-f", str(config))
    assert result.returncode == 0, result.stderr
    with visit(served(tmp_path / "site") + "/", javascript=javascript) as seen:
        text = printed(seen.page)
        assert "Student" in text
        assert "Postdoc" not in text, "closed"
        assert "Author0son" in text
        assert "40" not in text, "the word that unfolds all of them"
        assert text.count("Author3son") == 1
    with visit(served(tmp_path / "site") + "/publications/a/", javascript=javascript) as seen:
        assert "Author39son" in printed(seen.page)


def test_a_label_of_the_profile_and_its_address_stand_together(visit: Any, served: Serve) -> None:
    with visit(served(built(DEMO)) + "/") as seen:
        printed(seen.page)
        gap = "one => getComputedStyle(one).columnGap"
        links = seen.page.locator(".acad-profile__links a").all()
        assert {link.evaluate(gap) for link in links} <= {"0px", "normal"}


def test_a_title_is_as_large_as_the_name(visit: Any, served: Serve) -> None:
    with visit(served(built(DEMO)) + "/components/") as seen:
        size = "one => parseFloat(getComputedStyle(one).fontSize)"
        printed(seen.page)
        name = seen.page.locator(".acad-profile__name").evaluate(size)
        assert seen.page.locator("h1").first.evaluate(size) < 1.2 * name
