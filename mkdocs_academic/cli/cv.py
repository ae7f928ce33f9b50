"""`mkdocs-academic cv`: the CV of a site for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from .. import cv_formats
from ..cv_formats import FORMATS
from ..site import load_site


@click.command()
@click.option(
    "-f",
    "--config-file",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The site's settings.",
)
@click.option("--to", "name", type=click.Choice(list(FORMATS)), help="The format to write.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write."
)
def cv(config_file: Path, name: str | None, output: Path | None) -> None:
    """Write profile, sections and papers as JSON Resume, or for RenderCV, which makes a PDF.

    Without --to the suffix of the output tells the format: .json or .yaml. What a CV does not
    have, such as news, is named on stderr.
    """
    if not config_file.is_file():
        raise click.UsageError(f"There is no {config_file}: name the settings with -f.")
    written = FORMATS[name or _by_suffix(output)]
    site = load_site(config_file)
    for problem in site.mistakes or site.warnings:
        _say(str(problem))
    if site.mistakes:
        raise SystemExit(1)
    for section in cv_formats.left_out(site):
        _say(f"{section}: is no part of a CV and was left out")
    _write(written.write(site), output)


def _by_suffix(output: Path | None) -> str:
    suffix = output.suffix.replace(".yml", ".yaml") if output else ""
    found = next((name for name, row in FORMATS.items() if row.suffix == suffix), "")
    if not found:
        raise click.UsageError(f"Say what to write: --to {'|'.join(FORMATS)}.")
    return found


def _write(text: str, output: Path | None) -> None:
    """Write UTF-8 whatever the platform's encoding."""
    data = text.encode("utf-8", errors="replace")
    if output is None:
        click.echo(data, nl=False)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        _say(f"{output}: cannot be written: {error.strerror}")
        raise SystemExit(1) from None


def _say(text: str) -> None:
    click.echo(f"{text}\n".encode(errors="replace"), nl=False, err=True)
