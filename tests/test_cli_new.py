"""A new site: from an empty folder to a page with a name on it, and nobody's file written over."""

from __future__ import annotations

import os
import pty
import re
import select
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from mkdocs_academic import __version__, scaffold
from mkdocs_academic.cli import main
from mkdocs_academic.site import load_site

from .conftest import ROOT
from .engines import run

BLOCK = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
FILES = {
    *("mkdocs.yml", "docs/index.md", "papers.bib", "requirements.txt", "academic.schema.json"),
    *(".gitignore", ".gitlab-ci.yml"),
    *(".github/workflows/pages.yml", ".github/workflows/citations.yml"),
}


def made(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["new", str(folder), "--yes", *options])


def listed(folder: Path) -> set[str]:
    return {str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()}


def blocks(page: str) -> dict[str, str]:
    found = BLOCK.findall((ROOT / "docs" / page).read_text("utf-8"))
    return dict(reversed(found))  # the first of a name


@pytest.mark.parametrize("language", ["en", "zh", "ar", "pt-BR"])
def test_it_builds_at_once_without_a_warning(tmp_path: Path, language: str) -> None:
    site = tmp_path / "my site"
    name = "Ada O'Example: the 2nd"
    options = [
        "--name",
        name,
        "--affiliation",
        "[U of X](https://x.example)",
        "--link",
        "github=ada",
    ]
    result = made(site, *options, "--link", "email=ada@example.org", "--language", language)
    assert result.exit_code == 0, result.output
    assert listed(site) == FILES
    assert f"cd '{site}'" in result.output
    assert "mkdocs serve" in result.output
    built = run("mkdocs", "build", "--strict", cwd=site)
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    page = (site / "site" / "index.html").read_text("utf-8")
    assert "Ada O&#39;Example: the 2nd" in page or "Ada O'Example: the 2nd" in page
    assert 'href="https://x.example"' in page
    assert 'href="https://github.com/ada"' in page
    assert f'<html lang="{language.partition("-")[0]}"' in page
    checked = run("mkdocs_academic", "check", "--strict", cwd=site)
    assert checked.returncode == 0, checked.stdout
    assert "warning" not in checked.stdout


def test_three_commands_serve_a_page(tmp_path: Path) -> None:
    """Those of the manual, the second with an answer and the third with a free port."""
    page = (ROOT / "docs" / "start.md").read_text("utf-8")
    first = re.findall(r"^```console\n(.*?)^```$", page, re.M | re.S)[0].splitlines()
    assert first == [
        "$ pip install mkdocs-academic",
        "$ mkdocs-academic new my-site",
        "$ cd my-site && mkdocs serve",
    ]
    assert run("mkdocs_academic", "new", "my-site", "--yes", "--name", "Ada", cwd=tmp_path).stdout
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", address]
    server = subprocess.Popen(command, cwd=tmp_path / "my-site", stderr=subprocess.DEVNULL)
    try:
        assert ">Ada</h1>" in fetched(f"http://{address}/")
    finally:
        server.terminate()
        server.wait(10)


def fetched(address: str) -> str:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            return str(urllib.request.urlopen(address, timeout=5).read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"nobody answers at {address}")


def test_without_a_word_there_is_a_site_to_fill_in(tmp_path: Path) -> None:
    assert made(tmp_path / "s").exit_code == 0
    site = load_site(tmp_path / "s" / "mkdocs.yml")
    assert site.profile
    assert site.profile.name == "Your Name"
    assert not site.mistakes + site.warnings


def test_the_examples_in_it_work(tmp_path: Path) -> None:
    """Without their signs in front, they are settings and an entry."""
    made(tmp_path, "--name", "Ada Example")
    file, papers = tmp_path / "mkdocs.yml", tmp_path / "papers.bib"
    text = re.sub(
        r"^( {4,})# (?=[ \w-]+(?::|- ))(?!What)", r"\1", file.read_text("utf-8"), flags=re.M
    )
    text = text.replace("avatar:", "# avatar:")
    file.write_text(text, "utf-8")
    papers.write_text(re.sub("^% ", "", papers.read_text("utf-8"), flags=re.M), "utf-8")
    site = load_site(file)
    assert not site.mistakes + site.warnings
    assert set(site.sections) == {"news", "publications", "education", "talks"}
    assert [one.key for one in site.publications] == ["example2026star"]
    assert site.profile
    assert site.profile.role


def test_it_writes_over_nothing(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("mine", "utf-8")
    (tmp_path / ".gitignore").symlink_to("nowhere")
    result = made(tmp_path)
    assert result.exit_code == 1
    assert "docs/index.md, .gitignore" in result.output
    assert listed(tmp_path) == {"docs/index.md"}
    assert (tmp_path / "docs" / "index.md").read_text("utf-8") == "mine"


def test_other_files_may_be_there(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", "utf-8")
    assert made(tmp_path).exit_code == 0
    assert listed(tmp_path) == FILES | {"README.md"}


def test_a_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("mine", "utf-8")
    (tmp_path / "s").write_text("mine", "utf-8")
    assert "docs/index.md" in made(tmp_path).output
    assert "is there already" in made(tmp_path / "s").output
    assert listed(tmp_path) == {"docs", "s"}


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("", "utf-8")
    result = made(tmp_path / "f" / "s")
    assert result.exit_code == 1
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--link", "github"], "should be SERVICE=ID"),
        (["--link", "orcid=0000-0002-1825-0098"], "is no ORCID iD"),
        (["--link", "githb=ada"], "did you mean 'github'?"),
        (["--language", "zz"], "does not speak 'zz'"),
        (["--url", "ada.github.io"], "should begin with https://"),
        (["--name", " "], "needs a name"),
    ],
)
def test_wrong_answers_say_what_to_write(tmp_path: Path, options: list[str], said: str) -> None:
    result = made(tmp_path / "s", *options)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
    assert not (tmp_path / "s").exists()


def test_without_a_terminal_nobody_is_asked(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs_academic", "new", str(tmp_path / "s")]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode == 2
    assert "There is nobody to ask. Say --yes" in done.stderr
    assert not (tmp_path / "s").exists()


def test_it_asks_little(tmp_path: Path) -> None:
    answers = ["Ada Example", "", "xx", "de", "1", "0000-0002-1825-0097", "", "ada"]
    shown = answered(["new", str(tmp_path / "s")], answers)
    assert "is no ORCID iD" in shown
    assert "does not speak 'xx'" in shown
    settings = yaml.safe_load((tmp_path / "s" / "mkdocs.yml").read_text("utf-8"))
    assert settings["theme"]["language"] == "de"
    assert settings["extra"]["academic"]["profile"] == {
        "name": "Ada Example",
        "links": {"orcid": "0000-0002-1825-0097", "github": "ada"},
    }


def answered(arguments: list[str], answers: list[str]) -> str:
    """Run the command at a terminal, answer what it asks, and return what it showed."""
    inside, outside = pty.openpty()
    command = [sys.executable, "-m", "mkdocs_academic", *arguments]
    process = subprocess.Popen(command, stdin=outside, stdout=outside, stderr=outside)
    os.close(outside)
    shown, waiting, end = "", list(answers), time.monotonic() + 60
    while time.monotonic() < end:
        ready, _, _ = select.select([inside], [], [], 0.2)
        try:
            shown += os.read(inside, 4096).decode() if ready else ""
        except OSError:  # it has ended
            break
        if waiting and shown.endswith(": "):
            os.write(inside, f"{waiting[0]}\n".encode())
            shown += waiting.pop(0)
        if process.poll() is not None and not ready:
            break
    assert process.wait(10) == 0, shown
    assert not waiting, shown
    return shown


def test_what_it_is_built_with_is_pinned(tmp_path: Path) -> None:
    made(tmp_path)
    lines = (tmp_path / "requirements.txt").read_text("utf-8").splitlines()
    assert lines[0] == f"mkdocs-academic=={__version__}"
    assert {line.split("==")[0] for line in lines} == {"mkdocs-academic", *scaffold._PINNED}
    assert all(re.fullmatch(r"[\w-]+==[\w.]+", line) for line in lines)


def test_workflows_are_those_of_the_manual(tmp_path: Path) -> None:
    made(tmp_path, "--link", "orcid=0000-0002-1825-0097")
    start, citations = blocks("start.md"), blocks("citations.md")
    github = tmp_path / ".github" / "workflows"
    assert (github / "pages.yml").read_text("utf-8") == start[".github/workflows/pages.yml"]
    assert (github / "citations.yml").read_text("utf-8") == citations[
        ".github/workflows/citations.yml"
    ]
    lab = (tmp_path / ".gitlab-ci.yml").read_text("utf-8")
    assert lab == f"{start['.gitlab-ci.yml']}\n{citations['.gitlab-ci.yml']}"


def test_workflows_are_whole(tmp_path: Path) -> None:
    made(tmp_path)
    github = tmp_path / ".github" / "workflows"
    pages: Any = yaml.safe_load((github / "pages.yml").read_text("utf-8"))
    update: Any = yaml.safe_load((github / "citations.yml").read_text("utf-8"))
    build, publish = pages["jobs"]["build"], pages["jobs"]["publish"]
    steps = [one.get("run") or one["uses"] for one in build["steps"]]
    assert "mkdocs build --strict" in steps
    assert publish["steps"][-1]["uses"].startswith("actions/deploy-pages@")
    assert pages[True]["workflow_run"]["workflows"] == [update["name"]]
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}
    assert pages["permissions"] == {"contents": "read"}


def test_a_pull_request_is_built_and_not_published(tmp_path: Path) -> None:
    made(tmp_path)
    pages: Any = yaml.safe_load((tmp_path / ".github/workflows/pages.yml").read_text("utf-8"))
    assert "pull_request" in pages[True]
    assert pages["jobs"]["publish"]["if"] == "github.event_name != 'pull_request'"
    kept = {one["uses"].split("@")[0]: one["if"] for one in pages["jobs"]["build"]["steps"][-2:]}
    assert kept == {
        "actions/upload-artifact": "github.event_name == 'pull_request'",
        "actions/upload-pages-artifact": "github.event_name != 'pull_request'",
    }
    assert "environment" not in pages["jobs"]["build"]


def test_both_pipelines_are_in_one_file(tmp_path: Path) -> None:
    made(tmp_path)
    lab: Any = yaml.safe_load((tmp_path / ".gitlab-ci.yml").read_text("utf-8"))
    assert set(lab) == {"pages", "citations"}
    assert lab["pages"]["artifacts"] == {"paths": ["public"]}
    assert "mkdocs build --strict --site-dir public" in lab["pages"]["script"]


def test_nobody_is_asked_for_citations_of_nobody(tmp_path: Path) -> None:
    """A job that must fail every week is not scheduled; the line waits."""
    made(tmp_path)
    job: Any = yaml.safe_load((tmp_path / ".github/workflows/citations.yml").read_text("utf-8"))
    assert job[True] == {"workflow_dispatch": None}
    text = (tmp_path / ".github/workflows/citations.yml").read_text("utf-8")
    assert '# schedule: [{cron: "17 4 * * 1"}]' in text


def test_the_editor_finds_the_schema(tmp_path: Path) -> None:
    made(tmp_path)
    first = (tmp_path / "mkdocs.yml").read_text("utf-8").splitlines()[0]
    name = first.removeprefix("# yaml-language-server: $schema=")
    assert (tmp_path / name).is_file()


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "12",
        "a: b",
        "a #b",
        "{x}",
        "Öl & Gas",
        "王小明",
        'say "x"',
        "- a",
        "https://x.y/z:1",
        "a:",
        "2021.10",
        "O'B, (x)",
    ],
)
def test_texts_are_written_so_that_they_stay(text: str) -> None:
    assert yaml.safe_load(f"a: {scaffold._scalar(text)}") == {"a": text}


def test_papers_can_be_fetched_where_links_tell_whose(tmp_path: Path) -> None:
    assert "`mkdocs-academic fetch`" in made(tmp_path / "one", "--link", "dblp=00/1").output
    assert "academic fetch" not in made(tmp_path / "two", "--link", "github=ada").output
