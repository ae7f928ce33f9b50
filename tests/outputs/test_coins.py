from __future__ import annotations

from urllib.parse import parse_qsl

import pytest

from mkdocs_academic.outputs import coins

from .papers import EVERYTHING, records

ALL = {one.key: one for one in records(EVERYTHING)}
MATRIX = "info:ofi/fmt:kev:mtx:"


def told(key: str, url: str = "") -> list[tuple[str, str]]:
    text = coins.title(ALL[key], url)
    assert text.isascii()
    assert not set(text) & set(" <>\"'")
    pairs = parse_qsl(text, strict_parsing=True)
    assert pairs[0] == ("ctx_ver", "Z39.88-2004")
    assert pairs[2] == ("rfr_id", "info:sid/mkdocs-academic")
    return [(name.removeprefix("rft."), value) for name, value in (pairs[1], *pairs[3:])]


def test_article() -> None:
    assert told("berg2021", "https://x.example/me/") == [
        ("rft_val_fmt", f"{MATRIX}journal"),
        ("rft_id", "info:doi/10.1234/jir_7"),
        ("rft_id", "https://x.example/me/"),
        ("genre", "article"),
        ("atitle", "Why Water Flows: NASA & O(n log n): A Study"),
        ("jtitle", "Journal of Invented Results"),
        ("volume", "12"),
        ("issue", "3"),
        ("issn", "1234-5679"),
        ("spage", "101"),
        ("epage", "117"),
        ("pages", "101-117"),
        ("date", "2021-10-05"),
        ("aulast", "van der Berg"),
        ("aufirst", "Jan"),
        ("au", "van der Berg, Jan"),
        ("au", "Doe Jr., John"),
        ("au", "The Consortium Inc."),
        ("au", "张 伟"),
    ]


def test_conference_paper() -> None:
    assert told("one") == [
        ("rft_val_fmt", f"{MATRIX}book"),
        ("genre", "proceeding"),
        ("atitle", "One"),
        ("btitle", "Proc. of Everything"),
        ("series", "Lecture Notes"),
        ("isbn", "978-0-306-40615-7"),
        ("pub", "Nowhere Press"),
        ("spage", "12:1"),
        ("epage", "12:25"),
        ("pages", "12:1-12:25"),
        ("date", "2020-05"),
        ("aulast", "Roe"),
        ("aufirst", "R."),
        ("au", "Roe, R."),
    ]


@pytest.mark.parametrize(
    ("key", "form", "said"),
    [
        ("doe2019", "dissertation", {"title": "A Thesis", "inst": "University of Nowhere",
                                     "degree": "PhD thesis", "date": "2019"}),
        ("rep", "book", {"genre": "report", "btitle": "A Report", "pub": "Institute"}),
        ("book", "book", {"genre": "book", "btitle": "A Book", "edition": "2nd",
                          "isbn": "0-306-40615-2"}),
        ("chapter", "book", {"genre": "bookitem", "atitle": "A Chapter", "btitle": "A Book"}),
        ("pat", "patent", {"title": "A Device", "number": "US 7", "inventor": "Doe, Jane"}),
        ("pre", "dc", {"type": "preprint", "rft_id": "info:arxiv/2101.00001"}),
        ("code", "dc", {"type": "computerProgram", "title": "A Program"}),
        ("data", "dc", {"type": "dataset", "title": "Numbers"}),
        ("undated", "dc", {"type": "document", "title": "Undated"}),
        ("proc", "book", {"genre": "book", "btitle": "Proceedings"}),
        ("soon", "journal", {"genre": "article", "atitle": "Soon", "jtitle": "J"}),
    ],
)  # fmt: skip
def test_kinds(key: str, form: str, said: dict[str, str]) -> None:
    pairs = told(key)
    assert pairs[0] == ("rft_val_fmt", MATRIX + form)
    assert dict(pairs).items() >= said.items()
    assert all(value for _, value in pairs)
