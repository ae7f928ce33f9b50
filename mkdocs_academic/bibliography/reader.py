"""Read a BibTeX or biblatex file: no entry and no field is lost, every oddity is told."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, cast

from ..problems import Problem
from .block import MONTHS, Block, Word
from .blocks import blocks
from .decode import decode
from .entry import Entry
from .entry_types import mended_type
from .inherit import Inheritance
from .keys import Keys, made_up
from .macros import Macros
from .scanner import field_places


class Library(NamedTuple):
    """What a file holds, and what was odd in it."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def read(path: Path, file: str | None = None) -> Library:
    """Read a file; `file` is the name that problems show.

    Raises:
        OSError: the file cannot be opened.

    """
    shown = file or str(path)
    text, problems = decode(path.read_bytes(), shown)
    library = parse(text, shown)
    return Library(library.entries, problems + library.problems)


def parse(text: str, file: str) -> Library:
    """Read BibTeX text; any text at all."""
    return _Parsing(text.removeprefix("\ufeff"), file).library()


class _Draft(NamedTuple):
    """An entry whose inherited fields are still missing."""

    type: str
    fields: dict[str, str]
    block: Block
    macros: tuple[str, ...]  # fields that are macros or joined, but for months


_COMMENT = re.compile(
    r"\A\s*---\n.*?\n?---(?=\n|\Z)|%[^\n]*|@\s*(?:comment|preamble)\b.*", re.IGNORECASE | re.DOTALL
)


def _without_entries(text: str) -> str:
    """Say what is wrong with a file that has text and no block; "" where all is comment."""
    if not _COMMENT.sub("", text).strip():
        return ""
    said = "holds no entry: none begins with '@type{key,'"
    return f"{said}; this is a web page" if text.lstrip().startswith("<") else said


class _Parsing:
    """One pass over one file; collects problems as it goes."""

    def __init__(self, text: str, file: str) -> None:
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.text = text
        self.file = file
        self.problems: list[Problem] = []
        self.line_ends: list[int] | None = None  # looked for once there is a problem
        self.counted = (0, 1)  # offset, its line

    def library(self) -> Library:
        found = list(blocks(self.text))
        strings = {kind for kind in {block.type for block in found} if kind.lower() == "string"}
        macros = Macros([block for block in found if block.type in strings])
        keys = Keys({block.key for block in found})
        drafts: dict[str, _Draft] = {}
        for block in found:
            if block.type in strings:
                self.define(block, macros)
            else:
                self.draft(block, macros, keys, drafts)
        if not found and (said := _without_entries(self.text)):
            self.problems.append(Problem(self.file, None, "", said))
        self.inherit(drafts)
        entries = tuple([self.entry(key, draft) for key, draft in drafts.items()])
        return Library(entries, tuple(sorted(self.problems, key=lambda problem: problem.line or 0)))

    def define(self, block: Block, macros: Macros) -> None:
        for name, value in block.fields.items():
            macros.define(name, value, self.telling(block, name, ""))
        self.tell_faults(block, "")

    def draft(self, block: Block, macros: Macros, keys: Keys, drafts: dict[str, _Draft]) -> None:
        kind, is_mended = mended_type(block.type)
        written = block.key
        if not written:
            written = made_up(kind, macros.resolved(block.fields))
        key = keys.give(written, is_made_up=not block.key)
        if is_mended:
            self.report(block.start, key, f"unknown type '@{block.type}'; read as '@{kind}'")
        if not block.key:
            self.report(block.start, key, f"the entry has no key; '{key}' was made up")
        elif key != written:
            self.report(block.start, key, f"the key '{written}' is taken; this one is '{key}'")
        if block.faults:
            self.tell_faults(block, key)
        if block.repeats:
            self.tell_repeats(block, key)
        fields, own = block.fields, []
        for name in [name for name, value in fields.items() if type(value) is not str]:
            value = fields[name]
            fields[name] = macros.resolve(value, self.telling(block, name, key)).strip()
            first = value[0] if isinstance(value, tuple) else value
            if not (type(first) is Word and first.lower() in MONTHS):
                own.append(name)
        drafts[key] = _Draft(kind, cast(dict[str, str], fields), block, tuple(own))

    def telling(self, block: Block, name: str, key: str) -> Callable[[str], None]:
        """Return what reports a field; where it stands is looked for only then."""

        def tell(message: str) -> None:
            places = dict(reversed(field_places(self.text, block)))
            self.report(places.get(name, block.start), key, message)

        return tell

    def tell_repeats(self, block: Block, key: str) -> None:
        seen: set[str] = set()
        for name, at in field_places(self.text, block):
            if name in seen:
                message = f"the field '{name}' is repeated; the first with a value was kept"
                self.report(at, key, message)
            seen.add(name)

    def inherit(self, drafts: dict[str, _Draft]) -> None:
        heirs = [
            key
            for key, draft in drafts.items()
            if "crossref" in draft.fields or "xdata" in draft.fields
        ]
        if heirs:
            entries = {key: (draft.type, draft.fields) for key, draft in drafts.items()}
            Inheritance(
                entries, lambda key, message: self.report(drafts[key].block.start, key, message)
            ).complete(heirs)

    def entry(self, key: str, draft: _Draft) -> Entry:
        block = draft.block
        start, end = block.start, block.end
        is_whole = block.key and not block.faults and not block.repeats
        is_whole = is_whole and draft.type == block.type.lower()
        at, line = self.counted
        line += self.text.count("\n", at, start)
        self.counted = (start, line)
        return Entry(
            key=key,
            type=draft.type,
            fields=draft.fields,
            source=self.text[start:end] if is_whole else "",
            file=self.file,
            line=line,
            widths=block.widths,
            macros=draft.macros,
        )

    def tell_faults(self, block: Block, key: str) -> None:
        for fault in block.faults:
            self.report(fault.at, key, fault.message)

    def report(self, at: int, key: str, message: str) -> None:
        if self.line_ends is None:
            self.line_ends = [found.start() for found in re.finditer("\n", self.text)]
        line = bisect_left(self.line_ends, at) + 1
        self.problems.append(Problem(self.file, line, key, message))
