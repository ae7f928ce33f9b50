"""All sites of a laboratory built into one tree: its own at the top, members' below `people/`."""

from __future__ import annotations

import multiprocessing
import os
import re
import runpy
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from multiprocessing.connection import wait
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from . import lab_engines
from .lab_engines import Command
from .lab_tree import MEMBERS, SETTINGS, WHOLE, members

_LAB = ""  # the name of the lab's own site


class Result(NamedTuple):
    """What came of building one site."""

    name: str  # of the member's folder, "" for the lab's own site
    is_built: bool
    seconds: float
    said: str  # what the engine wrote, without what it says of every build
    warnings: int  # how many there are in it


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
        _put_in_place(target, fresh, results)


def _built(lab: Path, name: str, target: Path, engine: str, is_strict: bool) -> Result:
    settings = lab / MEMBERS / name / SETTINGS if name else lab / SETTINGS
    log = target.with_name(f"{target.name}.log")
    start = time.monotonic()
    chosen = lab_engines.engine(engine)
    with chosen.commands(engine, settings.resolve(), target, is_strict) as commands:
        code = _run(engine, commands, log)
    lines = log.read_text("utf-8", errors="replace").splitlines() if log.is_file() else []
    plain = [_COLORS.sub("", line) for line in lines]
    told = list(_told(plain, chosen.idle_talk))
    said = "\n".join(told).strip()
    if code and not said:
        said = f"{engine} ended with code {code} and said nothing."
    warnings = sum(bool(chosen.warning.fullmatch(line)) for line in told)
    return Result(name, code == 0, time.monotonic() - start, said, warnings)


def _told(lines: Iterable[str], idle_talk: re.Pattern[str]) -> Iterator[str]:
    """Leave out idle talk, with the indented lines that belong to it."""
    is_told = True
    for line in lines:
        if line.strip() and not line[0].isspace():
            is_told = not idle_talk.fullmatch(line)
        if is_told:
            yield line


_COLORS = re.compile(r"\x1b\[[\d;]*m")  # Zensical 0.0.73 writes them into files, too


def _run(engine: str, commands: list[Command], log: Path) -> int | None:
    """Run commands of an engine in a process of their own, as `python -m` does.

    The processes are forks of one that has loaded the engine: loading takes half of a small build.
    Where a platform has no such server, or it has loaded another engine, each loads for itself.
    """
    with _ONE_AT_A_TIME:
        context: Any = multiprocessing.get_context(_method(engine))
        context.set_forkserver_preload([*lab_engines.engine(engine).loaded])
        process = context.Process(target=_as_commands, args=(commands, log, dict(os.environ)))
        process.start()
    wait([process.sentinel])
    with _ONE_AT_A_TIME:
        process.join()
    code: int | None = process.exitcode
    return code


# Starting a process asks the others whether they have ended. An exit code can be read only once:
# were it asked for by two threads, one would read nothing and take a site for failed.
_ONE_AT_A_TIME = Lock()
_served: list[str] = []  # the engine that the server of forks has loaded: there is one server only


def _method(engine: str) -> str:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return "spawn"
    if not _served:
        _served.append(engine)
    return "forkserver" if _served == [engine] else "spawn"


def _as_commands(commands: list[Command], log: Path, environment: dict[str, str]) -> None:
    """Be one command after the other until one fails; what they write goes to a file."""
    os.environ.clear()  # that of the server may be an older one
    os.environ |= {"NO_MKDOCS_2_WARNING": "1"} | environment | {WHOLE: "1"}
    with log.open("wb") as file:
        for descriptor in (1, 2):
            os.dup2(file.fileno(), descriptor)
    sys.stdout = open(1, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    for module, arguments in commands:
        sys.argv = [module, *arguments]
        try:
            runpy.run_module(module, run_name="__main__", alter_sys=True)
        except SystemExit as ended:
            if ended.code:
                raise
        except (RuntimeError, TypeError) as error:
            if module != "zensical":
                raise
            # 0.0.73 ends so when it has said why, or when it cannot pass a value on to Rust.
            hint = "; are all dates in quotes?" if isinstance(error, TypeError) else ""
            raise SystemExit(f"{error}{hint}") from None


def _put_in_place(target: Path, fresh: Path, results: Sequence[Result]) -> None:
    """Move what was built to where it belongs; the lab's own first, for it holds the others."""
    built = {one.name for one in results if one.is_built}
    if _LAB in built:
        new = fresh / f"site-{_LAB}"
        for one in results:
            before = target / MEMBERS / one.name
            if not one.is_built and before.is_dir():
                _replace(before, new / MEMBERS / one.name)
        _replace(new, target)
    for name in sorted(built - {_LAB}):
        _replace(fresh / f"site-{name}", target / MEMBERS / name)


def _replace(new: Path, place: Path) -> None:
    if place.exists():
        shutil.rmtree(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(new, place)
