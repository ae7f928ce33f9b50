from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from mkdocs_academic import dates
from mkdocs_academic.bibliography import publication, reader
from mkdocs_academic.outputs import csl_json, record, ris_file
from mkdocs_academic.outputs.record import inverted, is_body

from .papers import EVERYTHING, records

ALL = {one.key: one for one in records(EVERYTHING)}


def shown(key: str) -> dict[str, Any]:
    """Return what the record says."""
    found = ALL[key]
    said = {one.name: getattr(found, one.name) for one in dataclasses.fields(found)}
    said["authors"] = [inverted(author.name) for author in found.authors]
    said["editors"] = [inverted(one.name) for one in found.editors]
    said["translators"] = [inverted(one.name) for one in found.translators]
    said["links"] = [link.key for link in found.links]
    return {name: value for name, value in said.items() if value not in ("", (), [], False)}


def test_article() -> None:
    assert shown("berg2021") == {
        "key": "berg2021",
        "kind": "article-journal",
        "title": "Why Water Flows: NASA & O(n log n): A Study",
        "authors": ["van der Berg, Jan", "Doe Jr., John", "The Consortium Inc.", "张 伟"],
        "and_others": True,
        "date": "2021-10-05",
        "container": "Journal of Invented Results",
        "volume": "12",
        "issue": "3",
        "first_page": "101",
        "last_page": "117",
        "publisher": "Nowhere Press",
        "doi": "10.1234/jir_7",
        "issn": ("1234-5679", "2345-678X"),
        "language": "de",
        "keywords": ("water", "flow, slow"),
        "abstract": "Wet & cold. x_i² ≤ 1",
        "award": "Best Paper",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "links": ["pdf", "doi", "code"],
    }


def test_paper() -> None:
    assert shown("one") == {
        "key": "one",
        "kind": "paper-conference",
        "title": "One",
        "authors": ["Roe, R."],
        "editors": ["Doe, Jane"],
        "date": "2020-05",
        "container": "Proc. of Everything",
        "event": "Everything 2020",
        "series": "Lecture Notes",
        "first_page": "12:1",
        "last_page": "12:25",
        "publisher": "Nowhere Press",
        "isbn": ("978-0-306-40615-7",),
        "links": ["isbn"],
    }


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("doe2019", {"kind": "thesis", "institution": "University of Nowhere", "date": "2019",
                     "genre": "PhD thesis"}),
        ("rep", {"kind": "report", "institution": "Institute", "number": "TR-7", "date": "2018"}),
        ("pre", {"kind": "article", "arxiv": "2101.00001", "date": "2021", "links": ["arxiv"]}),
        ("corr", {"kind": "article", "arxiv": "2101.00002", "date": "2021"}),
        ("book", {"kind": "book", "publisher": "Nowhere Press", "edition": "2nd", "date": "2001",
                  "isbn": ("0-306-40615-2",), "links": ["isbn"]}),
        ("chapter", {"kind": "chapter", "container": "A Book", "first_page": "e7", "date": "2001",
                     "editors": ["The Editors", "Roe, John"]}),
        ("code", {"kind": "software", "version": "1.2", "date": "2022", "links": ["code"]}),
        ("data", {"kind": "dataset", "abstract": "Many numbers.", "date": "2022"}),
        ("pat", {"kind": "patent", "number": "US 7", "date": "2011"}),
        ("page", {"kind": "webpage", "date": "2023-02"}),
        ("undated", {"kind": "document"}),
        ("soon", {"kind": "article-journal", "container": "J", "status": "to appear"}),
    ],
)  # fmt: skip
def test_kinds(key: str, said: dict[str, Any]) -> None:
    common = {"key": key, "title": ALL[key].title, "authors": ["Doe, Jane"]}
    assert shown(key) == {**common, **said}


def test_nothing_is_made_up() -> None:
    """An editor is no author, and a key is no title, though a list shows both."""
    assert (ALL["proc"].authors, ALL["proc"].and_others) == ((), False)
    assert ALL["untitled"].title == ""


def test_others_keep_their_parts() -> None:
    (book,) = records("@collection{a, title={T}, editor={Weiß, Käthe}, translator={Lin, Wei}}")
    assert (book.authors, [inverted(one.name) for one in book.editors]) == ((), ["Weiß, Käthe"])
    assert [inverted(one.name) for one in book.translators] == ["Lin, Wei"]
    (paper,) = records("@article{a, title={T}, collaboration={ATLAS}, reportnumber={A-1, B-2}}")
    assert [one.name.full for one in paper.authors] == ["ATLAS Collaboration"]
    assert is_body(paper.authors[0].name)
    assert paper.report_numbers == ("A-1", "B-2")


@pytest.mark.parametrize(
    ("entry", "genre"),
    [
        ("@thesis{a, type={phdthesis}}", "PhD thesis"),
        ("@thesis{a, type={mathesis}}", "Master’s thesis"),
        ("@thesis{a, type={{BAthesis}}}", "Bachelor’s thesis"),
        ("@report{a, type={techreport}}", "Technical report"),
        ("@phdthesis{a}", "PhD thesis"),
        ("@bachelorsthesis{a}", "Bachelor’s thesis"),
        ("@thesis{a, type={Habilitation}}", "Habilitation"),
        ("@book{a}", ""),
    ],
)
def test_genre(entry: str, genre: str) -> None:
    """No format is told biblatex's names for kinds of theses and reports."""
    assert records(entry)[0].genre == genre
    (parsed,) = reader.parse(entry, "x.bib").entries
    (item,) = json.loads(csl_json.to_csl_json([parsed]))
    assert item.get("genre", "") == genre
    said = [line[6:] for line in ris_file.written(parsed).split("\r\n") if line[:2] == "M3"]
    assert said == ([genre] if genre else [])


def test_an_item_in_its_authors_words_has_no_record() -> None:
    assert record.of(publication.from_text("A *talk*", "item-1", dates.parse("2020"))) is None


@pytest.mark.parametrize(
    ("pages", "ends"),
    [
        ("101--117", ("101", "117")), ("101-117", ("101", "117")), ("101 – 117", ("101", "117")),
        ("3-1--3-12", ("3-1", "3-12")), ("1:1--1:20", ("1:1", "1:20")), ("iv--x", ("iv", "x")),
        ("104394", ("104394", "")), ("5-9, 12", ("5", "12")), ("3, 7", ("3", "7")),
        ("117+", ("117", "")), ("e12-e15", ("e12", "e15")), ("7--", ("7", "")),
        ("1-2-3", ("1-2-3", "")), (",", ("", "")),
    ],
)  # fmt: skip
def test_pages(pages: str, ends: tuple[str, str]) -> None:
    (found,) = records(f"@article{{a, title={{T}}, pages={{{pages}}}}}")
    assert (found.first_page, found.last_page) == ends


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("english", "en"), ("ngerman", "de"), ("en", "en"), ("EN", "en"), ("pt-BR", "pt-BR"),
        ("eng", "en"), ("DEU", "de"), ("ger-AT", "de-AT"), ("haw", "haw"), ("Norwegian", "no"),
        ("zh_CN", "zh-CN"), ("Chinese", "zh"), ("中文", "zh"), ("klingonese", ""), ("", ""),
    ],
)  # fmt: skip
def test_language(written: str, language: str) -> None:
    (found,) = records(f"@misc{{a, title={{T}}, language={{{written}}}}}")
    assert found.language == language


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("doi={not a doi}", {"doi": ""}),
        ("doi={doi:10.1234/A(b)c<d>}", {"doi": "10.1234/A(b)c<d>"}),
        ("doi={https://doi.org/10.1234/a%3Cb}", {"doi": "10.1234/a<b"}),
        ("issn={none}", {"issn": ()}),
        (
            "isbn={978-3-16-148410-0, 3-16-148410-X}",
            {"isbn": ("978-3-16-148410-0", "3-16-148410-X")},
        ),
        ("license={CC BY}", {"license": ""}),
        ("license={javascript:alert(1)}", {"license": ""}),
        ("doi={10.48550/arXiv.2101.00003}", {"arxiv": "2101.00003"}),
        ("howpublished={A blog}, year={circa 1999}", {"container": "", "date": "1999"}),
    ],
)
def test_identifiers(fields: str, said: dict[str, Any]) -> None:
    (found,) = records(f"@misc{{a, title={{T}}, {fields}}}")
    assert {name: getattr(found, name) for name in said} == said


@pytest.mark.parametrize(
    ("written", "body"),
    [("{NASA}", True), ("{The Consortium}", True), ("Jane Doe", False), ("Plato", False),
     ("王小明", False), ("王 小明", False), ("{王小明}", False)],
)  # fmt: skip
def test_bodies(written: str, body: bool) -> None:
    (found,) = records(f"@misc{{a, title={{T}}, author={{{written}}}}}")
    assert is_body(found.authors[0].name) is body
