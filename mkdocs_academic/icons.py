"""Where the icons lie, and their SVG made fit to stand inside a page."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_NAME = re.compile(r"[\w-]+(?:/[\w-]+)*", re.ASCII)
# Not against an attacker, who cannot write here: what acts, loads or styles does not fit in a page.
_UNSAFE = re.compile(
    r"<\s*(?:script|foreignObject|style|iframe|image|use|a|animate\w*|set)\b|\son\w+\s*=|javascript:",
    re.IGNORECASE,
)
_PROLOG = re.compile(r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?[^>]*>", re.DOTALL)
_ROOT = re.compile(r"<svg\b[^>]*>", re.IGNORECASE)
_SIZE = re.compile(r"""\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')""", re.IGNORECASE)


def find(name: str, folders: Sequence[Path]) -> str | None:
    """Return the SVG of `simple/orcid`, …; the first folder that has it wins."""
    return _find(name, tuple(folders)) if _NAME.fullmatch(name) else None


@cache
def engine_folders() -> tuple[Path, ...]:
    """Return the theme's own folder, then the templates of the engines that are installed."""
    folders = [Path(__file__).parent / "theme"]
    for package in ("material", "zensical"):
        # find_spec finds a top-level package without importing it.
        spec = importlib.util.find_spec(package)
        places = spec.submodule_search_locations if spec else None
        folders += [Path(place) / "templates" for place in places or ()]
    return tuple(folder for folder in folders if folder.is_dir())


@cache
def _find(name: str, folders: tuple[Path, ...]) -> str | None:
    for folder in folders:
        file = folder / ".icons" / f"{name}.svg"
        if file.is_file():
            return inline(file.read_text(encoding="utf-8"))
    return None


def inline(svg: str) -> str | None:
    """Strip what only a file needs; None for what is no plain drawing."""
    svg = _PROLOG.sub("", svg).strip("\ufeff \t\r\n")
    root = _ROOT.match(svg)
    if root is None or not svg.endswith("</svg>") or _UNSAFE.search(svg):
        return None
    return _SIZE.sub("", root[0]) + svg[root.end() :]
