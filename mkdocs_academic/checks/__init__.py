"""What may be wrong with a site, one row each, and the looking for all of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..bibliography.left_out import NOT_SHOWN
from ..problems import Problem
from . import calls, configuration, dates, engine_values, joined_names, links, papers
from .finding import SEVERITIES, Check, Finding
from .subject import Subject


def _mistakes(subject: Subject) -> Iterator[Problem]:
    yield from subject.mistakes
    for site in (subject.site, *subject.elsewhere):  # a build goes on, without these papers
        yield from filter(papers.is_lost, site.warnings)


def _warnings(subject: Subject) -> Iterator[Problem]:
    for site in (subject.site, *subject.elsewhere):
        yield from site.warnings


def _notes(subject: Subject) -> Iterator[Problem]:
    for site in (subject.site, *subject.elsewhere):
        yield from (one for one in site.notes if one.message != NOT_SHOWN)


def _left_out(subject: Subject) -> Iterator[Problem]:
    for site in (subject.site, *subject.elsewhere):
        yield from (one for one in site.notes if one.message == NOT_SHOWN)


CHECKS: Mapping[str, Check] = {
    "settings": Check("mistake", _mistakes),
    "yaml": Check("mistake", configuration.unreadable),
    "required": Check("mistake", configuration.required),
    "values": Check("mistake", engine_values.refused),
    "dates": Check("warning", dates.in_doubt),
    "site": Check("warning", _warnings),
    "setup": Check("warning", configuration.setup),
    "options": Check("warning", configuration.options),
    "nav": Check("warning", configuration.navigation),
    "macros": Check("warning", calls.mistaken),
    "links": Check("warning", links.dead),
    "alt": Check("warning", links.wordless),
    "icons": Check("warning", links.unknown_icons),
    "year": Check("warning", papers.without_year),
    "selected": Check("warning", papers.half_selected),
    "ids": Check("warning", papers.identifiers),
    "doi": Check("warning", papers.same_doi),
    "owner": Check("warning", papers.owner_unknown),
    "address": Check("note", configuration.address),
    "merged": Check("note", _notes),
    "mine": Check("note", _left_out),
    "authors": Check("note", papers.strangers),
    "names": Check("note", joined_names.two_in_one),
    "venue": Check("note", papers.without_venue),
    "link": Check("note", papers.without_link),
    "ranks": Check("note", papers.ranks),
}


def run(subject: Subject, ignored: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return all findings, each once, the gravest first, in the order of files and lines."""
    found: dict[Problem, Finding] = {}
    for name, row in CHECKS.items():
        for problem in row.find(subject) if name not in ignored else ():
            line = problem._replace(message=" ".join(problem.message.split()))
            found.setdefault(line, Finding(row.severity, name, line))
    return tuple(sorted(found.values(), key=_place))


def _place(one: Finding) -> tuple[int, str, int]:
    return SEVERITIES.index(one.severity), one.problem.file, one.problem.line or 0
