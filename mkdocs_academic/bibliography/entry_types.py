"""The entry types of BibTeX, biblatex and common exporters, and the mending of misspelt ones."""

from __future__ import annotations

import difflib
from functools import cache

KNOWN_TYPES = frozenset(
    # BibTeX (btxdoc 3.1)
    "article book booklet conference inbook incollection inproceedings manual mastersthesis misc "
    "phdthesis proceedings techreport unpublished "
    # biblatex 3.20, section 2.1
    "mvbook bookinbook suppbook collection mvcollection suppcollection dataset online patent "
    "periodical suppperiodical mvproceedings reference mvreference inreference report set "
    "software thesis xdata customa customb customc customd custome customf electronic www "
    "artwork audio bibnote commentary image jurisdiction legislation legal letter movie music "
    "performance review standard video "
    # exporters and styles seen in the wild
    "archive generic map newspaper preprint presentation talk poster webpage website "
    "bachelorsthesis bachelorthesis masterthesis diplomathesis dissertation lecture "
    "workingpaper workshop journal magazine".split()
)


@cache
def mended_type(word: str) -> tuple[str, bool]:
    """Return the lower-case type and whether a misspelling was mended."""
    written = word.lower()
    if written in KNOWN_TYPES:
        return written, False
    near = difflib.get_close_matches(written, sorted(KNOWN_TYPES), n=1, cutoff=0.85)
    return (near[0], True) if near else (written, False)


def leading_type(word: str) -> str:
    """Return the longest known type that the word starts with, "" if none."""
    lower = word.lower()
    return max((name for name in KNOWN_TYPES if lower.startswith(name)), key=len, default="")
