"""Lists are put into finished pages: by the plugin that others may watch, or into the files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .engines import run

BIB = "".join(
    f"@misc{{k{n}, title={{Paper {n} of Ružica}}, author={{Jane Doe}}, year={2000 + n % 9}}}\n"
    for n in range(40)
)
CONFIG = """
site_name: X
theme: {name: academic}
plugins:
  - search
  - macros: {modules: [mkdocs_academic]}
  - academic
extra:
  academic:
    profile: {name: Jane Doe}
    pages: "no"
    publications: papers.bib
"""
WATCH = """
import json
from pathlib import Path

seen = {}

def on_post_build(config):
    html = Path(config.site_dir, "index.html").read_text("utf-8")
    seen["after"] = html.count('<li class="acad-pub')
    Path(config.site_dir, "seen.json").write_text(json.dumps(seen))
"""
PAGES = (
    WATCH
    + """
def on_post_page(output, page, config):
    seen[page.file.src_uri] = output.count('<li class="acad-pub')
    return output.replace("Paper 7 of", "Paper seven of")
"""
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "papers.bib").write_text(BIB, "utf-8")
    page = "# Papers\n\n{{ publications() }}\n\nBehind.\n\n{{ publications(keys=['k3', 'k4']) }}\n"
    (tmp_path / "docs" / "index.md").write_text(page, "utf-8")
    return tmp_path


def html(site: Path, hook: str = "") -> str:
    (site / "hook.py").write_text(hook, "utf-8")
    hooks = "hooks: [hook.py]\n" if hook else ""
    (site / "mkdocs.yml").write_text(CONFIG + hooks, "utf-8")
    done = run("mkdocs", "build", "-q", "--strict", "-f", str(site / "mkdocs.yml"))
    assert done.returncode == 0, done.stderr
    return (site / "site" / "index.html").read_text("utf-8")


def seen(site: Path) -> dict[str, int]:
    found: dict[str, int] = json.loads((site / "site" / "seen.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("turn", ["cold", "warm"])
def test_whoever_watches_pages_sees_the_lists(site: Path, turn: str) -> None:
    alone = html(site)
    assert alone.count('<li class="acad-pub') == 42
    assert "zacademic" not in alone
    if turn == "warm":
        assert html(site) == alone
    watched = html(site, PAGES)
    assert seen(site) == {"index.md": 42, "after": 42}
    assert "Paper seven of Ružica" in watched
    assert watched.replace("Paper seven of", "Paper 7 of") == alone


def test_whoever_comes_after_the_build_sees_them_too(site: Path) -> None:
    assert html(site, WATCH) == html(site)
    html(site, WATCH)
    assert seen(site) == {"after": 42}


def test_holes_and_a_comment_of_the_same_look(site: Path) -> None:
    """Texts stand in their holes, group headings in the table of contents, comments stay."""
    page = site / "docs" / "index.md"
    page.write_text(f"{page.read_text('utf-8')}\n<!--zacademic7-->\n", "utf-8")
    found = html(site)
    assert "\x11" not in found
    assert "<!--zacademic7-->" in found
    assert '<h2 class="acad-group__title" id="2008">2008' in found
    assert 'href="#2008"' in found


def test_a_list_of_a_page_that_is_not_written_is_not_forgotten(site: Path) -> None:
    """What the memory keeps of a macro and of its list goes together."""
    whole = html(site)
    skip = "def on_post_page(output, page, config):\n    return ''\n"
    (site / "hook.py").write_text(skip, "utf-8")
    (site / "mkdocs.yml").write_text(f"{CONFIG}hooks: [hook.py]\n", "utf-8")
    assert run("mkdocs", "build", "-q", "-f", str(site / "mkdocs.yml")).returncode == 0
    assert html(site) == whole
    assert html(site) == whole


FULL = """
import tempfile

def full(*given, **options):
    raise OSError(28, "No space left on device")

tempfile.TemporaryFile = full
"""


def test_a_full_disk_is_not_remembered(site: Path) -> None:
    (site / "hook.py").write_text(FULL, "utf-8")
    (site / "mkdocs.yml").write_text(f"{CONFIG}hooks: [hook.py]\n", "utf-8")
    full = run("mkdocs", "build", "-f", str(site / "mkdocs.yml"))
    assert "publications(): [Errno 28]" in full.stderr
    found = html(site)
    assert "No space left" not in found
    assert found.count('<li class="acad-pub') == 42


FAILING = """
import os

def full(source, target):
    raise OSError(28, "No space left on device", source)

def on_env(env, config, files):
    os.replace = full
"""


def test_a_disk_that_fails_costs_no_page_and_is_told_of(site: Path) -> None:
    (site / "hook.py").write_text(FAILING, "utf-8")
    (site / "mkdocs.yml").write_text(f"{CONFIG}hooks: [hook.py]\n", "utf-8")
    failed = run("mkdocs", "build", "-f", str(site / "mkdocs.yml"))
    assert failed.returncode != 0
    assert "index.html.part: could not be written: No space left on device" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert "Behind." in (site / "site" / "index.html").read_text("utf-8")
    assert not list((site / "site").rglob("*.part"))
