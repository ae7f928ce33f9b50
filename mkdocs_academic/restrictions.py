"""What lists of papers are restricted to and no paper of the site is: they would stay empty."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .bibliography.entry_types import KNOWN_TYPES
from .bibliography.identity import Identity
from .bibliography.publication import Publication
from .problems import Problem, did_you_mean
from .sections.publications import Section
from .settings import Settings
from .yaml_text import Step

Spellings = Mapping[str, tuple[str, ...]]  # aliases by name


class Unmet(NamedTuple):
    """A restriction that no paper meets."""

    path: tuple[Step, ...]  # below the section
    message: str  # what no paper is, and what may have been meant
    may_come: bool = False  # it is written rightly: the first such paper may be yet to come


class _Kind(NamedTuple):
    """What one option restricts a list to."""

    said: str  # "no publication {said} 'x'"
    known: Collection[str]  # what there is
    fits: Callable[[str], bool]
    # What may well come to be: not told where the list has something else.
    may_come: Callable[[str], bool] = lambda _: False
    instead: Callable[[str], str] | None = None  # what to write


def unmet(
    section: Section,
    papers: Sequence[Publication],
    spellings: Spellings,
    options: Collection[str] = frozenset(Section.model_fields),
    *,
    is_empty: bool = True,
) -> Iterator[Unmet]:
    """Yield what no paper meets, of these options; nothing where there are no papers at all.

    A list that is not empty has papers for every option with one value: that is not looked for.
    """
    if not papers:
        return
    if "selected" in options and section.selected is True and not any(p.selected for p in papers):
        said = "no publication is selected: write selected = {yes} in its entry"
        said = f"{said}, or name papers here: keys: […]"
        yield Unmet(("selected",), said)
    for option, kind_of in _KINDS.items():
        values: tuple[str, ...] = getattr(section, option)
        if values and option in options and (is_empty or len(values) > 1):
            kind = kind_of(papers, spellings)
            yield from _of_list(option, values, kind)
    if {"groups", "group_by"} & {*options} and section.groups and section.grouping == "type":
        kind = _types(papers, spellings)
        known = {*kind.known, *KNOWN_TYPES}
        for name in section.groups:
            if name not in known:
                yield Unmet(("groups", name), _said(kind, name))


def of_sections(
    sections: Mapping[str, Section],
    papers: Sequence[Publication],
    spellings: Spellings,
    given: Settings,
) -> tuple[list[Problem], list[Problem]]:
    """Return what no paper meets in the settings of lists: what is wrong, and what may come."""
    found: tuple[list[Problem], list[Problem]] = [], []
    for name, section in sections.items():
        for path, message, may_come in unmet(section, papers, spellings):
            found[may_come].append(given.problem((name, *path), message))
    return found


def of_call(
    section: Section,
    papers: Sequence[Publication],
    spellings: Spellings,
    also: Iterable[str],
    options: Iterable[str],
    *,
    is_empty: bool,
) -> Iterator[str]:
    """Yield what no paper meets among the options of a macro's call; `also` are further keys.

    `is_empty` tells that the list shows nothing.
    """
    known = {*also, *(paper.key for paper in papers)}
    for key in section.keys if "keys" in options else ():
        if key not in known:
            hint = _one_by_one("keys", key, known.__contains__) or did_you_mean(key, known)
            yield f"keys: there is no publication {key!r}{hint}"
    if "selected" in options and section.selected_keys:
        yield "selected: keys mark papers in the settings alone: here, papers are named by keys=[…]"
    for path, message, may_come in unmet(section, papers, spellings, {*options}, is_empty=is_empty):
        if not may_come:
            yield f"{path[0]}: {message}"


def _of_list(option: str, values: tuple[str, ...], kind: _Kind) -> Iterator[Unmet]:
    missed = [value for value in values if not kind.fits(value)]
    for value in missed:
        may_come = kind.may_come(value)
        if len(missed) == len(values) or not may_come:
            place = (values.index(value),) if len(values) > 1 else ()
            hint = _one_by_one(option, value, kind.fits)
            yield Unmet((option, *place), _said(kind, value, hint), may_come)


def _one_by_one(option: str, value: str, fits: Callable[[str], bool]) -> str:
    """Say how several values are written that stand in one text."""
    parts = [part.strip() for part in value.split(",")]
    several = len(parts) > 1 and any(map(fits, parts))
    return f": several are a list, {option}: [{', '.join(parts)}]" if several else ""


def _said(kind: _Kind, value: str, hint: str = "") -> str:
    if not hint and kind.instead and (better := kind.instead(value)):
        return better
    if not hint and not kind.may_come(value):
        hint = did_you_mean(value, kind.known)
    if not hint and 0 < len(kind.known) <= _FEW:
        hint = f": there are {', '.join(sorted(kind.known))}"
    return f"no publication {kind.said} {value!r}{hint}"


_FEW = 8  # words that a line can list


def _types(papers: Sequence[Publication], _: Spellings) -> _Kind:
    known = {paper.type for paper in papers}

    def meant(name: str) -> str:
        found = next((one for one in _MEANT.get(name, ()) if one in known), "")
        return f"no publication {said} {name!r} (did you mean {found!r}?)" if found else ""

    said = "is of the type"
    may_come = KNOWN_TYPES.__contains__
    return _Kind(
        said, known, known.__contains__, lambda one: may_come(one) and not meant(one), meant
    )


# Types that are written for one another.
_MEANT: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("journal", "magazine"), ("article",)),
    **dict.fromkeys(("conference", "workshop"), ("inproceedings",)),
    **dict.fromkeys(("thesis", "dissertation"), ("phdthesis", "mastersthesis")),
    **dict.fromkeys(("phdthesis", "mastersthesis"), ("thesis",)),
    "report": ("techreport",),
    "techreport": ("report",),
}


def _keywords(papers: Sequence[Publication], _: Spellings) -> _Kind:
    known = {word for paper in papers for word in paper.keywords}
    folded = {word.casefold() for word in known}
    return _Kind("has the keyword", known, lambda word: word.casefold() in folded)


def _years(papers: Sequence[Publication], _: Spellings) -> _Kind:
    known = {str(paper.year) for paper in papers if paper.year}
    return _Kind(
        "is of the year",
        known,
        known.__contains__,
        lambda year: bool(re.fullmatch(_YEAR, year)) and year > max(known, default=""),
        lambda written: _several(written, sorted(known)),
    )


_YEAR = r"(?:1[5-9]|2[01])\d\d"
_STRETCH = re.compile(rf"({_YEAR})\s*(?:-+|–|—|/|\.\.+|to)\s*({_YEAR}|\d\d)?", re.ASCII)
_BOUND = re.compile(
    rf"(>=?|<=?|≥|≤|since|from|after|until|before)?\s*({_YEAR})\s*(\+)?", re.ASCII | re.IGNORECASE
)


def _several(written: str, known: Sequence[str]) -> str:
    """Say how several years are written, "" if it is not several that are meant."""
    plain = written.strip()
    if found := _STRETCH.fullmatch(plain):
        first, last = found[1], found[2] or "9999"
        last = first[:2] + last if len(last) == 2 else last
        wanted = [year for year in known if first <= year <= last]
    elif (found := _BOUND.fullmatch(plain)) and (found[1] or found[3]):
        sign, year = (found[1] or ">=").lower(), found[2]
        wanted = [one for one in known if _BOUNDS[sign](one, year)]
    else:
        return ""
    said = f"{written!r} is no year: write them one by one, year: [{', '.join(wanted)}]"
    return said if wanted else ""


_BOUNDS: Mapping[str, Callable[[str, str], bool]] = {
    **dict.fromkeys((">", "after"), operator.gt),
    **dict.fromkeys(("<", "before"), operator.lt),
    **dict.fromkeys((">=", "≥", "since", "from"), operator.ge),
    **dict.fromkeys(("<=", "≤", "until"), operator.le),
}


def _authors(papers: Sequence[Publication], spellings: Spellings) -> _Kind:
    names = {author.name for paper in papers for author in paper.everyone}

    def fits(written: str) -> bool:
        return any(map(Identity(written, spellings.get(written, ())).matches, names))

    return _Kind("has an author", {name.full for name in names}, fits)


_KINDS: Mapping[str, Callable[[Sequence[Publication], Spellings], _Kind]] = {
    "type": _types,
    "keyword": _keywords,
    "year": _years,
    "author": _authors,
}
