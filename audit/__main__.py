"""`make audit`: measures the built sites, prints the table and writes docs/audit.md."""

from __future__ import annotations

import argparse
import datetime
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from .measures import NOTHING, Audit
from .sites import ROOT, SITES, build

PAGE = ROOT / "docs" / "audit.md"
_DAY = "1795305600"  # builds are of one day, so that pictures can be compared: 2026-11-22


class Row(NamedTuple):
    """One line of the table."""

    what: str
    goal: str
    value: str
    peers: str  # measured once, with the same tools, on their own demos


def rows(audit: Audit, runs: int, update: bool) -> Iterator[Row]:
    """Measure row by row; what the peers reach was measured once, with the same tools."""
    yield Row("axe, all rules, folds open and closed, light and dark", "0", audit.axe(), "1 to 43")
    yield Row("Text contrast", "≥ 5:1", audit.contrast(), "accents below 4.5:1")
    four = "performance / accessibility / best practices / SEO"
    yield Row(
        f"Lighthouse 12, desktop ({four})",
        "100 × 4",
        audit.lighthouse_desktop(min(runs, 1)),
        "97 / 92 / 96 / 100",
    )
    yield Row(
        f"Lighthouse 12, phone, median of {runs or 5}",
        "≥ 98 / 100 / 100 / 100",
        audit.lighthouse_phone(runs),
        "58 / 92 / 96 / 100 to 100 / 100 / 96 / 90",
    )
    yield Row("Requests to other hosts", "0", audit.strangers(), "0 to 18")
    yield Row("First visit, home page", "≤ 180 kB, ≤ 105 kB", audit.weight(), "28 to 721 kB")
    yield Row("Own CSS / own JavaScript, gzip", "≤ 9 kB / ≤ 5 kB", audit.own_files(), NOTHING)
    yield Row("Layout shift, slow line", "≤ 0.005", audit.shift(), "0 to 0.34")
    yield Row("Longest prose line", "≤ 82 characters", audit.prose(), "87 to 152")
    yield Row("HTML errors of ours", "0", audit.markup(), "0 to 23")
    what = "Without JavaScript: abstracts, BibTeX, filters by kind, year, category, menu"
    yield Row(what, "all", audit.without_script(), "from all to a blank page")
    what = "Phone, first screen (390 × 844): name and lines of text"
    yield Row(what, "≥ 12", audit.first_screen(), "0 to 13")
    yield Row("On paper, first seed", "≤ 3 pages, nothing twice", audit.paper(), "not designed")
    what = "Content-Security-Policy without `unsafe-inline`"
    yield Row(what, "0 violations", audit.policy(), NOTHING)
    yield Row("Components beside their reference pictures", "0", audit.looks(update), NOTHING)


def page_of(found: list[Row], day: datetime.date, details: list[str]) -> str:
    """Return the page of the manual that shows the table."""
    table = "\n".join(f"| {one.what} | {one.goal} | {one.value} | {one.peers} |" for one in found)
    below = "".join(f"- {one}\n" for one in sorted(set(details)))
    return (
        "---\nhide: [profile]\n---\n\n# Audit\n\n"
        "What the theme measures, in Chromium, on this site and on two made of real home pages:"
        " one page of every kind, on a desk and a phone, light and dark. `make audit` writes this"
        f" page; the last time on {day}. {NOTHING} stands where the machine lacked the tool.\n\n"
        "| | goal | measured | other academic themes |\n|---|---|---|---|\n"
        f"{table}\n" + (f"\nBelow its goal:\n\n{below}" if below else "")
    )


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m audit", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="of Lighthouse; 0 leaves it out")
    parser.add_argument("--print", action="store_true", help="do not write docs/audit.md")
    parser.add_argument("--update-reference", action="store_true", help="keep today's pictures")
    options = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("no Chromium on this machine: install Debian's package chromium", file=sys.stderr)
        return 2
    os.environ.setdefault("SOURCE_DATE_EPOCH", _DAY)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        built = {
            name: build(at, Path(folder) / name.replace(" ", "-")) for name, at in SITES.items()
        }
        quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
        browser = playwright.chromium.launch(executable_path=chromium, args=quiet)
        audit = Audit(browser, chromium, built)
        found: list[Row] = []
        for row in rows(audit, options.runs, options.update_reference):
            print(f"{row.what}: {row.value} (goal: {row.goal})", flush=True)
            found.append(row)
        audit.close()
        browser.close()
    for one in sorted(set(audit.details)):
        print(f"  {one}")
    if not options.print:
        PAGE.write_text(page_of(found, datetime.date.today(), audit.details), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
