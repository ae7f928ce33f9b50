"""`mkdocs-academic fetch`, as a user calls it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_academic.cli import main
from mkdocs_academic.online import http

from .catalogues.conftest import sample
from .citations.service import Service, ok, running

DOI = "10.1371/journal.pone.0033693"
SITE = """site_name: Ada
theme: {name: academic}
plugins: [macros: {modules: [mkdocs_academic]}, academic]
extra:
  academic:
    profile: {name: Ada Example, email: ada@example.org, links: {orcid: 0000-0002-1825-0097}}
"""
Run = Callable[..., Result]


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    monkeypatch.setenv("no_proxy", "*")
    with running() as one:
        monkeypatch.setenv(http.BASE_VARIABLE, one.url)
        one.on("/doi/works", ok({"message": {"items": [sample("crossref_work")["message"]]}}))
        yield one


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SITE, "utf-8")
    return lambda *arguments: CliRunner().invoke(main, ["fetch", *arguments])


def test_a_paper_is_added_once(run: Run, service: Service, tmp_path: Path) -> None:
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("    publications: {bibliography: papers.bib}\n")
    (tmp_path / "papers.bib").write_text("@misc{mine, title = {Mine}}\n", "utf-8")
    result = run(DOI)
    assert result.output == "papers.bib: 1 added: sadasivan2012methylphenidate\n"
    assert result.exit_code == 0
    written = (tmp_path / "papers.bib").read_text("utf-8")
    assert written.startswith(
        "@misc{mine, title = {Mine}}\n\n@article{sadasivan2012methylphenidate,"
    )
    assert run(f"https://doi.org/{DOI}").output == "papers.bib: nothing added; 1 known already\n"
    assert (tmp_path / "papers.bib").read_text("utf-8") == written
    assert service.seen[0].headers["User-Agent"].endswith("(mailto:ada@example.org)")


def test_a_site_without_a_bibliography_is_told_how_to_show_it(run: Run, service: Service) -> None:
    result = run(DOI)
    assert result.stdout == "papers.bib: 1 added: sadasivan2012methylphenidate\n"
    assert result.stderr == (
        "papers.bib: no list shows it yet: write `publications: papers.bib` below extra.academic\n"
    )


def test_entries_of_the_settings_are_known(run: Run, service: Service, tmp_path: Path) -> None:
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("    publications: {entries: data/papers.yml}\n")
    (tmp_path / "data").mkdir()
    title = sample("crossref_work")["message"]["title"][0]
    (tmp_path / "data" / "papers.yml").write_text(f"- title: {title!r}\n  doi: {DOI}\n", "utf-8")
    assert run(DOI).stdout == "papers.bib: nothing added; 1 known already\n"


def test_how_another_file_is_shown(run: Run, service: Service, tmp_path: Path) -> None:
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("    publications: {bibliography: papers.bib}\n")
    assert run(DOI, "--to", "more/new.bib").stderr == (
        "more/new.bib: no list shows it yet: "
        "add `more/new.bib` to `bibliography` of a section of publications\n"
    )


def test_the_settings_stand_elsewhere(
    run: Run, service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path.parent)
    settings = f"{tmp_path.name}/mkdocs.yml"
    assert "write `publications: papers.bib` below" in run(DOI, "-f", settings).stderr


def test_the_owner_is_known_by_the_profile(run: Run, service: Service) -> None:
    service.on("/orcid/0000-0002-1825-0097/works", ok({"group": []}))
    result = run()
    assert result.stderr == "Asking ORCID for 0000-0002-1825-0097\n"
    assert result.stdout == "papers.bib: nothing added\n"


def test_a_dry_run_writes_nothing(run: Run, service: Service, tmp_path: Path) -> None:
    result = run(DOI, "--dry-run")
    assert result.stdout.startswith("@article{sadasivan2012methylphenidate,\n")
    assert result.stderr == "papers.bib: 1 would be added: sadasivan2012methylphenidate\n"
    assert not (tmp_path / "papers.bib").exists()


def test_without_a_site_a_file_is_named(run: Run, service: Service, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").unlink()
    assert "There is no mkdocs.yml: name the settings with -f, or --to." in run(DOI).output
    assert run(DOI, "--to", "new.bib").output == "new.bib: 1 added: sadasivan2012methylphenidate\n"
    assert "new.json is no .bib file" in run(DOI, "--to", "new.json").output


def test_what_is_not_found_fails_and_the_rest_is_added(run: Run, service: Service) -> None:
    result = run(DOI, "10.9999/none")
    assert result.exit_code == 1
    assert "Crossref and doi.org: 10.9999/none: is not known there\n" in result.stderr
    assert "1 added" in result.stdout


def test_all_words_that_name_nothing_are_told_at_once(run: Run, service: Service) -> None:
    result = run("Ada", DOI, "12")
    assert result.exit_code == 2
    assert "'Ada', '12': give a DOI, an arXiv id" in result.output
    assert service.seen == []


def test_a_profile_without_such_a_link(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(SITE.replace("orcid: 0000-0002-1825-0097", ""), "utf-8")
    result = run()
    assert result.exit_code == 2
    said = " ".join(result.output.split())
    assert "No link of the profile tells whose papers to ask for (orcid, openalex," in said


def test_mistakes_in_the_settings(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(SITE.replace("profile", "profil"), "utf-8")
    result = run(DOI)
    assert result.exit_code == 1
    assert "mkdocs.yml:6: " in result.stderr


def test_settings_that_are_named_and_not_there(run: Run, service: Service) -> None:
    result = run(DOI, "-f", "mkdoc.yml", "--to", "new.bib")
    assert result.exit_code == 2
    assert "There is no mkdoc.yml: name the settings with -f." in result.output


def test_a_file_that_is_not_utf_8(run: Run, service: Service, tmp_path: Path) -> None:
    (tmp_path / "papers.bib").write_bytes(b"@misc{a, title = {Gr\xf6\xdfe}}")
    result = run(DOI)
    assert result.exit_code == 1
    assert "papers.bib: is not UTF-8, so nothing was added" in result.stderr
    assert service.seen == []  # told before anybody is asked
