"""Every `.bib` of the collection of real files, against its ground truth and two other readers."""

from __future__ import annotations

import logging
import os
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import bibtexparser
import pytest
from bibtexparser.model import DuplicateFieldKeyBlock
from bibtexparser.model import Entry as Entry2
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError

from mkdocs_academic.bibliography import latex, names
from mkdocs_academic.bibliography.decode import decode
from mkdocs_academic.bibliography.entry import Entry
from mkdocs_academic.bibliography.reader import Library, parse, read

SHARED = Path(__file__).resolve().parents[3] / "shared"
CORPUS = SHARED / "corpus"

# `entries` counts `@type{` at the start of a line, `entries_scan` is BibTeX's own view.
SCAN_DIFFERS = {
    "4a43b314": "the only entry is an example whose every line is commented out with %",
    "132e3649": "an abstract lacks a brace, so that BibTeX loses the entry behind it",
}

# Where a comma is missing bibtexparser takes the next field into the value, and pybtex gives up:
# sha256 of the file -> line of the entry -> fields that bibtexparser reads differently from us.
NO_COMMA: dict[str, dict[int, set[str]]] = {
    "1aedd03d": {4: {"abstract"}},
    "3c5a991f": {37: {"url", "pdf"}},
    "a4bc3a2f": {1: {"ty", "author"}, 32: {"ty", "title"}, 44: {"type", "title"}},
}


class File(NamedTuple):
    path: Path
    digest: str
    truth: dict[str, int]

    @property
    def library(self) -> Library:
        return read(self.path, self.path.name)


def files() -> list[File]:
    manifest = CORPUS / "MANIFEST.tsv"
    if not manifest.exists():
        return []
    head, *rows = (line.split("\t") for line in manifest.read_text("utf-8").splitlines())
    found = []
    for row in (dict(zip(head, row, strict=False)) for row in rows):
        if row["local"].endswith(".bib"):
            pairs = (pair.split("=") for pair in row["truth"].split("; "))
            truth = {name: int(number) for name, number in pairs}
            found.append(File(CORPUS / row["local"], row["sha256"][:8], truth))
    return found


FILES = files()


def test_the_collection_is_there() -> None:
    if not FILES:
        message = f"no collection of real files at {CORPUS}"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    assert len(FILES) > 60


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.digest}")
def test_every_entry_is_read(file: File) -> None:
    assert len(file.library.entries) == file.truth["entries"]
    if file.truth["entries"] != file.truth["entries_scan"]:
        assert file.digest in SCAN_DIFFERS


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.digest}")
def test_keys_are_unique_and_values_decode(file: File) -> None:
    entries = file.library.entries
    assert len({entry.key for entry in entries}) == len(entries)
    for entry in entries:
        for value in entry.fields.values():
            latex.to_html(value)
            latex.to_text(value)
        for field in ("author", "editor"):
            people, _ = names.split(entry.fields.get(field, ""))
            assert all(name.full and name.sort for name in people)
            assert bool(people) == bool(entry.fields.get(field, "").strip())


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.digest}")
def test_no_field_is_lost_or_changed(file: File) -> None:
    by_line = {entry.line: entry for entry in file.library.entries}
    differences: dict[int, set[str]] = {}
    for line, reader, fields in oracles(file):
        entry = by_line[line]
        for name in fields.keys() | own_fields(entry):
            if plain(entry.fields.get(name)) != plain(fields.get(name)):
                differences.setdefault(line, set()).add(name)
                assert reader == "bibtexparser"
    assert differences == NO_COMMA.get(file.digest, {})
    unread = set(by_line) - {line for line, *_ in oracles(file)}
    assert not unread


Reading = tuple[int, str, dict[str, str]]  # line of the entry, reader, fields


def oracles(file: File) -> Iterator[Reading]:
    """Yield what bibtexparser and pybtex make of each entry, read alone."""
    text = decode(file.path.read_bytes(), "")[0].replace("\r\n", "\n")
    # bibtexparser wants the brace on the line of the type
    text = re.sub(r"^(@\w+)\n\{(.*)$", r"\1{\2\n", text, flags=re.MULTILINE)
    logging.disable(logging.CRITICAL)
    try:
        whole = bibtexparser.parse_string(text)
        macros = "\n".join(block.raw for block in whole.strings)
        for block in [*whole.entries, *whole.failed_blocks]:
            raw = re.sub(r"^(@\w+\{)\s*,", r"\1key,", block.raw)
            found = list(parser2(f"{macros}\n{raw}"))
            for fields in found:
                yield block.start_line + 1, "bibtexparser", fields
            for fields in pybtex(f"{macros}\n{raw}") if found else ():
                yield block.start_line + 1, "pybtex", fields
    finally:
        logging.disable(logging.NOTSET)


def parser2(text: str) -> Iterator[dict[str, str]]:
    library = bibtexparser.parse_string(text)
    for block in library.blocks:
        repeated = isinstance(block, DuplicateFieldKeyBlock)
        entry = block.ignore_error_block if repeated else block
        if isinstance(entry, Entry2):
            fields: dict[str, str] = {}
            for field in entry.fields:  # the first that is not empty
                value = str(field.value).strip()
                value = value[1:-1] if repeated and value[:1] in ("{", '"') else value
                fields[field.key.lower()] = fields.get(field.key.lower()) or value
            yield fields


def pybtex(text: str) -> Iterator[dict[str, str]]:
    try:
        entries = Parser(person_fields=[]).parse_string(text).entries.values()
    except PybtexError:
        return
    for entry in entries:
        yield {name.lower(): value for name, value in entry.fields.items()}


MONTHS = (
    "january february march april may june july august september october november december"
).split()


def plain(value: str | None) -> str | None:
    """Make the readers comparable: blanks, case of months."""
    if value is None:
        return None
    text = " ".join(value.split())
    return next((name for name in MONTHS if name[:3] == text.lower()), text.lower())


def own_fields(entry: Entry) -> set[str]:
    """Return the fields that an entry does not inherit."""
    if not {"crossref", "xdata"} & entry.fields.keys():
        return set(entry.fields)
    return {name for name in entry.fields if re.search(rf"\b{name}\s*=", entry.source.lower())}


def table() -> list[str]:
    """Return the table for the end of a test run: file, entries, fields, warnings."""
    rows = []
    for file in FILES:
        library = file.library
        fields = sum(len(entry.fields) for entry in library.entries)
        rows.append((file.path.name, len(library.entries), fields, len(library.problems)))
    totals = tuple(sum(row[place] for row in rows) for place in (1, 2, 3))
    rows.append((f"{len(rows)} files", *totals))
    return [
        f"{'file':60} entries fields warnings",
        *(f"{name[:60]:60} {one:7} {two:6} {three:8}" for name, one, two, three in rows),
    ]


def test_generated_bibliography() -> None:
    """The generator of the benchmarks knows the truth of names, titles and venues."""
    generator = SHARED / "bench" / "gen_bib.py"
    if not generator.exists():
        pytest.skip(f"no generator at {generator}")
    bench = runpy.run_path(str(generator))
    made = bench["make"](800)
    library = parse(bench["bib"](*made, 1), "refs.bib")
    assert library.problems == ()
    for entry, record in zip(library.entries, bench["truth"](*made), strict=True):
        people, others = names.split(entry.fields.get("author", ""))
        shown = [f"{name.given} {name.prefix} {name.family}".split() for name in people]
        wanted = [f"{name['given']} {name['family']}".split() for name in record["authors"]]
        venue = entry.fields.get("journal") or entry.fields.get("booktitle", "")
        assert (entry.key, entry.type) == (record["key"], record["type"])
        assert (shown, others) == (wanted, record["others"])
        assert latex.to_text(entry.fields["title"]) == record["title"]
        assert latex.to_text(venue) == record["venue"]
        assert entry.fields["year"] == str(record["year"])
