"""Citations in running text: by author and year, or by the number of the reference."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..bibliography.publication import Publication
from ..outputs import plain
from .people import families


class InText(NamedTuple):
    """How a style cites in running text."""

    opening: str = "("
    closing: str = ")"
    between: str = "; "  # two works that are cited together
    each: str = "{}"  # around one of them: "[{}]"
    is_numbered: bool = False  # by the place among references that stand in the order of citation
    and_: str = "{}"  # before the second of two authors, with a place for "and"
    named: int = 2  # so many authors are named, of more only the first
    before_year: str | None = ", "  # None where no year is said


def label(
    paper: Publication, number: int, how: InText, words: Mapping[str, str], only_year: bool
) -> str:
    """Return what stands for one paper (HTML), without the brackets around all of them."""
    if how.is_numbered:
        return how.each.format(number)
    year = html.escape(paper.years or str(paper.year or paper.status) or "")
    year = year or words["reference.undated"]
    if only_year:
        return year
    people = _people(families(paper.authors), paper.and_others, how, words)
    people = people or html.escape(plain.from_html(paper.title) or paper.key)
    return people if how.before_year is None else f"{people}{how.before_year}{year}"


def _people(names: Sequence[str], and_others: bool, how: InText, words: Mapping[str, str]) -> str:
    if len(names) > how.named or (names and and_others):
        return f"{names[0]} {words['others']}"
    and_ = f" {how.and_.format(words['and'])} "
    if len(names) < 3:
        return and_.join(names)
    return ", ".join(names[:-1]) + "," + and_ + names[-1]
