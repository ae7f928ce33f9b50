"""`lab build` with the real engines: a new lab is the same on each, and no site stops another."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

import pytest

from .engines import run
from .test_engines import shown

OTHERS = ("properdocs", "zensical")
ENGINES = ("mkdocs", *OTHERS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("labs")


def begun(lab: Path) -> Path:
    done = run("mkdocs_academic", "new", "--lab", str(lab), "--name", "Clockless Lab")
    assert done.returncode == 0, done.stderr
    return lab


def lab_build(lab: Path, engine: str, *options: str) -> subprocess.CompletedProcess[str]:
    return run("mkdocs_academic", "lab", "build", "--engine", engine, *options, cwd=lab)


def files(folder: Path) -> set[str]:
    """Return all files but those of a cache, which may stay."""
    found = (one.relative_to(folder) for one in folder.rglob("*") if one.is_file())
    return {one.as_posix() for one in found if ".cache" not in one.parts}


@cache
def tree(engine: str, folder: Path) -> Path:
    """Build a new lab, once, and see that nothing but the tree is left."""
    lab = begun(folder / engine)
    before = files(lab)
    done = lab_build(lab, engine, "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert {one for one in files(lab) if not one.startswith("site/")} == before
    return lab / "site"


@pytest.mark.parametrize("engine", ENGINES)
def test_a_new_lab_is_built(engine: str, folder: Path) -> None:
    ours, theirs = tree("mkdocs", folder), tree(engine, folder)
    pages = sorted(one.relative_to(ours) for one in ours.rglob("*.html"))
    assert {"index.html", "people/ada/index.html", "people/hypatia/index.html"} <= {
        *map(str, pages)
    }
    assert pages == sorted(one.relative_to(theirs) for one in theirs.rglob("*.html"))
    for page in pages:
        assert shown(theirs / page) == shown(ours / page), page
    for path in (
        "publications.bib",
        "feed.xml",
        "people/ada/publications.bib",
        "people/emmy/news.xml",
    ):
        assert (theirs / path).read_bytes() == (ours / path).read_bytes(), path


@pytest.mark.parametrize("engine", ENGINES)
def test_a_site_that_fails_stops_no_other(engine: str, folder: Path, tmp_path: Path) -> None:
    lab = begun(tmp_path / "lab")
    assert lab_build(lab, engine).returncode == 0
    kept = (lab / "site" / "people" / "emmy" / "index.html").read_bytes()
    before = files(lab)
    with (lab / "people" / "emmy" / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("    nonsense: 1\n")
    (lab / "people" / "ada" / "docs" / "index.md").write_text("# Changed\n", "utf-8")
    with (lab / "lab.bib").open("a", encoding="utf-8") as shared:  # what no engine watches
        shared.write("@misc{late, title={A Late Paper}, author={Ada Lovelace}, year={2025}}\n")
    done = lab_build(lab, engine, "-j", "2")
    assert done.returncode == 1
    assert "people/emmy: NOT built" in done.stderr
    assert "mkdocs.yml:22: extra.academic.nonsense: unknown option" in done.stderr
    assert "Traceback" not in done.stderr
    assert "people/ada: built" in done.stdout
    assert "the lab: built" in done.stdout
    site = lab / "site"
    assert (site / "people" / "emmy" / "index.html").read_bytes() == kept
    assert "Changed" in (site / "people" / "ada" / "index.html").read_text("utf-8")
    assert "A Late Paper" in (site / "publications" / "index.html").read_text("utf-8")
    assert {one for one in files(lab) if not one.startswith("site/")} == {
        one for one in before if not one.startswith("site/")
    }


@pytest.mark.parametrize("engine", ENGINES)
def test_what_the_lab_says_holds_for_all(engine: str, tmp_path: Path) -> None:
    lab = begun(tmp_path / "lab")
    with (lab / "lab.yml").open("a", encoding="utf-8") as shared:
        shared.write("    honors: []\n  analytics: {provider: google, property: G-TESTLAB}\n")
    parts = lab / "overrides" / "academic" / "parts"
    parts.mkdir(parents=True)
    (parts / "empty.html").write_text('<p class="mine">Nothing in this lab.</p>\n', "utf-8")
    for site, way in (("", ""), ("people/ada", "../../"), ("people/emmy", "../../")):
        settings = lab / site / "mkdocs.yml"
        own = f"theme: {{custom_dir: {way}overrides}}\n\nnav:"
        settings.write_text(settings.read_text("utf-8").replace("nav:", own, 1), "utf-8")
        with (lab / site / "docs" / "index.md").open("a", encoding="utf-8") as page:
            page.write("\n{{ honors() }}\n")
    done = lab_build(lab, engine)
    assert done.returncode == 0, done.stdout + done.stderr
    for site in ("", "people/ada", "people/emmy"):
        page = (lab / "site" / site / "index.html").read_text("utf-8")
        assert "G-TESTLAB" in page, site
        assert '<p class="mine">Nothing in this lab.</p>' in page, site


def test_warnings_of_zensical_are_failures_and_plain(folder: Path, tmp_path: Path) -> None:
    lab = begun(tmp_path / "lab")
    (lab / "people" / "ada" / "docs" / "index.md").write_text("[x](nowhere.md)\n", "utf-8")
    done = lab_build(lab, "zensical", "--strict")
    assert done.returncode == 1
    assert "people/ada: NOT built" in done.stderr
    assert "people/emmy: built" in done.stdout
    assert "nowhere.md" in done.stderr
    assert "\x1b" not in done.stderr
    assert "Traceback" not in done.stderr


def test_what_the_user_has_exported_stays(tmp_path: Path) -> None:
    lab = begun(tmp_path / "lab")
    assert run("mkdocs_academic", "export", cwd=lab).returncode == 0
    before = files(lab)
    assert lab_build(lab, "zensical").returncode == 0
    assert {one for one in files(lab) if not one.startswith("site/")} == before


def test_one_process_can_build_with_several_engines(tmp_path: Path) -> None:
    """ProperDocs stands in for MkDocs in its process: neither may be found in one of the other."""
    lab = begun(tmp_path / "lab")
    script = (
        "from pathlib import Path\n"
        "from mkdocs_academic import lab_build\n"
        "if __name__ == '__main__':\n"
        "    for engine in ('mkdocs', 'properdocs', 'zensical', 'mkdocs'):\n"
        "        found = lab_build.build(Path('.'), Path('site'), ['ada'], engine=engine)\n"
        "        assert [(one.is_built, one.said) for one in found] == [(True, '')], engine\n"
    )
    (lab / "several.py").write_text(script, "utf-8")
    done = run("several", cwd=lab)
    assert done.returncode == 0, done.stdout + done.stderr
