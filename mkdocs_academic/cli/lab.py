"""`mkdocs-academic lab`: begins a laboratory's repository or package, and builds all its sites."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from .. import lab_build, lab_tree
from ..lab_engines import ENGINES
from ..problems import did_you_mean
from ..scaffold import lab as lab_scaffold
from .terminal import say

_LAB = click.option(
    "--lab",
    "folder",
    default=".",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The repository of the lab.",
)


@click.group()
def lab() -> None:
    """Look after the sites of a laboratory: its own, and those of its members."""


@lab.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", help="What the lab is called; the folder's name otherwise.")
@click.option(
    "--url", default="https://lab.example.org/", show_default=True, help="Where it will stand."
)
def new(folder: Path, name: str | None, url: str) -> None:
    """Write a repository into FOLDER: the lab's site, two members', and what they share."""
    _write(lambda: lab_scaffold.new_lab(folder, name or _name_of(folder), url), folder)
    say(f"Now: cd {folder} && mkdocs-academic lab build")


@lab.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", help="What the lab is called; the folder's name otherwise.")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="A lab's repository, whose lab.yml and the files it names go into the package.",
)
def package(folder: Path, name: str | None, source: Path | None) -> None:
    """Write a package into FOLDER that holds what all sites of a lab share, to be installed."""
    if source and not (source / "lab.yml").is_file():
        raise click.UsageError(f"There is no lab.yml in {source}.")
    _write(lambda: lab_scaffold.new_package(folder, name or _name_of(folder), source), folder)
    if left := lab_scaffold.left_out(source) if source else []:
        say(f"Left out of lab.yml, for `inherit` takes extra.academic alone: {', '.join(left)}.")
        say("Each member's mkdocs.yml says these itself; its theme is that of the package.")
    say(f"Now: pip install -e {folder}; its README.md says what a member writes.")


@lab.command()
@_LAB
@click.argument("names", nargs=-1)
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="How many at a time; one a core.")
@click.option("--strict", is_flag=True, help="Warnings are failures.")
@click.option("--engine", type=click.Choice((*ENGINES,)), default="mkdocs", show_default=True)
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the whole tree; `site` in the repository otherwise.",
)
def build(
    folder: Path,
    names: tuple[str, ...],
    jobs: int | None,
    strict: bool,
    engine: str,
    target: Path | None,
) -> None:
    """Build the lab's site and those of all members into one tree, or only those of NAMES.

    A site that cannot be built is told of and does not stop the others; it keeps what an earlier
    build has left there. The command fails then.
    """
    if not (folder / "mkdocs.yml").is_file():
        raise click.UsageError(f"There is no mkdocs.yml in {folder}: name the lab with --lab.")
    known = lab_tree.members(folder)
    for name in names:
        if name not in known:
            missing = folder / lab_tree.MEMBERS / name / lab_tree.SETTINGS
            raise click.UsageError(f"There is no {missing}{did_you_mean(name, known)}.")
    into = target or folder / "site"
    failed = warnings = 0
    for one in lab_build.build(folder, into, names, jobs or 0, engine, strict):
        failed += not one.is_built
        warnings += one.warnings if one.is_built else 0
        _tell(one)
    if failed:
        say(f"{failed} of the sites could not be built.", err=True)
        raise SystemExit(1)
    counted = f", with {warnings} warning{'' if warnings == 1 else 's'}" if warnings else ""
    say(f"All of it is in {into}{counted}.")


def _tell(result: lab_build.Result) -> None:
    name = f"{lab_tree.MEMBERS}/{result.name}" if result.name else "the lab"
    how = "built" if result.is_built else "NOT built"
    say(f"{name}: {how}, {result.seconds:.1f} s", err=not result.is_built)
    for line in result.said.splitlines():
        say(f"  {line}", err=True)


def _write(write: Callable[[], list[Path]], folder: Path) -> None:
    try:
        written = write()
    except FileExistsError as error:
        raise click.ClickException(f"{error} is there already: nothing is written.") from None
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from None
    say(f"{len(written)} files written to {folder}/")


def _name_of(folder: Path) -> str:
    return folder.resolve().name.replace("-", " ").replace("_", " ").title()
