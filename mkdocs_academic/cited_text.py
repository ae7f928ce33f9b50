"""Citations as pages write them, `[see @key, p. 3]` or `cite("key")`, until a page is settled.

What a citation says depends on what else the page cites: letters behind years, numbers, whether
there is a list that it can lead to. So a mark stands in its place until the whole page is known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import NamedTuple


class Cited(NamedTuple):
    """One paper of a citation."""

    key: str
    before: str = ""  # plain text: "see"
    after: str = ""  # "p. 3"
    only_year: bool = False  # `-@key`: the sentence has named the authors


class Mark(NamedTuple):
    """What stands in the place of a citation, or of the list of what is cited."""

    papers: tuple[Cited, ...] = ()  # () for the list
    written: str = ""  # how a page wrote it in Markdown, "" for a macro

    @property
    def text(self) -> str:
        """Return the mark; control characters occur in no text of a user."""
        said = json.dumps([self.papers, self.written])
        return f"\x13{said.translate(_NO_HTML)}\x14"


_NO_HTML = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'"}
MARK = re.compile("\x13([^\x13\x14]*)\x14")


def read(said: str) -> Mark:
    """Read what stands in a mark."""
    papers, written = json.loads(said)
    return Mark(tuple(Cited(*one) for one in papers), written)


def parsed(written: str) -> tuple[Cited, ...]:
    """Read what stands between brackets, as pandoc has it; () where it is no citation."""
    found = [_ITEM.fullmatch(one) for one in written.split(";")]
    if not all(found):
        return ()
    return tuple(
        Cited(
            one["key"], one["before"].strip(), one["after"].lstrip(", ").rstrip(), bool(one["no"])
        )
        for one in found
        if one
    )


# Not the words of a link: `[@someone](https://…)`, `[@someone][1]`, `[@someone]: https://…`.
BRACKETS = re.compile(r"\[([^\[\]@]*@[^\[\]]+)\](?![\[(:])")
# Pandoc's keys (manual, "Citation syntax"): letters and digits, with signs only between them.
_KEY = r"\w+(?:[:.#$%&+?<>~/-]+\w+)*"
_ITEM = re.compile(
    rf"\s*(?P<before>(?:[^@]*\s)?)(?P<no>-?)@(?P<key>{_KEY})(?P<after>(?:[\s,][^@]*)?)"
)


def keys(marks: Sequence[Mark]) -> list[str]:
    """Return the keys of all that is cited, in the order of citation."""
    return list(dict.fromkeys(one.key for mark in marks for one in mark.papers))
