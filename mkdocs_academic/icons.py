"""Where the icons lie, and their SVG made fit to stand inside a page."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

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


def forget() -> None:
    """Look again at files that have been read."""
    _find.cache_clear()
    _symbol.cache_clear()


class Symbol(NamedTuple):
    """A drawing that stands once on a page, and how it is shown where it is wanted."""

    id: str
    drawing: str  # <symbol>, to stand anywhere on the page
    use: str  # <svg>


def symbol(name: str, folders: Sequence[Path]) -> Symbol | None:
    """Return an icon in two parts, for pages that show it many times."""
    return _symbol(name, tuple(folders))


@cache
def _symbol(name: str, folders: tuple[Path, ...]) -> Symbol | None:
    svg = find(name, folders)
    root = _ROOT.match(svg) if svg else None
    if svg is None or root is None:
        return None
    anchor = f"acad-{name.replace('/', '-')}"
    box = _VIEW_BOX.search(root[0])
    own = _ONLY_ROOT.sub("", root[0].removeprefix("<svg").rstrip("/>"))
    drawing = f'<symbol id="{anchor}"{own}>{svg[root.end() : -len("</svg>")]}</symbol>'
    # Instant navigation rewrites every `href` and fails at this one: the old name works, too.
    return Symbol(
        anchor, drawing, f'<svg{box[0] if box else ""}><use xlink:href="#{anchor}"/></svg>'
    )


_VIEW_BOX = re.compile(r'\sviewBox="[^"]*"')
_ONLY_ROOT = re.compile(r"""\s(?:xmlns(?::\w+)?|id|class|version|role)\s*=\s*(?:"[^"]*"|'[^']*')""")


def inline(svg: str) -> str | None:
    """Strip what only a file needs; None for what is no plain drawing."""
    svg = _PROLOG.sub("", svg).strip("\ufeff \t\r\n")
    root = _ROOT.match(svg)
    if root is None or not svg.endswith("</svg>") or _UNSAFE.search(svg):
        return None
    return _SIZE.sub("", root[0]) + svg[root.end() :]
