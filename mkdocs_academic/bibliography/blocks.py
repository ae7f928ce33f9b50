"""Where the blocks of a BibTeX file begin and end; text and comments between them are skipped."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from . import recover
from .block import Block
from .entry_types import leading_type
from .scanner import closing_brace, well_formed

_AT_LINE_START = re.compile(r"\n[ \t]*+(?=@[ \t]*+[A-Za-z][\w-]*+\s*+[{(])")
# `@articlekey, name =`: the brace is missing.
_WITHOUT_BRACE = re.compile(
    r"\n[ \t]*+(?=@[ \t]*+([A-Za-z][\w-]*+)[ \t]*+[^\s{}(),=@]*+[ \t]*+,\s*+[A-Za-z][\w-]*+\s*+=)"
)
_BLOCK = re.compile(r"@[ \t]*+([A-Za-z][\w-]*+)\s*+[{(]")
_ENTRY_IN_PROSE = re.compile(r"@\s*\w+\s*[{(]\s*[^\s,]*\s*,\s*[\w-]+\s*=")
_NESTED = 4  # a value that holds entries of its own (`bibtex = {@article{…}}`) may hold so many
_COMMENTED = 500  # a comment may hold so many


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks in the order of the file; `@comment` and `@preamble` are skipped."""
    starts = _line_starts(text)
    at = 0
    while (start := _next_start(text, at, starts)) >= 0:
        block = _read(text, start, starts)
        at = max(block.end, start + 1)
        if block.type.lower() not in ("comment", "preamble"):
            yield block


def _line_starts(text: str) -> list[int]:
    """Return where a line begins with a block: nothing that goes wrong gets past the next."""
    text = "\n" + text  # a match ends one place further on
    starts = [found.end() - 1 for found in _AT_LINE_START.finditer(text)]
    faulty = [found.end() - 1 for found in _WITHOUT_BRACE.finditer(text) if leading_type(found[1])]
    return sorted(starts + faulty) if faulty else starts


def _next_start(text: str, at: int, starts: list[int]) -> int:
    """Find the next block that is neither commented out nor an address in prose; -1 if none."""
    following = bisect_left(starts, at)
    at_line_start = starts[following] if following < len(starts) else len(text)
    previous = at
    while 0 <= at < at_line_start and (found := _BLOCK.search(text, at, at_line_start)):
        start = found.start()
        before = text[max(previous, text.rfind("\n", 0, start) + 1) : start]
        if not before or before.isspace() or _is_entry_in_line(text, before, start):
            return start
        at = text.find("\n", start) if "%" in before else start + 1
    return at_line_start if at_line_start < len(text) else -1


def _is_entry_in_line(text: str, before: str, start: int) -> bool:
    if "%" in before or "@comment" in before.lower():
        return False
    return not re.search(r"\w", before) or bool(_ENTRY_IN_PROSE.match(text, start))


def _read(text: str, start: int, starts: list[int]) -> Block:
    following = bisect_right(starts, start)
    limit = starts[following] if following < len(starts) else len(text)
    found = _BLOCK.match(text, start)
    if found and found[1].lower() in ("comment", "preamble"):
        end = starts[following + _COMMENTED] if following + _COMMENTED < len(starts) else len(text)
        return Block(found[1], "", {}, start, _skipped(text, found.end() - 1, limit, end))
    block = well_formed(text, start, limit)
    if block is None and limit < len(text):
        further = [*starts[following + 1 : following + _NESTED], len(text)][: _NESTED - 1]
        block = next(filter(None, (well_formed(text, start, end) for end in further)), None)
    return block or recover.read_block(text, start, limit)


def _skipped(text: str, brace: int, limit: int, furthest: int) -> int:
    """Return the end of a comment: its closing brace, else of its line."""
    end = closing_brace(text, brace, furthest) if text[brace] == "{" else text.find(")", brace)
    if end >= 0:
        return end + 1
    line_end = text.find("\n", brace)
    return min(line_end if line_end >= 0 else limit, limit)
