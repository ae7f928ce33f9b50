"""The publications as files to download: all of them, those of a group, each by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..bibliography import verbatim
from ..bibliography.entry import Entry
from ..bibliography.fields import SITE_FIELDS
from ..bibliography.publication import Publication
from .exports import FORMATS, Format

# Addresses or files: what is an address leads somewhere for everybody.
_ADDRESSES = frozenset(
    "blog code data dataset demo html pdf poster project slides supp video website".split()
)
# Where reference managers keep what is nobody else's business: paths, notes, times.
_PRIVATE = frozenset(
    "annote bdsk-file-1 bdsk-url-1 creationdate date-added date-modified file former groups "
    "modificationdate owner rating readstatus slug timestamp".split()
)
# What stays behind, unless it is an address.
_ASIDE = (SITE_FIELDS - {"abstract", "venue"}) | _ADDRESSES | _PRIVATE


class Download(NamedTuple):
    """One file."""

    path: str  # "publications.bib"
    pieces: list[bytes]  # of its content, UTF-8
    media_type: str


Lists = Iterable[tuple[str, Sequence[Publication]]]  # names of files without suffix, papers


class Written(NamedTuple):
    """What was made of an entry."""

    type: str
    fields: list[tuple[str, str]]  # in their order
    text: bytes


Known = dict[tuple[str, str], Written]  # by suffix and citation key


def files(lists: Lists, known: Known | None = None) -> Iterator[Download]:
    """Yield `<name>.bib`, `.json` and `.ris` of each list, nothing where it has no entry.

    A paper is written once for all lists, in one format after the other: there may be thousands.
    What is `known` from the last time is not written again; it is brought up to date.
    """
    lists = tuple(lists)
    papers = {paper.key: paper for _, some in lists for paper in some}.values()
    entries = [entry for paper in papers if (entry := public(paper))]
    for form in FORMATS.values():
        yield from _in(form, lists, entries, known)


def _in(
    form: Format, lists: Lists, entries: Sequence[Entry], known: Known | None
) -> Iterator[Download]:
    if known is None:
        texts = {entry.key: _text(form, entry) for entry in entries}
    else:
        texts = _brought_up_to_date(known, form, entries)
    for name, papers in lists:
        if written := [texts[paper.key] for paper in papers if paper.key in texts]:
            yield Download(f"{name}{form.suffix}", form.joined(written), form.media_type)


def _text(form: Format, entry: Entry) -> bytes:
    return form.written(entry).encode(errors="replace")


def _brought_up_to_date(known: Known, form: Format, entries: Iterable[Entry]) -> dict[str, bytes]:
    found: Known = {}
    for entry in entries:
        place = form.suffix, entry.key
        one = known.get(place)
        fields = list(entry.fields.items())
        if one is None or one.type != entry.type or one.fields != fields:
            one = Written(entry.type, fields, _text(form, entry))
        found[place] = one
    for place in [one for one in known if one[0] == form.suffix and one not in found]:
        del known[place]
    known.update(found)
    return {key: one.text for (_, key), one in found.items()}


def paths(lists: Lists) -> Iterator[str]:
    """Yield the paths of these files."""
    for name, papers in lists:
        if any(paper.entry and paper.bibtex for paper in papers):
            yield from (f"{name}{form.suffix}" for form in FORMATS.values())


def public(paper: Publication) -> Entry | None:
    """Return the entry as readers may have it; None where `bibtex_show` hides it.

    Fields that concern this site only stay behind, and so do links to its files, which lead
    nowhere from elsewhere.
    """
    if paper.entry is None or not paper.bibtex:
        return None
    entry = paper.entry
    kept = {
        name: value
        for name, value in entry.fields.items()
        if name not in _ASIDE or (name in _ADDRESSES and _is_address(value))
    }
    return Entry(
        key=paper.key,
        type=entry.type,
        fields=kept,
        source=entry.source,
        file=entry.file,
        line=entry.line,
    )


def _is_address(value: str) -> bool:
    return verbatim.to_text(value).startswith(("http://", "https://"))
