"""`python -m benchmarks`: measures, prints the table, and writes it into the manual."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from . import measure, profiling, report, truth, written
from .cases import EMPTY, ROWS, RUNS, SITES, Row, papers
from .measure import Results
from .report import Line

PAGE = Path(__file__).parent.parent / "docs" / "benchmark.md"
_LARGEST = "20000"


def main() -> None:
    """Measure what is asked for."""
    given = _arguments()
    with tempfile.TemporaryDirectory(prefix="benchmark-") as temporary:
        folder = Path(given.folder or temporary).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        rows = [row for row in ROWS if _is_wanted(row, given)]
        pairs = ((row.reference, row.run) for row in rows)  # one right after the other
        names = list(dict.fromkeys(name for pair in pairs for name in pair if name))
        measure.write(folder, [EMPTY, *names])
        results = measure.rounds(folder, names, given.rounds, _tell)
        if given.figures:
            given.figures.write_text(json.dumps(results.figures, indent=1), "utf-8")
        found = [*report.lines(results, rows), *_beside(results, folder)]
        print(report.table(found))
        _tell(f"E: {results.seconds(EMPTY):.3f} s")
        for name, said in results.failed.items():
            _tell(f"{name}: {said}")
        if not given.only and not given.quick:
            profile = profiling.of_build(folder / "list-5000")
            before = PAGE.read_text("utf-8") if PAGE.exists() else ""
            PAGE.write_text(report.page(found, results, given.rounds, profile, before), "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="counted rounds, one more warms up")
    parser.add_argument("--only", nargs="+", metavar="CASE", help=f"of {', '.join(RUNS)}")
    parser.add_argument("--quick", action="store_true", help="one round, without the largest")
    parser.add_argument("--folder", type=Path, help="where the sites go, and stay")
    parser.add_argument("--figures", type=Path, help="a file for the figures of every run (JSON)")
    given = parser.parse_args()
    if unknown := set(given.only or ()) - set(RUNS):
        parser.error(f"no such case: {', '.join(sorted(unknown))}")
    given.rounds = 1 if given.quick else given.rounds
    return given


def _is_wanted(row: Row, given: argparse.Namespace) -> bool:
    if given.only:
        return row.run in given.only
    return not (given.quick and _LARGEST in row.run)


def _beside(results: Results, folder: Path) -> list[Line]:
    """Return the lines on growth and on correctness, if there is something to tell."""
    found = [one] if (one := report.growth(results)) else []
    if "list-5000" in results.figures:
        count = SITES["list-5000"].size
        html = (folder / "list-5000" / "site" / "index.html").read_text("utf-8")
        shares = truth.shown(html, written.truth(papers(count)))
        found.append(report.correctness(shares, count))
    return found


def _tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


main()
