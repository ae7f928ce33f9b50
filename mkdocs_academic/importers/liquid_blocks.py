"""What a template itself wrote into a page of its owner's, told from the owner's words."""

from __future__ import annotations

import re

from .liquid import ENDS, TOKEN, matching

_TAG = re.compile(r"\{%-?\s*(\w+)")
_EMPTY = re.compile(r"^#{1,6} [^\n]*\n*(?=#|\Z)|^(?:---+|\*\*\*+)[ \t]*$", re.MULTILINE)


def replaced(page: str, pattern: str, by: str) -> str:
    """Put `by` where the first tag or block of Liquid stands that a pattern fits; drop others."""
    tokens, wanted = TOKEN.split(page), re.compile(pattern)
    kept, at = [], 0
    while at < len(tokens):
        tag = _TAG.match(tokens[at])
        stop = matching(tokens, at + 1, tag[1]) if tag and tag[1] in ENDS else at + 1
        whole = "".join(tokens[at:stop])
        if tag and wanted.search(whole):
            kept.append("" if tag[1] == "assign" else f"\n\n{by}\n\n")
            by = by if tag[1] == "assign" else ""
        else:
            kept.append(whole)
        at = stop
    return "".join(kept)


def without_empty_headings(page: str) -> str:
    """Return a page without rules, and without headings that nothing stands below."""
    before = ""
    while before != page:
        before, page = page, _EMPTY.sub("", page)
    return page.strip()
