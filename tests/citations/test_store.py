"""The file of counted numbers: small differences, nothing lost, faults told with their line."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_academic.citations import store
from mkdocs_academic.citations.store import Store
from mkdocs_academic.citations.tally import Paper, Tally

PAPERS = (
    Paper(count=3, id="W3", title="Nobody’s “ü”", year=2020),
    Paper(count=12, id="W1", key="zeta", by="doi", doi="10./z", date="2026-01-02"),
    Paper(count=0, id="W2", key="alpha", by="title", title="Alpha", year=1999),
)
TALLY = Tally(
    source="openalex",
    date="2026-11-22",
    asked="0000-0002-1825-0097",
    id="A1",
    url="https://openalex.org/A1",
    total=15,
    h_index=2,
    i10_index=1,
    by_year={2020: 4, 2021: 11},
    papers=PAPERS,
)
TEXT = """\
{
  "version": 1,
  "sources": {
    "crossref": {
      "label": "Crossref",
      "date": "2026-11-20",
      "papers": []
    },
    "openalex": {
      "label": "OpenAlex",
      "asked": "0000-0002-1825-0097",
      "id": "A1",
      "url": "https://openalex.org/A1",
      "date": "2026-11-22",
      "total": 15,
      "h_index": 2,
      "i10_index": 1,
      "by_year": {"2020": 4, "2021": 11},
      "papers": [
        {"key": "alpha", "count": 0, "by": "title", "id": "W2", "year": 1999, "title": "Alpha"},
        {"key": "zeta", "count": 12, "date": "2026-01-02", "by": "doi", "id": "W1", "doi": "10./z"},
        {"count": 3, "id": "W3", "year": 2020, "title": "Nobody’s “ü”"}
      ]
    }
  }
}
"""
STORE = Store(tallies={"openalex": TALLY, "crossref": Tally(source="crossref", date="2026-11-20")})


def test_as_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "data" / "citations.json"
    assert store.write(file, STORE)
    assert file.read_bytes().decode() == TEXT
    assert json.loads(TEXT)["version"] == store.VERSION


def test_read_and_written_again_it_is_the_same(tmp_path: Path) -> None:
    file = tmp_path / "citations.json"
    store.write(file, STORE)
    read = store.read(file)
    assert not read.problems
    assert store.text(read) == TEXT
    assert read.tallies["openalex"] == replace(TALLY, papers=(PAPERS[2], PAPERS[1], PAPERS[0]))
    assert not store.write(file, read)


def test_an_empty_store(tmp_path: Path) -> None:
    assert json.loads(store.text(Store())) == {"version": 1, "sources": {}}
    assert store.read(tmp_path / "none.json") == Store()


def test_one_number_is_one_line() -> None:
    papers = (replace(PAPERS[0], count=4), *PAPERS[1:])
    changed = store.text(
        replace(STORE, tallies={**STORE.tallies, "openalex": replace(TALLY, papers=papers)})
    )
    differing = [line for line in changed.splitlines() if line not in TEXT.splitlines()]
    assert len(differing) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "c.json:1: is not JSON: expecting value; mend it, or take the last good one: "
             "git checkout -- c.json"),
        (TEXT.replace('"total": 15,', '"total": 15'), "c.json:16: is not JSON: expecting"),
        (TEXT.replace("      \"h_index\"", "<<<<<<< ours\n      \"h_index\""),
         "c.json:16: has merge conflicts: keep one of the two sides"),
        (TEXT.replace('"total": 15', '"total": "many"'),
         "c.json:15: sources.openalex.total: should be a number, got 'many'"),
        (TEXT.replace('"count": 12', '"count": -1'),
         "c.json:21: sources.openalex.papers.1.count: should be a number, got -1"),
        (TEXT.replace('"count": 12, ', ""), "c.json:21: sources.openalex.papers.1: has no count"),
        (TEXT.replace('"version": 1', '"version": 2'),
         "c.json: is of version 2: update mkdocs-academic to read it"),
        ("[]", "c.json: holds no citation numbers of ours; mend it"),
        ('{"version": 1, "sources": {"openalex": 3}}', "c.json:1: sources.openalex: should be"),
        ('{"total": 5}', "c.json: holds no citation numbers of ours"),
        ("[" * 100_000, "c.json: is not JSON: "),
    ],
)  # fmt: skip
def test_a_broken_file(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "c.json"
    file.write_text(text, "utf-8")
    read = store.read(file, "c.json")
    assert str(read.problems[0]).startswith(said)
    assert file.read_text("utf-8") == text


def test_what_is_sound_in_a_broken_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "c.json"
    file.write_text(TEXT.replace('"count": 12', '"count": "x"'), "utf-8")
    read = store.read(file)
    assert [one.key for one in read.tallies["openalex"].papers] == ["alpha", ""]
    assert read.tallies["openalex"].total == 15


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(b"\xff\xfe")
    assert "is not JSON" in store.read(tmp_path / "x.json").problems[0].message
    assert "cannot be read" in store.read(tmp_path).problems[0].message


def test_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "citations.json"
    store.write(file, STORE)

    def fails(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(OSError, match="No space left"):
        store.write(file, Store())
    assert file.read_bytes().decode() == TEXT
    assert os.listdir(tmp_path) == ["citations.json"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    real.write_text("{}", "utf-8")
    real.chmod(0o640)
    link = tmp_path / "link.json"
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("no links here")
    store.write(link, STORE)
    assert link.is_symlink()
    assert real.read_bytes().decode() == TEXT
    if os.name == "posix":
        assert real.stat().st_mode & 0o777 == 0o640


def test_a_label_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "citations.json"
    text = TEXT.replace("Crossref", "Crossref, by hand")
    file.write_text(text, "utf-8")
    assert store.text(store.read(file)) == text
