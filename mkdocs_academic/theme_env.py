"""The environment of the theme's templates in MkDocs: listed and compiled without detours."""

from __future__ import annotations

import functools
import os
from typing import Any

from jinja2 import Environment, FileSystemLoader

from . import compiled


def hasten(theme: Any) -> None:
    """Have the environments that a theme (`mkdocs.theme.Theme`) makes take less time."""
    make = theme.get_env
    if hasattr(make, "__wrapped__"):  # in an earlier language of the site
        return

    @functools.wraps(make)
    def get_env() -> Environment:
        environment: Environment = make()
        if type(environment.loader) is FileSystemLoader:
            environment.loader = _WithoutHidden(
                environment.loader.searchpath,
                environment.loader.encoding,
                environment.loader.followlinks,
            )
        environment.bytecode_cache = environment.bytecode_cache or compiled.byte_code()
        return environment

    theme.get_env = get_env


class _WithoutHidden(FileSystemLoader):
    """Lists no hidden folders: MkDocs leaves them out, but only after it has seen 14,000 icons."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for top in self.searchpath:
            for place, folders, files in os.walk(top, followlinks=self.followlinks):
                folders[:] = [one for one in folders if not one.startswith(".")]
                inside = os.path.relpath(place, top).replace(os.sep, "/")
                found.update(files if inside == "." else (f"{inside}/{one}" for one in files))
        return sorted(found)
