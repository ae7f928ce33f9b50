"""How each engine builds one site of a laboratory: what is run, and where the site comes out."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple

from . import exported, settings


class Command(NamedTuple):
    """A Python module that is run as `python -m` does, and what stands behind its name."""

    module: str
    arguments: tuple[str, ...]


class Engine(NamedTuple):
    """One engine, as far as building is concerned."""

    # Of a `mkdocs.yml` and the folder that does not exist yet, where the site shall be afterwards.
    commands: Callable[[str, Path, Path, bool], AbstractContextManager[list[Command]]]
    loaded: tuple[str, ...]  # modules to load once for all sites, in this order
    idle_talk: re.Pattern[str]  # lines that it writes when all is well
    warning: re.Pattern[str]  # the first line of each warning


def engine(name: str) -> Engine:
    """Return the engine of that name; a stranger's command is taken for one like MkDocs'."""
    return ENGINES.get(name) or _like_mkdocs(f"{name}.__main__")


@contextmanager
def _mkdocs(name: str, site: Path, target: Path, is_strict: bool) -> Iterator[list[Command]]:
    strict = ["--strict"] if is_strict else []
    yield [Command(name, ("build", "-f", str(site), "-d", str(target), *strict))]


@contextmanager
def _zensical(name: str, site: Path, target: Path, is_strict: bool) -> Iterator[list[Command]]:
    """Export what it has no plugins for, then build.

    Zensical 0.0.73 has no option for the target, and no target outside of the settings' folder:
    settings beside those of the site name one within. It remembers pages whatever files macros have
    read: `--clean`. What is exported goes again, unless the user has exported before.
    """
    root = site.parent
    listed = root / exported.LIST
    is_kept = listed.is_file() and bool(listed.stat().st_size)  # else left by a broken off build
    with tempfile.TemporaryDirectory(prefix=".lab-", dir=root) as folder:
        own = Path(f"{folder}.yml")
        own.write_text(f"INHERIT: {site.name}\nsite_dir: {own.stem}/site\n", "utf-8")
        strict = ["--strict"] if is_strict else []
        try:
            yield [
                Command("mkdocs_academic", ("export", "--quiet", "-f", str(site))),
                Command(name, ("build", "--clean", "-f", str(own), *strict)),
            ]
        finally:
            own.unlink()
            if not is_kept:
                exported.remove_all(root, _docs(site))
        if (built := Path(folder) / "site").is_dir():
            shutil.move(built, target)


def _docs(site: Path) -> Path:
    return site.parent / str(settings.read(site).config.get("docs_dir") or "docs")


def _like_mkdocs(first: str) -> Engine:
    theirs = ("mkdocs.commands.build", "mkdocs_academic.theme_dir", "mkdocs_macros.plugin")
    ours = ("mkdocs_academic.search", "mkdocs_academic.plugin", "mkdocs_academic.macros")
    idle_talk, warning = re.compile(r"(?:INFO|DEBUG)\s+-.*"), re.compile(r"WARNING\s+-.*")
    return Engine(_mkdocs, (first, *theirs, *ours), idle_talk, warning)


ENGINES = {
    "mkdocs": _like_mkdocs("mkdocs.commands.build"),
    # It stands in for MkDocs from here on, so it comes before everything that imports that.
    "properdocs": _like_mkdocs("properdocs.replacement"),
    "zensical": Engine(
        _zensical,
        ("zensical.main", "mkdocs_academic.macros", "mkdocs_academic.cli.export"),
        re.compile(r"Build started|Build finished in .*|No issues found"),
        re.compile(r"(?!\d+ issues? found)\w.*"),
    ),
}
