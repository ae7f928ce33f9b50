"""Git is asked when a page shows what it says, once, and not before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONFIG = """
site_name: X
theme: {name: academic}
plugins:
  - macros: {modules: [mkdocs_academic]}
  - academic
"""
FAKE = """#!/bin/sh
echo "$@" >> "$ASKED"
echo "answer to $1"
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (tmp_path / "bin").mkdir()
    fake = tmp_path / "bin" / "git"
    fake.write_text(FAKE, "utf-8")
    fake.chmod(0o755)
    return tmp_path


def build(site: Path, page: str, *options: str) -> tuple[str, list[str]]:
    """Return the page and what git was asked."""
    (site / "docs" / "index.md").write_text(page, "utf-8")
    asked = site / "asked"
    path = f"{site / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-f", str(site / "mkdocs.yml"), *options],
        env={**os.environ, "PATH": path, "ASKED": str(asked)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    known = asked.read_text("utf-8").splitlines() if asked.exists() else []
    return (site / "site" / "index.html").read_text("utf-8"), known


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_nobody_asks_unless_a_page_shows_it(site: Path) -> None:
    assert build(site, "# Nothing")[1] == []
    assert build(site, "# Nothing", "--strict")[1] == []


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@pytest.mark.parametrize(
    "written",
    [
        "{{ git.commit }}",
        '{{ git["commit"] }}',
        '{{ git.get("commit") }}',
        "{% for name, value in git.items() %}{{ value }} {% endfor %}",
        "{{ git }}",
        "{{ git | tojson }}",
        "{% if git %}{{ git.commit }}{% endif %}",
    ],
)
def test_a_page_gets_the_answer(site: Path, written: str) -> None:
    html, asked = build(site, f"# Git\n\nIt says: {written}, {{{{ git.commit }}}}.")
    assert "answer to rev-parse" in html
    assert asked.count("rev-parse HEAD") == 1


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_the_log_that_shows_everything_shows_this_too(site: Path) -> None:
    assert "rev-parse HEAD" in build(site, "# Nothing", "--verbose")[1]
