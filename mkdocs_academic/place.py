"""Where pages lie: the one that is being built, and how addresses lead from it to others."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import NamedTuple

FOLDER = "publications"  # of the pages of papers, below docs

# A paper has one page for all languages, in the first of them: services that index it want one.
_PAPER = re.compile(rf"{FOLDER}/(?!index\.md)[^/]+\.md")


class Place(NamedTuple):
    """The page that a fragment is for."""

    url: str = ""  # relative to the site, as the engine gives it: "", "talks/", "talks.html"
    directory_urls: bool = True
    source: str = ""  # the page's file below docs: "sections/talks.md"
    folder: str = ""  # where the pages of this language are built: "", "zh/"
    from_source: bool = False  # the engine will move addresses from the source to the page

    @property
    def up(self) -> str:
        """Return the way from the page's source to docs: "../"."""
        return "../" * self.source.count("/")

    @property
    def start(self) -> str:
        """Return the folder that addresses start at; to pages of papers it makes no difference."""
        return f"{FOLDER}/*" if _PAPER.match(self.source) else posixpath.dirname(self.url)

    def address(self, target: str) -> str:
        """Return where a link or picture leads from this page; files are named below docs."""
        if not target or "://" in target or target.startswith(("#", "mailto:", "/")):
            return target
        path, mark, rest = target.partition("#")
        wanted = self._page_url(path) if path.endswith(".md") else path
        if path.endswith(".md") and not _PAPER.match(path):
            wanted = self.folder + wanted
        start, down = self._start
        relative = _relative(wanted, start)
        slash = "/" if wanted.endswith("/") or not wanted else ""
        return f"{down}{relative}{slash}{mark}{rest}"

    @property
    def _start(self) -> tuple[str, str]:
        """Return the folder that addresses are reckoned from, and the way to it.

        A page in a folder of its own (`talks.md` at `talks/`) goes by the folder around it, since
        that is what Zensical makes of addresses reckoned from the source: the same to the letter.
        """
        if self.from_source:
            return posixpath.dirname(self.source), ""
        around, _, own = self.url.rstrip("/").rpartition("/")
        if self.url.endswith("/") and own == posixpath.basename(self.source).removesuffix(".md"):
            return around, "../"
        return posixpath.dirname(self.url), ""

    def _page_url(self, source: str) -> str:
        """Return the address of a Markdown page (MkDocs' `use_directory_urls`)."""
        stem = source.removesuffix(".md")
        is_index = posixpath.basename(stem) in ("index", "README")
        if not self.directory_urls:
            return f"{posixpath.join(posixpath.dirname(stem), 'index') if is_index else stem}.html"
        if not is_index:
            return f"{stem}/"
        folder = posixpath.dirname(stem)
        return f"{folder}/" if folder else ""


def _relative(wanted: str, start: str) -> str:
    """Return the way from one folder to what is wanted, as `posixpath.relpath` does.

    That asks for the working folder each time, which makes no difference here.
    """
    if ".." in wanted or ".." in start:
        return posixpath.relpath(wanted or ".", start or ".")
    way, around = _steps(wanted), _steps(start)
    same = 0
    while same < min(len(way), len(around)) and way[same] == around[same]:
        same += 1
    return "/".join([".."] * (len(around) - same) + way[same:]) or "."


def _steps(path: str) -> list[str]:
    return [step for step in path.split("/") if step not in ("", ".")]


def list_page(docs_dir: Path, section: str = FOLDER) -> str:
    """Return where a whole section is shown, below docs: its own page, else the home page."""
    for source in (f"{section}.md", f"{section}/index.md"):
        if (docs_dir / source).is_file():
            return source
    try:
        home = (docs_dir / "index.md").read_text("utf-8", errors="replace")
    except OSError:
        return "index.md"
    has_anchor = re.search(rf"\bsections\(|^#+ +{section} *$", home, re.MULTILINE | re.IGNORECASE)
    return f"index.md#{section}" if has_anchor else "index.md"
