"""Lighthouse, where node and the package are there: four scores of a page, 0 to 100."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

NODE_MODULES = Path(__file__).parent / "node_modules"  # `make audit` fills it
_QUIET = "--headless=new --no-sandbox --disable-background-networking --disable-component-update"


class Scores(NamedTuple):
    """What Lighthouse gives."""

    performance: float
    accessibility: float
    best_practices: float
    seo: float

    def __str__(self) -> str:
        return " / ".join(f"{one:.0f}" for one in self)


def is_there() -> bool:
    """Tell whether Lighthouse can run on this machine."""
    return bool(shutil.which("node")) and _command().exists()


def scores(url: str, chromium: str, runs: int, *, desktop: bool) -> Scores:
    """Return the median of several runs, score by score."""
    found = [_run(url, chromium, desktop) for _ in range(runs)]
    return Scores(*(statistics.median(column) for column in zip(*found, strict=True)))


def _command() -> Path:
    return NODE_MODULES / ".bin" / "lighthouse"


def _run(url: str, chromium: str, desktop: bool) -> Scores:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [str(_command()), url, "--quiet", "--output=json", f"--output-path={report}"]
        command += [f"--chrome-flags={_QUIET}", *(["--preset=desktop"] if desktop else [])]
        environment = os.environ | {"CHROME_PATH": chromium}
        subprocess.run(command, check=True, env=environment, capture_output=True, timeout=180)
        given = json.loads(report.read_text("utf-8"))["categories"]
    names = ("performance", "accessibility", "best-practices", "seo")
    return Scores(*(100 * given[name]["score"] for name in names))
