"""A page taken apart: sections by their headings, in each of them prose and runs of items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .cards import PLACE, Card

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$")
_KRAMDOWN_ID = re.compile(r"[ \t]*\{[:#][^}\n]*\}[ \t]*$")
_UNDERLINE = re.compile(r"^(=+|-{3,})[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$")
_MARK = re.compile(r"^( {0,3})([-*+•·]|\d{1,3}[.)、]|\\?\[\d{1,3}\\?\])([ \t]+)(?=\S)")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")


@dataclass
class Item:
    """One item as its author wrote it."""

    card: Card
    mark: str = ""  # of the list: "-", "1.", "" for a card


@dataclass
class Prose:
    """Markdown that is no item."""

    text: str


@dataclass
class Run:
    """Items one after the other."""

    items: list[Item] = field(default_factory=list)


Block = Prose | Run


@dataclass
class Section:
    """What stands under one heading."""

    title: str  # "" for what stands before the first
    level: int
    lines: list[str] = field(default_factory=list)


def sections(text: str) -> list[Section]:
    """Split at the headings of the highest level that has several."""
    lines = list(_with_hashes(text.split("\n")))
    levels = [len(found[1]) for line, code in lines if not code and (found := _HEADING.match(line))]
    several = [level for level in (1, 2, 3) if levels.count(level) > 1]
    cut = several[0] if several else min(levels, default=1)
    if cut == 1 and levels.count(2) > 3 and levels.count(1) <= 2:
        cut = 2  # a second `#` among many `##` is a slip
    parts = [Section("", cut)]
    for line, code in lines:
        heading = None if code else _HEADING.match(line)
        if heading and len(heading[1]) <= cut:
            title = _KRAMDOWN_ID.sub("", heading[2]).strip()
            parts.append(Section(title, len(heading[1])))
        else:
            parts[-1].lines.append(line)
    return [one for one in parts if one.title or "".join(one.lines).strip()]


def _with_hashes(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Write underlined headings with `#`; tell which lines are code."""
    fence = ""
    at = 0
    while at < len(lines):
        line = lines[at]
        mark = _FENCE.match(line)
        if mark:
            fence = "" if fence == mark[1] else fence or mark[1]
        under = _UNDERLINE.match(lines[at + 1]) if at + 1 < len(lines) else None
        is_text = line.strip() and not _HEADING.match(line) and not _MARK.match(line)
        if (
            under
            and is_text
            and not fence
            and not PLACE.search(line)
            and not line.startswith((" ", "|", ">"))
        ):
            before = lines[at - 1].strip() if at else ""
            if not before or under[1][0] == "=":
                yield ("# " if under[1][0] == "=" else "## ") + line.strip(), False
                at += 2
                continue
        yield line, bool(fence or mark)
        at += 1


def blocks(lines: Sequence[str], cards: Sequence[Card]) -> list[Block]:
    """Tell the items of a section from the prose between them."""
    found: list[Block] = []
    prose: list[str] = []

    def flush() -> None:
        text = "\n".join(prose).strip("\n")
        if text.strip() and not all(_RULE.match(line) or not line.strip() for line in prose):
            found.append(Prose(text))
        prose.clear()

    at = 0
    while at < len(lines):
        place = PLACE.search(lines[at])
        mark = None if _RULE.match(lines[at]) else _MARK.match(lines[at])
        if not place and not mark:
            prose.append(lines[at])
            at += 1
            continue
        flush()
        if not found or not isinstance(found[-1], Run):
            found.append(Run())
        run = found[-1]
        assert isinstance(run, Run)
        if place:
            rest = PLACE.sub("", lines[at])
            if rest.strip():
                prose.append(rest)
            run.items.append(Item(cards[int(place[1])]))
            at += 1
        elif mark:
            stop = _item_end(lines, at)
            run.items.append(Item(Card(_dedented(lines[at:stop], mark)), mark[2]))
            at = stop
    flush()
    return found


def _item_end(lines: Sequence[str], start: int) -> int:
    """Return the line behind an item: the next item, a blank line before unindented text."""
    at = start + 1
    is_after_blank = False
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            is_after_blank = True
        elif (
            PLACE.search(line)
            or _HEADING.match(line)
            or _RULE.match(line)
            or (_MARK.match(line) and not _is_nested(line, lines[start]))
            or (is_after_blank and not line.startswith(("  ", "\t")))
        ):
            break
        else:
            is_after_blank = False
        at += 1
    while not lines[at - 1].strip():
        at -= 1
    return at


def _is_nested(line: str, first: str) -> bool:
    return len(line) - len(line.lstrip(" ")) >= len(first) - len(first.lstrip(" ")) + 2


def _dedented(lines: Sequence[str], mark: re.Match[str]) -> str:
    """Return an item's text without its mark and the indentation that belongs to it."""
    first, *rest = lines
    depths = [
        len(one) - len(one.lstrip()) for one in rest if one.strip() and one.startswith((" ", "\t"))
    ]
    depth = min(depths, default=0)
    bodies = [one[depth:] if one[:depth].strip() == "" else one.lstrip() for one in rest]
    return "\n".join([first[mark.end() :], *(one.rstrip("\n") for one in bodies)])
