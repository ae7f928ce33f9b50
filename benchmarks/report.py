"""The table, for the terminal and for the manual."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from .cases import EMPTY, REFERENCES, ROWS, Row
from .measure import Results
from .profiling import Profile
from .truth import Shares

HEAD = ("Case", "CPU", "Against", "Memory, MB", "Goal", "Reached")
GROWTH = 1.2  # the most that an entry may cost more in a large bibliography than in a small one
_NOTHING = "–"
_KEPT = re.compile(r"<!-- by hand -->\n(.*?)<!-- end of by hand -->", re.DOTALL)


class Line(NamedTuple):
    """One line of the table, as it is shown."""

    label: str
    cpu: str = _NOTHING
    against: str = _NOTHING
    memory: str = _NOTHING
    goal: str = _NOTHING
    reached: str = _NOTHING


def lines(results: Results, rows: Iterable[Row] = ROWS) -> list[Line]:
    """Return the lines of what was measured; what could not be run stays empty."""
    return [_line(row, results) for row in rows]


def _line(row: Row, results: Results) -> Line:
    empties = results.ratio(row.run, EMPTY)
    if empties is None:
        why = results.failed.get(row.run, _NOTHING)
        is_away = any(said in why for said in (_NOTHING, "not installed", "No such command"))
        return Line(row.label, reached=_NOTHING if is_away else "failed")
    seconds, memory = results.seconds(row.run), results.megabytes(row.run)
    over = results.ratio(row.run, row.reference)
    more = results.difference(row.run, row.reference)
    told = {
        f"{row.empties} E": _held(empties, row.empties),
        f"{row.references} × {REFERENCES.get(row.reference)}": _held(over, row.references),
        f"{row.more} s more": _held(more, row.more),
        f"{row.seconds} s": _held(seconds, row.seconds),
        f"{row.memory} MB": _held(memory, row.memory),
    }
    goals = {goal: held for goal, held in told.items() if held is not None}
    return Line(
        row.label,
        f"{empties:.2f} E" if row.unit == "E" else f"{seconds:.3f} s",
        _against(row, over, more),
        f"{memory:.0f}",
        f"≤ {', ≤ '.join(goals)}" if goals else _NOTHING,
        _reached(goals),
    )


def _held(found: float | None, most: float | None) -> bool | None:
    return None if most is None else found is not None and found <= most


def _against(row: Row, over: float | None, more: float | None) -> str:
    if over is None or more is None:
        return _NOTHING
    name = REFERENCES[row.reference]
    # What takes some milliseconds, or is one part of a process, is told as a difference.
    is_part = row.more is not None or row.unit == "s"
    return f"{more:+.3f} s to {name}" if is_part else f"{over:.2f} × {name}"


def _reached(goals: dict[str, bool]) -> str:
    missed = [goal for goal, held in goals.items() if not held]
    if not goals:
        return _NOTHING
    if len(goals) > 1 and missed:
        return f"**no**: {', '.join(missed)}"
    return "**no**" if missed else "yes"


def growth(results: Results) -> Line | None:
    """Return how much more an entry costs between 5,000 and 20,000 than between 100 and 5,000."""
    sizes = (100, 5000, 20000)
    taken = [results.seconds(f"list-{size}") for size in sizes]
    if None in taken:
        return None
    small, middle, large = (one or 0.0 for one in taken)
    ratio = ((large - middle) / (sizes[2] - sizes[1])) / ((middle - small) / (sizes[1] - sizes[0]))
    held = {"": ratio <= GROWTH}
    label = "Seconds an entry adds, from 5,000 to 20,000 papers"
    against = f"{ratio:.2f} × from 100 to 5,000"
    return Line(label, against=against, goal=f"≤ {GROWTH}", reached=_reached(held))


def correctness(shares: Shares, count: int) -> Line:
    """Return how many papers of a page are shown as they are."""
    label = f"Names / titles / venues shown right, of {count:,} papers"
    held = {"": min(shares) == 1.0}
    return Line(label, against=f"{shares} %", goal="100 %", reached=_reached(held))


def table(found: Sequence[Line]) -> str:
    """Write lines as a Markdown table."""
    cells = [HEAD, *([cell.replace("|", r"\|") for cell in line] for line in found)]
    rows = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([rows[0], "|---|--:|--:|--:|---|---|", *rows[1:]]) + "\n"


def shares(head: str, found: Sequence[tuple[str, float]], least: float = 0.01) -> str:
    """Write shares as a Markdown table; what is below the least stands in one row."""
    large = [(name, share) for name, share in found if share >= least]
    rest = sum(share for _, share in found) - sum(share for _, share in large)
    rows = [*large, ("the rest", rest)]
    return f"| {head} | Share |\n|---|--:|\n" + "".join(
        f"| {name} | {share:.0%} |\n" for name, share in rows
    )


def page(
    found: Sequence[Line], results: Results, rounds: int, profile: Profile, before: str
) -> str:
    """Write the page of the manual; what stands there by hand is kept."""
    kept = _KEPT.search(before)
    text = (Path(__file__).with_name("page.md")).read_text("utf-8")
    values = {
        "table": table(found),
        "rounds": str(rounds),
        "seconds": f"{results.seconds(EMPTY):.2f}",
        "versions": ", ".join(versions()),
        "packages": shares("Package", profile.packages),
        "modules": shares("Module of `mkdocs_academic`", _coded(profile.modules)),
        "kept": kept[1] if kept else "",
    }
    for name, value in values.items():
        text = text.replace(f"<<{name}>>\n", value if value.endswith("\n") else f"{value}\n")
        text = text.replace(f"<<{name}>>", value)
    return text


def _coded(found: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    return [(f"`{name}`", share) for name, share in found]


def versions() -> list[str]:
    """Return what was measured: Python and the packages."""
    packages = ("mkdocs-academic", "mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "pydantic")
    return [f"Python {platform.python_version()}", *(f"{one} {version(one)}" for one in packages)]
