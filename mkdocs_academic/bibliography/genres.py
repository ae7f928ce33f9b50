"""Which kind of thesis or report a work is: by the type of its entry, and as biblatex calls it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..words import words

# Types of entries -> keys of our words.
THESES: Mapping[str, str] = {
    "phdthesis": "thesis.phd",
    "mastersthesis": "thesis.master",
    "masterthesis": "thesis.master",
    "bachelorsthesis": "thesis.bachelor",
    "bachelorthesis": "thesis.bachelor",
}
# What biblatex has as values of `type` (manual of 3.20, section 4.9.2.13), and those above.
_VALUES: Mapping[str, str] = {
    **THESES,
    "mathesis": "thesis.master",
    "bathesis": "thesis.bachelor",
    "candthesis": "thesis.candidate",
    "techreport": "report.technical",
    "resreport": "report.research",
    "software": "kind.software",
    "datacd": "medium.datacd",
    "audiocd": "medium.audiocd",
}
# Whose `address` is the school's or the institution's.
OF_INSTITUTIONS = frozenset((*THESES, "thesis", "diplomathesis", "dissertation",
                             "techreport", "report", "workingpaper"))  # fmt: skip
_BETWEEN = re.compile(r"[\s{}-]+")


def simple(value: str) -> str:
    """Return a value of `type` in small letters, with single blanks."""
    return _BETWEEN.sub(" ", value.lower()).strip()


def word(value: str) -> str:
    """Return the key of our word for a value of `type`, "" where it is in its author's words."""
    return _VALUES.get(simple(value), "")


def in_english(kind: str, value: str = "") -> str:
    """Return `PhD thesis` for a value of `type` or, without one, a thesis; "" for others."""
    key = word(value) if value else THESES.get(kind, "")
    return words("en")[key] if key else ""
