"""New numbers over stored ones: nothing is lost, nothing falls far without being asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from .tally import Finding, Paper, Tally


class Merge(NamedTuple):
    """What is to be stored now, and what was not believed."""

    tally: Tally | None
    held: tuple[str, ...] = ()  # "total 500 -> 12"


@dataclass
class _Rule:
    """Decides which of two numbers stays."""

    is_whole: bool  # the answer is complete
    drop: float  # percent
    force: bool
    held: list[str] = field(default_factory=list)

    def number(self, what: str, old: int | None, new: int | None) -> int | None:
        if old is None or new is None:
            return old if new is None else new
        if new >= old or (self.force and self.is_whole):
            return new
        if not self.is_whole:
            return old
        if (old - new) * 100 <= self.drop * old:
            return new
        self.held.append(f"{what} {old} -> {new}")
        return old


def merged(old: Tally | None, finding: Finding, drop: float, force: bool) -> Merge:
    """Lay a finding over what is stored of the same source."""
    new = finding.tally
    if new is None or old is None:
        return Merge(new or old)
    is_whole = not finding.failures
    if not _is_same_person(old, new):
        return _other_person(old, new, is_whole, drop, force)
    rule = _Rule(is_whole, drop, force)
    total = rule.number("citations", old.total, new.total)
    is_fresh = new.total is not None and total == new.total
    date = new.date if is_fresh or old.total is None else old.date
    tally = Tally(
        source=new.source,
        date=date,
        label=old.label or new.label,
        asked=new.asked or old.asked,
        id=new.id or old.id,
        url=new.url or old.url,
        total=total,
        h_index=rule.number("h-index", old.h_index, new.h_index),
        i10_index=rule.number("i10-index", old.i10_index, new.i10_index),
        by_year=_years(old.by_year, new.by_year, rule),
        papers=_papers(old, new, rule, date),
    )
    return Merge(tally, tuple(rule.held))


def _is_same_person(old: Tally, new: Tally) -> bool:
    known = {old.id, old.asked} - {""}
    return not known or not new.id or bool({new.id, new.asked} & known)


def _other_person(old: Tally, new: Tally, is_whole: bool, drop: float, force: bool) -> Merge:
    """Replace everything when the user has set another id, unless the numbers fall with it."""
    rule = _Rule(is_whole, drop, force)
    total = rule.number(f"citations ({old.id or old.asked}, now {new.id})", old.total, new.total)
    is_believed = is_whole and (force or total == new.total)
    return Merge(new if is_believed else old, tuple(rule.held))


def _years(old: Mapping[int, int], new: Mapping[int, int], rule: _Rule) -> dict[int, int]:
    """Keep years that a source tells no more: OpenAlex forgets after ten."""
    both = {year: rule.number(f"in {year}", old.get(year), new.get(year)) for year in {*old, *new}}
    return {year: number for year, number in sorted(both.items()) if number is not None}


def _papers(old: Tally, new: Tally, rule: _Rule, date: str) -> tuple[Paper, ...]:
    known = {paper.name: paper for paper in old.papers if not _has_key_only(paper)}
    stated = {paper.key: paper for paper in old.papers if _has_key_only(paper)}
    papers = []
    for paper in sorted(new.papers, key=lambda one: -one.count):
        before = known.get(paper.name) or stated.pop(paper.key, None)  # of versions, the first's
        papers.append(_paper(before, paper, old, new, rule))
    gone = list(stated.values())
    if not (rule.force and rule.is_whole and new.papers):
        answered = {paper.name for paper in new.papers}
        listed = [paper for paper in old.papers if not _has_key_only(paper)]
        gone += [paper for paper in listed if paper.name not in answered]
    papers += [replace(paper, date=old.date_of(paper)) for paper in gone]
    return tuple(replace(one, date="") if one.date == date else one for one in papers)


def _has_key_only(paper: Paper) -> bool:
    """Tell a count written by hand, that nothing but its key says which paper it is of."""
    return bool(paper.key and not (paper.id or paper.doi or paper.arxiv or paper.title))


def _paper(known: Paper | None, paper: Paper, old: Tally, new: Tally, rule: _Rule) -> Paper:
    """Return a paper with its number and the day of that number."""
    if known is None:
        return replace(paper, date=new.date_of(paper))
    number = rule.number(known.key or known.title or known.name, known.count, paper.count)
    is_new = number == paper.count
    date = new.date_of(paper) if is_new else old.date_of(known)
    is_corrected = known.is_by_hand and known.key != paper.key
    return replace(
        paper,
        key=known.key if is_corrected else paper.key,
        by="" if is_corrected else paper.by,
        count=number if number is not None else known.count,
        date=date,
        title=paper.title or known.title,
        year=paper.year or known.year,
    )
