"""Asking the sources and putting their answers over what is stored; knows no network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from ..bibliography import fingerprints
from ..bibliography.publication import Publication
from ..online import answers, ids
from ..online.answers import Answer
from ..online.service import Request
from . import matching
from .merge import merged
from .report import Report
from .settings import Asked
from .sources import SOURCES
from .sources.base import Question, nothing
from .store import Store
from .tally import Finding, Tally

Fetch = Callable[[str, Request], Answer]  # the source's name and what to ask it


class Outcome(NamedTuple):
    """What came of asking one source."""

    source: str
    tally: Tally | None  # what is stored now
    failures: tuple[str, ...]
    notes: tuple[str, ...]
    held: tuple[str, ...]  # lower numbers that were not believed
    was_read: bool


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Whose numbers are asked for."""

    root: Path  # where local files are looked for
    publications: Sequence[Publication]
    links: Mapping[str, str]  # of the profile: service to id or address
    today: str  # ISO 8601


def update(
    report: Report,
    store: Store,
    subject: Subject,
    fetch: Fetch,
    *,
    asked: Iterable[Asked] | None = None,
    force: bool = False,
) -> tuple[Store, tuple[Outcome, ...]]:
    """Ask one source after the other; a source that fails changes nothing."""
    tallies = dict(store.tallies)
    outcomes: list[Outcome] = []
    for one in report.asked if asked is None else asked:
        finding = ask(one, subject, fetch)
        if finding.tally:  # counts written by hand are found by their keys
            matched = _matched(finding.tally, subject.publications)
            finding = replace(finding, tally=matched)
        merge = merged(tallies.get(one.source), finding, report.drop, force)
        if merge.tally:
            tallies[one.source] = _matched(merge.tally, subject.publications)
        outcomes.append(
            Outcome(
                source=one.source,
                tally=tallies.get(one.source),
                failures=finding.failures,
                notes=finding.notes,
                held=merge.held,
                was_read=finding.tally is not None,
            )
        )
    return Store(tallies=tallies, problems=store.problems), tuple(outcomes)


def ask(asked: Asked, subject: Subject, fetch: Fetch) -> Finding:
    """Have one source's questions answered."""
    row = SOURCES[asked.source]
    author = ids.author(row.services[0], asked.id) if asked.id and row.services else ""
    author = author or (ids.of_author(row.services, subject.links) if not asked.id else "")
    if row.services and not author:
        return nothing(_no_author(asked))
    dois = _dois(subject.publications) if row.by_doi else ()
    if row.by_doi and not dois:
        return nothing("no entry has a DOI")
    question = Question(
        today=subject.today,
        id=author,
        dois=dois,
        scholar_id=ids.of_author(("googlescholar",), subject.links),
        repository=asked.repository,
        file=str(subject.root / asked.file) if asked.file else "",
        use_cdn=asked.use_cdn,
    )
    steps = row.read(question)
    try:
        request = next(steps)
        while True:
            request = steps.send(_answered(asked.source, request, fetch))
    except StopIteration as end:
        finding: Finding = end.value
        return finding


def _no_author(asked: Asked) -> str:
    row = SOURCES[asked.source]
    links = " or ".join(f"profile.links.{name}" for name in row.services)
    if asked.id:
        return f"{asked.id!r} is no id of an author: write `{asked.source}: …` or {links}"
    return f"nothing says who the author is: write {links}, or `sources: [{asked.source}: …]`"


def _dois(publications: Iterable[Publication]) -> tuple[str, ...]:
    found = (fingerprints.of(one.entry).doi for one in publications if one.entry)
    return tuple(dict.fromkeys(filter(None, found)))


def _answered(source: str, request: Request, fetch: Fetch) -> Answer:
    if not request.file:
        return fetch(source, request)
    try:
        return answers.parsed(Path(request.file).read_bytes())
    except OSError as error:
        return Answer(failure=f"{request.file}: cannot be read: {error.strerror}", status=0)


def _matched(tally: Tally, publications: Sequence[Publication]) -> Tally:
    """Match everything anew: entries may have changed since the last time."""
    return replace(tally, papers=matching.matched(tally.papers, publications, tally.source))
