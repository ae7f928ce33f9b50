"""What is added to a bibliography: works that it has not, under keys that are free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from ..bibliography import date_fields, duplicates, fingerprints
from ..bibliography.entry import Entry
from ..bibliography.keys import Keys
from ..outputs.bibtex_file import to_bibtex


class Chosen(NamedTuple):
    """What is new, the newest first, and the keys under which the rest is known already."""

    added: tuple[Entry, ...]
    known: tuple[str, ...]


def choose(known: Sequence[Entry], found: Iterable[Entry]) -> Chosen:
    """Leave out works that are there; the published version of a known preprint is new."""
    keys = Keys(set())
    for entry in known:
        keys.give(entry.key)
    new = {f"{place} ": entry for place, entry in enumerate(found)}  # no key ends with a blank
    marked = (replace(entry, key=mark) for mark, entry in new.items())
    alike = {_said(entry): entry.key for entry in known}
    added: list[Entry] = []
    had: list[str] = []
    for cluster in duplicates.clusters((*known, *marked)):
        shown = cluster.shown
        versions = (shown, *cluster.others)
        old = [entry for entry in versions if entry.key not in new]
        if twin := "" if old else alike.get(_said(shown), ""):
            had.append(twin)
        elif shown.key in new and not _has(old, shown):
            whole = new[shown.key] if old else shown  # what the file has needs no repetition
            key = keys.give(new[shown.key].key)
            added.append(replace(whole, key=key, source=""))
        elif len(old) < len(versions):
            had.append(old[0].key)
    added.sort(key=lambda entry: date_fields.from_fields(entry.fields).start, reverse=True)
    return Chosen(tuple(added), tuple(had))


def _said(entry: Entry) -> tuple[object, ...]:
    """Return what tells a work without authors, or of a common title, from others."""
    known_by = fingerprints.of(entry)
    ids = (known_by.doi, known_by.arxiv)
    return (known_by.title, known_by.families, known_by.year, known_by.venue, *ids)


def _has(entries: Iterable[Entry], found: Entry) -> bool:
    """Tell whether one of the entries has the DOI, and is no preprint that names it."""
    doi = fingerprints.of(found).doi
    known = map(fingerprints.of, entries)
    return bool(doi) and any(one.doi == doi and not one.arxiv for one in known)


def written(path: Path) -> str:
    """Return what a file has, "" where there is none.

    Raises:
        OSError: the file cannot be read.
        UnicodeDecodeError: it is not UTF-8.

    """
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def append(entries: Iterable[Entry], path: Path) -> None:
    """Write entries behind what a file has, with its line ends; make the file if need be.

    Raises:
        OSError: the file cannot be read or written.
        UnicodeDecodeError: it is not UTF-8, and nothing was written.

    """
    before = written(path)
    text = to_bibtex(entries)
    if before.strip():
        text = ("\n" if before.endswith("\n") else "\n\n") + text
    if "\r\n" in before:
        text = text.replace("\n", "\r\n")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.write(text.encode())
