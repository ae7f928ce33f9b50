"""`mkdocs-academic cv`: the CV of a site for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from .. import cv_formats
from ..cv_formats import FORMATS
from . import settings_file
from .terminal import warn, write


@click.command()
@settings_file.config_file
@click.option("--to", "name", type=click.Choice(list(FORMATS)), help="The format to write.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write."
)
def cv(config_file: Path, name: str | None, output: Path | None) -> None:
    """Write profile, sections and papers as JSON Resume, or for RenderCV, which makes a PDF.

    Without --to the suffix of the output tells the format: .json or .yaml. What a CV does not
    have, such as news, is named on stderr.
    """
    site = settings_file.site_of(config_file)
    written = FORMATS[name or _by_suffix(output)]
    warn(site.warnings)
    warn(f"{section}: is no part of a CV and was left out" for section in cv_formats.left_out(site))
    links = written.lost_links(site)
    warn(f"profile.links.{link}: has no place in this format and was left out" for link in links)
    write(written.write(site), output)


def _by_suffix(output: Path | None) -> str:
    suffix = output.suffix.replace(".yml", ".yaml") if output else ""
    found = next((name for name, row in FORMATS.items() if row.suffix == suffix), "")
    if not found:
        raise click.UsageError(f"Say what to write: --to {'|'.join(FORMATS)}.")
    return found
