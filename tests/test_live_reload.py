"""An edit shows on the next reload: the real servers of three engines, every kind of file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .test_mkdocs import fetched, free_port, until

LAB = """
extra:
  academic:
    talks: [{date: "2020", title: A talk of the lab}]
"""
SITE = """
INHERIT: lab.yml
site_name: Ada
site_url: https://example.org/
theme: {name: academic, custom_dir: overrides}
plugins:
  - search
  - macros: {modules: [mkdocs_academic]}
  - academic
markdown_extensions: [attr_list, md_in_html, mkdocs_academic.mdx]
watch: [lab.yml, docs, overrides, papers.bib, citations.json, news.yml]
extra:
  academic:
    profile: {name: Ada Example, role: First role}
    publications: papers.bib
    news: news.yml
    pages: no
    citations: {sources: [openalex]}
"""
PAGE = "# Home\n\n{{ sections() }}\n\n{{ citation_badge('a') }}\n"
ROW = """<li class="mine">{{ row.text }}</li>"""
COUNTS = """{{"version": 1, "sources": {{"openalex": {{"date": "2026-01-01", "papers": [
{{"key": "a", "title": "A", "count": {}}}]}}}}}}"""


def written(folder: Path) -> Path:
    (folder / "docs").mkdir()
    (folder / "overrides" / "academic" / "parts").mkdir(parents=True)
    for name, text in {
        "lab.yml": LAB,
        "mkdocs.yml": SITE,
        "docs/index.md": PAGE,
        "papers.bib": "@misc{a, title = {First paper}, author = {Example, Ada}, year = 2020}\n",
        "news.yml": "- {date: '2021', text: First news}\n",
        "citations.json": COUNTS.format(11),
    }.items():
        (folder / name).write_text(text, "utf-8")
    return folder / "mkdocs.yml"


@contextmanager
def serving(engine: str, folder: Path) -> Iterator[str]:
    port = free_port()
    log = (folder / "log.txt").open("w")
    command = [sys.executable, "-m", engine, "serve", "-a", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(10)
        log.close()


EDITS = {  # file: what it becomes, what the page shows then
    "mkdocs.yml": (SITE.replace("First role", "Second role"), "Second role"),
    "lab.yml": (LAB.replace("A talk of the lab", "Another talk"), "Another talk"),
    "papers.bib": (
        "@misc{a, title = {Second paper}, author = {Example, Ada}, year = 2021}\n",
        "Second paper",
    ),
    "news.yml": ("- {date: '2022', text: Second news}\n", "Second news"),
    "citations.json": (COUNTS.format(4711), "4,711"),
    "overrides/academic/parts/row.html": (ROW, '<li class="mine">'),
}


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
def test_every_edit_shows_on_the_next_reload(engine: str, tmp_path: Path) -> None:
    written(tmp_path)
    with serving(engine, tmp_path) as url:
        log = tmp_path / "log.txt"
        assert until(lambda: "First paper" in fetched(url)), log.read_text()
        assert "11" in fetched(url)
        for name, (text, shown) in EDITS.items():
            assert shown not in fetched(url)
            (tmp_path / name).write_text(text, "utf-8")
            assert until(lambda shown=shown: shown in fetched(url)), f"{name}\n{log.read_text()}"
