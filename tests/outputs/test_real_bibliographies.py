"""Every publication of the collection of real files goes through every output."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl

import bibtexparser
import pytest

from mkdocs_academic.bibliography import bibtex, csl, reader, slugs
from mkdocs_academic.bibliography.balance import balanced
from mkdocs_academic.bibliography.block import MONTHS
from mkdocs_academic.bibliography.columns import Given, from_entries
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.known_people import KnownPeople
from mkdocs_academic.bibliography.publication import Publication
from mkdocs_academic.outputs import coins, downloads, feed_items, highwire, linked_data, record
from mkdocs_academic.outputs.addresses import resolver

from ..bibliography.test_corpus import FILES, File
from ..test_exports import shown
from .papers import HOME
from .test_feeds import made, valid_atom, valid_json
from .vocabulary import assert_valid

EACH = pytest.mark.parametrize("file", FILES, ids=lambda file: file.digest)
TEX = re.compile(r"\\[A-Za-z]+|[{}]")
TAG = re.compile(r"</?(?:span|em|strong|b|i|a|sub|sup|p|br)\b")


def papers(file: File) -> tuple[Publication, ...]:
    return _read(file.path)


@cache
def _read(path: Path) -> tuple[Publication, ...]:
    owner = Identity("Jane Doe")
    found = reader.read(path, path.name).entries
    nobody = KnownPeople()
    return tuple(from_entries(list(map(Given, found)), owner, nobody))


@EACH
def test_slugs(file: File) -> None:
    found = slugs.assign(papers(file)).by_key
    assert found.keys() == {paper.key for paper in papers(file)}
    assert len({slug.casefold() for slug in found.values()}) == len(found)
    assert slugs.assign(reversed(papers(file))).by_key == found


@EACH
def test_heads(file: File) -> None:
    for paper in papers(file):
        about = record.of(paper)
        assert about
        url = f"{HOME}publications/{slugs.made_of(paper.key)}/"
        found = highwire.tags(about, url=url, pdf_url=f"{url}a.pdf")
        written = bool(paper.field("author").strip())
        assert bool(found.tags) == bool(about.title and written and about.date)
        assert bool(found.tags) != bool(found.reason)
        names = [tag.name for tag in found.tags]
        if found.tags:
            assert names[0] == "citation_title"
            assert names.count("citation_author") == len(paper.authors)
            assert names.count("citation_publication_date") == 1
            assert names[-2:] == ["citation_abstract_html_url", "citation_pdf_url"]
        for tag in found.tags:
            assert tag.content == tag.content.strip() != ""
            assert "\n" not in tag.content
            assert not TAG.search(tag.content)
            if tag.name in ("citation_title", "citation_author", "citation_journal_title"):
                assert not TEX.search(tag.content), tag
            assert tag.content != "others"
        node = linked_data.scholarly_article(about, url=url, resolve=resolver(HOME))
        assert_valid(node)
        assert json.loads(linked_data.script(node)) == node
        assert len(node.get("author", ())) == (len(paper.authors) if written else 0)
        pairs = parse_qsl(coins.title(about, url), strict_parsing=True)
        assert [value for name, value in pairs if name == "rft_id"][-1] == url


@EACH
def test_feeds(file: File) -> None:
    items = feed_items.from_publications(
        papers(file),
        home=HOME,
        address=lambda paper: f"{HOME}#{slugs.made_of(paper.key)}",
        resolve=resolver(HOME),
    )
    dated = [paper for paper in papers(file) if paper.date.start[0]]
    assert len(items) == len(dated)
    if items:
        found = made(items, limit=10_000)
        valid_atom(found)
        valid_json(found)
        assert len(found.items) == len(items)


@EACH
def test_downloads_come_back(file: File) -> None:
    """bibtexparser reads the fields that were written; a CSL reader reads the same content."""
    given = [entry for paper in papers(file) if (entry := downloads.public(paper))]
    bib, as_json, _ = list(downloads.files([("all", papers(file))])) or ([None] * 3)
    if bib is None or as_json is None:
        assert not given
        return
    library = bibtexparser.parse_string(b"".join(bib.pieces).decode())
    assert not library.failed_blocks
    theirs = {
        one.key: {field.key: " ".join(str(field.value).split()) for field in one.fields}
        for one in library.entries
    }
    ours = {
        one.key: {
            name: " ".join(balanced(v).split())
            for name, v in {**one.fields, **bibtex.unmarked(one.fields)}.items()
        }
        for one in given
    }
    for fields in (*theirs.values(), *ours.values()):  # a month may be a macro: jan
        if month := MONTHS.get(fields.get("month", "")):
            fields["month"] = month
    assert theirs == ours
    again, problems = csl.parse(b"".join(as_json.pieces).decode(), "x.json")
    assert not problems
    assert [entry.key for entry in again] == [entry.key for entry in given]
    assert list(map(shown, again)) == list(map(shown, given))


@EACH
def test_each_by_itself(file: File) -> None:
    found = slugs.assign(papers(file)).by_key
    known = {paper.key: paper for paper in papers(file)}
    paths = list(downloads.paths([(slug, (known[key],)) for key, slug in found.items()]))
    assert len(set(paths)) == len(paths) == 3 * sum(bool(paper.bibtex) for paper in papers(file))
    assert all(path.isascii() for path in paths)
