"""The text of an item with what each part of it is: linked, bold, italic, a label, a new line."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from ..text import to_html


@dataclass(frozen=True)
class Run:
    """A piece of text of one look."""

    start: int  # in the text of the item
    end: int
    url: str | None = None  # "" is a link without an address
    bold: bool = False
    italic: bool = False
    under: bool = False
    code: bool = False
    title: bool = False  # set as a heading
    bullet: bool = False  # in a list within the item


@dataclass(frozen=True)
class Flat:
    """An item as one text, lines apart, and its runs in their order."""

    text: str
    runs: tuple[Run, ...]

    def part(self, run: Run) -> str:
        """Return the text of a run."""
        return self.text[run.start : run.end]

    def within(self, start: int, end: int) -> Iterator[Run]:
        """Return the runs that lie in a stretch, cut to it."""
        for run in self.runs:
            if run.start < end and run.end > start:
                yield run

    def links(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Return each link of a stretch once: where it stands, and its address."""
        last: tuple[int, int, str] | None = None
        for run in self.within(start, end):
            if run.url is not None and last and last[2] == run.url and last[1] == run.start:
                last = (last[0], run.end, run.url)
            else:
                if last:
                    yield last
                last = (run.start, run.end, run.url) if run.url is not None else None
        if last:
            yield last


_MATH = re.compile(r"\$\$[^$]+\$\$|\$(?=\S)[^$\n]*(?<=\S)\$(?!\d)")
_BREAK = re.compile(r"[ \t]*\\\\[ \t]*$|(?<=\S)[ \t]+\\\\[ \t]+", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}")
# Marks at names that Markdown would read: <sup>*</sup>, \\*, **Name***
_RAISED = re.compile(r"<sup>\s*\\?([*†‡#✉+\d,\s]+?)\s*</sup>")
_ESCAPED = re.compile(r"\\([*_#+])")
_GLUED = re.compile(r"(?<![*\\])\*\*([^*\n]+)\*\*(\*)(?!\*)")
_NEW_LIST = re.compile(r"(?<!\n)\n(?=[ \t]*[-*+][ \t]+\S)")


def flat(markdown: str) -> Flat:
    """Render inline Markdown and HTML, and write down what its text looks like."""
    kept: list[str] = []

    def keep(found: str) -> str:
        kept.append(found)
        return f"\ue010{len(kept) - 1}\ue011"

    text = _ATTRIBUTES.sub("", markdown.replace("\t", "    "))
    text = _RAISED.sub(lambda one: keep(_raised(one[1])), text)
    text = _ESCAPED.sub(lambda one: keep(one[1]), text)
    text = _GLUED.sub(lambda one: f"**{one[1]}**{keep(one[2])}", text)
    text = _MATH.sub(lambda one: keep(one[0]), _BREAK.sub("<br>\n", text))
    text = text.replace(r"\|", "|").replace("~~", "")
    text = _NEW_LIST.sub("\n\n", re.sub(r"^[ ]{4,}(?=\S)", "   ", text, flags=re.MULTILINE))
    reader = _Reader()
    reader.feed(to_html(text))
    reader.close()
    return reader.flat(kept)


def _raised(marks: str) -> str:
    """Write `1,*` as `¹*`: a comma would part it from the name."""
    return "".join(marks.split()).replace(",", "").translate(_SUPERSCRIPTS)


_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class _Reader(HTMLParser):
    """Walks over sanitised HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._stack: list[tuple[str, str | None, str]] = []
        self._pieces: list[tuple[str, tuple[tuple[str, str | None, str], ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, or end the line."""
        given = dict(attrs)
        if tag in ("br", "hr"):
            self._pieces.append(("\n", ()))
        elif tag == "img":
            self._pieces.append((given.get("alt") or "", tuple(self._stack)))
        else:
            if tag in _LINES:
                self._pieces.append(("\n\n", ()))
            self._stack.append((tag, given.get("href"), given.get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those within it."""
        while any(one[0] == tag for one in self._stack):
            if self._stack.pop()[0] == tag:
                break
        if tag in _LINES:
            self._pieces.append(("\n\n", ()))

    def handle_data(self, data: str) -> None:
        """Take text, blanks folded and lines kept."""
        self._pieces.append((re.sub(r"[^\S\n]+", " ", data), tuple(self._stack)))

    def flat(self, kept: list[str]) -> Flat:
        """Put the text together, with the formulas that were kept from Markdown."""
        text, runs = "", []
        for piece, stack in self._pieces:
            piece = re.sub("\ue010(\\d+)\ue011", lambda one: kept[int(one[1])], piece)
            if not text or text.endswith("\n"):
                piece = piece.lstrip(" \n") if not text else piece.lstrip(" ")
            tags = {one[0] for one in stack}
            start, text = len(text), text + piece
            link = [one[1] for one in stack if one[0] == "a"]
            runs.append(
                Run(
                    start,
                    len(text),
                    url=html.unescape(link[-1] or "") if link else None,
                    bold=bool(tags & {"strong", "b"}),
                    italic=bool(tags & {"em", "i", "cite"}),
                    under="u" in tags,
                    code="code" in tags,
                    title=any(one[2].endswith("title") for one in stack),
                    bullet="li" in tags,
                )
            )
        return Flat(text, tuple(run for run in runs if run.end > run.start))


_LINES = frozenset(
    "p li ul ol div h1 h2 h3 h4 h5 h6 blockquote pre dl dt dd tr table details summary".split()
)
