"""`mkdocs-academic convert`: bibliographies in, one bibliography in another format out."""

from __future__ import annotations

from pathlib import Path

import click

from ..bibliography import sources
from ..outputs.exports import FORMATS
from ..problems import Problem
from .terminal import warn, write


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", "name", type=click.Choice(list(FORMATS)), help="The format to write.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write."
)
@click.option("--strict", is_flag=True, help="Fail where something odd was found.")
def convert(files: tuple[Path, ...], name: str | None, output: Path | None, strict: bool) -> None:
    """Write what was read from FILES (.bib, .json, .ris) in another format.

    What is odd in them goes to stderr as file:line: key: message. Without --to the suffix of the
    output tells the format.
    """
    written = FORMATS[name or _by_suffix(output)]
    library = sources.joined(sources.read(file, str(file)) for file in files)
    warn(library.problems)
    if not library.entries:
        warn([Problem(", ".join(map(str, files)), None, "", "no entry could be read")])
        raise SystemExit(1)
    write(written.write(library.entries), output)
    if strict and library.problems:
        raise SystemExit(1)


def _by_suffix(output: Path | None) -> str:
    found = (name for name, row in FORMATS.items() if output and output.suffix == row.suffix)
    name = next(found, "")
    if not name:
        raise click.UsageError(f"Say what to write: --to {'|'.join(FORMATS)}.")
    return name
