"""Downloads and search records hold what the pages show."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any
from urllib.parse import urljoin

import bibtexparser

from mkdocs_academic.bibliography import bibtex, csl, reader, ris
from mkdocs_academic.outputs import downloads, plain

from .sites import (
    Built,
    leads,
)

FIELDS = "title journal booktitle year volume number pages doi publisher school".split()


def assert_exports(seen: Built) -> None:
    """Every file is read back, by our readers and another's, with the fields of the paper."""
    wanted = {
        paper.key: entry for paper in seen.site.publications if (entry := downloads.public(paper))
    }
    assert wanted
    files = [*seen.folder.glob("publications*.bib"), *seen.folder.glob("publications/**/*.bib")]
    listed: Counter[str] = Counter()
    for file in files:
        text = file.read_text("utf-8")
        theirs = bibtexparser.parse_string(text)
        assert not theirs.failed_blocks, file
        entries = {one.key: one for one in theirs.entries}
        ours = {one.key: one for one in reader.parse(text, file.name).entries}
        items = csl.parse(file.with_suffix(".json").read_text("utf-8"), file.name)
        referenced = ris.parse(file.with_suffix(".ris").read_bytes().decode(), file.name)
        from_csl = {one.key: one for one in items[0]}
        from_ris = {one.key: one for one in referenced[0]}
        assert list(entries) == list(ours) == list(from_csl) == list(from_ris)
        for key, entry in entries.items():
            listed[key] += 1
            marked = bibtex.unmarked(wanted[key].fields)  # author+an has the marks at names
            assert {one.key for one in entry.fields} == {*wanted[key].fields, *marked}, key
            for name in FIELDS:
                same = text_of(wanted[key].fields.get(name, ""))
                assert text_of(ours[key].fields.get(name, "")) == same
                if name in entry.fields_dict and "#" not in same and not same.isalpha():
                    assert text_of(entry.fields_dict[name].value) == same
            title = text_of(wanted[key].fields.get("title", ""))
            for fields in (from_csl[key].fields, from_ris[key].fields):
                assert text_of(fields.get("title", "")) == title
                assert fields.get("year", fields.get("date", ""))[:4] == year_of(seen, key)
                assert people_of(fields) == people_of(wanted[key].fields)
    assert set(listed) == set(wanted)
    assert min(listed.values()) >= 2, "in the whole file and beside its page"


def text_of(value: str) -> str:
    from mkdocs_academic.bibliography import latex

    return " ".join(plain.from_html(latex.to_html(value)).replace("–", "-").split())


def year_of(seen: Built, key: str) -> str:
    return next(str(one.year or "") for one in seen.site.publications if one.key == key)


def people_of(fields: Any) -> list[str]:
    from mkdocs_academic.bibliography import names

    found, _ = names.split(fields.get("author", ""))
    return [f"{one.prefix} {one.family}{one.literal}".strip() for one in found]


def test_exports_are_read_back(seen: Built) -> None:
    assert_exports(seen)


def test_exports_of_all_kinds_of_papers(trial: Built) -> None:
    assert_exports(trial)
    text = (trial.folder / "publications.bib").read_text("utf-8")
    assert "hidden" not in text
    assert "slug" not in text
    assert not list(trial.folder.glob("publications/hidden/*.bib"))


def test_downloads_are_linked_where_readers_look(trial: Built) -> None:
    for address in ("publications/", "publications/pub24/"):
        where = f"{trial.site.url}{address}"
        found = {urljoin(where, one) for one in trial.pages[address].xpath("//a[@download]/@href")}
        paths = {one.removeprefix(trial.site.url) for one in found}
        stem = "publications" if address == "publications/" else f"{address}pub24"
        assert {f"{stem}.bib", f"{stem}.json", f"{stem}.ris"} <= paths
        assert address != "publications/" or "publications/2024.ris" in paths
        assert [trial.reaches(one) for one in found if trial.reaches(one)] == []
    assert not trial.pages["publications/hidden/"].xpath("//a[@download]")
    assert "talks.ics" in leads(trial, "talks/", "//article//a")


# -- search --


def assert_searchable(seen: Built) -> None:
    text = (seen.folder / "search/search_index.json").read_text("utf-8")
    docs = json.loads(text)["docs"]
    for address, paper in seen.papers.items():
        records = [one for one in docs if one["location"].partition("#")[0] == address]
        shown = [one for one in docs if one["title"] == paper.title]
        assert records == shown[:1] if len(shown) == 1 else len(records) == 1, address
        (record,) = records
        words = plain.from_html(record["text"])
        assert all(author.name.full in words for author in paper.authors)
        assert plain.from_html(paper.venue) in words
        assert plain.from_html(paper.abstract) in words
        own = (
            len(json.dumps(record)) - len(json.dumps(paper.abstract)) - len(json.dumps(paper.title))
        )
        people = sum(len(json.dumps(one.name.full)) for one in paper.authors)
        assert own < 400 + people + 2 * len(json.dumps(paper.venue)), "a small record"


def test_the_search_has_one_small_record_of_each_paper(seen: Built) -> None:
    assert_searchable(seen)


def test_search_of_all_kinds_of_papers(trial: Built, flat: Built) -> None:
    for seen in (trial, flat):
        assert_searchable(seen)
        docs = json.loads((seen.folder / "search/search_index.json").read_text("utf-8"))["docs"]
        (item,) = [one for one in docs if one["location"].endswith("#item-2")]
        assert item["title"] == "Item in words, Journal, 2021."
        assert "*" not in item["text"]
