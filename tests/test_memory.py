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

from mkdocs_academic.fragment import Fragment, hole
from mkdocs_academic.memory import FOLDER, Memory
from mkdocs_academic.state import names_below

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


def kept(config: Path) -> Path:
    """Return the file that a build has left."""
    (file,) = (one for one in (config.parent / FOLDER).iterdir() if one.name != ".gitignore")
    return file


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


def test_what_is_said_between_macros_is_of_no_macro(config: Path) -> None:
    write(config.parent / "docs" / "next.md", "# Next\n\nAs [@nobody99].\n")
    for _ in ("cold", "warm"):
        told = [one for one in build(config).stderr.splitlines() if "nobody99" in one]
        assert [one.split()[2] for one in told] == ["next.md:3:"]


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
    file = kept(config)
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
    files = [("a.bib", ["é\n".encode()]), ("b/c.json", []), ("d", [b"x" * 100_000])]
    for turn in range(2):
        memory = Memory(tmp_path / "memory", "same")
        if turn:
            memory._read()
        assert list(memory.files("all", lambda: iter(files))) == files
        assert list(memory.files("all", lambda: iter([]))) == files  # twice in one build
        memory.made_of([], [])
        memory.keep()
        memory.forget()


def test_files_of_several_questions_do_not_mix(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory", "same")
    first = memory.files("first", lambda: [("a", [b"1"]), ("b", [b"2" * 9])])
    next(first)
    assert list(memory.files("second", lambda: [("c", [b"3" * 5])])) == [("c", [b"3" * 5])]
    assert list(first) == [("b", [b"2" * 9])]
    memory.made_of([], [])
    memory.keep()
    assert list(memory.files("first", list)) == [("a", [b"1"]), ("b", [b"2" * 9])]
    memory.forget()

    again = Memory(tmp_path / "memory", "same")
    again._read()
    assert list(again.files("second", list)) == [("c", [b"3" * 5])]
    assert list(again.files("third", lambda: [("d", [b"4"])])) == [("d", [b"4"])]
    again.keep()  # nobody has asked for the first
    again.forget()

    last = Memory(tmp_path / "memory", "same")
    last._read()
    assert list(last.files("second", list)) == [("c", [b"3" * 5])]
    assert list(last.files("third", list)) == [("d", [b"4"])]
    assert list(last.files("first", lambda: [("e", [b"5"])])) == [("e", [b"5"])]
    last.forget()


def test_what_is_laid_by_comes_back_piece_by_piece(tmp_path: Path) -> None:
    """A hole for a text may lie anywhere in a piece: none is cut."""
    memory = Memory(tmp_path / "memory", "same")
    around = [b"a" * (length - 1) + hole(0).encode() for length in (1, 1 << 18, 1 << 19)]
    lie = memory.lay_by("list", iter(around))
    assert list(lie) == list(lie) == around
    assert b"".join(Fragment("", pieces=lie).written(["x"])).count(b"x") == 3
    assert list(memory.lay_by("list", iter([b"other"]))) == [b"other"]
    memory.forget()
    with pytest.raises(LookupError, match="list"):
        list(lie)
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


# -- one process builds again and again, as `serve` does --

SERVE = """
import json, sys, warnings
from mkdocs.commands.build import build
from mkdocs.config import load_config
import logging
said = []
class Keep(logging.Handler):
    def emit(self, record):
        said.append(record.getMessage())
logging.getLogger("mkdocs").addHandler(Keep())
def once():
    config = load_config(config_file=sys.argv[1])
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
"""


def serve(config: Path, said: str, *arguments: str) -> str:
    """Run a script in which `once()` builds; return what it prints."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", SERVE + said, str(config), *arguments],
        env=environment | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_file_that_appears_while_serving_is_no_longer_missed(config: Path) -> None:
    talk = config.parent / "docs" / "talk.pdf"
    talk.unlink()
    said = (
        "once()\nfirst = sum('talk.pdf' in one for one in said)\nsaid.clear()\n"
        f"open({str(talk)!r}, 'w').close()\nonce()\n"
        "print(first, sum('talk.pdf' in one for one in said))\n"
    )
    assert serve(config, said).split() == ["1", "0"]
    assert build(config, "mkdocs", "--strict").returncode == 0


def test_an_icon_edited_while_serving_is_drawn_anew(config: Path) -> None:
    icon = config.parent / "overrides" / ".icons" / "material" / "code-braces.svg"
    icon.parent.mkdir(parents=True)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="%s"/></svg>'
    write(icon, svg % "M1 1h1z")
    said = f"once()\nopen({str(icon)!r}, 'w').write({svg % 'M2 2h2z'!r})\nonce()\n"
    serve(config, said)
    assert "M2 2h2z" in (config.parent / "site" / "index.html").read_text("utf-8")
    build(config)
    assert "M2 2h2z" in (config.parent / "site" / "index.html").read_text("utf-8")


def test_an_edit_that_keeps_size_and_time_is_seen_while_serving(config: Path) -> None:
    papers = config.parent / "papers.bib"
    said = (
        "import os\nonce()\nfile = sys.argv[2]\nbefore = os.stat(file)\n"
        "text = open(file).read().replace('First', 'Third')\nopen(file, 'w').write(text)\n"
        "os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))\nonce()\n"
    )
    serve(config, said, str(papers))
    assert "On the Third" in (config.parent / "site" / "index.html").read_text("utf-8")


def test_an_edit_while_it_is_read_is_seen_by_the_next_build(config: Path) -> None:
    papers = config.parent / "papers.bib"
    said = (
        "from mkdocs_academic.library import Library\n"
        "read, file = Library.read, sys.argv[2]\n"
        "def edited(self):\n"
        "    found = read(self)\n"
        "    text = open(file).read().replace('First', 'Third')\n"
        "    open(file, 'w').write(text)\n"
        "    return found\n"
        "Library.read = edited\nonce()\nLibrary.read = read\nonce()\n"
    )
    serve(config, said, str(papers))
    assert "On the Third" in (config.parent / "site" / "index.html").read_text("utf-8")


def test_builds_of_one_process_leave_no_garbage(config: Path) -> None:
    said = (
        "import gc\ncounts = []\n"
        "for turn in range(6):\n"
        "    page = open(sys.argv[2], 'a')\n    page.write(f'word {turn}\\n')\n    page.close()\n"
        "    once()\n    gc.collect()\n"
        "    counts.append(gc.get_freeze_count() + len(gc.get_objects()))\n"
        "print(counts[-1] / counts[1])\n"
    )
    growth = float(serve(config, said, str(config.parent / "docs" / "index.md")))
    assert growth < 1.05


def test_a_link_that_leads_elsewhere_is_followed(config: Path) -> None:
    root = config.parent
    write(root / "one.bib", PAPER % (2020, "First", 2020))
    write(root / "two.bib", PAPER % (2020, "Second", 2020))
    (root / "papers.bib").unlink()
    (root / "papers.bib").symlink_to("one.bib")
    build(config)
    (root / "papers.bib").unlink()
    (root / "papers.bib").symlink_to("two.bib")
    assert has_read(build(config))
    assert "On the Second" in (root / "site" / "index.html").read_text("utf-8")


def test_odd_front_matter_costs_nothing(config: Path) -> None:
    page = config.parent / "docs" / "index.md"
    write(page, "---\nacademic: yes\n---\n\n{{ profile() }}\n")
    cold = build(config)
    shown = (config.parent / "site" / "index.html").read_text("utf-8")
    warm = build(config)
    assert not has_read(warm)
    assert "WARNING" not in cold.stderr + warm.stderr
    assert (config.parent / "site" / "index.html").read_text("utf-8") == shown


def test_names_that_are_not_unicode_are_names(config: Path) -> None:
    name = os.fsencode(config.parent / "overrides" / "academic") + b"/\xff.html"
    open(name, "wb").close()
    os.utime(name, (1_700_000_000,) * 2)
    assert build(config).returncode == 0
    assert not has_read(build(config))


def test_what_is_no_longer_asked_is_forgotten(config: Path) -> None:
    sizes = []
    for turn in range(4):
        write(config.parent / "docs" / "index.md", f"{{{{ publications(limit={turn + 1}) }}}}\n")
        assert build(config).returncode == 0
        sizes.append(kept(config).stat().st_size)
    assert max(sizes[1:]) - min(sizes[1:]) < 100


def test_what_is_not_defined_is_named_right(config: Path) -> None:
    for name in ("foo", "bar"):
        write(config.parent / "docs" / "index.md", f"{{{{ cite({name}) }}}}\n")
        assert name in build(config).stderr


def test_a_wrong_template_of_the_profile_is_told_with_its_line(config: Path) -> None:
    own = config.parent / "overrides" / "academic" / "profile.html"
    own.write_text("<p>{{ nobody.knows }}</p>\n", "utf-8")
    write(config.parent / "docs" / "index.md", "# Home\n")
    for _ in range(2):
        done = build(config)
        assert done.returncode == 0
        assert "profile.html:1:" in done.stderr
        assert "Traceback" not in done.stderr
    assert build(config, "mkdocs", "--strict").returncode == 1


def test_a_moment_that_is_none_is_told(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "abc")
    done = build(config)
    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH should be seconds since 1970, got 'abc'" in done.stderr
    assert "Traceback" not in done.stderr
