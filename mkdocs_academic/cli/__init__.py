"""The command `mkdocs-academic`: one module a command, loaded when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click

from .. import __version__

COMMANDS: Mapping[str, str] = {  # command -> module, which holds a function of the same name
    "new": ".new",
    "check": ".check",
    "schema": ".schema",
    "convert": ".convert",
    "cv": ".cv",
    "fetch": ".fetch",
    "citations": ".citations",
    "export": ".export",
    "lab": ".lab",
    "import": ".import_",
}


class _Commands(click.Group):
    """Loads a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module, __name__), module.lstrip("."))
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mkdocs-academic")
def main() -> None:
    """Read bibliographies and look after a site made with mkdocs-academic."""
