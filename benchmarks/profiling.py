"""Where the time of a build goes, by package and by module of ours."""

from __future__ import annotations

import pstats
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import mkdocs_academic

OURS = Path(mkdocs_academic.__file__).parent
_PYTHON, _IMPORTS = "Python’s library", "importing modules"
_Function = tuple[str, int, str]  # file, line, name


class Profile(NamedTuple):
    """Shares of the time, largest first, out of one."""

    packages: list[tuple[str, float]]
    modules: list[tuple[str, float]]  # of ours


def of_build(root: Path) -> Profile:
    """Build a site under the profiler; a built-in's time is that of who calls it.

    Raises:
        subprocess.CalledProcessError: the build ended badly.

    """
    file = root / "profile.out"
    command = ["-m", "cProfile", "-o", str(file), "-m", "mkdocs", "build", "-q"]
    subprocess.run(
        [sys.executable, *command, "-f", str(root / "mkdocs.yml")], check=True, capture_output=True
    )
    return grouped(pstats.Stats(str(file)))


def grouped(stats: pstats.Stats) -> Profile:
    """Add up the time that functions spend in themselves."""
    packages: defaultdict[str, float] = defaultdict(float)
    modules: defaultdict[str, float] = defaultdict(float)
    for function, (_, _, own, _, callers) in stats.stats.items():  # type: ignore[attr-defined]
        for caller, seconds in _spent(function, own, callers):
            packages[_package(caller)] += seconds
            if module := _module(caller[0]):
                modules[module] += seconds
    whole = sum(packages.values())
    return Profile(_shares(packages, whole), _shares(modules, whole))


def _shares(seconds: Mapping[str, float], whole: float) -> list[tuple[str, float]]:
    return sorted(((name, one / whole) for name, one in seconds.items()), key=lambda row: -row[1])


def _spent(
    function: _Function, own: float, callers: dict[_Function, tuple[int, int, float, float]]
) -> list[tuple[_Function, float]]:
    """Return who spent the time of a function: itself, or its callers if it is built in."""
    if function[0] != "~" or not callers:
        return [(function, own)]
    return [(caller, times[2]) for caller, times in callers.items()]


def _package(function: _Function) -> str:
    file, _, name = function
    if "importlib" in file or name == "<module>" or "built-in method builtins.exec" in name:
        return _IMPORTS
    if _module(file):
        return "mkdocs_academic"
    found = re.search(r"site-packages[/\\]([^/\\]+)", file)
    return found[1].removesuffix(".py") if found else _PYTHON


def _module(file: str) -> str:
    """Return a module of ours, or a template, below the package; "" if it is none."""
    path = Path(file)
    return path.relative_to(OURS).as_posix() if path.is_relative_to(OURS) else ""
