"""The publications as files to download: all of them, those of a group, each by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from typing import NamedTuple

from ..bibliography import verbatim
from ..bibliography.entry import Entry
from ..bibliography.fields import SITE_FIELDS
from ..bibliography.publication import Publication
from .draft import Draft
from .exports import FORMATS

# Addresses or files: what is an address leads somewhere for everybody.
_ADDRESSES = frozenset(
    "blog code data dataset demo html pdf poster project slides supp video website".split()
)
# Where reference managers keep what is nobody else's business: paths, notes, times.
_PRIVATE = frozenset(
    "annote bdsk-file-1 bdsk-url-1 creationdate date-added date-modified file former groups "
    "modificationdate owner rating readstatus slug timestamp".split()
)
# What entries take over from these is in their own fields; BibTeX stops at one that is not there.
_VOLUMES = frozenset(("crossref", "xdata"))
# What stays behind, unless it is an address.
_ASIDE = (SITE_FIELDS - {"abstract", "venue"}) | _ADDRESSES | _PRIVATE | _VOLUMES


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
    texts: list[bytes]  # one a format


Known = dict[str, Written]  # by citation key


def files(lists: Lists, known: Known | None = None) -> Iterator[Download]:
    """Yield `<name>.bib`, `.json` and `.ris` of each list, nothing where it has no entry.

    A paper is written once for all lists, and there may be thousands: what is written lies on the
    disk until a file is made of it. What is `known` from the last time is not written again; it is
    brought up to date.
    """
    lists = tuple(lists)
    papers = {paper.key: paper for _, some in lists for paper in some}
    with ExitStack() as stack:
        drafts = [stack.enter_context(Draft(form.frame)) for form in FORMATS.values()]
        numbers = _written(drafts, papers.values(), known)
        for form, draft in zip(FORMATS.values(), drafts, strict=True):
            for name, some in lists:
                if found := [numbers[paper.key] for paper in some if paper.key in numbers]:
                    yield Download(f"{name}{form.suffix}", draft.pieces(found), form.media_type)


def _written(
    drafts: Sequence[Draft], papers: Iterable[Publication], known: Known | None
) -> dict[str, int]:
    """Write papers, some at a time; return which place they have, by citation key."""
    found: Known = {}
    numbers: dict[str, int] = {}
    entries = (entry for paper in papers if (entry := public(paper)))
    while some := list(islice(entries, _AT_ONCE)):
        texts = _texts(some) if known is None else _brought_up_to_date(some, known, found)
        for draft, one in zip(drafts, texts, strict=True):
            draft.add(one)
        numbers |= {entry.key: number for number, entry in enumerate(some, len(numbers))}
    if known is not None:
        known.clear()
        known.update(found)
    return numbers


_AT_ONCE = 64  # what stays in the processor's cache from one format to the next


def _texts(entries: Sequence[Entry]) -> list[list[bytes]]:
    """Return a list for each format."""
    return [
        [form.written(entry).encode(errors="replace") for entry in entries]
        for form in FORMATS.values()
    ]


def _brought_up_to_date(
    entries: Sequence[Entry], known: Known, found: Known
) -> Iterable[Sequence[bytes]]:
    for entry in entries:
        one = known.get(entry.key)
        fields = list(entry.fields.items())
        if one is None or one.type != entry.type or one.fields != fields:
            one = Written(entry.type, fields, [text for (text,) in _texts([entry])])
        found[entry.key] = one
    return zip(*(found[entry.key].texts for entry in entries), strict=True)


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
    begin = ("http://", "https://")
    return value.startswith(begin) or verbatim.to_text(value).startswith(begin)
