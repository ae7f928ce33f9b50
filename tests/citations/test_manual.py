"""The manual's page names everything that a user can write or set."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_academic.citations.badge import Badge
from mkdocs_academic.citations.report import Report
from mkdocs_academic.citations.sources import SOURCES
from mkdocs_academic.cli import citations

from ..conftest import ROOT

PAGE = (ROOT / "docs" / "citations.md").read_text("utf-8")


@pytest.mark.parametrize("name", [*Report.model_fields, "repository", "use_cdn"])
def test_settings(name: str) -> None:
    assert f"`{name}`" in PAGE or f"`{name}: " in PAGE


@pytest.mark.parametrize("name", SOURCES)
def test_sources(name: str) -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{name}`"))
    assert SOURCES[name].key_variable in row
    assert ("`" in row.rpartition("| ")[2]) == bool(SOURCES[name].key_variable)
    for service in SOURCES[name].services:
        assert f"`{service}`" in PAGE


def test_options() -> None:
    for option in citations.update_.params:
        assert all(f"`{name}`" in PAGE for name in option.opts), option.opts


def test_options_of_badges() -> None:
    for name in Badge.model_fields:
        assert f"| `{name}` |" in PAGE
    for style in Badge.model_fields["style"].annotation.__args__:  # type: ignore[union-attr]
        assert f"`{style}`" in PAGE


def blocks() -> list[tuple[str, Any]]:
    """Return the title and the content of each YAML example that is no setting."""
    found = re.findall(r'^```yaml(?: title="(.+?)")?\n(.*?)^```$', PAGE, re.M | re.S)
    return [(title, yaml.safe_load(text)) for title, text in found if title != "mkdocs.yml"]


def test_jobs_are_whole() -> None:
    jobs = dict(blocks())
    weekly = jobs[".github/workflows/citations.yml"]
    assert weekly["permissions"] == {"contents": "write"}
    assert weekly[True]["schedule"][0]["cron"].count(" ") == 4  # YAML 1.1 reads `on` as true
    steps = weekly["jobs"]["update"]["steps"]
    commands = [step.get("run", "") for step in steps]
    assert "mkdocs-academic citations update" in commands
    following = jobs[".github/workflows/pages.yml"][True]["workflow_run"]
    assert following["workflows"] == [weekly["name"]]
    gitlab = jobs[".gitlab-ci.yml"]["citations"]
    assert gitlab["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]
    assert "mkdocs-academic citations update" in gitlab["script"]


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a clone of a repository with a citations.json, as a job finds it."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    _git(tmp_path, "init", "-q", "--bare", "-b", "main", "remote.git")
    _git(tmp_path, "clone", "-q", "remote.git", "clone")
    folder = tmp_path / "clone"
    (folder / "citations.json").write_text("1", "utf-8")
    _git(folder, "switch", "-q", "-C", "main")
    _git(folder, "add", ".")
    _git(folder, "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "first")
    _git(folder, "push", "-q", "-u", "origin", "main")
    return folder


def commands(name: str) -> str:
    if name == "github":
        steps = dict(blocks())[".github/workflows/citations.yml"]["jobs"]["update"]["steps"]
        return str(steps[-1]["run"])
    script = dict(blocks())[".gitlab-ci.yml"]["citations"]["script"]
    lines = [line for line in script if line.startswith("git ")]
    remote = re.sub(r'"https://\S+"', "origin", lines[-1])
    return "\n".join([*lines[:-1], remote])


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_jobs_commit_what_has_changed_and_nothing_else(clone: Path, name: str) -> None:
    script = f"set -e\nCI_COMMIT_BRANCH=main\n{commands(name)}"
    for text, count in (("1", 1), ("2", 2), ("2", 2)):
        (clone / "citations.json").write_text(text, "utf-8")
        (clone / "else.txt").write_text("not for the repository", "utf-8")
        done = subprocess.run(["bash", "-c", script], cwd=clone, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        log = _git(clone.parent / "remote.git", "log", "--name-only", "--format=")
        assert log.split() == ["citations.json"] * count
