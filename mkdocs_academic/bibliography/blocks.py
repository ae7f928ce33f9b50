"""Where the blocks of a BibTeX file begin and end; text and comments between them are skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .block import Block
from .entry_types import leading_type
from .scanner import closing_brace, well_formed

# `@articlekey, name =`: the brace is missing.
_BRACELESS = re.compile(
    r"[ \t]*+(?=@[ \t]*+([A-Za-z][\w-]*+)[ \t]*+[^\s{}(),=@]*+[ \t]*+,\s*+[A-Za-z][\w-]*+\s*+=)"
)
_WITHOUT_BRACE = re.compile(r"\n" + _BRACELESS.pattern)
_BLOCK = re.compile(r"@[ \t]*+([A-Za-z][\w-]*+)\s*+[{(]")
_ENTRY_IN_PROSE = re.compile(r"@\s*\w+\s*[{(]\s*[^\s,]*\s*,\s*[\w-]+\s*=")
_NESTED = 4  # a value that holds entries of its own (`bibtex = {@article{…}}`) may hold so many
_COMMENTED = 200  # a comment may hold so many
_LOOK_BACK = 400  # characters
_SKIPPED = ("comment", "preamble")
_SKIPPED_BLOCK = re.compile(r"@[ \t]*+(comment|preamble)\s*+[{(]", re.IGNORECASE)


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks in the order of the file; `@comment` and `@preamble` are skipped."""
    limits = [*_starts(text), len(text)]
    at = 0
    for number, limit in enumerate(limits):
        while at <= limit and (start := _next_start(text, at, limit)) >= 0:
            following = number + 1 if start == limit else number
            # Several may stand on a line.
            inside = _BLOCK.search(text, start + 1, limit) if start < limit else None
            end = inside.start() if inside else limits[following]
            block = None if _SKIPPED_BLOCK.match(text, start) else well_formed(text, start, end)
            if block is None:
                further = limits[following : following + _COMMENTED]
                block = _read(text, start, [end, *further] if inside else further)
            at = max(block.end, start + 1)
            if block.type.lower() not in _SKIPPED:
                yield block


def _starts(text: str) -> list[int]:
    """Return where a block begins for sure: nothing that goes wrong gets past the next."""
    starts = [at for at in map(re.Match.start, _BLOCK.finditer(text)) if _is_sure(text, at)]
    found = filter(None, (_BRACELESS.match(text), *_WITHOUT_BRACE.finditer(text)))
    faulty = [one.end() for one in found if leading_type(one[1])]
    return sorted(starts + faulty) if faulty else starts


def _is_sure(text: str, at: int) -> bool:
    """Tell whether a block is the first on its line, or follows a brace right away."""
    if not at or text[at - 1] == "\n":
        return True
    line = max(at - _LOOK_BACK, text.rfind("\n", max(0, at - _LOOK_BACK), at) + 1, 0)
    before = text[line:at].rstrip(" \t,")
    return not before or (before.endswith("}") and "%" not in before)


def _next_start(text: str, at: int, limit: int) -> int:
    """Find the next block up to the limit, where one starts for sure; -1 if that is behind us."""
    previous = at
    while text.find("@", at, limit) >= 0 and (found := _BLOCK.search(text, at, limit)):
        start = found.start()
        before = text[max(previous, text.rfind("\n", previous, start) + 1) : start]
        if not before or before.isspace() or _is_entry_in_line(text, before, start):
            return start
        line_end = text.find("\n", start) if "%" in before else start + 1
        at = line_end if line_end >= 0 else len(text)
    return limit if previous <= limit < len(text) else -1


def _is_entry_in_line(text: str, before: str, start: int) -> bool:
    if "%" in before or "@comment" in before.lower():
        return False
    return not re.search(r"\w", before) or bool(_ENTRY_IN_PROSE.match(text, start))


def _read(text: str, start: int, limits: list[int]) -> Block:
    """Read a block that is odd; the limits are where the next ones start, and the text's end."""
    found = _SKIPPED_BLOCK.match(text, start)
    if found:
        return Block(found[1], "", {}, start, _skipped(text, found.end() - 1, limits))
    further = (well_formed(text, start, end) for end in limits[1:_NESTED])
    block = next(filter(None, further), None)
    if block is None:
        from . import recover  # here: most files are sound

        block = recover.read_block(text, start, limits[0])
    return block


def _skipped(text: str, brace: int, limits: list[int]) -> int:
    """Return the end of a comment: its closing brace, else of its line."""
    braced = text[brace] == "{"
    end = closing_brace(text, brace, limits[-1]) if braced else text.find(")", brace, limits[-1])
    if end >= 0:
        return end + 1
    line_end = text.find("\n", brace)
    return min(line_end if line_end >= 0 else len(text), limits[0])
