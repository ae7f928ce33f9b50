"""The order of publications, and the headings they stand under."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from . import categories, latex, other_calendars
from .publication import Publication

# What `group_by` knows besides the names of fields.
GROUPINGS = ("year", "type", "venue", "category", "keyword", "topic", "none")


class Group(NamedTuple):
    """Publications under one heading."""

    title: str  # plain text; "" for a list without headings
    publications: Sequence[Publication]


def in_order(
    papers: Iterable[Publication], order: str, counts: Mapping[str, int] | None = None
) -> list[Publication]:
    """Sort by date (`newest`, `oldest`), by `citations`, or leave the order (`written`).

    `counts` are citations by key: the most cited come first, the newest of equals, the uncounted
    last.
    """
    if order == "written":
        return list(papers)
    by_date = sorted(papers, key=_sort_key, reverse=order != "oldest")
    if order != "citations":
        return by_date
    known = counts or {}
    return sorted(by_date, key=lambda paper: -known.get(paper.key, -1))


def _sort_key(paper: Publication) -> tuple[Any, ...]:
    """Put what is still to appear first, overall where it has no year; the undated come last."""
    is_coming = bool(paper.status)
    if not paper.year and paper.years:
        written = other_calendars.number(paper)
        return False, other_calendars.in_ours(paper), is_coming, paper.date.sort_key, written
    return is_coming and not paper.year, paper.year or 0, is_coming, paper.date.sort_key, 0


def grouped(
    papers: Sequence[Publication],
    group_by: str,
    titles: Mapping[str, str],
    order: Sequence[str] = (),
    rest: str = "",
) -> list[Group]:
    """Gather papers by `year`, `type`, `venue` or any field; groups with one title are one.

    The groups named in `order` come first, the others as the papers bring them, and last, as the
    `rest`, what belongs to none of them.
    """
    if group_by == "none":
        return [Group("", papers)] if papers else []
    found: dict[str, list[Publication]] = {titles[name]: [] for name in order if name in titles}
    left: list[Publication] = []
    for paper in papers:
        for name in _names(paper, group_by):
            (found.setdefault(titles.get(name, name), []) if name else left).append(paper)
    if left:  # alone they need no heading
        found.setdefault(rest if any(found.values()) else "", []).extend(left)
    return [Group(title, members) for title, members in found.items() if members]


def _names(paper: Publication, group_by: str) -> tuple[str, ...]:
    """Return the groups a paper belongs to: one, or one for each keyword."""
    if group_by == "year":
        return (str(paper.year or "") or paper.status or paper.years,)
    if group_by == "type":
        return (paper.type,)
    if group_by == "category":
        found = categories.of(paper)
        return (found.name or found.short if found else "",)
    if group_by == "venue":
        return (latex.to_text(paper.field("abbr")) or paper.venue_name,)
    if group_by == "keyword" or (group_by == "topic" and not paper.field("topic")):
        return paper.keywords or ("",)
    return (latex.to_text(paper.field(group_by)),)
