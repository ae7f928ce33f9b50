"""`mkdocs-academic citations update`: what it tells, what it writes, and how it ends."""

from __future__ import annotations

import functools
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_academic import cli
from mkdocs_academic.citations import store
from mkdocs_academic.citations.sources import SOURCES
from mkdocs_academic.cli.asking import _watched
from mkdocs_academic.online import http
from mkdocs_academic.online.answers import Answer
from mkdocs_academic.online.service import Request

from .citations.service import FAULTS, Reply, Service, ok, running, sample

SETTINGS = """\
extra:
  academic:
    profile:
      name: Ada Example
      email: ada@example.org
      links: {orcid: 0000-0001-6187-6610}
    publications: papers.bib
    citations:
      pause: 0
      timeout: 1
"""
BIB = """\
@article{oa, title={The State of {OA}}, doi={10.7717/peerj.4375}}
@article{none, title={Wholly unknown}}
"""
AUTHOR = "/openalex/authors/orcid:0000-0001-6187-6610"
WORKS = "/openalex/works"


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    with running() as one:
        monkeypatch.setenv("no_proxy", "*")
        monkeypatch.setenv(http.BASE_VARIABLE, one.url)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
        monkeypatch.setattr(http, "Web", functools.partial(http.Web, sleep=lambda seconds: None))
        one.on(AUTHOR, ok(sample("openalex_author")))
        one.on(WORKS, ok({"meta": {"count": 1}, "results": [sample("openalex_work")]}))
        yield one


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    (tmp_path / "papers.bib").write_text(BIB, "utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(cli.main, ["citations", "update", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def stored(folder: Path) -> dict[str, object]:
    data = json.loads((folder / "citations.json").read_text("utf-8"))
    found: dict[str, object] = data["sources"]["openalex"]
    return found


def test_the_first_time(service: Service, folder: Path) -> None:
    result = run()
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "OpenAlex: 38 citations, 1 paper, h-index 45",
        "+38 citations, 1 new paper, 1 not found: none",
        "citations.json: written",
    ]
    assert result.stderr.splitlines() == [
        "papers.bib:2: none: was not found: write its `doi`, "
        "or openalex = {…} with its id at OpenAlex"
    ]
    found = stored(folder)
    assert (found["id"], found["date"], found["total"]) == ("A5023888391", "2026-11-22", 38)
    assert found["papers"] == [
        {
            "key": "oa",
            "count": 565,
            "by": "doi",
            "id": "W2741809807",
            "doi": "10.7717/peerj.4375",
            "year": 2018,
            "title": sample("openalex_work")["title"],
        }
    ]
    agent = service.seen[0].headers["User-Agent"]
    assert agent.startswith("mkdocs-academic/")
    assert agent.endswith("(mailto:ada@example.org)")


def test_nothing_new(service: Service, folder: Path) -> None:
    run()
    before = (folder / "citations.json").stat()
    result = run()
    assert result.stdout.splitlines()[1:] == [
        "+0 citations, 0 new papers, 1 not found: none",
        "citations.json: nothing has changed",
    ]
    assert (folder / "citations.json").stat() == before


def test_more_citations(service: Service, folder: Path) -> None:
    run()
    service.on(AUTHOR, ok({**sample("openalex_author"), "cited_by_count": 50}))
    assert "+12 citations, 0 new papers" in run().stdout
    assert stored(folder)["total"] == 50


def test_dry_run(service: Service, folder: Path) -> None:
    result = run("--dry-run")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:] == [
        "+38 citations, 1 new paper, 1 not found: none",
        "citations.json: not written (--dry-run)",
    ]
    assert not (folder / "citations.json").exists()


def test_a_fall_needs_force(service: Service, folder: Path) -> None:
    run()
    service.on(AUTHOR, ok({**sample("openalex_author"), "cited_by_count": 3}))
    result = run()
    assert result.exit_code == 0
    assert "OpenAlex: citations 38 -> 3: not believed; --force accepts it" in result.stderr
    assert stored(folder)["total"] == 38
    assert "-35 citations" in run("--force").stdout
    assert stored(folder)["total"] == 3


@pytest.mark.parametrize("fault", ["404", "429", "500", "truncated", "html", "null"])
def test_nothing_could_be_read(service: Service, folder: Path, fault: str) -> None:
    service.on(AUTHOR, FAULTS[fault])
    result = run()
    assert result.exit_code == 1
    assert result.stderr.startswith("OpenAlex: ")
    assert result.stdout == ""
    assert not (folder / "citations.json").exists()


def test_stored_numbers_survive_a_bad_day(service: Service, folder: Path) -> None:
    run()
    before = (folder / "citations.json").read_bytes()
    service.on(AUTHOR, FAULTS["500"])
    result = run("--force")
    assert result.exit_code == 1
    assert "OpenAlex: answers 500 Internal Server Error\n" in result.stderr
    assert "OpenAlex: what was known is kept\n" in result.stderr
    assert (folder / "citations.json").read_bytes() == before


def test_one_source_of_two_is_enough(service: Service, folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(SETTINGS + "      sources: [openalex, crossref]\n", "utf-8")
    result = run()
    assert result.exit_code == 0
    assert "Crossref: answers 404" in result.stderr
    assert stored(folder)["total"] == 38


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "citations.json:1: is not JSON"),
        ('{"version": 9}', "citations.json: is of version 9: update mkdocs-academic"),
        ("<<<<<<< ours\n{}", "citations.json:1: has merge conflicts"),
    ],
)
def test_a_broken_file_is_kept(service: Service, folder: Path, text: str, said: str) -> None:
    (folder / "citations.json").write_text(text, "utf-8")
    result = run("--force")
    assert result.exit_code == 1
    assert result.stderr.startswith(said)
    assert "citations.json: was not touched" in result.stderr
    assert (folder / "citations.json").read_text("utf-8") == text
    assert not service.seen


def test_another_file_and_folder(service: Service, folder: Path) -> None:
    site = folder / "site one"
    site.mkdir()
    text = SETTINGS.replace("papers.bib", "../papers.bib") + "      file: data/cited.json\n"
    (site / "mkdocs.yml").write_text(text, "utf-8")
    assert run("-f", "site one/mkdocs.yml").exit_code == 0
    assert json.loads((site / "data" / "cited.json").read_text("utf-8"))["version"] == 1


def test_a_source_by_name(service: Service, folder: Path) -> None:
    doi = "/opencitations/citation-count/doi:10.7717/peerj.4375"
    service.on(doi, ok(sample("opencitations_count")))
    result = run("--source", "OpenCitations")
    assert result.exit_code == 0
    assert service.paths == [doi]
    assert result.stdout.splitlines()[0] == "OpenCitations: 1 paper"
    assert "+34 citations, 1 new paper" in result.stdout


def test_a_file_that_cannot_be_written(service: Service, folder: Path) -> None:
    (folder / "data").write_text("a file", "utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS + "      file: data/citations.json\n", "utf-8")
    result = run()
    assert result.exit_code == 1
    assert "data/citations.json: cannot be" in result.stderr


def test_nobody_to_ask_about(service: Service, folder: Path) -> None:
    text = SETTINGS.replace("      links: {orcid: 0000-0001-6187-6610}\n", "")
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    result = run()
    assert result.exit_code == 1
    assert result.stderr == (
        "OpenAlex: nothing says who the author is: write profile.links.openalex or "
        "profile.links.orcid, or `sources: [openalex: …]`\n"
    )
    assert not service.seen


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-f", "other.yml"), "There is no other.yml: name the settings with -f."),
        (("--source", "openalx"), "There is no source 'openalx' (did you mean 'openalex'?)."),
        (("--source", "google-scholar-stats"), "google-scholar-stats has to be set up at"),
        (("--force-it",), "No such option"),
        (
            ("--source", ""),
            "There is no source '': openalex, semanticscholar, crossref, "
            "opencitations, inspire, serpapi, google-scholar-stats are known.",
        ),
        (("--source", "nope"), "There is no source 'nope': openalex, semanticscholar, crossref,"),
    ],
)
def test_usage(arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_mistakes_in_the_settings(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(SETTINGS + "      sources: [openalx]\n", "utf-8")
    result = run()
    assert result.exit_code == 1
    assert result.stderr.startswith("mkdocs.yml:11: extra.academic.citations.sources: there is no")


def test_keys_are_not_told(service: Service, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENALEX_API_KEY", "top-secret")
    service.on(WORKS, Reply(b"{}", 403))
    result = run()
    assert service.seen[0].query["api_key"] == "top-secret"
    assert "top-secret" not in result.output + (folder / "citations.json").read_text("utf-8")
    assert "a key is not accepted (OPENALEX_API_KEY)" in result.stderr


def test_the_users_own_file(service: Service, folder: Path) -> None:
    (folder / "gs_data.json").write_text(json.dumps(sample("gs_data")), "utf-8")
    sources = "      sources: [{google-scholar-stats: {file: gs_data.json}}]\n"
    (folder / "mkdocs.yml").write_text(SETTINGS + sources, "utf-8")
    result = run()
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:2] == [
        "Google Scholar (google-scholar-stats): 234 citations, 3 papers, h-index 8",
        "+234 citations, 0 new papers, 2 not found: oa, none",
    ]
    assert not service.seen


def test_progress_is_one_line(
    service: Service, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fetch = _watched(lambda name, request: Answer(data=request.path), SOURCES)
    assert fetch("openalex", Request("/works")).data == "/works"
    assert fetch("openalex", Request("/works")).data == "/works"
    shown = capsys.readouterr().err
    assert "Asking OpenAlex: request 2 ..." in shown
    assert "\n" not in shown


def test_utf_8_whatever_the_platform_says(service: Service, folder: Path) -> None:
    work = {**sample("openalex_work"), "doi": None, "title": "Wholly\x1b[31m unknówn\ud800 …"}
    service.on(WORKS, ok({"meta": {"count": 1}, "results": [work]}))
    code = "from mkdocs_academic.cli import main; main()"
    result = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", code, "citations", "update"],
        capture_output=True,
        check=True,
        env={
            "PYTHONIOENCODING": "ascii",
            "LC_ALL": "C",
            "PATH": "",
            "no_proxy": "*",
            http.BASE_VARIABLE: service.url,
        },
    )
    assert "is it “Wholly[31m unknówn …” (2018)?" in result.stderr.decode("utf-8")
    assert "unknówn" in (folder / "citations.json").read_text("utf-8")


def test_a_full_disk(service: Service, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "write", fails)
    result = run()
    assert result.exit_code == 1
    assert "citations.json: cannot be written: No space left on device" in result.stderr


BY_HAND = """\
{"version": 1, "sources": {
  "openalex": {"label": "OpenAlex", "date": "2026-11-20", "total": 250, "papers": [
    {"key": "oa", "count": 562}, {"key": "none", "count": 17}]},
  "byhand": {"label": "Counted by hand", "date": "2026-11-01", "papers": [
    {"key": "none", "count": 4}]}}}
"""


def test_numbers_written_by_hand_stay(service: Service, folder: Path) -> None:
    (folder / "citations.json").write_text(BY_HAND, "utf-8")
    service.on(AUTHOR, ok({**sample("openalex_author"), "cited_by_count": 278}))
    result = run()
    assert result.stdout.splitlines() == [
        "OpenAlex: 278 citations, 2 papers, h-index 45",
        "+28 citations, 0 new papers",
        "citations.json: written",
    ]
    data = json.loads((folder / "citations.json").read_text("utf-8"))["sources"]
    assert data["byhand"] == {
        "label": "Counted by hand",
        "date": "2026-11-01",
        "papers": [{"key": "none", "count": 4}],
    }
    known = {one["key"]: (one["count"], one.get("date")) for one in data["openalex"]["papers"]}
    assert known == {"oa": (565, None), "none": (17, "2026-11-20")}


@pytest.mark.parametrize("arguments", [(), ("--force",)])
def test_of_a_source_that_fails_nothing_is_written(
    service: Service, folder: Path, arguments: tuple[str, ...]
) -> None:
    (folder / "citations.json").write_text(BY_HAND, "utf-8")
    service.on(AUTHOR, FAULTS["404"])
    assert run(*arguments).exit_code == 1
    assert (folder / "citations.json").read_text("utf-8") == BY_HAND
