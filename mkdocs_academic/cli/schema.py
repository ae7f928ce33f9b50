"""`mkdocs-academic schema`: prints what editors need to know of the settings."""

from __future__ import annotations

from pathlib import Path

import click

from ..schema import as_json


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write."
)
def schema(output: Path | None) -> None:
    """Print the JSON Schema of mkdocs.yml for editors that complete and check.

    Name it in the first line of mkdocs.yml: # yaml-language-server: $schema=academic.schema.json
    """
    data = as_json().encode("utf-8")
    if output is None:
        click.echo(data, nl=False)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise click.ClickException(f"{output}: cannot be written: {error.strerror}") from None
