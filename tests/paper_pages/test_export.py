"""The same pages for engines without the plugin."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from lxml import etree, html

from mkdocs_academic import cli

from ..conftest import ROOT
from ..test_mkdocs import build
from .sites import (
    Built,
    Element,
    canonical,
    data,
    tags,
    written,
)

EXTENSIONS = """
markdown_extensions:
  - attr_list
  - md_in_html
  - mkdocs_academic.mdx
  - pymdownx.arithmatex: {generic: true}
"""
PREFIXES = ("description", "citation_", "og:", "article:", "twitter:")


def exported(folder: Path) -> Path:
    """Export a site and take the plugin out of its settings."""
    config = written(folder, EXTENSIONS)
    for _ in range(2):  # again: nothing is in its own way
        result = CliRunner().invoke(cli.main, ["export", "-f", str(config)])
        assert result.exit_code == 0, result.output
    assert "not written" not in result.output
    text = config.read_text("utf-8").replace("  - academic\n", "")
    config.write_text(text, "utf-8")
    return config


def content(page: Element) -> str:
    """Return what is in the article; engines differ in white space, and in how to say `../`."""
    page.make_links_absolute(canonical(page))
    (found,) = page.xpath("//article")
    for icon in found.xpath(".//svg"):
        icon.drop_tree()
    for aside in found.xpath(".//div[@hidden] | .//a[@id='__skip']"):  # drawings; Zensical's own
        aside.drop_tree()
    text = etree.tostring(found, method="c14n").decode()
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", " ".join(text.split()))


def head(page: Element) -> list[Any]:
    return [
        canonical(page),
        page.xpath("string(//title)"),
        *(tags(page, prefix) for prefix in PREFIXES),
        data(page),
    ]


def assert_same_pages(folder: Path, trial: Built) -> None:
    for address in trial.papers:
        expected = html.document_fromstring((trial.folder / address / "index.html").read_bytes())
        page = html.document_fromstring((folder / address / "index.html").read_bytes())
        assert head(page) == head(expected), address
        assert content(page) == content(expected), address
    for pattern in ("publications*.*", "publications/**/*.*", "*.xml", "*.ics", "feed.json"):
        for file in trial.folder.glob(pattern):
            if file.name not in ("index.html", "sitemap.xml"):
                assert (folder / file.relative_to(trial.folder)).read_bytes() == file.read_bytes()
    for address in trial.redirects:
        written = (trial.folder / address / "index.html").read_bytes()
        assert (folder / address / "index.html").read_bytes() == written


def test_exported_pages_without_the_plugin(tmp_path: Path, trial: Built) -> None:
    result = build(exported(tmp_path))
    assert result.returncode == 0, result.stderr
    assert_same_pages(tmp_path / "site", trial)


def test_export_follows_a_new_slug(tmp_path: Path) -> None:
    config = exported(tmp_path)
    bib = tmp_path / "papers.bib"
    text = bib.read_text("utf-8")
    bib.write_text(text.replace("slug={the-report}", "slug={tr-7}, former={the-report}"), "utf-8")
    result = CliRunner().invoke(cli.main, ["export", "-f", str(config)])
    assert result.exit_code == 0, result.output
    docs = tmp_path / "docs/publications"
    assert (docs / "tr-7/tr-7.pdf").is_file()
    assert not (docs / "the-report.md").exists()
    assert not (docs / "the-report/the-report.pdf").exists()
    assert "../tr-7/" in (docs / "the-report/index.html").read_text("utf-8")


def test_exported_pages_with_zensical(tmp_path: Path, trial: Built) -> None:
    config = exported(tmp_path)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "zensical", "build", "-f", str(config), "--clean"]
    result = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert_same_pages(tmp_path / "site", trial)
