"""What is published is whole: wheel, source distribution, metadata, version, a bare machine."""

from __future__ import annotations

import email
import importlib
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from tempfile import mkdtemp

import pytest

import mkdocs_academic

from .conftest import ROOT

PACKAGE = ROOT / "mkdocs_academic"


@cache
def distributions() -> tuple[Path, Path]:
    """Build wheel and source distribution once, the wheel from the source distribution."""
    out = Path(mkdtemp(prefix="academic-dist-"))
    command = [sys.executable, "-m", "build", "--outdir", str(out), str(ROOT)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
    return next(out.glob("*.whl")), next(out.glob("*.tar.gz"))


def tracked(folder: str) -> set[str]:
    """Return the files below a folder that belong to the project."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return {name for name in listed.stdout.splitlines() if (ROOT / name).exists()}


def test_wheel_holds_every_file_of_the_package_and_nothing_else() -> None:
    names = set(zipfile.ZipFile(distributions()[0]).namelist())
    ours = {name for name in names if not name.split("/")[0].endswith(".dist-info")}
    sources = tracked("mkdocs_academic/styles")  # of the theme's style sheet
    assert sources
    assert ours == tracked("mkdocs_academic") - sources


def test_sdist_holds_package_docs_and_tests() -> None:
    with tarfile.open(distributions()[1]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = tracked("mkdocs_academic") | tracked("docs") | tracked("tests") | tracked("overrides")
    assert wanted | {"README.md", "LICENSE", "CHANGELOG.md", "mkdocs.yml", "Makefile"} <= names


def test_metadata_is_complete() -> None:
    wheel = zipfile.ZipFile(distributions()[0])
    name = next(name for name in wheel.namelist() if name.endswith("METADATA"))
    metadata = email.message_from_string(wheel.read(name).decode())
    assert metadata["Name"] == "mkdocs-academic"
    assert metadata["Version"] == mkdocs_academic.__version__
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["Summary"]
    assert "# mkdocs-academic" in str(metadata.get_payload())
    licences = metadata.get_all("License-File")
    assert licences
    assert {Path(one).name for one in licences} >= {"LICENSE", "OFL-figtree.txt"}


def test_version_stands_in_one_place() -> None:
    version = re.escape(mkdocs_academic.__version__)
    places = [
        file
        for name in tracked("mkdocs_academic") | {"pyproject.toml"}
        if (file := ROOT / name).suffix in (".py", ".toml")
        and re.search(rf'version.{{0,3}}= ?"{version}"', file.read_text("utf-8"))
    ]
    assert places == [PACKAGE / "__init__.py"]


def test_entry_points_load() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
        "entry-points"
    ]
    for group, members in declared.items():
        for name, target in members.items():
            found = next(one for one in entry_points(group=group) if one.name == name)
            assert found.value == target
            module, _, attribute = target.partition(":")
            loaded = importlib.import_module(module)
            assert not attribute or hasattr(loaded, attribute)


def test_public_face() -> None:
    assert set(mkdocs_academic.__all__) == {"Site", "__version__", "define_env", "load_site"}
    for name in mkdocs_academic.__all__:
        assert getattr(mkdocs_academic, name) is not None
    with pytest.raises(AttributeError):
        _ = mkdocs_academic.nothing
    assert (PACKAGE / "py.typed").is_file()


def test_importing_the_package_is_cheap() -> None:
    code = "import mkdocs_academic, sys; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not {"pydantic", "jinja2", "yaml", "mkdocs"} & set(loaded.stdout.split())


def test_the_wheel_builds_the_demo_in_an_empty_environment(tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    python = venv / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    install = [str(python), "-m", "pip", "install", "-q", str(distributions()[0])]
    subprocess.run(install, check=True, timeout=600)
    with tarfile.open(distributions()[1]) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    source = next((tmp_path / "source").iterdir())
    for part in source.iterdir():  # the demo, without the package beside it
        if part.name not in ("mkdocs.yml", "docs", "overrides"):
            part.rename(tmp_path / f"away-{part.name}")
    command = [str(python), "-m", "mkdocs", "build", "-q", "--strict"]
    result = subprocess.run(command, cwd=source, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stderr
    site = source / "site"
    assert 'class="acad acad-section acad-publications' in (site / "index.html").read_text("utf-8")
    assert (site / "assets" / "academic" / "academic.css").is_file()
    assert list(site.rglob("*.woff2"))
