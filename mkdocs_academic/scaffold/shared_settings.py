"""What a package's lab.yml keeps of a lab's: `extra.academic`, for `inherit` takes nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Part = tuple[str, list[str]]  # the name of an option, and its lines with the remarks above it


def kept(text: str) -> tuple[str, list[str]]:
    """Return settings without what `inherit` does not take, and the names of what is left out."""
    lines: list[str] = []
    left: list[str] = []
    text = text.removeprefix("\ufeff")  # as some editors begin a file
    for name, part in _within_extra(text.splitlines(keepends=True)):
        # An anchor may be used further down.
        if name in ("", "extra.academic") or any(map(_ANCHOR.search, part)):
            lines += part
        else:
            left.append(name)
    return "".join(lines), left


def _within_extra(lines: Sequence[str]) -> Iterator[Part]:
    for name, part in _parts(lines, 0):
        if name != "extra":
            yield name, part
            continue
        at = next(at for at, line in enumerate(part) if _KEY.match(line))
        if _BRACED.match(part[at]):  # its lines are no options
            yield "", part
            continue
        depths = (len(line) - len(line.lstrip(" ")) for line in part[at + 1 :] if _SAYS(line))
        yield "", part[: at + 1]
        for inner, one in _parts(part[at + 1 :], next(depths, 0)):
            yield inner and f"extra.{inner}", one


def _parts(lines: Sequence[str], depth: int) -> list[Part]:
    """Part the lines of a mapping whose options stand so deep; what is above them all has no name.

    A remark belongs to the option below it, but the first one to the file.
    """
    parts: list[Part] = [("", [])]
    remarks: list[str] = []
    for line in lines:
        key = _KEY.match(line)
        if key and len(key[1]) == depth:
            is_first = len(parts) == 1
            parts[-1][1].extend(remarks if is_first else [])
            parts.append((key[2], [*([] if is_first else remarks), line]))
            remarks = []
        elif _SAYS(line) or len(line) - len(line.lstrip(" ")) > depth:
            parts[-1][1].extend([*remarks, line])
            remarks = []
        else:
            remarks.append(line)
    parts[-1][1].extend(remarks)
    return parts


_KEY = re.compile(r"( *)[\"']?([^\s#\"':-][^\s\"':]*)[\"']?[ ]*:(?:\s|$)")
_BRACED = re.compile(rf"{_KEY.pattern}\s*[{{*]")
_SAYS = re.compile(r"\s*[^\s#]").match
_ANCHOR = re.compile(r"(?:[:\-,\[{]\s+|^)&\w")
