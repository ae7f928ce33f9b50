"""Google Scholar's inclusion guidelines, rule by rule."""

from __future__ import annotations

import re

import pytest

from mkdocs_academic.outputs import highwire

from .papers import EVERYTHING, records

ALL = {one.key: one for one in records(EVERYTHING)}
URL = "https://x.example/me/publications/berg2021/"


def told(key: str, **where: str) -> list[str]:
    found = highwire.tags(ALL[key], **where)
    assert not found.reason
    assert all(tag.attribute == "name" for tag in found.tags)
    return [f"{tag.name.removeprefix('citation_')}: {tag.content}" for tag in found.tags]


def test_article() -> None:
    assert told("berg2021", url=URL, pdf_url=f"{URL}berg2021.pdf") == [
        "title: Why Water Flows: NASA & O(n log n): A Study",
        "author: van der Berg, Jan",
        "author: Doe Jr., John",
        "author: The Consortium Inc.",
        "author: 张 伟",
        "publication_date: 2021/10/05",
        "journal_title: Journal of Invented Results",
        "volume: 12",
        "issue: 3",
        "firstpage: 101",
        "lastpage: 117",
        "publisher: Nowhere Press",
        "doi: 10.1234/jir_7",
        "issn: 1234-5679",
        "issn: 2345-678X",
        "language: de",
        "keywords: water",
        "keywords: flow, slow",
        "abstract: Wet & cold. x_i² ≤ 1",
        f"abstract_html_url: {URL}",
        f"pdf_url: {URL}berg2021.pdf",
    ]


def test_conference_paper() -> None:
    """Zotero takes the last tag of a container for the type, the first for the proceedings."""
    assert told("one") == [
        "title: One",
        "author: Roe, R.",
        "publication_date: 2020",
        "inbook_title: Proc. of Everything",
        "conference_title: Everything 2020",
        "editor: Doe, Jane",
        "firstpage: 12:1",
        "lastpage: 12:25",
        "publisher: Nowhere Press",
        "isbn: 978-0-306-40615-7",
    ]


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ("doe2019", ["publication_date: 2019", "dissertation_institution: University of Nowhere"]),
        (
            "rep",
            [
                "publication_date: 2018",
                "technical_report_institution: Institute",
                "technical_report_number: TR-7",
            ],
        ),
        ("pre", ["publication_date: 2021", "arxiv_id: 2101.00001"]),
        ("corr", ["publication_date: 2021", "arxiv_id: 2101.00002"]),  # an archive is no journal
        (
            "chapter",
            [
                "publication_date: 2001",
                "inbook_title: A Book",
                "editor: The Editors",
                "editor: Roe, John",
                "firstpage: e7",
            ],
        ),
        ("page", ["publication_date: 2023"]),
    ],
)
def test_other_kinds(key: str, lines: list[str]) -> None:
    assert told(key) == [f"title: {ALL[key].title}", "author: Doe, Jane", *lines]


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("proc", "it has no author"),  # an editor is none
        ("untitled", "it has no title"),
        ("undated", "it has no year"),
        ("soon", "it has no year"),
    ],
)
def test_without_the_required_three_there_is_nothing(key: str, reason: str) -> None:
    assert highwire.tags(ALL[key], url=URL) == highwire.Tags((), reason)


def test_all_that_is_missing_is_told() -> None:
    (found,) = records("@misc{a, note={N}}")
    assert highwire.tags(found).reason == "it has no title and no author and no year"


@pytest.mark.parametrize(
    ("pdf", "page", "beside"),
    [
        ("https://x.example/p/a/a.pdf", "https://x.example/p/a/", True),
        ("https://x.example/p/a/A.PDF", "https://x.example/p/a/index.html", True),
        ("https://x.example/p/a.pdf", "https://x.example/p/a.html", True),
        ("https://x.example/p/a.pdf", "https://x.example/p/a/", False),
        ("https://x.example/p/a/pdf/a.pdf", "https://x.example/p/a/", False),
        ("https://y.example/p/a/a.pdf", "https://x.example/p/a/", False),
        ("http://x.example/p/a/a.pdf", "https://x.example/p/a/", False),
        ("https://x.example/p/a/a.ps", "https://x.example/p/a/", False),
        ("a.pdf", "https://x.example/p/a/", False),
        ("https://x.example/p/a/a.pdf", "p/a/", False),
        ("", "", False),
    ],
)
def test_the_pdf_lies_beside_its_page(pdf: str, page: str, beside: bool) -> None:
    assert highwire.is_beside(pdf, page) is beside
    assert any(line.startswith("pdf_url") for line in told("pre", url=page, pdf_url=pdf)) is beside


def test_what_cannot_stand_in_a_page_is_left_out() -> None:
    (found,) = records(
        "@misc{a, title={T\x00itle}, author={D\x0boe, Jane}, year=2020, keywords={\x01}}"
    )
    shown = [tag.content for tag in highwire.tags(found).tags]
    assert shown == ["Title", "D oe, Jane", "2020"]


def test_dates_have_the_form_of_the_guidelines() -> None:
    for one in ALL.values():
        for tag in highwire.tags(one).tags:
            if tag.name == "citation_publication_date":
                assert re.fullmatch(r"\d{4}(/\d\d){0,2}", tag.content)
