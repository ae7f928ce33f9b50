"""Citation keys: unique in a file, made up where missing."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Mapping

from .latex import to_text
from .names import split

_SMALL_WORDS = frozenset("a an the on of in for and to le la les un une der die das ein".split())


def made_up(kind: str, fields: Mapping[str, str]) -> str:
    """Make a key of the first author's family name, the year and the title's first long word."""
    authors, _ = split(fields.get("author") or fields.get("editor", ""))
    family = _ascii(authors[0].family) if authors else ""
    year = "".join(re.findall(r"\d{4}", fields.get("year") or fields.get("date", ""))[:1])
    title = to_text(fields.get("title", ""))
    words = (_ascii(word) for word in re.split(r"[\s-]+", title))
    word = next((word for word in words if len(word) > 2 and word not in _SMALL_WORDS), "")
    if not word and title:
        word = f"{zlib.crc32(title.encode()):08x}"[:6]
    return family + year + word or kind


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", plain.lower())


class Keys:
    """Gives out each key once."""

    def __init__(self, written: set[str]) -> None:
        self._written = written  # all keys of the file: a made-up one must not take them
        self._given: set[str] = set()
        self._last: dict[str, int] = {}

    def give(self, key: str, *, is_made_up: bool = False) -> str:
        """Return the key itself, or `key-2`, `key-3` … where it is taken."""
        given = key
        while given in self._given or (is_made_up and given in self._written):
            number = self._last[key] = self._last.get(key, 1) + 1
            given, is_made_up = f"{key}-{number}", True
        self._given.add(given)
        return given
