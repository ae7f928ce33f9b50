"""Which entry of the bibliography a counted paper is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..bibliography import bibtex, fingerprints, verbatim
from ..bibliography.entry import Entry
from ..bibliography.publication import Publication
from .sources import SOURCES
from .tally import Paper

_TELLING = 12  # letters; shorter titles ("Introduction") need the same year


@dataclass
class _Index:
    """Where to find an entry by what a source knows of it."""

    ids: dict[str, str] = field(default_factory=dict)
    dois: dict[str, str] = field(default_factory=dict)
    arxivs: dict[str, str] = field(default_factory=dict)
    titles: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))


def matched(
    papers: Iterable[Paper], publications: Sequence[Publication], source: str
) -> tuple[Paper, ...]:
    """Give each paper the key of its entry: by stated id, DOI, arXiv id, title and year.

    A key that somebody wrote by hand is never taken away.
    """
    index = _index(publications, source)
    known = {one.key for one in publications}
    return tuple(
        paper if paper.is_by_hand and paper.key in known else _matched(paper, index)
        for paper in papers
    )


def own_id(publication: Publication, source: str) -> str:
    """Return the id that an entry states for a source, "" if it states none."""
    fields = SOURCES[source].fields if source in SOURCES else ()
    written = next(filter(None, map(publication.field, fields)), "")
    return plain_id(verbatim.to_text(written))


def plain_id(written: str) -> str:
    """Return an id without the address or the author's id before it."""
    last = written.strip().rstrip("/").rpartition("/")[2]
    return last.rpartition(":")[2]


def title_of(paper: Paper) -> str:
    """Return a title in the form that entries are compared in."""
    fields = {"title": bibtex.from_plain(paper.title)}
    entry = Entry(key="", type="misc", fields=fields, source="", file="", line=0)
    return fingerprints.of(entry).title


def _index(publications: Sequence[Publication], source: str) -> _Index:
    index = _Index()
    for publication in publications:
        if publication.entry is None:
            continue
        if stated := own_id(publication, source):
            index.ids.setdefault(stated.casefold(), publication.key)
            continue  # what its author says is not put in doubt by a similar title
        print_ = fingerprints.of(publication.entry)
        if print_.doi:
            index.dois.setdefault(print_.doi, publication.key)
        if print_.arxiv:
            index.arxivs.setdefault(print_.arxiv, publication.key)
        if print_.title:
            index.titles[print_.title].append((publication.key, print_.year))
    return index


def _matched(paper: Paper, index: _Index) -> Paper:
    for by, found in (
        ("id", index.ids.get(plain_id(paper.id).casefold()) if paper.id else None),
        ("doi", index.dois.get(paper.doi)),
        ("arxiv", index.arxivs.get(paper.arxiv)),
        ("title", _by_title(paper, index)),
    ):
        if found:
            return replace(paper, key=found, by=by)
    return paper if paper.is_by_hand else replace(paper, key="", by="")


def _by_title(paper: Paper, index: _Index) -> str | None:
    """Compare title and year: preprint and proceedings may be a year apart."""
    title = title_of(paper) if paper.title else ""
    found = index.titles.get(title, ())
    if not title or not found:
        return None
    near = [(_apart(year, paper.year), key) for key, year in found]
    apart, key = min(near, key=lambda pair: pair[0])
    is_telling = len(title) >= _TELLING or not title.isascii()
    return key if apart == 0 or (is_telling and apart <= 1) else None


def _apart(one: int, other: int | None) -> float:
    """Return how many years lie between; unknown years lie less than one apart."""
    return abs(one - other) if one and other else 0.5
