"""What builds remember: the same pages without reading, and never a stale one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mkdocs_academic.memory import FOLDER, Memory, names_below

from .conftest import ROOT
from .engines import run

SITE = """
site_name: Test
site_url: https://example.org/
theme: {name: academic, custom_dir: overrides}
plugins:
  - search
  - macros: {modules: [mkdocs_academic]}
  - academic
extra:
  academic:
    profile: {name: Ada Example}
    news: news.yml
    publications: papers.bib
    talks: [{date: 2021-03, title: A talk, url: talk.pdf}]
"""
PAGE = """# Home

{{ sections() }}

{{ cite("example2020") }}

{{ bibliography() }}
"""
PAPER = """@article{example%d,
  title = {On the {%s}}, author = {Ada Example and Bo Other}, journal = {J}, year = %d,
}
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "overrides" / "academic").mkdir(parents=True)
    files = {
        "mkdocs.yml": SITE,
        "docs/index.md": PAGE,
        "docs/talk.pdf": "",
        "news.yml": "- {date: 2020-01, text: The first}\n",
        "papers.bib": PAPER % (2020, "First", 2020),
    }
    for name, text in files.items():
        write(tmp_path / name, text)
    return tmp_path / "mkdocs.yml"


def write(file: Path, text: str) -> None:
    """Write a file that has been there for a while: what is younger than a build may change."""
    file.write_text(text, "utf-8")
    os.utime(file, (file.stat().st_mtime - 60,) * 2)


def build(
    config: Path, engine: str = "mkdocs", *arguments: str
) -> subprocess.CompletedProcess[str]:
    """Build, and write what is imported to the standard error."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        [sys.executable, "-X", "importtime", "-m", engine, "build", "-f", str(config), *arguments],
        env=environment | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )


def has_read(done: subprocess.CompletedProcess[str]) -> bool:
    """Tell whether a build has looked at the site again."""
    assert done.returncode == 0, done.stderr[-2000:]
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "mkdocs_academic.memory" in imported
    return bool(imported & {"mkdocs_academic.site", "pydantic", "mkdocs_academic.macros"})


def content(site: Path) -> dict[str, bytes]:
    """Return all files; the sitemap's archive holds the moment."""
    files = (file for file in site.rglob("*") if file.is_file() and file.suffix != ".gz")
    return {str(file.relative_to(site)): file.read_bytes() for file in files}


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
@pytest.mark.parametrize(
    "site",
    [ROOT, *(ROOT / "tests" / "sites" / one for one in ("researcher", "author_profile", "lab"))],
    ids=lambda one: one.name,
)
def test_a_warm_build_is_the_same_and_reads_nothing(
    tmp_path: Path, site: Path, engine: str
) -> None:
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    (tmp_path / "again").mkdir()
    cold = build(site / "mkdocs.yml", engine, "-q", "-d", str(tmp_path / "cold"))
    assert has_read(cold)
    warm = build(site / "mkdocs.yml", engine, "-q", "-d", str(tmp_path / "warm"))
    assert not has_read(warm)
    before, after = content(tmp_path / "cold"), content(tmp_path / "warm")
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []


EDITS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "the bibliography": (
        "On the Second",
        lambda root: write(root / "papers.bib", PAPER % (2020, "Second", 2020)),
    ),
    "a data file": (
        "The newest",
        lambda root: write(root / "news.yml", "- {date: 2022-01, text: The newest}\n"),
    ),
    "the settings": (
        "Grace Example",
        lambda root: write(root / "mkdocs.yml", SITE.replace("Ada E", "Grace E")),
    ),
    "numbers of citations, where there were none": (
        "87,654",
        lambda root: write(
            root / "citations.json",
            json.dumps(
                {
                    "version": 1,
                    "sources": {"openalex": {"date": "2026-01-01", "total": 87654, "papers": []}},
                }
            ),
        ),
    ),
    "an own template, where there was none": (
        "my own news",
        lambda root: write(root / "overrides" / "academic" / "news.html", "<p>my own news</p>"),
    ),
    "a page": (
        "On the First",
        lambda root: write(root / "docs" / "index.md", "{{ publications(layout='list') }}\n"),
    ),
    "a file that a link needs": (
        "there is no file 'talk.pdf'",
        lambda root: (root / "docs" / "talk.pdf").unlink(),
    ),
}


@pytest.mark.parametrize("edited", EDITS)
def test_what_is_edited_is_seen(config: Path, edited: str) -> None:
    settings = config.read_text("utf-8")
    if "citations" in edited:  # a page that shows them
        write(config.parent / "docs" / "index.md", "{{ citation_badge() }}\n")
        settings = settings.replace("    news: news.yml\n", "    citations: {on_missing: hide}\n")
        write(config, settings)
    expected, edit = EDITS[edited]
    first = build(config)
    assert not has_read(build(config))
    shown = (config.parent / "site" / "index.html").read_text("utf-8")
    assert expected not in shown + first.stderr or edited == "a page"
    edit(config.parent)
    again = build(config)
    assert has_read(again)
    assert expected in (config.parent / "site" / "index.html").read_text("utf-8") + again.stderr
    assert not has_read(build(config))


def test_text_around_the_macros_is_free(config: Path) -> None:
    build(config)
    write(config.parent / "docs" / "index.md", f"{PAGE}\nAnother word.\n")
    assert not has_read(build(config))
    assert "Another word." in (config.parent / "site" / "index.html").read_text("utf-8")


def test_another_order_of_calls_is_another_page(config: Path) -> None:
    """An id stands once on a page, so what a macro shows depends on those before it."""
    write(config.parent / "docs" / "index.md", "{{ publications() }}\n\n{{ publications() }}\n")
    build(config)
    page = config.parent / "site" / "index.html"
    assert page.read_text("utf-8").count('id="example2020"') == 1
    write(config.parent / "docs" / "index.md", "{{ publications() }}\n")
    assert not has_read(build(config))
    assert page.read_text("utf-8").count('id="example2020"') == 1


def test_a_day_later_it_is_read_again(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    build(config)
    assert not has_read(build(config))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700100000")
    assert has_read(build(config))


def test_the_environment_counts_where_settings_read_it(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(config)
    monkeypatch.setenv("ACADEMIC_NAME", "Grace Hopper")
    assert not has_read(build(config))
    write(config, SITE.replace("Ada Example", "!ENV ACADEMIC_NAME"))
    build(config)
    assert not has_read(build(config))
    monkeypatch.setenv("ACADEMIC_NAME", "Emmy Noether")
    assert has_read(build(config))
    assert "Emmy Noether" in (config.parent / "site" / "index.html").read_text("utf-8")


def test_warnings_are_told_every_time(config: Path) -> None:
    write(config.parent / "papers.bib", f"{PAPER % (2020, 'First', 2020)}@article{{broken,\n")
    write(config.parent / "docs" / "index.md", "{{ cite('nobody2020') }}\n\n{{ sections() }}\n")
    cold, warm = build(config), build(config)
    assert not has_read(warm)
    for said in ("papers.bib:4:", "there is no publication 'nobody2020'"):
        assert said in cold.stderr
        assert said in warm.stderr
    strict = build(config, "mkdocs", "--strict")
    assert strict.returncode == 1


def test_mistakes_are_never_remembered(config: Path) -> None:
    write(config, SITE.replace("news:", "nws:"))
    assert build(config).returncode == 1
    assert build(config).returncode == 1
    write(config, SITE)
    assert has_read(build(config))


@pytest.mark.parametrize("damage", [b"", b"\0", b"\xff" * 40, b"half", b"byte"])
def test_a_damaged_file_is_made_anew(config: Path, damage: bytes) -> None:
    build(config)
    expected = content(config.parent / "site")
    (file,) = (one for one in (config.parent / FOLDER).iterdir() if one.name != ".gitignore")
    whole = file.read_bytes()
    if damage == b"half":
        damage = whole[: len(whole) // 3]
    elif damage == b"byte":  # among the answers
        place = whole.index(b"On the First")
        damage = whole[:place] + b"X" + whole[place + 1 :]
    file.write_bytes(damage)
    assert has_read(build(config))
    assert content(config.parent / "site") == expected
    assert not has_read(build(config))


def test_builds_at_the_same_time(config: Path, tmp_path: Path) -> None:
    names = [str(tmp_path / f"at-once-{number}") for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(lambda one: build(config, "mkdocs", "-q", "-d", one), names))
    assert [one.returncode for one in done] == [0] * 6
    assert all(content(Path(one)) == content(Path(names[0])) for one in names)
    assert not has_read(build(config))
    left = {one.name for one in (config.parent / FOLDER).iterdir()}
    assert len(left) == 2
    assert (config.parent / FOLDER / ".gitignore").read_text("utf-8") == "*\n"


def test_a_place_that_cannot_be_written_costs_nothing(config: Path) -> None:
    (config.parent / ".cache").write_text("in the way", "utf-8")
    assert has_read(build(config))
    assert has_read(build(config))


def test_a_file_edited_while_it_was_read_is_not_trusted(tmp_path: Path) -> None:
    source = tmp_path / "papers.bib"
    source.write_text("one", "utf-8")
    memory = Memory.opened(tmp_path / "memory", "same")
    assert memory.ask("what", lambda: 1) == 1
    source.write_text("two", "utf-8")
    memory.made_of([source], [])
    memory.keep()
    assert not (tmp_path / "memory").exists()


def test_files_come_back_as_they_were(tmp_path: Path) -> None:
    files = [("a.bib", "é\n"), ("b/c.json", ""), ("d", "x" * 100_000)]
    encoded = [(path, text.encode()) for path, text in files]
    for turn in range(2):
        memory = Memory(tmp_path / "memory", "same")
        if turn:
            memory._read()
        assert list(memory.files("all", lambda: iter(files))) == encoded
        assert list(memory.files("all", lambda: iter([]))) == encoded  # twice in one build
        memory.made_of([], [])
        memory.keep()
        memory.forget()


def test_names_alone_make_a_folder_another(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1", "utf-8")
    before = names_below(tmp_path)
    (tmp_path / "a").write_text("2", "utf-8")
    assert names_below(tmp_path) == before
    (tmp_path / "b").touch()
    assert names_below(tmp_path) != before


def test_a_page_that_is_a_list_alone_is_found(config: Path) -> None:
    """The search has nothing else of such a page, which is no reason to leave its papers out."""
    write(config.parent / "docs" / "index.md", "{{ publications() }}\n")
    run("mkdocs", "build", "-q", "-f", str(config))
    index = json.loads((config.parent / "site" / "search" / "search_index.json").read_text("utf-8"))
    assert [one["location"] for one in index["docs"]] == ["publications/example2020/"]


def test_a_file_in_a_linked_folder_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    before = names_below(tmp_path / "docs")
    (tmp_path / "elsewhere" / "talk.pdf").touch()
    assert names_below(tmp_path / "docs") != before
