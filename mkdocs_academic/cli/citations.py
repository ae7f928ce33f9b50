"""`mkdocs-academic citations`: asks how often papers are cited, and keeps the answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from ..citations import missing, numbers, sources, store
from ..citations.numbers import Numbers
from ..citations.report import Report
from ..citations.settings import Asked
from ..citations.store import Store
from ..citations.update import Outcome, Subject, update
from ..online import http
from ..problems import did_you_mean
from ..site import Site
from . import settings_file
from .asking import fetch_of
from .terminal import say, warn


@click.group()
def citations() -> None:
    """Look after the numbers of citations."""


@citations.command("update")
@settings_file.config_file
@click.option("--source", "names", multiple=True, metavar="NAME", help="Ask this source only.")
@click.option("--dry-run", is_flag=True, help="Ask and tell, write nothing.")
@click.option("--force", is_flag=True, help="Believe numbers that fall far, drop what is gone.")
def update_(config_file: Path, names: tuple[str, ...], dry_run: bool, force: bool) -> None:
    """Ask the configured sources and write citations.json.

    Sources are set at extra.academic.citations in mkdocs.yml. A failing source changes nothing.
    """
    site = settings_file.site_of(config_file)
    report: Report = site.citations
    asked = _asked(report, names)
    path = site.root / report.file
    stored = store.read(path, report.file)
    if stored.problems:
        warn(stored.problems)
        warn([f"{report.file}: was not touched"])
        raise SystemExit(1)
    subject = Subject(
        root=site.root,
        publications=site.publications,
        links=_links(site),
        today=site.today.isoformat(),
    )
    limits = http.Limits(timeout=report.timeout, pause=report.pause)
    fetch = fetch_of(sources.SOURCES, site, limits)
    new, outcomes = update(report, stored, subject, fetch, asked=asked, force=force)
    _tell(site, (stored, new), outcomes)
    if not any(outcome.was_read for outcome in outcomes):
        raise SystemExit(1)
    _write(path, report.file, new, dry_run)


def _asked(report: Report, names: Iterable[str]) -> tuple[Asked, ...]:
    """Return the sources of the settings, or those that the command names."""
    if not names:
        return report.asked
    found: list[Asked] = []
    for name in names:
        known = sources.find(name)
        if known is None:
            hint = (
                did_you_mean(name, sources.SOURCES) or f": {', '.join(sources.SOURCES)} are known"
            )
            raise click.UsageError(f"There is no source {name!r}{hint}.")
        configured = [one for one in report.sources if one.source == known]
        try:
            found += configured or [Asked(source=known)]
        except ValueError:
            said = f"{known} has to be set up at extra.academic.citations.sources first."
            raise click.UsageError(said) from None
    return tuple(found)


def _links(site: Site) -> dict[str, str]:
    buttons = site.profile.buttons if site.profile else ()
    return {link.key: link.url for link in buttons}


def _tell(site: Site, stores: tuple[Store, Store], outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        _tell_outcome(outcome)
    if not any(outcome.was_read for outcome in outcomes):
        return
    before, after = (numbers.resolve(site.citations, one, site.publications) for one in stores)
    unknown = missing.find(after, stores[1], outcomes, site.publications)
    say(_summary(before, after, [one.key for one in unknown]))
    warn(unknown)


def _tell_outcome(outcome: Outcome) -> None:
    row = sources.SOURCES[outcome.source]
    name = (
        row.label if row.label.casefold() == outcome.source else f"{row.label} ({outcome.source})"
    )
    tally = outcome.tally
    if outcome.was_read and tally:
        known = len(tuple(numbers.distinct(tally)))
        papers = f"{known} paper{_s(known)}"
        total = f"{tally.total} citations" if tally.total is not None else ""
        h_index = f"h-index {tally.h_index}" if tally.h_index is not None else ""
        say(f"{name}: {', '.join(filter(None, (total, papers, h_index)))}")
    warn(f"{name}: {failure}" for failure in outcome.failures)
    if outcome.failures and tally:
        warn([f"{name}: what was known is kept"])
    warn(f"{name}: {note}" for note in outcome.notes)
    warn(f"{name}: {one}: not believed; --force accepts it" for one in outcome.held)


def _summary(before: Numbers, after: Numbers, unknown: Sequence[str]) -> str:
    old = before.total.number or 0 if before.total else 0
    new = after.total.number or 0 if after.total else 0
    added = len(after.papers.keys() - before.papers.keys())
    parts = [f"{new - old:+} citations", f"{added} new paper{_s(added)}"]
    if unknown:
        keys = ", ".join(unknown[: missing.SHOWN]) + (" …" if len(unknown) > missing.SHOWN else "")
        parts.append(f"{len(unknown)} not found: {keys}")
    return ", ".join(parts)


def _s(number: int) -> str:
    return "" if number == 1 else "s"


def _write(path: Path, shown: str, new: Store, dry_run: bool) -> None:
    if dry_run:
        say(f"{shown}: not written (--dry-run)")
        return
    try:
        changed = store.write(path, new)
    except OSError as error:
        warn([f"{shown}: cannot be written: {error.strerror}"])
        raise SystemExit(1) from None
    say(f"{shown}: {'written' if changed else 'nothing has changed'}")
