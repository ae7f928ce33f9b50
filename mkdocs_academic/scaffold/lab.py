"""The beginnings of a laboratory: a repository for all of its sites, and a package they share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .. import __version__, settings
from ..bibliography import slugs
from ..expansion import written_out
from ..settings import Settings
from . import shared_settings

_LAB_FILES = Path(__file__).parent / "lab_files"
_PACKAGE_FILES = Path(__file__).parent / "package_files"
_NAMED = {"github": ".github", "gitignore": ".gitignore", "pyproject": "pyproject.toml"}
_THEME_DIR = '''"""The theme's entry point: it stands in for the folder `theme/`."""

from pathlib import Path

__file__ = str(Path(__file__).parent / "theme" / "theme_dir.py")
'''


def new_lab(folder: Path, name: str, url: str = "https://lab.example.org/") -> list[Path]:
    """Write a repository with the lab's site, two members', what they share, and a workflow.

    Raises:
        FileExistsError: one of the files is there already; nothing is written then.

    """
    words = {
        "LAB_NAME": name,
        "LAB_URL": f"{url.rstrip('/')}/",
        "LAB_VERSION": __version__,
    }
    return _written(_files(_LAB_FILES, words), folder)


def new_package(folder: Path, name: str, lab: Path | None = None) -> list[Path]:
    """Write a package with the settings and overrides of a lab, those of `lab`/lab.yml if given.

    Raises:
        FileExistsError: one of the files is there already; nothing is written then.
        ValueError: the lab's settings name files that lie outside of its folder.

    """
    dist = slugs.made_of(name)
    package = re.sub(r"^(?=\d)", "lab_", dist.replace("-", "_"))
    words = {
        "LAB_NAME": name,
        "LAB_DIST": dist,
        "LAB_PACKAGE": package,
        "LAB_URL": "https://lab.example.org/",
        "LAB_VERSION": __version__,
    }
    found = _files(_PACKAGE_FILES, words)
    files = {
        f"{package}/{path}" if path.startswith("theme/") else path: text
        for path, text in found.items()
    }
    files[f"{package}/__init__.py"] = f'"""What the sites of {_quoted(name)} share."""\n'.encode()
    files[f"{package}/theme_dir.py"] = _THEME_DIR.encode()
    shared = _shared(lab) if lab else _files(_LAB_FILES, words, _SHARED)
    shared["lab.yml"] = shared_settings.kept(shared["lab.yml"].decode())[0].encode()
    return _written(files | {f"{package}/{path}": one for path, one in shared.items()}, folder)


def left_out(lab: Path) -> list[str]:
    """Return the names of a lab's settings that a package does not hold: `theme`, `copyright`."""
    return shared_settings.kept((lab / "lab.yml").read_text("utf-8"))[1]


_SHARED = ("lab.yml", "people.yml", "lab.bib")


def _quoted(name: str) -> str:
    """Return a name that cannot end the text it stands in."""
    return name.replace("\\", " ").replace('"', "'")


def _shared(lab: Path) -> dict[str, bytes]:
    """Return a lab's settings and the files that they name, which have to lie beside them."""
    given = settings.read(lab / "lab.yml")
    found: dict[str, bytes] = {}
    for file in (*_bibliographies(given), *given.files):
        if not file.is_file():
            continue
        if lab.resolve() not in file.resolve().parents:
            raise ValueError(f"{file} lies outside of {lab}: a package holds its own files only")
        found[file.resolve().relative_to(lab.resolve()).as_posix()] = file.read_bytes()
    overrides = lab / "overrides"
    for file in sorted(overrides.rglob("*")) if overrides.is_dir() else ():
        if file.is_file():
            found[f"theme/{file.relative_to(overrides).as_posix()}"] = file.read_bytes()
    return found


def _bibliographies(given: Settings) -> Iterator[Path]:
    """Yield the files that sections name, whatever else may be wrong or missing."""
    for name, value in written_out(given).items():
        named = value.get("bibliography") if isinstance(value, dict) else None
        listed: Any = named.items() if isinstance(named, dict) else enumerate([named])
        for step, one in enumerate(named) if isinstance(named, list) else listed:
            if isinstance(one, str):
                yield given.resolve((name, "bibliography", step), one)


def _files(folder: Path, words: Mapping[str, str], only: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Return the files of a scaffold with its words filled in, by path."""
    found: dict[str, bytes] = {}
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if file.is_file() and (not only or path in only):
            text = file.read_text("utf-8")
            for word, meant in words.items():
                text = text.replace(word, _fitting(meant, file.suffix))
            first, slash, rest = path.partition("/")
            found[_NAMED.get(first, first) + slash + rest] = text.encode()
    return found


def _fitting(text: str, suffix: str) -> str:
    """Keep a name from ending the text of a setting."""
    return _quoted(text) if suffix in (".toml", ".yml") else text


def _written(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    paths = {folder / path: content for path, content in files.items()}
    for path in paths:
        if path.exists():
            raise FileExistsError(path)
    for path, content in paths.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return list(paths)
