"""All sites of a laboratory built into one tree: its own at the top, members' below `people/`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import NamedTuple

MEMBERS = "people"  # the folder of the members' sites, in the repository and in the tree
_SETTINGS = "mkdocs.yml"
_LAB = ""  # the name of the lab's own site


class Result(NamedTuple):
    """What came of building one site."""

    name: str  # of the member's folder, "" for the lab's own site
    is_built: bool
    seconds: float
    said: str  # what the engine wrote


def members(lab: Path) -> list[str]:
    """Return the names of the folders that hold a member's site."""
    return sorted(file.parent.name for file in (lab / MEMBERS).glob(f"*/{_SETTINGS}"))


def build(
    lab: Path,
    target: Path,
    names: Sequence[str] = (),
    jobs: int = 0,
    engine: str = "mkdocs",
    is_strict: bool = False,
) -> Iterator[Result]:
    """Build the lab's site and its members', or only those members, each in its own process.

    Yields a result as soon as it is there. A site that cannot be built keeps what an earlier
    build has left in its place; the others are replaced when all are done.
    """
    wanted = [*names] if names else [_LAB, *members(lab)]
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".lab-", dir=target.parent) as temporary:
        fresh = Path(temporary).resolve()
        with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:
            running: list[Future[Result]] = [
                pool.submit(_built, lab, name, fresh / f"site-{name}", engine, is_strict)
                for name in wanted
            ]
            results = []
            for done in as_completed(running):
                results.append(done.result())
                yield results[-1]
        _put_in_place(target, fresh, {one.name for one in results if one.is_built})


def _built(lab: Path, name: str, target: Path, engine: str, is_strict: bool) -> Result:
    settings = lab / MEMBERS / name / _SETTINGS if name else lab / _SETTINGS
    command = [sys.executable, "-m", engine, "build", "-q", "-f", str(settings), "-d", str(target)]
    environment = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"} | os.environ
    start = time.monotonic()
    done = subprocess.run(
        [*command, *(["--strict"] if is_strict else [])],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Result(name, done.returncode == 0, time.monotonic() - start, done.stdout.strip())


def _put_in_place(target: Path, fresh: Path, built: set[str]) -> None:
    """Move what was built to where it belongs; the lab's own first, for it holds the others."""
    if _LAB in built:
        new = fresh / f"site-{_LAB}"
        for before in sorted((target / MEMBERS).glob("*/")):
            # A member's site has a map of its own; the lab's page of somebody has none.
            if (before / "sitemap.xml").is_file() and before.name not in built:
                _replace(before, new / MEMBERS / before.name)
        _replace(new, target)
    for name in sorted(built - {_LAB}):
        _replace(fresh / f"site-{name}", target / MEMBERS / name)


def _replace(new: Path, place: Path) -> None:
    if place.exists():
        shutil.rmtree(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(new, place)
