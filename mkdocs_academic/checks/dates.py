"""Checks of dates: of papers, of items, of people, and until when openings are open."""

from __future__ import annotations

from collections.abc import Iterator

from .. import date_doubts, dates
from ..bibliography import other_calendars
from ..bibliography.entry import Entry
from ..problems import Problem
from ..sections import openings
from .subject import Subject


def in_doubt(subject: Subject) -> Iterator[Problem]:
    """Tell of dates that are none, or not the ones that may be meant."""
    yield from _of_papers(subject)
    yield from _of_items(subject)
    yield from _of_people(subject)


def written(entry: Entry) -> str:
    """Return the date of an entry as it is written, "" where there is none."""
    found = (entry.fields.get(name, "").strip() for name in ("date", "year"))
    return next(filter(None, found), "")


def _of_papers(subject: Subject) -> Iterator[Problem]:
    for paper in subject.site.publications:
        if not paper.entry:
            continue
        text = written(paper.entry)
        if text and not (paper.year or paper.status or other_calendars.in_ours(paper)):
            yield subject.about(paper.entry, date_doubts.no_date(text))
        elif "date" in paper.entry.fields and (said := date_doubts.misread(dates.parse(text))):
            yield subject.about(paper.entry, said)


def _of_items(subject: Subject) -> Iterator[Problem]:
    for name, section in subject.site.sections.items():
        in_order = getattr(section, "order", "") != "written"
        for place, item in enumerate(getattr(section, "items", ())):
            path = (name, "items", place)
            if in_order and (said := date_doubts.of(item.date)):
                yield subject.given.problem((*path, "date"), said)
            has_last_day = isinstance(item, openings.Item) and not item.is_open_ended
            if has_last_day and (said := date_doubts.of(item.deadline)):
                yield subject.given.problem((*path, "deadline"), said)


def _of_people(subject: Subject) -> Iterator[Problem]:
    registry = subject.site.registry
    yield from (one for one in registry.problems if one.path.endswith(".end"))
    for slug, person in registry.people.items():
        path, start, end = registry.places[slug], person.start, person.end
        if said := date_doubts.of(start):
            yield subject.given.problem((*path, "start"), said)
        if end.year and (said := date_doubts.of(end)):
            yield subject.given.problem((*path, "end"), said)
        elif dates.is_before(end, start):
            said = f"{end.text!r} is before the start, {start.text!r}"
            yield subject.given.problem((*path, "end"), said)
