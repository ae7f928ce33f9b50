"""The option `--config-file`, which most commands have, and the site that it names."""

from __future__ import annotations

from pathlib import Path

import click

from ..site import Site, load_site
from .terminal import warn

config_file = click.option(
    "-f",
    "--config-file",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The site's settings.",
)


def site_of(config_file: Path) -> Site:
    """Return the site of a `mkdocs.yml`.

    Raises:
        UsageError: there is no such file.
        SystemExit: there are mistakes in it, which were told.

    """
    if not config_file.is_file():
        raise click.UsageError(f"There is no {config_file}: name the settings with -f.")
    site = load_site(config_file)
    if site.mistakes:
        warn(site.mistakes)
        raise SystemExit(1)
    return site
