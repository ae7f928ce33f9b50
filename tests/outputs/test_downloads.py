from __future__ import annotations

import json

import bibtexparser

from mkdocs_academic.bibliography import reader, ris
from mkdocs_academic.outputs import downloads

from .papers import papers

BIB = r"""
@article{a, title={A}, author={Jane Doe}, journal={J}, year=2020, abstract={Short.},
  pdf={papers/a.pdf}, code={https://x.example/code}, slides={/s.pdf}, doi={10.1234/a},
  altmetric={true}, selected={true}, teaser={a.png}, abbr={J'20}, slug={first}, former={old},
  file={:/home/me/a.pdf:PDF}, timestamp={2020-01-01}, owner={me}, bibtex_show={true}}
@misc{b, title={B}, year=2021}
@misc{hidden, title={Not to be copied}, year=2021, bibtex_show={false}}
"""
PAPERS = papers(BIB)


def test_whole() -> None:
    found = {one.path: one for one in downloads.whole(PAPERS)}
    assert list(found) == ["publications.bib", "publications.json", "publications.ris"]
    assert found["publications.ris"].media_type == "application/x-research-info-systems"
    first, second = bibtexparser.parse_string(found["publications.bib"].text).entries
    assert (first.key, second.key) == ("a", "b")
    assert {field.key: field.value for field in first.fields} == {
        "title": "A",
        "author": "Jane Doe",
        "journal": "J",
        "year": "2020",
        "abstract": "Short.",
        "code": "https://x.example/code",
        "doi": "10.1234/a",
    }
    assert [item["id"] for item in json.loads(found["publications.json"].text)] == ["a", "b"]
    again, _ = ris.parse(found["publications.ris"].text, "x.ris")
    assert [entry.key for entry in again] == ["a", "b"]


def test_each() -> None:
    found = list(downloads.each(PAPERS, {"a": "first", "hidden": "hidden"}))
    assert [one.path for one in found] == [
        "publications/first/first.bib",
        "publications/first/first.json",
        "publications/first/first.ris",
    ]
    (entry,) = reader.parse(found[0].text, "x.bib").entries
    assert entry.key == "a"


def test_grouped() -> None:
    found = list(downloads.grouped({"2020": PAPERS[:1], "none": []}))
    assert [one.path for one in found] == [
        "publications-2020.bib", "publications-2020.json", "publications-2020.ris",
    ]  # fmt: skip


def test_the_key_is_that_of_the_site() -> None:
    """A key that is taken gets a number: the file names the paper as the site does."""
    from dataclasses import replace

    (found, *_) = downloads.whole([replace(PAPERS[1], key="b-2")])
    assert found.text.startswith("@misc{b-2,")


def test_nothing_to_download() -> None:
    assert list(downloads.whole(PAPERS[2:])) == []
    assert list(downloads.whole([])) == []
