"""What CommonMark reads otherwise than our pages do: lists, line breaks, struck text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from . import calls
from .code import CODE

_ITEM = re.compile(r"(?P<before> *)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap> +|$)(?P<text>.*)")
_RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_FENCE = re.compile(r" *(`{3,}|~{3,})")
_BREAK = re.compile(r"(?<!\\)\\$", re.MULTILINE)
_STRUCK = re.compile(r"(?<![~\\])~~(?=\S)([^~\n]+?)(?<=\S)~~(?!~)")
_ALERT = re.compile(r"^> ?\[!(\w+)\][-+]?[ \t]*(.*)\n((?:>.*(?:\n|\Z))*)", re.MULTILINE)
_BARE = re.compile(r"(?<![\w(<\[\"'=/:.>`\]])https?://[^\s<>()\[\]`\"']*[^\s<>()\[\]`\"'.,;:!?*_]")
_KINDS = {
    "note": "note", "info": "info", "tip": "tip", "hint": "tip", "success": "success",
    "important": "warning", "warning": "warning", "caution": "danger", "danger": "danger",
    "error": "danger", "bug": "bug", "example": "example", "quote": "quote", "question": "question",
    "abstract": "abstract", "summary": "abstract", "todo": "note",
}  # fmt: skip


def kind_of_box(word: str) -> str:
    """Return the admonition that a box with this word is here."""
    return _KINDS.get(word.strip().lower(), "note")


def as_ours(markdown: str) -> str:
    """Return Markdown as our reader takes it."""
    text = _outside(_with_lists(markdown), _changed)
    return _ALERT.sub(_boxed, text)


def _changed(text: str) -> str:
    text = _BREAK.sub("  ", text)
    text = _STRUCK.sub(r"<del>\1</del>", text)
    return _BARE.sub(lambda found: f"[{found[0]}]({found[0]})", text)


def _outside(text: str, change: Callable[[str], str]) -> str:
    """Change a text, but not its code."""
    parts, at = [], 0
    for found in CODE.finditer(text):
        parts += [change(text[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*parts, change(text[at:])])


def _boxed(found: re.Match[str]) -> str:
    text = re.sub(r"^> ?", "", found[3], flags=re.MULTILINE)
    return calls.box(kind_of_box(found[1]), found[2].strip(), _with_lists(text))


class _Level(NamedTuple):
    """A list that is open: where its mark stands, and where its text begins."""

    mark: int
    text: int


def _with_lists(markdown: str) -> str:
    """Have lists stand behind a blank line, and what is in them four blanks deep."""
    if not _LISTED.search(markdown):
        return markdown
    lists = _Lists()
    for line in markdown.split("\n"):
        lists.take(line)
    return "\n".join(lists.out)


class _Lists:
    """Goes through the lines of a text."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._open: list[_Level] = []
        self._fence = ""

    def take(self, raw: str) -> None:
        """Write one line as it has to stand."""
        line = raw.expandtabs(4)
        indent = len(line) - len(line.lstrip(" "))
        if self._fence:
            self.out.append(self._shifted(line, indent))
            ends = line.strip().startswith(self._fence) and not line.strip().strip("`~")
            self._fence = "" if ends else self._fence
            return
        if not line.strip():
            self.out.append("")
            return
        item = None if _RULE.fullmatch(line) else _ITEM.fullmatch(line)
        if item and (item["text"] or not self._open) and self._is_item(item):
            self._item(item, indent, raw)
            return
        self._other(line, indent, raw)

    @property
    def _is_after_blank(self) -> bool:
        return not self.out or not self.out[-1].strip()

    def _item(self, item: re.Match[str], indent: int, raw: str) -> None:
        while self._open and indent < self._open[-1].mark:
            self._open.pop()
        is_new = not self._open or indent >= self._open[-1].text
        if is_new and not self._open and not self._is_after_blank:
            self.out.append("")
        if not is_new:
            self._open.pop()
        gap = len(item["gap"]) if len(item["gap"]) <= 4 else 1
        self._open.append(_Level(indent, indent + len(item["mark"]) + max(gap, 1)))
        mark = item["mark"].replace(")", ".")
        rest = item["text"] if gap == len(item["gap"]) else item["gap"][1:] + item["text"]
        tail = "  " if raw.endswith("  ") else ""  # which breaks the line
        depth = "    " * (len(self._open) - 1)
        self.out.append(f"{depth}{mark} {rest}".rstrip(" ") + tail)
        inside = _FENCE.match(rest)
        self._fence = inside[1] if inside else ""

    def _other(self, line: str, indent: int, raw: str) -> None:
        open_ = self._open
        if self._is_after_blank:
            while open_ and indent < open_[-1].text:
                open_.pop()
        elif open_ and indent < open_[-1].text and _ends_list(line):
            open_.clear()
            self.out.append("")
        self.out.append(self._shifted(line, indent) if open_ else raw)
        if opened := _FENCE.match(line):
            self._fence = opened[1]

    def _is_item(self, item: re.Match[str]) -> bool:
        """Tell a mark of a list from a number or a hyphen that only begins a line."""
        indent, mark = len(item["before"]), item["mark"]
        if self._open:
            return indent < self._open[-1].text + 4
        starts = self._is_after_blank or not mark[:1].isdigit() or mark in ("1.", "1)")
        return indent < 4 and starts and bool(item["text"])

    def _shifted(self, line: str, indent: int) -> str:
        if not self._open or not line.strip():
            return line if line.strip() else ""
        inner = " " * max(indent - self._open[-1].text, 0)
        return f"{'    ' * len(self._open)}{inner}{line.lstrip(' ')}"


_LISTED = re.compile(r"^ *(?:[-*+]|\d{1,9}[.)])(?: |$)", re.MULTILINE)
_BLOCK = re.compile(r" {0,3}(?:#{1,6} |`{3}|~{3}|>|<\w)")


def _ends_list(line: str) -> bool:
    """Tell what stands in no item unless it is indented."""
    return bool(_BLOCK.match(line) or _RULE.fullmatch(line))
