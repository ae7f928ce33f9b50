"""Citations as pages write them, `[see @key, 3]` or `cite("key")`, until a page is settled.

What a citation says depends on what else the page cites: letters behind years, numbers, whether
there is a list that it can lead to. So a mark stands in its place until the whole page is known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from .problems import did_you_mean


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
    def is_list(self) -> bool:
        """Tell the list from citations."""
        return not self.papers and not self.written

    @property
    def text(self) -> str:
        """Return the mark: letters and digits that no extension of Markdown takes for its own.

        The control characters around them occur in no text of a user.
        """
        kind = "r" if self.papers else "l"  # a citation runs in a line, a list is a block
        said = json.dumps([self.papers, self.written], ensure_ascii=False)
        return f"\x13{kind}{said.encode('utf-8', 'replace').hex()}\x14"


MARK = "\x13[rl]((?:[0-9a-f]{2})+)\x14"  # a pattern, its group what stands in the mark
IN_LINE = "\x13r"  # with which the mark of a citation begins


def read(said: str) -> Mark:
    """Read what stands in a mark; one that nobody has made cites nothing."""
    try:
        papers, written = json.loads(bytes.fromhex(said).decode())
        cited = (
            Cited(str(key), str(before), str(after), bool(only_year))
            for key, before, after, only_year in papers
        )
        return Mark(tuple(cited), str(written))
    except (ValueError, TypeError):
        return Mark(written="?")


def parsed(written: str) -> tuple[Cited, ...]:
    """Read what stands between brackets, as pandoc has it; () where it is no citation."""
    found = [re.fullmatch(_ITEM, one) for one in re.split("[;；]", written)]
    if not all(found):
        return ()
    return tuple(
        Cited(
            one["key"], one["before"].strip(), one["after"].lstrip(",， ").rstrip(), bool(one["no"])
        )
        for one in found
        if one
    )


# Not the words of a link: `[@someone](https://…)`, `[@someone][1]`.
BRACKETS = r"\[([^\[\]@]*@[^\[\]]+)\](?![\[(])"
# Pandoc's keys (manual, "Citation syntax"): letters and digits, with signs only between them.
_KEY = r"\w+(?:[:.#$%&+?<>~/-]+\w+)*"
_ITEM = rf"\s*(?P<before>(?:[^@]*\s)?)(?P<no>-?)@(?P<key>{_KEY})(?P<after>(?:[\s,，][^@]*)?)"


def unknown(mark: Mark, known: Collection[str]) -> Iterator[str]:
    """Say which papers of a citation nobody knows.

    What nothing tells from other words with an `@`, such as `[@somebody]`, is passed over: a known
    key beside it, a figure in it, a key that is nearly the same.
    """
    hints = {one.key: did_you_mean(one.key, known) for one in mark.papers if one.key not in known}
    is_meant = any(hints.values()) or any(one.key in known for one in mark.papers)
    for key, hint in hints.items():
        if known and (is_meant or any(map(str.isdecimal, key))):
            yield f"{mark.written}: there is no publication {key!r}{hint}"


def keys(marks: Sequence[Mark]) -> list[str]:
    """Return the keys of all that is cited, in the order of citation."""
    return list(dict.fromkeys(one.key for mark in marks for one in mark.papers))
