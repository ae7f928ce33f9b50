"""A page's Markdown without code and comments: its links, its images, its icons, by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from mkdocs.utils.meta import get_data

from ..cited_text import BRACKETS

# What is code, or meant for nobody: blanked out, so that places stay.
_HIDDEN = re.compile(
    r"^(?P<fence>[ \t]*(?:`{3,}|~{3,}))[^\n]*\n.*?^(?P=fence)[ \t]*$|<!--.*?-->|"
    r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|\{#.*?#\}|\{[{%].*?[%}]\}|"
    r"<(pre|code|script|style)\b.*?</\3>",
    re.DOTALL | re.MULTILINE,
)
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?([^)\s>]*)>?[^)\n]*\)(\{[^}\n]*\})?")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^]+\]:\s*<?([^\s>]+)", re.MULTILINE)
_IMG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_SAYS_ALT = re.compile(r"\b(?:alt|aria-label|aria-hidden|role)\s*=", re.IGNORECASE)
_ICON = re.compile(r"(?<!\w):((?:material|fontawesome|octicons|simple|academic)-[a-z0-9-]+):")


class Place(NamedTuple):
    """Something in a text, and its line, from 1."""

    line: int
    what: str


class Text:
    """Markdown, of a page or of a setting."""

    def __init__(self, text: str) -> None:
        self._text = _HIDDEN.sub(_blank, text)

    def _place(self, at: int, what: str) -> Place:
        return Place(self._text.count("\n", 0, at) + 1, what)

    def targets(self) -> Iterator[Place]:
        """Yield where links and images lead."""
        for pattern, group in ((_LINK, 3), (_DEFINITION, 1)):
            for found in pattern.finditer(self._text):
                yield self._place(found.start(), found[group])
        for found in _LINK.finditer(self._text):  # an image within a link
            for inner in _LINK.finditer(found[2]):
                yield self._place(found.start(), inner[3])

    def images_without_words(self) -> Iterator[Place]:
        """Yield the addresses of images that say nothing to those who cannot see them."""
        for found in re.finditer(r"!\[\s*\]\(\s*<?([^)\s>]*)>?[^)\n]*\)(\{[^}\n]*\})?", self._text):
            if not _SAYS_ALT.search(found[2] or ""):
                yield self._place(found.start(), found[1])
        for found in _IMG.finditer(self._text):
            if not _SAYS_ALT.search(found[0]):
                source = re.search(r"\bsrc\s*=\s*[\"']?([^\"'\s>]+)", found[0])
                yield self._place(found.start(), source[1] if source else "an image")

    def citations(self) -> Iterator[Place]:
        """Yield citations, `[@key]`, and other words between brackets that look like one."""
        for found in re.finditer(BRACKETS, _DEFINITION.sub(_blank, self._text)):
            yield self._place(found.start(), found[0])

    def icons(self) -> Iterator[Place]:
        """Yield the names of icons, `material-school`."""
        for found in _ICON.finditer(self._text):
            yield self._place(found.start(), found[1])


def _blank(hidden: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", hidden[0])


@dataclass(frozen=True)
class Page:
    """A Markdown file."""

    file: Path
    uri: str  # below docs, with slashes
    shown: str  # as problems name it
    source: str

    @classmethod
    def read(cls, file: Path, docs: Path, shown: str) -> Page:
        """Read a file; what cannot be decoded is replaced."""
        try:
            source = file.read_bytes().decode("utf-8-sig", errors="replace")
        except OSError:
            source = ""
        source = source.replace("\r\n", "\n")
        return cls(file, file.relative_to(docs).as_posix(), shown, source)

    @cached_property
    def _parts(self) -> tuple[str, dict[str, Any]]:
        return get_data(self.source)

    @property
    def options(self) -> dict[str, Any]:
        """Return what stands at the head of the page, as MkDocs reads it."""
        return self._parts[1]

    @cached_property
    def markdown(self) -> str:
        """Return what stands below the head; empty lines in the place of that."""
        body = self._parts[0]
        return "\n" * (self.source.count("\n") - body.count("\n")) + body

    @cached_property
    def text(self) -> Text:
        """Return the page's Markdown, without code."""
        return Text(self.markdown)


def file_of(target: str) -> str:
    """Return the path of the file that a link leads to, "" for everything else."""
    path = unquote(target.partition("#")[0].partition("?")[0])
    is_file = "." in path.rpartition("/")[2] and ":" not in path and not path.startswith("/")
    return path if is_file and path.rpartition("/")[2] not in (".", "..") else ""
