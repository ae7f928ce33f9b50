"""The references of a RIS file, tag by tag, before anybody asks what the tags mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems import Problem
from .ris_tags import KNOWN

Lines = list[tuple[str, str]]  # tag and value, continuation lines put in

_TAG = re.compile(r"\s*([A-Z][A-Z0-9])  -(?:\s+(.*))?", re.DOTALL)
_LOOSE_TAG = re.compile(r"([A-Z][A-Z0-9])(?: | {3}|\t)-(?:\s+(.*))?", re.DOTALL)


def records(text: str, file: str, problems: list[Problem]) -> Iterator[tuple[int, Lines]]:
    """Yield the references with the lines they begin on, the end tag missing or not."""
    record: Lines = []
    begin = 0
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        tag, value = _tagged(line)
        if tag == "ER" or (tag == "TY" and record):
            if record:
                yield begin, record
            if tag == "TY" and record:
                message = "the reference before it has no 'ER  - '; it ends here"
                problems.append(Problem(file, number, "", message))
            record = []
        if tag and tag != "ER":
            if not record:
                begin = number
            record.append((tag, value))
        elif not tag and record and line.strip():
            record[-1] = (record[-1][0], f"{record[-1][1]}\n{line.strip()}")
    if record:
        problems.append(Problem(file, begin, "", "the reference has no 'ER  - '; read to the end"))
        yield begin, record


def _tagged(line: str) -> tuple[str, str]:
    """Split a line; other distances before the dash count for the tags of the specification."""
    found = _TAG.fullmatch(line)
    if found is None and (loose := _LOOSE_TAG.fullmatch(line)) and loose[1] in KNOWN:
        found = loose
    return (found[1], (found[2] or "").strip()) if found else ("", "")
