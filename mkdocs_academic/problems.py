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
    """Return ` (did you mean 'x'?)` for the nearest known word, or nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""
