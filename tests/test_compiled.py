"""Templates compiled once: the same pages, no stale one, nothing where nothing is wanted."""

# ruff: noqa: F811 (fixtures of another module)

from __future__ import annotations

import fnmatch
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import BytecodeCache, Environment, FileSystemLoader, nodes
from jinja2.compiler import CodeGenerator, Frame

from mkdocs_academic import theme_env

from .test_memory import config, content, write  # noqa: F401


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a folder of its own for what is compiled."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    return tmp_path / "cache" / "mkdocs-academic" / "templates"


def compiled_by(config: Path, *switches: str) -> list[str]:
    """Build in a process of its own, and return the names of the templates that it compiled."""
    said = (
        "import jinja2.environment as j, sys\n"
        "make = j.Environment.compile\n"
        "def compile(self, source, name=None, *args, **options):\n"
        "    print('compiled', name)\n"
        "    return make(self, source, name, *args, **options)\n"
        "j.Environment.compile = compile\n"
        f"sys.argv = ['mkdocs', 'build', '-q', '-f', {str(config)!r}]\n"
        "from mkdocs.__main__ import cli\n"
        "cli()\n"
    )
    done = subprocess.run(
        [sys.executable, *switches, "-c", said],
        env={k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    lines = (line.split() for line in done.stdout.splitlines())
    return [line[1] for line in lines if len(line) == 2 and line[0] == "compiled"]


def forget(config: Path) -> None:
    """Have the macros run again."""
    write(config.parent / "news.yml", config.parent.joinpath("news.yml").read_text("utf-8") + "\n")


def test_a_template_is_compiled_once(config: Path, place: Path) -> None:
    first = compiled_by(config)
    assert {"publications.html", "main.html", "partials/header.html"} <= set(first)
    shown = content(config.parent / "site")
    forget(config)
    again = compiled_by(config)
    assert [name for name in again if name.endswith(".html")] == []
    assert content(config.parent / "site") == shown
    assert all(file.suffix == ".cache" for file in place.iterdir())


def test_an_edited_template_is_compiled_again(config: Path) -> None:
    own = config.parent / "overrides" / "academic" / "news.html"
    own.write_text("<p>first words</p>", "utf-8")
    compiled_by(config)
    own.write_text("<p>other words</p>", "utf-8")
    assert "news.html" in compiled_by(config)
    assert "other words" in (config.parent / "site" / "index.html").read_text("utf-8")


def test_damaged_byte_code_is_made_anew(config: Path, place: Path) -> None:
    compiled_by(config)
    shown = content(config.parent / "site")
    for number, file in enumerate(sorted(place.iterdir())):
        whole = file.read_bytes()
        file.write_bytes([b"", whole[:9], whole[: len(whole) // 2], b"\0" * 99][number % 4])
    forget(config)
    assert "publications.html" in compiled_by(config)
    assert content(config.parent / "site") == shown


def test_without_byte_code_there_is_none(config: Path, place: Path) -> None:
    compiled_by(config, "-B")
    assert not place.exists()


def test_a_place_that_cannot_be_written_costs_nothing(config: Path, place: Path) -> None:
    place.parents[1].mkdir()
    place.parent.write_text("in the way", "utf-8")
    assert "publications.html" in compiled_by(config)


def test_python_s_own_place_is_respected(
    config: Path,
    place: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "mine"))
    compiled_by(config)
    assert not place.exists()
    assert list((tmp_path / "mine").rglob("*.cache"))


class Theme:
    """What a theme of MkDocs does."""

    def __init__(self, *folders: Path) -> None:
        self.folders = folders

    def get_env(self) -> Environment:
        return Environment(loader=FileSystemLoader(self.folders), auto_reload=False)


def test_hidden_folders_are_not_listed_but_their_files_are_found(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for file in (
        *(one / "main.html", one / ".icons" / "a.svg", one / "deep" / ".hidden" / "b.txt"),
        *(one / "deep" / "er" / "c.css", other / "main.html", other / ".dot", other / "d.js"),
    ):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(file.name, "utf-8")
    theme = Theme(one, other)
    all_of_them = theme.get_env().list_templates()
    theme_env.hasten(theme)
    theme_env.hasten(theme)  # twice is once
    environment = theme.get_env()
    shown = [  # MkDocs' own rule
        name for name in all_of_them if not any(fnmatch.fnmatch(name, p) for p in (".*", "*/.*"))
    ]
    assert [name for name in environment.list_templates() if name != ".dot"] == shown
    assert shown == ["d.js", "deep/er/c.css", "main.html"]
    assert environment.get_template(".icons/a.svg").render() == "a.svg"


def test_a_theme_with_a_loader_of_its_own_keeps_it() -> None:
    from jinja2 import DictLoader

    class Own(Theme):
        def get_env(self) -> Environment:
            return Environment(loader=DictLoader({"main.html": "x"}))

    theme = Own()
    theme_env.hasten(theme)
    assert isinstance(theme.get_env().loader, DictLoader)


def test_what_is_compiled_for_one_environment_is_not_for_another(place: Path) -> None:
    from mkdocs_academic import compiled

    compiled.byte_code.cache_clear()
    for trims, expected in ((False, "\na"), (True, "a"), (False, "\na")):
        environment = Environment(
            loader=FileSystemLoader(place.parents[2]), trim_blocks=trims, bytecode_cache=_kept()
        )
        (place.parents[2] / "t.html").write_text("{% if 1 %}\na{% endif %}", "utf-8")
        assert environment.get_template("t.html").render() == expected
    compiled.byte_code.cache_clear()


class _Marked(CodeGenerator):
    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        self.writeline("yield 'marked '")
        super().visit_Output(node, frame)


def test_what_one_generator_has_written_is_not_for_another(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mkdocs_academic import compiled

    compiled.byte_code.cache_clear()
    (place.parents[2] / "t.html").write_text("{{ a }}", "utf-8")

    def shown(generator: type[CodeGenerator]) -> str:
        loader = FileSystemLoader(place.parents[2])
        environment = Environment(loader=loader, bytecode_cache=_kept())
        environment.code_generator_class = generator
        return environment.get_template("t.html").render(a="text")

    expected = {CodeGenerator: "text", _Marked: "marked text"}
    for generator in (CodeGenerator, _Marked, CodeGenerator, _Marked):
        assert shown(generator) == expected[generator]
    # The same class, edited: its file says something else.
    monkeypatch.setattr(_Marked, "visit_Output", CodeGenerator.visit_Output)
    assert shown(_Marked) == "marked text"
    monkeypatch.setattr(compiled, "_source", lambda module: f"{module}, edited")
    assert shown(_Marked) == "text"
    compiled.byte_code.cache_clear()


def _kept() -> BytecodeCache:
    from mkdocs_academic import compiled

    written, sys.dont_write_bytecode = sys.dont_write_bytecode, False
    try:
        kept = compiled.byte_code()
    finally:
        sys.dont_write_bytecode = written
    assert kept is not None
    return kept
