"""Safe mending of BibTeX: a forgotten comma, a field that says the same twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..bibliography import reader
from ..bibliography.block import Block
from ..bibliography.blocks import blocks
from ..bibliography.scanner import field_places, read_value
from .edits import Edit, text_of
from .subject import Subject

_NAME = re.compile(r"[^\s=]+\s*=\s*")


def edits(subject: Subject) -> Iterator[Edit]:
    """Yield what can be mended for sure in the bibliographies that the problems name."""
    shown = subject.given.shown
    named = {one.file for one in subject.site.warnings}
    for file in subject.site.files:
        if file.suffix.lower() in (".bib", ".bibtex") and shown(file) in named:
            yield from _of_file(file)


def _of_file(file: Path) -> Iterator[Edit]:
    text = text_of(file)
    if text is None or re.search(r"\r(?!\n)", text):
        return
    mark = 1 if text.startswith("\ufeff") else 0
    plain = text[mark:].replace("\r\n", "\n")
    for start, end, new, said in _mended(plain):
        if _reads_the_same(plain, plain[:start] + new + plain[end:]):
            yield Edit(file, _there(text, start, mark), _there(text, end, mark), new, said)


def _there(text: str, at: int, mark: int) -> int:
    """Return where a place of the plain text is in the file: two characters end its lines."""
    if "\r" not in text:
        return at + mark
    lines = text[mark:].split("\n")
    for line in lines:
        length = len(line.removesuffix("\r")) + 1
        if at < length:
            break
        at, mark = at - length, mark + len(line) + 1
    return at + mark


Change = tuple[int, int, str, str]  # start, end, new text, what is mended


def _mended(text: str) -> Iterator[Change]:
    for block in blocks(text):
        for fault in block.faults:
            if fault.message.startswith("no comma after the key"):
                yield (
                    fault.at + len(block.key),
                    fault.at + len(block.key),
                    ",",
                    "a comma was missing",
                )
            elif fault.message.startswith("no comma after '"):
                yield fault.at, fault.at, ",", "a comma was missing"
        if block.repeats:
            yield from _repeated(text, block)


def _repeated(text: str, block: Block) -> Iterator[Change]:
    """Take out a field that stands a second time with the same value."""
    seen: dict[str, str] = {}
    for name, at in field_places(text, block):
        begin = _NAME.match(text, at, block.end)
        value = read_value(text, begin.end(), block.end) if begin else None
        if begin is None or value is None:
            return
        written = text[begin.end() : value[1]]
        if seen.get(name) == written:
            comma = re.compile(r"[ \t]*,").match(text, value[1])
            end = comma.end() if comma else value[1]
            start, end = _whole_lines(text, at, end)
            yield start, end, "", f"the field {name!r} stood there twice"
        seen.setdefault(name, written)


def _whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the lines along if nothing else stands on them, else the blanks before."""
    line = text.rfind("\n", 0, start) + 1
    before = text[line:start].rstrip(" \t")
    after = re.compile(r"[ \t]*\n").match(text, end)
    return (line, after.end()) if after and not before else (line + len(before), end)


def _reads_the_same(before: str, after: str) -> bool:
    """Tell whether the entries are the same, and one oddity less is told."""
    old, new = reader.parse(before, ""), reader.parse(after, "")
    said = [[(one.key, one.type, one.fields) for one in read.entries] for read in (old, new)]
    return said[0] == said[1] and len(new.problems) < len(old.problems)
