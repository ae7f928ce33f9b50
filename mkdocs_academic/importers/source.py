"""The files of the old site: read as text whatever their encoding, never outside of its folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from ..bibliography.decode import decode
from . import encoding, front_matter
from .report import Report

# Files that pages show or offer; what could run in a browser is not among them.
ASSETS = frozenset(
    ".png .jpg .jpeg .jpe .gif .webp .avif .bmp .ico .svg .pdf .bib .csv .tsv .txt .zip .gz "
    ".7z .tar .mp4 .webm .mov "
    ".ogg .mp3 .wav .m4v .ppt .pptx .key .odp .doc .docx .xls .xlsx .ipynb .json .tex .ris "
    ".epub .heic .vcf .ics".split()
)
_IGNORED = frozenset(
    "node_modules vendor _site site google_scholar_crawler scripts lighthouse_results".split()
)
_OWN = frozenset("package.json package-lock.json robots.txt requirements.txt Gemfile.lock".split())
_ACTIVE = (
    "<script",
    "javascript:",
    "onload",
    "onclick",
    "onerror",
    "onmouse",
    "<foreignobject",
    "<!entity",
)


_SETTINGS = "_config.yml"  # nothing is right without them


class Unreadable(Exception):
    """What is wrong with a file that everything else depends on, and on which line."""


class Source:
    """A folder, or one Markdown file in it."""

    def __init__(self, path: Path, report: Report) -> None:
        self.page = path if path.is_file() else None
        self.root = path.parent if self.page else path
        self.report = report
        self._excluded: tuple[list[str], list[str]] = ([], [])  # patterns, and those they spare

    def has(self, name: str) -> bool:
        """Tell whether the folder has a file of this name."""
        return self._inside(name) is not None

    def text(self, name: str) -> str | None:
        """Read a file, None where there is none; text read in another encoding is mended."""
        file = self._inside(name)
        if file is None:
            return None
        text, problems = decode(file.read_bytes(), name)
        for problem in problems:
            self.report.note(str(problem))
        text, times = encoding.repaired(text.replace("\r\n", "\n").replace("\r", "\n"))
        if times:
            self.report.note(
                f"`{name}`: UTF-8 that had been read in another encoding was mended in {times} "
                f"places"
            )
        if not text.isascii() and _PRIVATE.search(text):
            self.report.note(f"`{name}`: characters for private use were left out")
            text = _PRIVATE.sub("", text)
        return text

    def _inside(self, name: str) -> Path | None:
        try:
            file = (self.root / name.lstrip("/")).resolve()
            is_inside = file.is_relative_to(self.root.resolve()) and file.is_file()
        except (OSError, ValueError):
            return None
        return file if is_inside else None

    def page_of(self, name: str) -> tuple[dict[str, Any], str]:
        """Read a page: its front matter and its text."""
        return front_matter.split(self.text(name) or "", self._tell(name))

    def data(self, name: str) -> Any:
        """Read YAML or JSON as text, lists and mappings, None where there is nothing."""
        text = self.text(name)
        if text is None:
            return None
        if name.endswith(".json"):
            text = _TRAILING.sub(r"\1", _COMMENT.sub("", text))  # not JSON, but common
            try:
                return json.loads(text, parse_int=str, parse_float=str)
            except (ValueError, RecursionError) as error:
                line = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
                self.report.note(f"`{name}{line}` is no JSON and was left out")
                return None
        return front_matter.parsed(text, self._tell(name))

    def _tell(self, name: str) -> front_matter.Tell:
        def tell(line: int, what: str) -> None:
            if name == _SETTINGS:
                raise Unreadable(f"{name}:{line}: this is no YAML ({what}): mend it first")
            self.report.note(
                f"`{name}:{line}` is no YAML ({what}); only its simple lines were read"
            )

        return tell

    def named(self, folder: str, *suffixes: str) -> list[str]:
        """Return the files below a folder, sorted."""
        start = self.root / folder
        found = start.rglob("*") if start.is_dir() and not self.page else ()
        names = (
            one.relative_to(self.root).as_posix() for one in found if one.suffix.lower() in suffixes
        )
        is_data = folder in _ALWAYS_READ
        return sorted(
            name
            for name in names
            if self.has(name)
            and not Path(name).name.startswith(".")
            and (is_data or not self.is_left_out(name))
        )

    def site_data(self) -> dict[str, Any]:
        """Return `_data` as templates see it."""
        return {
            Path(name).stem: self.data(name)
            for name in self.named("_data", ".yml", ".yaml", ".json")
        }

    def leave_out(self, patterns: list[str], spared: list[str]) -> None:
        """Read and copy no files that these patterns of Jekyll's name (`exclude`, `include`)."""
        spared = [one.strip("/") for one in spared]
        self._excluded = [one.lstrip("/") for one in patterns], spared

    def is_left_out(self, name: str) -> bool:
        """Tell what `leave_out` named."""
        patterns, spared = self._excluded
        parts = Path(name).parts
        steps = ["/".join(parts[:number]) for number in range(1, len(parts) + 1)]
        return bool(patterns) and any(
            _is_meant(patterns, step)
            and not _is_meant(spared, step)
            and not _is_meant(spared, step.rpartition("/")[2])
            for step in steps
        )

    def assets(self) -> Iterator[str]:
        """Return the files to take along."""
        if self.page:
            return
        left: list[str] = []
        for file in sorted(self.root.rglob("*")):
            name = file.relative_to(self.root)
            if any(part.startswith((".", "_")) or part in _IGNORED for part in name.parts):
                continue
            if (
                file.suffix.lower() not in ASSETS
                or name.name in _OWN
                or not self.has(name.as_posix())
            ):
                continue
            if file.suffix.lower() == ".svg" and is_active(file):
                self.report.note(f"`{name.as_posix()}` holds a script and was not copied")
                continue
            if self.is_left_out(name.as_posix()):
                left.append(name.as_posix())
                continue
            yield name.as_posix()
        if left:
            named = ", ".join(f"`{one}`" for one in left[:5])
            more = f" and {len(left) - 5} more" if len(left) > 5 else ""
            self.report.note(f"`exclude` of `_config.yml`: {named}{more} were not copied")


_PRIVATE = re.compile("[\ue000-\ue03f]")  # marks of the import itself; in text they mean nothing
_COMMENT = re.compile(r"^[ \t]*//.*$", re.MULTILINE)
_TRAILING = re.compile(r",(\s*[}\]])")


_ALWAYS_READ = ("_data", "_bibliography")


def _is_meant(patterns: list[str], name: str) -> bool:
    """Tell whether Jekyll takes a pattern for a file or folder, or for how its name begins."""
    return any(
        fnmatchcase(name, one) or name.startswith(one) or one == f"{name}/" for one in patterns
    )


def is_active(file: Path) -> bool:
    """Tell a picture with a script in it."""
    text = file.read_bytes().decode("utf-8", errors="replace").lower().replace("\0", "")
    return any(word in text for word in _ACTIVE)
