"""`mkdocs-academic citations`: asks how often papers are cited, and keeps the answers."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from .. import __version__
from ..citations import missing, numbers, sources, store
from ..citations.numbers import Numbers
from ..citations.report import Report
from ..citations.settings import Asked
from ..citations.store import Store
from ..citations.update import Fetch, Outcome, Subject, update
from ..online import http
from ..online.answers import Answer
from ..online.service import Request
from ..problems import did_you_mean
from ..site import Site, load_site


@click.group()
def citations() -> None:
    """Look after the numbers of citations."""


@citations.command("update")
@click.option(
    "-f",
    "--config-file",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The site's settings.",
)
@click.option("--source", "names", multiple=True, metavar="NAME", help="Ask this source only.")
@click.option("--dry-run", is_flag=True, help="Ask and tell, write nothing.")
@click.option("--force", is_flag=True, help="Believe numbers that fall far, drop what is gone.")
def update_(config_file: Path, names: tuple[str, ...], dry_run: bool, force: bool) -> None:
    """Ask the configured sources and write citations.json.

    Sources are set at extra.academic.citations in mkdocs.yml. A failing source changes nothing.
    """
    site = _site(config_file)
    report: Report = site.citations
    asked = _asked(report, names)
    path = site.root / report.file
    stored = store.read(path, report.file)
    if stored.problems:
        _warn(map(str, stored.problems))
        _warn([f"{report.file}: was not touched"])
        raise SystemExit(1)
    subject = Subject(
        root=site.root,
        publications=site.publications,
        links=_links(site),
        today=site.today.isoformat(),
    )
    fetch = _fetch(site, report)
    new, outcomes = update(report, stored, subject, fetch, asked=asked, force=force)
    _tell(site, (stored, new), outcomes)
    if not any(outcome.was_read for outcome in outcomes):
        raise SystemExit(1)
    _write(path, report.file, new, dry_run)


def _site(config_file: Path) -> Site:
    if not config_file.is_file():
        raise click.UsageError(f"There is no {config_file}: name the settings with -f.")
    site = load_site(config_file)
    if site.mistakes:
        _warn(map(str, site.mistakes))
        raise SystemExit(1)
    return site


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


def _fetch(site: Site, report: Report) -> Fetch:
    mail = f" (mailto:{site.profile.email})" if site.profile and site.profile.email else ""
    limits = http.Limits(timeout=report.timeout, pause=report.pause)
    web = http.Web(
        agent=f"mkdocs-academic/{__version__}{mail}", services=sources.SOURCES, limits=limits
    )
    return _watched(web.fetch) if sys.stderr.isatty() else web.fetch


def _watched(fetch: Fetch) -> Fetch:
    """Count the requests on one line of the terminal."""
    made: Counter[str] = Counter()

    def counted(name: str, request: Request) -> Answer:
        made[name] += 1
        label = sources.SOURCES[name].label
        click.echo(f"\rAsking {label}: request {made[name]} ...", nl=False, err=True)
        answer = fetch(name, request)
        click.echo("\r" + " " * 60 + "\r", nl=False, err=True)
        return answer

    return counted


def _tell(site: Site, stores: tuple[Store, Store], outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        _tell_outcome(outcome)
    if not any(outcome.was_read for outcome in outcomes):
        return
    before, after = (numbers.resolve(site.citations, one, site.publications) for one in stores)
    unknown = missing.find(after, stores[1], outcomes, site.publications)
    _say(_summary(before, after, [one.key for one in unknown]))
    _warn(map(str, unknown))


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
        _say(f"{name}: {', '.join(filter(None, (total, papers, h_index)))}")
    _warn(f"{name}: {failure}" for failure in outcome.failures)
    if outcome.failures and tally:
        _warn([f"{name}: what was known is kept"])
    _warn(f"{name}: {note}" for note in outcome.notes)
    _warn(f"{name}: {one}: not believed; --force accepts it" for one in outcome.held)


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
        _say(f"{shown}: not written (--dry-run)")
        return
    try:
        changed = store.write(path, new)
    except OSError as error:
        _warn([f"{shown}: cannot be written: {error.strerror}"])
        raise SystemExit(1) from None
    _say(f"{shown}: {'written' if changed else 'nothing has changed'}")


def _warn(lines: Iterable[str]) -> None:
    for line in lines:
        _say(line, err=True)


def _say(line: str, err: bool = False) -> None:
    """Write UTF-8 whatever the platform's encoding."""
    click.echo(f"{line}\n".encode("utf-8", errors="replace"), nl=False, err=err)
