"""The publications as files to download: all of them, those of a group, each by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..bibliography import verbatim
from ..bibliography.entry import Entry
from ..bibliography.fields import SITE_FIELDS
from ..bibliography.publication import Publication
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
_HIDDEN = (SITE_FIELDS - _ADDRESSES - {"abstract", "venue"}) | _PRIVATE


class Download(NamedTuple):
    """One file."""

    path: str  # "publications.bib"
    text: str
    media_type: str


Texts = Mapping[str, tuple[str, ...]]  # by citation key, what each format makes of the entry


def texts(papers: Iterable[Publication]) -> Texts:
    """Write each paper once, for all the files that it stands in."""
    found = ((paper.key, public(paper)) for paper in papers)
    return {key: tuple(form.written(entry) for form in _FORMS) for key, entry in found if entry}


def whole(
    papers: Iterable[Publication], name: str = "publications", known: Texts | None = None
) -> Iterator[Download]:
    """Yield `<name>.bib`, `.json` and `.ris` of all papers, nothing where there is no entry."""
    papers = tuple(papers)
    known = texts(papers) if known is None else known
    written = [known[paper.key] for paper in papers if paper.key in known]
    for place, form in enumerate(_FORMS if written else ()):
        text = form.joined(one[place] for one in written)
        yield Download(f"{name}{form.suffix}", text, form.media_type)


_FORMS = tuple(FORMATS.values())


def grouped(
    groups: Mapping[str, Sequence[Publication]],
    name: str = "publications",
    known: Texts | None = None,
) -> Iterator[Download]:
    """Yield the files of each group, `<name>-<slug of the group>.bib` and its like."""
    for slug, papers in groups.items():
        yield from whole(papers, f"{name}-{slug}", known)


def each(
    papers: Iterable[Publication],
    slugs: Mapping[str, str],
    folder: str = "publications",
    known: Texts | None = None,
) -> Iterator[Download]:
    """Yield the files of each paper, beside its page: `<folder>/<slug>/<slug>.bib` and its like."""
    for paper in papers:
        if slug := slugs.get(paper.key):
            yield from whole((paper,), f"{folder}/{slug}/{slug}", known)


def public(paper: Publication) -> Entry | None:
    """Return the entry as readers may have it; None where `bibtex_show` hides it.

    Fields that concern this site only stay behind, and so do links to its files, which lead
    nowhere from elsewhere.
    """
    if paper.entry is None or not paper.bibtex:
        return None
    kept = {
        name: value
        for name, value in paper.entry.fields.items()
        if name not in _HIDDEN and not (name in _ADDRESSES and _is_file(value))
    }
    return replace(paper.entry, key=paper.key, fields=kept)


def _is_file(value: str) -> bool:
    return not verbatim.to_text(value).startswith(("http://", "https://"))
