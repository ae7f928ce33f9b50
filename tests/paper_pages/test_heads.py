"""What search engines and reference managers read in the head of a page."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree, html

from mkdocs_academic.bibliography.publication import Publication
from mkdocs_academic.outputs import feed_files, plain
from mkdocs_academic.site import load_site

from ..engines import built
from ..outputs.vocabulary import assert_valid
from ..test_mkdocs import site
from .sites import (
    Built,
    canonical,
    data,
    tags,
)

# -- Google Scholar: inclusion guidelines, section on indexing --

REQUIRED = ("citation_title", "citation_author", "citation_publication_date")
KNOWN = {
    *REQUIRED,
    *(
        f"citation_{name}"
        for name in (
            "journal_title conference_title inbook_title volume issue firstpage lastpage doi issn "
            "isbn arxiv_id editor publisher keywords language abstract abstract_html_url pdf_url "
            "dissertation_institution technical_report_institution technical_report_number"
        ).split()
    ),
}
DATE = re.compile(r"\d{4}(/\d\d/\d\d)?")  # "full dates if available; or a year alone otherwise"
ONCE = KNOWN - {f"citation_{name}" for name in "author editor issn isbn keywords".split()}
CONTAINERS = {
    "article": {"citation_journal_title", "citation_arxiv_id"},
    "inproceedings": {"citation_conference_title"},
    "phdthesis": {"citation_dissertation_institution"},
    "mastersthesis": {"citation_dissertation_institution"},
    "techreport": {"citation_technical_report_institution"},
    "incollection": {"citation_inbook_title"},
}


def wrongs(seen: Built, address: str, paper: Publication) -> Iterator[str]:
    """Yield what Google Scholar would object to."""
    page = seen.pages[address]
    found = tags(page, "citation_")
    entry = paper.entry
    assert entry
    if not (all(entry.fields.get(name) for name in ("title", "author")) and paper.year):
        yield from (f"{name}, though one of the required is missing" for name, _ in found)
        return
    yield from _wrong_names(found)
    known = dict(found)
    yield from _wrong_people(paper, [value for name, value in found if name == "citation_author"])
    date = known.get("citation_publication_date", "")
    if not DATE.fullmatch(date) or date[:4] != str(paper.year):
        yield f"date {date!r}"
    if not CONTAINERS.get(paper.type, set(known)) & set(known):
        yield f"{paper.type} without {CONTAINERS[paper.type]}"
    if known.get("citation_abstract_html_url") != canonical(page):
        yield "abstract_html_url is not this page"
    if pdf := known.get("citation_pdf_url", ""):
        yield from _wrong_pdf(seen, pdf, canonical(page))
    shown = " ".join(page.xpath("string(//article)").split())
    if known.get("citation_title", "") not in shown and "$" not in entry.fields["title"]:
        yield "the title is not on the page"


def _wrong_names(found: list[tuple[str, str]]) -> Iterator[str]:
    count = Counter(name for name, _ in found)
    yield from (f"no {name}" for name in REQUIRED if not count[name])
    yield from (f"{name}: unknown" for name in count if name not in KNOWN)
    yield from (f"{name}: {count[name]} times" for name in ONCE if count[name] > 1)
    yield from (f"{name}: empty" for name, value in found if not value.strip())


def _wrong_people(paper: Publication, people: list[str]) -> Iterator[str]:
    if len(people) != len(paper.authors):
        yield f"{len(people)} authors of {len(paper.authors)}"
    for author, shown in zip(paper.authors, people, strict=False):
        if not all(part in shown for part in (author.name.family or author.name.literal).split()):
            yield f"{shown!r} is not {author.name.full!r}"


def _wrong_pdf(seen: Built, pdf: str, page: str) -> Iterator[str]:
    if urljoin(pdf, ".") != urljoin(page, "."):
        yield f"{pdf} lies in another folder"
    if not pdf.endswith(".pdf") or seen.reaches(pdf):
        yield seen.reaches(pdf) or pdf


def assert_heads(seen: Built) -> None:
    assert seen.papers
    assert set(seen.papers) <= set(seen.pages)
    found = {address: list(wrongs(seen, address, paper)) for address, paper in seen.papers.items()}
    assert {address: said for address, said in found.items() if said} == {}
    others = set(seen.pages) - set(seen.papers)
    assert [one for one in others if tags(seen.pages[one], "citation_")] == []


def test_heads_by_google_scholars_rules(seen: Built) -> None:
    assert_heads(seen)


def test_heads_of_all_kinds_of_papers(trial: Built, flat: Built) -> None:
    assert_heads(trial)
    assert_heads(flat)


def test_the_whole_abstract_stands_open_on_the_page(seen: Built) -> None:
    for address, paper in seen.papers.items():
        if paper.abstract and "arithmatex" not in paper.abstract:
            abstract = plain.from_html(paper.abstract)
            (article,) = seen.pages[address].xpath("//article")
            for folded in article.xpath(".//details"):
                folded.drop_tree()
            assert abstract in " ".join(article.text_content().split()), address


def test_the_rules_notice_what_is_wrong(trial: Built) -> None:
    """The check itself: each of these would be told."""
    address = "publications/pub24/"
    file = trial.folder / address / "index.html"
    text = file.read_text("utf-8")
    date = '"citation_publication_date" content="2024"'
    for old, new in (
        ('name="citation_author" content="Müller, Jörg"', 'name="x" content="y"'),
        (date, date.replace("2024", "2024/06")),
        ("pub24/pub24.pdf", "files/pub24.pdf"),
        ("pub24/pub24.pdf", "pub24/other.pdf"),
        ('name="citation_conference_title"', 'name="citation_conferance_title"'),
        ('name="citation_title"', 'name="citation_publisher"'),
    ):  # fmt: skip
        assert old in text, old
        other = Built(trial.folder, trial.site)
        other.pages[address] = html.document_fromstring(text.replace(old, new).encode())
        assert list(wrongs(other, address, trial.papers[address])), new


# -- search engines and previews --


def test_linked_data_is_valid_and_tells_whose_page_it_is(seen: Built) -> None:
    for address, page in seen.pages.items():
        nodes = data(page)
        for node in nodes:
            assert_valid(node)
        if address in seen.papers:
            paper = seen.papers[address]
            article, way = nodes
            assert article["@id"] == article["url"] == canonical(page)
            assert len(article["author"]) == len(paper.authors)
            assert way["@type"] == "BreadcrumbList"
            steps = [one["item"] for one in way["itemListElement"]]
            assert (steps[0], steps[-1]) == (seen.site.url, canonical(page))
            assert [one["position"] for one in way["itemListElement"]] == [1, 2, 3]
            assert [seen.reaches(one) for one in steps] == ["", "", ""]
        elif address == "":
            (home,) = nodes
            assert home["@type"] == "ProfilePage"
            assert seen.site.profile
            assert home["mainEntity"]["name"] == seen.site.profile.name
            assert home["mainEntity"]["url"] == seen.site.url
        else:
            assert [node["@type"] for node in nodes] in ([], ["ProfilePage"])


def test_the_owner_is_one_person_on_all_pages(trial: Built) -> None:
    (home,) = data(trial.pages[""])
    person = home["mainEntity"]
    assert person["affiliation"] == {"@type": "Organization", "name": "University of Somewhere"}
    assert "ada@example.org" not in json.dumps(home)
    article, _ = data(trial.pages["publications/pub24/"])
    owner, known, linked = article["author"]
    assert (owner["@id"], owner["sameAs"]) == (person["@id"], person["sameAs"])
    assert known["sameAs"] == ["https://orcid.org/0000-0001-5109-3700"]
    assert linked["url"] == f"{trial.site.url}bob/"
    same = ["https://doi.org/10.1234/abc_d", "https://arxiv.org/abs/2301.00001"]
    assert article["sameAs"] == same


def test_a_page_that_is_not_home_may_have_the_profile(tmp_path: Path) -> None:
    page = "# Home\n\n[about](about.md)\n"
    config = site(
        tmp_path, "publications: [{key: a, title: A, author: Ada Example, year: 2020}]", page
    )
    (tmp_path / "docs/about.md").write_text("# About\n\n{{ profile() }}\n", "utf-8")
    seen = Built(built(config), load_site(config))
    home, about = data(seen.pages[""])[0], data(seen.pages["about/"])[0]
    assert about["url"] == f"{seen.site.url}about/"
    assert home["mainEntity"] == about["mainEntity"]
    assert about["mainEntity"]["@id"] == f"{seen.site.url}#person"
    (article, _) = data(seen.pages["publications/a/"])
    assert article["author"][0]["@id"] == about["mainEntity"]["@id"]


def test_previews(seen: Built) -> None:
    for address, page in seen.pages.items():
        if address in {*seen.redirects, "404.html"}:
            continue
        found = tags(page, "og:")
        once = [name for name, _ in found]
        assert len(once) == len(set(once)), address
        card = dict(found)
        assert card["og:url"] == canonical(page) == f"{seen.site.url}{address}"
        assert card["og:title"]
        assert card["og:type"] == ("article" if address in seen.papers else card["og:type"])
        assert dict(tags(page, "twitter:"))["twitter:card"]
        for name in ("og:image", "twitter:image"):
            image = card.get(name, "")
            assert not image or image.startswith(("https://", "http://")), address
            if image.startswith(seen.site.url):
                assert seen.reaches(image) == ""


def test_descriptions_cannot_break_out(trial: Built) -> None:
    page = trial.pages["publications/evil/"]
    (description,) = tags(page, "description")
    assert description[1].startswith("\"> & '")
    assert page.xpath("//head/title/text()") == ['1 < 2 & "x" - Test']
    assert not page.xpath("//script[contains(text(), 'alert')]")


def test_the_sitemap_knows_the_pages_and_no_redirect(trial: Built, flat: Built) -> None:
    for seen in (trial, flat):
        tree = etree.parse(seen.folder / "sitemap.xml")
        listed = set(tree.xpath("//*[local-name()='loc']/text()"))
        shown = set(seen.pages) - seen.redirects - {"404.html"}
        assert listed == {canonical(seen.pages[one]) for one in shown}
        assert all(one.startswith("https://example.org/people/test/") for one in listed)
        assert seen.redirects


# -- feeds --


def test_every_head_names_the_feeds(seen: Built) -> None:
    named = {one.path: one.media_type for one in feed_files.published(seen.site)}
    assert {"feed.xml", "feed.json", "publications.xml"} <= set(named)
    for address, page in seen.pages.items():
        if address in seen.redirects:
            continue
        where = f"{seen.site.url}{address}"
        found = page.xpath("//head/link[@rel='alternate']")
        links = {urljoin(where, one.get("href")): one.get("type") for one in found}
        assert links == {f"{seen.site.url}{path}": kind for path, kind in named.items()}, address
        assert len({one.get("title") for one in found}) == len(named) / 2
