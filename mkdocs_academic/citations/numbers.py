"""The numbers pages show: stated ones first, then counted ones, each with who counted and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from .. import formats
from ..bibliography.publication import Publication
from ..online import answers
from ..problems import Problem
from . import matching, sources
from .report import Report
from .sources import SOURCES
from .store import Store
from .tally import Paper, Tally


class Figure(NamedTuple):
    """One number with its origin."""

    text: str  # 1024; as the user wrote it: 260000+
    number: int | None  # None where the text is not a number
    source: str  # who counted, as readers know it
    date: str  # ISO 8601 or the user's own words
    url: str = ""  # where it can be looked up
    is_stated: bool = False  # by the user
    is_computed: bool = False  # from the papers' counts
    is_own: bool = False  # of a source of the user's own, which nobody asks

    def shown(self, language: str) -> str:
        """Return what a page shows: a stated text, or a count as the language writes it."""
        if self.is_stated or self.number is None:
            return self.text
        return formats.number(self.number, language)


class Series(NamedTuple):
    """Citations by year with their origin."""

    counts: Mapping[int, int] = {}
    source: str = ""
    date: str = ""


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """All that is known of the citations of a site."""

    total: Figure | None = None
    papers: Mapping[str, Figure] = field(default_factory=dict)  # by citation key
    h_index: Figure | None = None
    i10_index: Figure | None = None
    by_year: Series = field(default_factory=Series)
    scholar_ids: Mapping[str, str] = field(default_factory=dict)  # user:paper by citation key
    problems: tuple[Problem, ...] = ()


def resolve(
    report: Report,
    store: Store,
    publications: Sequence[Publication],
    also: Mapping[str, str] = MappingProxyType({}),
) -> Numbers:
    """Choose among the user's own numbers and those of the sources, in the user's order.

    `also` are the keys of versions that are shown as another paper: their key to that one's.
    """
    tallies = _in_order(report, store, publications, also)
    stated = {also.get(key, key): figure for key, figure in _stated(report).items()}
    papers = {**_papers(report, tallies), **stated}
    keys = {one.key for one in publications if one.entry}
    return Numbers(
        total=_total(report, tallies, papers),
        papers=papers,
        h_index=_index(report, tallies, papers, keys, "h_index", h_index),
        i10_index=_index(report, tallies, papers, keys, "i10_index", i10_index),
        by_year=_by_year(tallies),
        scholar_ids=_scholar_ids(tallies),
        problems=store.problems,
    )


def h_index(counts: Iterable[int]) -> int:
    """Return the largest h so that h papers have at least h citations (Hirsch 2005)."""
    ordered = sorted(counts, reverse=True)
    return sum(count >= rank for rank, count in enumerate(ordered, 1))


def i10_index(counts: Iterable[int]) -> int:
    """Return how many papers have at least ten citations (Google Scholar)."""
    return sum(count >= 10 for count in counts)


def _in_order(
    report: Report, store: Store, publications: Sequence[Publication], also: Mapping[str, str]
) -> list[Tally]:
    """Return the tallies of the sources that the user wants, the most trusted first.

    A source of the user's own cannot be listed among those to ask; it counts before all of them.
    """
    wanted = [name for name in store.tallies if name not in SOURCES]
    wanted += [one.source for one in report.asked]
    if not report.sources:
        wanted += store.tallies
    found = [store.tallies[name] for name in dict.fromkeys(wanted) if name in store.tallies]
    return [_keyed(tally, publications, also) for tally in found]


def _keyed(tally: Tally, publications: Sequence[Publication], also: Mapping[str, str]) -> Tally:
    """Match papers whose entry was written, or got another key, after they were counted."""
    keys = {one.key for one in publications if one.entry}
    papers = [replace(one, key=also.get(one.key, one.key)) for one in tally.papers]
    placed = [paper for paper in papers if paper.key in keys]
    taken = {paper.key for paper in placed}
    loose = [paper for paper in papers if paper.key not in keys]
    free = [one for one in publications if one.key not in taken]
    found = matching.matched(loose, free, tally.source) if loose and free else loose
    return replace(tally, papers=(*placed, *found))


def _chosen(report: Report, figures: Iterable[Figure]) -> Figure | None:
    """Return the first or the highest figure, of equal ones the first; the user's own wins."""
    listed = list(figures)
    listed = [one for one in listed if one.is_own] or listed
    if report.prefer == "highest":
        listed.sort(key=lambda one: one.number or 0, reverse=True)
    return next(iter(listed), None)


def _total(report: Report, tallies: Sequence[Tally], papers: Mapping[str, Figure]) -> Figure | None:
    if report.total:
        return _figure(report, report.total)
    told = _chosen(report, (_of(one, one.total) for one in tallies if one.total is not None))
    return told or _sum(papers.values())


def _sum(papers: Iterable[Figure]) -> Figure | None:
    """Add up what sources without a total have counted."""
    counted = [one for one in papers if one.number is not None and not one.is_stated]
    if not counted:
        return None
    sources = ", ".join(dict.fromkeys(one.source for one in counted))
    number = sum(one.number or 0 for one in counted)
    date = max(one.date for one in counted)
    return Figure(str(number), number, sources, date, is_computed=True)


def _papers(report: Report, tallies: Sequence[Tally]) -> dict[str, Figure]:
    known: dict[str, list[Figure]] = {}
    for tally in tallies:
        best: dict[str, Paper] = {}
        for paper in tally.papers:  # versions of one paper: adding them up could count twice
            if paper.key and (paper.key not in best or best[paper.key].count < paper.count):
                best[paper.key] = paper
        for key, paper in best.items():
            known.setdefault(key, []).append(_of_paper(tally, paper))
    chosen = {key: _chosen(report, figures) for key, figures in known.items()}
    return {key: figure for key, figure in chosen.items() if figure}


def _stated(report: Report) -> dict[str, Figure]:
    return {key: _figure(report, written) for key, written in report.papers.items() if written}


def _figure(report: Report, written: str) -> Figure:
    number = answers.count(written.strip(" +~≈≥>"))
    return Figure(written, number, report.counted_by, report.date, report.url, is_stated=True)


def _of(tally: Tally, number: int | None, is_computed: bool = False) -> Figure:
    label = sources.label(tally.source, tally.label)
    figure = Figure(str(number), number, label, tally.date, tally.url, is_computed=is_computed)
    return figure._replace(is_own=not is_computed and _is_own(tally))


def _is_own(tally: Tally) -> bool:
    return tally.source not in SOURCES


def _of_paper(tally: Tally, paper: Paper) -> Figure:
    row = SOURCES.get(tally.source)
    url = row.paper_url.format(paper.id, author=tally.id) if row and paper.id else ""
    if not url and paper.doi:
        url = f"https://doi.org/{paper.doi}"
    return _of(tally, paper.count)._replace(date=tally.date_of(paper), url=url)


def _index(
    report: Report,
    tallies: Sequence[Tally],
    papers: Mapping[str, Figure],
    keys: Set[str],
    name: str,
    compute: Callable[[Iterable[int]], int],
) -> Figure | None:
    """Return what a source says, else what follows from the counts of its papers."""
    told = ((one, getattr(one, name)) for one in tallies)
    known = _chosen(report, (_of(one, number) for one, number in told if number is not None))
    counted = (
        _of(one, compute(paper.count for paper in distinct(one)), is_computed=True)
        for one in sorted(tallies, key=_is_own)  # which may hold a few papers only
        if one.papers
    )
    if found := known or _chosen(report, counted):
        return found
    stated = {key: one.number for key, one in papers.items() if one.number is not None}
    if not stated or not keys <= stated.keys():
        return None  # the other papers may have any number
    figure = _figure(report, str(compute(stated.values())))
    return figure._replace(is_stated=False, is_computed=True)


def distinct(tally: Tally) -> Iterable[Paper]:
    """Return each paper once, where several records belong to one entry."""
    best: dict[str, Paper] = {}
    for paper in sorted(tally.papers, key=lambda one: one.count):
        best[paper.key or paper.name] = paper
    return best.values()


def _by_year(tallies: Iterable[Tally]) -> Series:
    found = next((_series(tally) for tally in tallies if tally.by_year), None)
    return found or Series()


def _scholar_ids(tallies: Iterable[Tally]) -> dict[str, str]:
    """Return the names that the files of Google Scholar's crawlers have for papers."""
    return {
        paper.key: f"{tally.id}:{paper.id}"
        for tally in tallies
        if tally.id
        and tally.source in SOURCES
        and "google_scholar_id" in SOURCES[tally.source].fields
        for paper in tally.papers
        if paper.key and paper.id
    }


def _series(tally: Tally) -> Series:
    return Series(tally.by_year, _of(tally, None).source, tally.date)
