"""`mkdocs-academic import`: a site of another template becomes one of this theme."""

from __future__ import annotations

from pathlib import Path

import click

from .. import importers
from .terminal import say


@click.command("import")
@click.argument("arguments", nargs=-1, required=True, metavar="[KIND] SOURCE DEST")
def import_(arguments: tuple[str, ...]) -> None:
    """Make a site at DEST from the one at SOURCE: a folder, one Markdown file, or a CV.

    KIND is acad-homepage, academicpages, al-folio, cv, hugoblox, lab-website or prism; it is
    guessed when left out. DEST is empty or does not exist yet; SOURCE is read only. What was
    carried, what was kept as it was and why stands in DEST/IMPORT.md.
    """
    kind, source, dest = _told(arguments)
    try:
        report = importers.run(kind, source, dest)
    except importers.CannotImport as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or dest}: {error.strerror}") from None
    say(report.markdown().removesuffix("\n"))
    say(f"\nThe report is {dest / importers.NAME}. Next:\n  cd {dest}\n  mkdocs serve")


def _told(arguments: tuple[str, ...]) -> tuple[str, Path, Path]:
    """Tell KIND, SOURCE and DEST apart."""
    if len(arguments) == 3:
        kind, source, dest = arguments
        if kind not in importers.KINDS:
            known = " or ".join(importers.KINDS)
            raise click.UsageError(f"There is no kind {kind!r}: write {known}, or leave it out.")
        return kind, Path(source), Path(dest)
    if len(arguments) == 2 and arguments[0] not in importers.KINDS:
        return "", Path(arguments[0]), Path(arguments[1])
    raise click.UsageError("Say what to read and where to write: [KIND] SOURCE DEST.")
