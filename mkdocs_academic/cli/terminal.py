"""What commands say and write: UTF-8, whatever the platform's encoding."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click


def say(line: str, *, err: bool = False) -> None:
    """Print a line, or several."""
    click.echo(f"{line}\n".encode("utf-8", errors="replace"), nl=False, err=err)


def warn(lines: Iterable[object]) -> None:
    """Print to stderr, a line each."""
    for line in lines:
        say(str(line), err=True)


def write(text: str, output: Path | None) -> None:
    """Write a file, or print where none is named; line ends stay as they are.

    Raises:
        SystemExit: the file cannot be written, which was told.

    """
    data = text.encode("utf-8", errors="replace")
    if output is None:
        click.echo(data, nl=False)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        warn([f"{output}: cannot be written: {error.strerror}"])
        raise SystemExit(1) from None
