"""Formulas: written as our pages read them, and kept from whatever else reads a text."""

from __future__ import annotations

import re
from collections.abc import Callable

from .code import CODE

_DOUBLE = r"(?<![\\$])\$\$(?!\$)(?P<double>[^$]+?)\$\$(?!\$)"
_SINGLE = r"(?<![\\$\w])\$(?=[^\s$])(?P<single>[^$\n`]*[^\s$`\\])\$(?![\d$])"
_KRAMDOWN = re.compile(f"{CODE.pattern}|{_DOUBLE}|{_SINGLE}", CODE.flags)
_FORMULA = re.compile(f"{_DOUBLE}|{_SINGLE}")
# What could be more than TeX: tags, links, attributes, scripts.
_DOUBTFUL = re.compile(
    r"<[!?/]|<\s*\w+\s*[>=]|<\w+\s+\w+\s*=|\]\s*\([^)\s]*[/:.]|\]\s*[:\[]|script\s*:|data\s*:|&#|`"
    r"|\b(?:on\w+|style|href|src\w*|action|formaction)\s*=|[\ue000-\uf8ff]",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*")
_LISTED = re.compile(r"[ \t>]*(?:[-*+]|\d+[.)])[ \t]")


def as_ours(markdown: str) -> str:
    r"""Write formulas as kramdown shows them.

    Rule: `$$…$$` is displayed where it is a block of its own, and stands in the line elsewhere
    (kramdown's syntax, math blocks). Between single dollars `\|` is an escaped bar.
    """

    def written(found: re.Match[str]) -> str:
        if found["double"]:
            is_block = _is_block(markdown, found.start(), found.end())
            return found[0] if is_block else f"${' '.join(found['double'].split())}$"
        return found[0].replace(r"\|", "|") if found["single"] else found[0]

    return _KRAMDOWN.sub(written, markdown) if "$" in markdown else markdown


def _is_block(text: str, start: int, end: int) -> bool:
    """Tell a formula that is alone between blank lines, tags or the marks of a list."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    head, tail = text[begin:start], text[end:stop].strip()
    if not _MARKED.fullmatch(head) or (tail and not tail.startswith(("{:", "</"))):
        return False
    before = text[:begin].rstrip("\n").rpartition("\n")[2] if text[:begin].strip() else ""
    is_apart = text[:begin].endswith("\n\n") or not before.strip() or before.endswith(">")
    after = text[stop + 1 :].partition("\n")[0].strip()
    is_last = not after or after.startswith(("</", "{:")) or bool(_LISTED.match(f"{after} "))
    return (is_apart or bool(_LISTED.match(head))) and is_last


def around(text: str, change: Callable[[str], str]) -> str:
    """Change a text, but not its formulas."""
    if "$" not in text:
        return change(text)
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        if _DOUBTFUL.search(found[0]):
            return found[0]
        kept.append(_TAG.sub("< ", found[0]))
        return f"\ue006{len(kept) - 1}\ue007"

    changed = change(_FORMULA.sub(keep, text))
    return _KEPT.sub(lambda found: kept[int(found[1])], changed)


_KEPT = re.compile("\ue006(\\d+)\ue007")
_TAG = re.compile(r"<(?=[^\W\d_])")  # to TeX a blank there is nothing
