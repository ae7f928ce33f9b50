"""What MkDocs refuses is told before a build."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from .sites import HEAD, found, site

REFUSED = [  # lines of mkdocs.yml, and what is said of them
    ("site_url: www.example.org", "site_url: has no scheme: write https://www.example.org"),
    ("site_url: a/b", "site_url: is no address: write https://…, got 'a/b'"),
    ("site_url: 'https://[x'", "site_url: is no address: write https://…, got 'https://[x'"),
    ("site_url: 3", "site_url: is no text to MkDocs: put quotes around it, got '3'"),
    ("repo_url: github.com/ada/a", "repo_url: has no scheme: write https://github.com/ada/a"),
    ("repo_url: ada/a", "repo_url: is no address: "),
    ("site_name: 2024", "site_name: is no text to MkDocs: put quotes around it, got '2024'"),
    ("site_author: [Ada]", "site_author: should be a text"),
    ("copyright: 2020-01-01", "copyright: is no text to MkDocs: "),
    ("exclude_docs: [a.md]", "exclude_docs: should be a text"),
    ("strict: 'yes'", "strict: should be true or false, got 'yes'"),
    ("use_directory_urls: never", "use_directory_urls: should be true or false, got 'never'"),
    ("extra_css: a.css", "extra_css: should be a list, got 'a.css'"),
    ("extra_javascript: {a: b}", "extra_javascript: should be a list"),
    ("nav: {Home: index.md}", "nav: should be a list"),
    ("theme: {language: en}", "theme: has no name: write {name: academic}"),
    ("theme: [academic]", "theme: should be a mapping: {name: academic}"),
    ("docs_dir: .", "docs_dir: is the folder of mkdocs.yml itself: "),
    ("site_dir: docs", "site_dir: holds the pages, which a build would overwrite"),
    ("site_dir: ./", "site_dir: holds the pages, "),
    ("site_dir: docs/site", "site_dir: lies among the pages: "),
]
TAKEN = [
    *("site_url: https://a.example.org", "site_url: ''", "site_url:", "repo_url: ssh://a/b"),
    *("site_name: '2024'", "copyright: © 2024", "strict: no", "use_directory_urls: off"),
    *("extra_css: []", "nav: [index.md]", "exclude_docs: |\n  a.md", "site_dir: ../x/docs"),
    *("theme: academic", "theme: {name: academic, language: en}", "site_dir: docs2"),
    *("strict: !ENV [NOT_SET, false]", "site_url: !ENV [NOT_SET, 'https://a.b']"),
]


def _with_line(folder: Path, line: str) -> Path:
    key = line.partition(":")[0]
    head = re.sub(rf"(?m)^{key}: .*\n", "", HEAD)
    file = site(folder, head=f"{head}{line}\n")
    (folder / "docs" / "a.md").write_text("# A\n", "utf-8")
    return file


@pytest.mark.parametrize(("line", "said"), REFUSED)
def test_what_mkdocs_refuses_is_told(tmp_path: Path, line: str, said: str) -> None:
    file = _with_line(tmp_path, line)
    assert any(f": mistake: {said}" in one and "[values]" in one for one in found(file)), line
    with pytest.raises((Abort, ValueError)):
        load_config(str(file))


@pytest.mark.parametrize("line", TAKEN)
def test_what_mkdocs_takes_is_not_told(tmp_path: Path, line: str) -> None:
    file = _with_line(tmp_path, line)
    assert not [one for one in found(file) if "mistake" in one]
    load_config(str(file))


def test_values_that_are_inherited_count(tmp_path: Path) -> None:
    (tmp_path / "lab.yml").write_text("site_url: lab.example.org\nstrict: x\n", "utf-8")
    file = site(tmp_path, head=f"INHERIT: lab.yml\n{HEAD}")
    assert found(file) == ["lab.yml:2: mistake: strict: should be true or false, got 'x' [values]"]
