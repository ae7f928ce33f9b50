from __future__ import annotations

import json

import bibtexparser
import pytest

from mkdocs_academic.bibliography import reader, ris
from mkdocs_academic.bibliography.entry import Entry
from mkdocs_academic.outputs import downloads, exports

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
    found = {one.path: one for one in downloads.files([("publications", PAPERS)])}
    assert list(found) == ["publications.bib", "publications.json", "publications.ris"]
    text = {path: b"".join(one.pieces).decode() for path, one in found.items()}
    assert found["publications.ris"].media_type == "application/x-research-info-systems"
    first, second = bibtexparser.parse_string(text["publications.bib"]).entries
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
    assert [item["id"] for item in json.loads(text["publications.json"])] == ["a", "b"]
    again, _ = ris.parse(text["publications.ris"], "x.ris")
    assert [entry.key for entry in again] == ["a", "b"]


def test_several_lists() -> None:
    lists = [("all", PAPERS), ("2020", PAPERS[:1]), ("hidden", PAPERS[2:]), ("none", [])]
    found = list(downloads.files(lists))
    assert [one.path for one in found] == [
        "all.bib", "2020.bib", "all.json", "2020.json", "all.ris", "2020.ris",
    ]  # fmt: skip
    assert set(downloads.paths(lists)) == {one.path for one in found}
    keys = [
        [entry.key for entry in reader.parse(b"".join(one.pieces).decode(), "x").entries]
        for one in found
    ]
    assert keys[:2] == [["a", "b"], ["a"]]
    ids = [[item["id"] for item in json.loads(b"".join(one.pieces))] for one in found[2:4]]
    assert ids == keys[:2]
    again = [ris.parse(b"".join(one.pieces).decode(), "x.ris").entries for one in found[4:]]
    assert [[entry.key for entry in some] for some in again] == keys[:2]


def test_what_is_known_is_not_written_again(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    form = exports.FORMATS["bibtex"]

    def counted(entry: Entry) -> str:
        written.append(entry.key)
        return form.written(entry)

    monkeypatch.setitem(exports.FORMATS, "bibtex", form._replace(written=counted))
    known: downloads.Known = {}
    counts: list[list[str]] = []

    def made(bib: str) -> dict[str, bytes]:
        written.clear()
        found = downloads.files([("all", papers(bib))], known)
        return {one.path: b"".join(one.pieces) for one in found}

    moved, edited, shorter = f"\n{BIB}", BIB.replace("{B}", "{C}"), BIB[: BIB.index("@misc{b")]
    turned = BIB.replace("title={B}, year=2021", "year=2021, title={B}")
    for bib in (BIB, BIB, moved, edited, shorter, BIB, turned):
        wanted = downloads.files([("all", papers(bib))])
        assert {one.path: b"".join(one.pieces) for one in wanted} == made(bib)
        counts.append(list(written))
    assert counts == [["a", "b"], [], [], ["b"], [], ["b"], ["b"]]


def test_the_key_is_that_of_the_site() -> None:
    """A key that is taken gets a number: the file names the paper as the site does."""
    from dataclasses import replace

    (found, *_) = downloads.files([("publications", [replace(PAPERS[1], key="b-2")])])
    assert b"".join(found.pieces).startswith(b"@misc{b-2,")


def test_nothing_refers_to_a_volume_that_is_not_there() -> None:
    bib = """@inproceedings{a, title = {A}, crossref = {vol}}
@proceedings{vol, title = {Proceedings}, year = 2020, publisher = {P}}"""
    (found, *_) = downloads.files([("publications", papers(bib)[:1])])
    assert b"".join(found.pieces).decode() == (
        "@inproceedings{a,\n  title     = {A},\n  year      = {2020},\n  publisher = {P},\n"
        "  booktitle = {Proceedings},\n}\n"
    )


def test_nothing_to_download() -> None:
    assert list(downloads.files([("publications", PAPERS[2:])])) == []
    assert list(downloads.files([])) == []
