"""`mkdocs-academic fetch`: asks catalogues for papers, and adds those to a bibliography."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from .. import catalogues
from ..bibliography import sources
from ..bibliography.entry import Entry
from ..catalogues import CATALOGUES, addition
from ..catalogues.addition import Chosen
from ..catalogues.base import Wanted
from ..catalogues.gather import gather
from ..online import http
from ..outputs.bibtex_file import to_bibtex
from ..sections import publications
from ..site import Site
from . import settings_file
from .asking import fetch_of
from .terminal import say, warn, write

_ASKED_BY = (
    "give a DOI, an arXiv id, pmid:123, an ORCID iD, or an address at dblp, INSPIRE, OpenAlex or "
    "Zotero (groups)"
)
_SHOWN = 8  # keys in one line


@click.command()
@click.argument("what", nargs=-1)
@settings_file.config_file
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The .bib file to add to; else the site's first.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be added, write nothing.")
def fetch(what: tuple[str, ...], config_file: Path, target: Path | None, dry_run: bool) -> None:
    """Ask catalogues for papers, and add those that are new to a bibliography.

    WHAT names papers (a DOI, an arXiv id, pmid:123) or all papers of somebody: an ORCID iD, an
    author's address at dblp, INSPIRE or OpenAlex, a group at Zotero. Without it, the profile's
    owner is looked for.
    """
    is_named = config_file.exists() or config_file != Path("mkdocs.yml")
    site = settings_file.site_of(config_file) if is_named else None
    path = target or _first_bibliography(site)
    _refuse(path)
    found = gather(_wanted(what, site), fetch_of(CATALOGUES, site, http.Limits()))
    warn(found.failures)
    chosen = addition.choose([*_known(site, path)], found.entries)
    if dry_run:
        write(to_bibtex(chosen.added), None)
    elif chosen.added:
        _append(chosen, path)
    _tell(chosen, path, dry_run)
    if site and chosen.added and not (dry_run or _is_shown(site, path)):
        warn([f"{path}: no list shows it yet: {_how_to_show(site, path)}"])
    if found.failures:
        raise SystemExit(1)


def _refuse(path: Path) -> None:
    """Say that nothing can be added to a file before anybody is asked."""
    if not _is_bibtex(path):
        raise click.UsageError(f"{path} is no .bib file: papers are added to BibTeX only.")
    try:
        addition.written(path)
    except UnicodeDecodeError:
        warn([f"{path}: is not UTF-8, so nothing was added: save it as UTF-8, or use --to"])
        raise SystemExit(1) from None
    except OSError as error:
        warn([f"{path}: cannot be read: {error.strerror}"])
        raise SystemExit(1) from None


def _is_bibtex(path: Path) -> bool:
    return sources.READERS.get(path.suffix.lower()) is sources.READERS[".bib"]


def _bibliographies(site: Site | None) -> list[Path]:
    """Return the site's bibliographies, wherever its settings were inherited from."""
    files = site.files if site else ()
    return [file for file in files if file.suffix.lower() in sources.READERS]


def _first_bibliography(site: Site | None) -> Path:
    if site is None:
        raise click.UsageError("There is no mkdocs.yml: name the settings with -f, or --to.")
    files = (file for file in _bibliographies(site) if file.is_relative_to(site.root))
    first = next(filter(_is_bibtex, files), site.root / "papers.bib")
    return first.relative_to(Path.cwd()) if first.is_relative_to(Path.cwd()) else first


def _known(site: Site | None, path: Path) -> Iterator[Entry]:
    """Yield what is there already: in the site's bibliographies, and in its settings."""
    for file in _files(site, path):
        yield from sources.read(file, "").entries
    for one in site.publications if site else ():
        if one.entry and one.entry.file.startswith("extra.academic."):
            yield one.entry


def _files(site: Site | None, path: Path) -> list[Path]:
    """Return all bibliographies that may have a paper already."""
    listed = [path, *_bibliographies(site)]
    return [file for file in {one.resolve(): one for one in listed}.values() if file.is_file()]


def _is_shown(site: Site, path: Path) -> bool:
    return path.resolve() in {file.resolve() for file in _bibliographies(site)}


def _how_to_show(site: Site, path: Path) -> str:
    """Return what to write: names of files are those that the settings' folder sees."""
    try:
        name = Path(os.path.relpath(path.resolve(), site.root.resolve())).as_posix()
    except ValueError:  # on another drive of Windows
        name = path.resolve().as_posix()
    if any(
        isinstance(one, publications.Section) and one.bibliography for one in site.sections.values()
    ):
        return f"add `{name}` to `bibliography` of a section of publications"
    return f"write `publications: {name}` below extra.academic"


def _wanted(what: tuple[str, ...], site: Site | None) -> list[Wanted]:
    """Read what was asked for; all that nobody knows is told at once."""
    found = [(one, catalogues.find(one)) for one in what]
    if unknown := [one for one, wanted in found if wanted is None]:
        raise click.UsageError(f"{', '.join(map(repr, unknown))}: {_ASKED_BY}.")
    return [wanted for _, wanted in found if wanted] or [_owner(site)]


def _owner(site: Site | None) -> Wanted:
    buttons = site.profile.buttons if site and site.profile else ()
    owner = catalogues.of_owner({link.key: link.url for link in buttons})
    if owner is None:
        services = ", ".join(link for row in CATALOGUES.values() for link in row.links)
        said = f"No link of the profile tells whose papers to ask for ({services})"
        raise click.UsageError(f"{said}: {_ASKED_BY}.")
    say(f"Asking {CATALOGUES[owner.catalogue].label} for {owner.id}", err=True)
    return owner


def _append(chosen: Chosen, path: Path) -> None:
    try:
        addition.append(chosen.added, path)
    except OSError as error:
        warn([f"{path}: cannot be written: {error.strerror}"])
        raise SystemExit(1) from None


def _tell(chosen: Chosen, path: Path, dry_run: bool) -> None:
    number = len(chosen.added)
    keys = ", ".join(entry.key for entry in chosen.added[:_SHOWN])
    more = " …" if number > _SHOWN else ""
    verb = "would be added" if dry_run else "added"
    parts = [f"{number} {verb}: {keys}{more}" if number else f"nothing {verb}"]
    if chosen.known:
        parts.append(f"{len(chosen.known)} known already")
    say(f"{path}: {'; '.join(parts)}", err=dry_run)
