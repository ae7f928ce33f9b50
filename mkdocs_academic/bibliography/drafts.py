"""Entries read from other formats than BibTeX, on their way to citation keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ..problems import Problem
from .entry import Entry
from .keys import Keys, made_up

_NOT_IN_KEYS = re.compile(r"[\s,={}\"%()#~\\']+")  # BibTeX and LaTeX stumble over these
_URI = re.compile(r"https?://[^\s/]+/(?:.*/)?([^\s/?#]+)/?")


class Draft(NamedTuple):
    """What was read, before its key is known to be free."""

    key: str  # as the file has it, "" where it has none
    type: str
    fields: dict[str, str]
    line: int


def entries(drafts: Iterable[Draft], file: str) -> tuple[tuple[Entry, ...], list[Problem]]:
    """Give each draft a key of its own; one without a key gets one made up."""
    drafts = [draft._replace(key=_key(draft.key)) for draft in drafts]
    keys = Keys({draft.key for draft in drafts})
    problems: list[Problem] = []
    found: list[Entry] = []
    for draft in drafts:
        written = draft.key or _key(made_up(draft.type, draft.fields))
        key = keys.give(written, is_made_up=not draft.key)
        if draft.key and key != written:
            message = f"the key '{written}' is taken; this one is '{key}'"
            problems.append(Problem(file, draft.line, key, message))
        found.append(_entry(draft, key, file))
    return tuple(found), problems


def _entry(draft: Draft, key: str, file: str) -> Entry:
    return Entry(
        key=key, type=draft.type, fields=draft.fields, source="", file=file, line=draft.line
    )


def _key(written: str) -> str:
    """Make a key of any identifier: of an address its last step, no blanks or braces."""
    found = _URI.fullmatch(written.strip())
    return _NOT_IN_KEYS.sub("-", found[1] if found else written).strip("-")
