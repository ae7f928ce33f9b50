"""Running whole processes in interleaved rounds: CPU seconds and peak memory of each."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

from . import sites
from .cases import EMPTY, RUNS, SITES, Run, papers

HERE = Path(__file__).parent
ENGINES = "BENCHMARK_ENGINES"  # folders of virtual environments that have other engines
_BETWEEN = 4  # runs between two of the empty site
# Without byte code MkDocs compiles itself at every start; the rest could change what is built.
_DROPPED = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONWARNINGS", "SOURCE_DATE_EPOCH")


class Figure(NamedTuple):
    """What one run took."""

    cpu: float  # seconds, user and system, of the tree of processes
    memory: float  # bytes, of the largest process


class Results(NamedTuple):
    """The figures of every run by round, and what could not be run: why."""

    figures: dict[str, list[Figure]]
    failed: dict[str, str]

    def ratio(self, run: str, reference: str) -> float | None:
        """Return the median over rounds of CPU against CPU."""
        return self._over(run, reference, lambda one, other: one.cpu / other.cpu)

    def difference(self, run: str, reference: str) -> float | None:
        """Return the median over rounds of CPU seconds beyond the reference."""
        return self._over(run, reference, lambda one, other: one.cpu - other.cpu)

    def seconds(self, run: str) -> float | None:
        """Return the median of CPU seconds."""
        return median(one.cpu for one in self.figures[run]) if run in self.figures else None

    def megabytes(self, run: str) -> float | None:
        """Return the median of peak memory."""
        found = self.figures.get(run)
        return median(one.memory for one in found) / 1e6 if found else None

    def _over(
        self, run: str, reference: str, compare: Callable[[Figure, Figure], float]
    ) -> float | None:
        pairs = list(zip(self.figures.get(run, ()), self.figures.get(reference, ()), strict=False))
        return median(compare(*pair) for pair in pairs) if pairs else None


def write(folder: Path, names: Iterable[str]) -> None:
    """Write the sites that the runs look at."""
    for name in dict.fromkeys(RUNS[one].site for one in names):
        SITES[name].write(folder / name, SITES[name].size)


def rounds(folder: Path, names: Sequence[str], count: int, tell: Callable[[str], None]) -> Results:
    """Run everything in turn, `count` times, after a round that only warms up.

    The empty site is run several times a round; the median stands for the round.
    """
    results = Results({}, {})
    for turn in range(count + 1):
        tell(f"round {turn} of {count}" if turn else "warming up")
        found = _round(folder, names, results.failed)
        if turn:
            for name, figure in found.items():
                results.figures.setdefault(name, []).append(figure)
        elif "hand-pages" in found and "pages" in found:
            even_out(folder)
    for name in results.failed:  # its rounds would no longer be those of the others
        results.figures.pop(name, None)
    return results


def _round(folder: Path, names: Sequence[str], failed: dict[str, str]) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    empties: list[Figure] = []
    for place, name in enumerate(one for one in names if one != EMPTY):
        if place % _BETWEEN == 0:
            empties.append(run(folder, RUNS[EMPTY]))
        if name in failed:
            continue
        try:
            found[name] = run(folder, RUNS[name])
        except Failed as error:
            failed[name] = str(error)
    found[EMPTY] = Figure(*(median(column) for column in zip(*empties, strict=True)))
    return found


class Failed(Exception):
    """A run that ended badly, or cannot be made here."""


def run(folder: Path, one: Run) -> Figure:
    """Run one process.

    Raises:
        Failed: with what it said last.

    """
    root = folder / one.site
    if one.command in ("build", "lab"):  # else what was built is still looked at
        _put_aside(root / "site", folder / "before")
    for folder_of in () if one.is_warm else (root, *root.glob("people/*")):
        shutil.rmtree(folder_of / ".cache", ignore_errors=True)
    answer = folder / "answer.json"
    launcher = [sys.executable, "-I", "-S", str(HERE / "launch.py"), str(answer)]
    done = subprocess.run(
        [*launcher, *_command(one, root)],
        env={k: v for k, v in os.environ.items() if k not in _DROPPED}
        | {"NO_MKDOCS_2_WARNING": "1"},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=900,
    )
    measured = json.loads(answer.read_text("utf-8"))
    if measured["status"]:
        raise Failed("\n".join(done.stderr.strip().splitlines()[-5:]))
    if one.command in ("edit", "read", "lab"):  # these say how long the part in question took
        measured |= json.loads(done.stdout)
    return Figure(measured["cpu"], measured["memory"])


def _put_aside(site: Path, place: Path) -> None:
    """Move what an earlier run has built out of the way.

    Deleted, it would slow down the next run: ext4 looks long for names' places just given free.
    """
    if site.exists():
        place.mkdir(exist_ok=True)
        site.rename(place / str(len(list(place.iterdir()))))


def _command(one: Run, root: Path) -> list[str]:
    python, config, papers_file = sys.executable, str(root / "mkdocs.yml"), str(root / "papers.bib")
    ours = [python, "-c", "from mkdocs_academic.cli import main; main()"]
    if one.command == "build":
        quiet = [] if one.engine == "zensical" else ["-q"]
        return [*_engine(one.engine), "build", *quiet, "-f", config]
    if one.command == "edit":
        return [python, str(HERE / "rebuild.py"), str(root), one.argument]
    if one.command == "lab":
        return [python, str(HERE / "lab_build.py"), str(root), one.argument]
    if one.command == "read":
        return [python, str(HERE / "reading.py"), papers_file]
    if one.command == "convert":
        return [*ours, "convert", papers_file, "-o", str(root / "papers.json")]
    if one.command == "check":
        return [*ours, "check", "-f", config]
    return [python, "-c", f"import {one.argument}"]


def _engine(name: str) -> list[str]:
    """Return what starts an engine: of this environment, of a named one, or on the PATH."""
    if name == "mkdocs":
        return [sys.executable, "-m", "mkdocs"]
    named = [str(Path(one, "bin")) for one in os.environ.get(ENGINES, "").split(os.pathsep) if one]
    path = os.pathsep.join([*named, str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    found = shutil.which(name, path=path)
    if found is None:
        raise Failed(f"{name} is not installed")
    return [found]


def even_out(folder: Path) -> None:
    """Make the pages by hand as long as ours, in bytes of HTML."""
    missing = page_bytes(folder / "pages") - page_bytes(folder / "hand-pages")
    sites.pages_by_hand(
        folder / "hand-pages", papers(SITES["hand-pages"].size), max(0, round(missing))
    )


def page_bytes(root: Path) -> float:
    """Return the mean size of the pages of papers in a built site."""
    folders = [root / "site" / name for name in (sites.PAPERS, "publications")]
    pages = [page for one in folders for page in one.glob("*/index.html")]
    return mean(page.stat().st_size for page in pages)
