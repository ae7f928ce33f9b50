"""What is wrong with a site, told once a build."""

from __future__ import annotations

import logging
from pathlib import Path

from . import furniture
from .build import Build, config_file
from .engine import Engine

# Below `mkdocs.plugins`, so that `--strict` counts what is logged here.
log = logging.getLogger("mkdocs.plugins.mkdocs_academic")

# The problems told last; Zensical 0.0.73 binds once a page.
_told: dict[Path, tuple[list[str], list[str]]] = {}


def tell(build: Build, engine: Engine) -> None:
    """Log what is wrong as warnings, what is worth telling as notes."""
    problems = [*build.mistakes, *build.warnings], build.notes
    file = config_file(build.conf)
    if build.is_told or (not build.remembers and _told.get(file) == problems):
        return
    build.is_told = True
    _told[file] = problems
    known = {one for other in build.others for one in (*other.warnings, *other.notes)}
    for problem in problems[0]:
        if problem not in known:
            log.warning("%s", problem)
    for note in problems[1]:
        if note not in known:
            log.info("%s", note)
    accent = furniture.everywhere(build)["accent"]
    if accent and not (engine.makes_pages() or engine.has_file(accent)):
        log.warning(
            "extra.academic.accent: run `mkdocs-academic export` before a build: it writes it down"
        )
