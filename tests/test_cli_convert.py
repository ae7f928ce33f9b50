from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import mkdocs_academic
from mkdocs_academic import cli

BIB = """@article{müller2020, title={Über {W}asser}, author={Müller, Zoë}, journal={J}, year=2020}
@article{odd, title={A}, title={B}}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers.bib").write_text(BIB, "utf-8")
    (tmp_path / "more.ris").write_text("TY  - GEN\nID  - odd\nTI  - More\nER  - \n", "utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(cli.main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_to_stdout_with_problems_on_stderr() -> None:
    result = run("convert", "papers.bib", "more.ris", "--to", "csl-json")
    assert result.exit_code == 0
    assert [item["id"] for item in json.loads(result.stdout)] == ["müller2020", "odd", "odd-2"]
    assert result.stderr.splitlines() == [
        "papers.bib:2: odd: the field 'title' is repeated; the first with a value was kept",
        "more.ris:1: odd: the key 'odd' is taken: both are kept, this one as 'odd-2'",
    ]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("out.bib", b"@article{m\xc3\xbcller2020,\n"),
        ("out.json", b"[\n{"),
        ("out.ris", b"TY  - JOUR\r\n"),
    ],
)
def test_to_a_file_in_the_format_of_its_suffix(folder: Path, name: str, begins: bytes) -> None:
    result = run("convert", "papers.bib", "-o", name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (folder / name).read_bytes().startswith(begins)


def test_strict_fails_and_still_writes() -> None:
    result = run("convert", "papers.bib", "--to", "ris", "--strict")
    assert result.exit_code == 1
    assert result.stdout.startswith("TY  - JOUR")
    assert run("convert", "more.ris", "--to", "ris", "--strict").exit_code == 0


def test_some_files_missing() -> None:
    result = run("convert", "none.bib", "more.ris", "--to", "bibtex")
    assert (result.exit_code, result.stderr) == (0, "none.bib: cannot be read: no such file\n")
    assert "@misc{odd," in result.stdout


def test_nothing_to_read_writes_nothing(folder: Path) -> None:
    result = run("convert", "none.bib", "x.docx", "-o", "out.bib")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1] == "none.bib, x.docx: no entry could be read"
    assert not (folder / "out.bib").exists()


def test_output_that_cannot_be_written() -> None:
    result = run("convert", "papers.bib", "-o", "no/such/folder.bib")
    assert result.exit_code == 1
    assert "no/such/folder.bib: cannot be written: " in result.stderr.replace("\\", "/")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("convert",), "Missing argument"),
        (("convert", "papers.bib"), "Say what to write: --to bibtex|csl-json|ris."),
        (("convert", "papers.bib", "-o", "out.docx"), "Say what to write"),
        (("convert", "papers.bib", "--to", "word"), "Invalid value for '--to'"),
        (("convrt",), "No such command 'convrt'"),
    ],
)
def test_usage(arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_help_and_version() -> None:
    assert run("--version").stdout == f"mkdocs-academic, version {mkdocs_academic.__version__}\n"
    assert "convert" in run("-h").stdout
    assert "file:line" in run("convert", "--help").stdout


def test_every_command_is_there() -> None:
    for name in cli.COMMANDS:
        assert run(name, "--help").exit_code == 0


def test_utf_8_whatever_the_platform_says(folder: Path) -> None:
    (folder / "odd.bib").write_text("@misc{ключ, title={Я}, title={Ю}}", "utf-8")
    code = "from mkdocs_academic.cli import main; main()"
    result = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", code, "convert", "odd.bib", "--to", "bibtex"],
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PATH": ""},
    )
    assert "@misc{ключ," in result.stdout.decode("utf-8")
    assert "odd.bib:1: ключ: " in result.stderr.decode("utf-8")


def test_nothing_is_loaded_before_a_command_is_called() -> None:
    code = "import sys, mkdocs_academic.cli; print('mkdocs_academic.bibliography' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == "False\n"
