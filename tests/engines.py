"""Real builds with the real command, each site once."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path


def run(engine: str, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run an engine's command, without the environment's Python switches that slow it down."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        [sys.executable, "-m", engine, *arguments],
        cwd=cwd,
        env=environment | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )


@cache
def built(config_file: Path, strict: bool = True) -> Path:
    """Build a site and return its folder; a failing build fails the test with its output."""
    site = Path(tempfile.mkdtemp(prefix="academic-")) / "site"
    arguments = ["build", "-q", "-f", str(config_file), "-d", str(site)]
    result = run("mkdocs", *arguments, *(["--strict"] if strict else []))
    assert result.returncode == 0, result.stdout + result.stderr
    return site
