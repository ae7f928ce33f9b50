"""What is wrong in a user's files, kept as data until somebody shows it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One mistake or oddity, with the place where the user can mend it."""

    file: str  # as the user would name it, relative to the site's folder where it lies inside
    line: int | None  # 1-based; None where the whole file is meant
    path: str  # settings path ("extra.academic.news.3.date") or citation key; "" if neither applies
    message: str  # what is wrong and what to write instead

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (place, self.path, self.message) if part)


class Problems(Exception):
    """All mistakes of one reading, raised together where the caller cannot go on."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ` (did you mean 'x'?)` for the nearest known word, or nothing: a far one misleads."""
    by_folded = {one.casefold(): one for one in known}
    cutoff = next(share for length, share in _ALIKE if len(word) >= length)
    near = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=cutoff)
    return f" (did you mean '{by_folded[near[0]]}'?)" if near else ""


# How alike words have to be, from how many letters on: long ones always have many in common.
_ALIKE = ((10, 0.8), (6, 0.75), (0, 0.65))
