"""Given names compared: initials, hyphens and omitted middle names; `Rui` is never `Ruiqi`."""

from __future__ import annotations

import re
from functools import lru_cache

from .folding import folded

Spelling = frozenset[str]  # one part of a given name, in all its spellings
Given = tuple[tuple[Spelling, ...], ...]  # names of hyphenated parts
_MANY = 64  # spellings: no name is as long, but a list of people that is read as one; they double

_BETWEEN_INITIALS = re.compile(r"(?<=\.)(?=[^\W\d_-])")
_HYPHEN = re.compile(r"[-‐‑–]")


@lru_cache(16384)
def read_given(given: str) -> Given:
    """Split given names into names and their hyphenated parts; `JP` is two initials."""
    words = _BETWEEN_INITIALS.sub(" ", given).split()
    if len(words) == 1 and 1 < len(given) <= 3 and given.isalpha() and given.isupper():
        words = list(given)
    read = (tuple(_spelling(part) for part in _HYPHEN.split(word)) for word in words)
    return tuple(found for name in read if (found := tuple(part for part in name if part)))


def _spelling(part: str) -> Spelling:
    """Fold one part; what is abbreviated (`Zh.`) keeps a dot."""
    dot = "." if part.endswith(".") and len(part) > 2 else ""
    return frozenset(key + dot for key in folded(part) if key)


def may_be_the_same(one: Given, other: Given) -> bool:
    """Tell whether two given names can be the same person's."""
    if not one or not other:
        return one == other
    if joined(one) & joined(other):
        return True
    return _name_fits(one[0], other[0]) and _rest_fits(one[1:], other[1:])


def _rest_fits(one: Given, other: Given) -> bool:
    """Let middle names be omitted on one side, but not contradict each other."""
    shorter, longer = sorted((one, other), key=len)
    at = 0
    for name in shorter:
        while at < len(longer) and not _name_fits(name, longer[at]):
            at += 1
        if at == len(longer):
            return False
        at += 1
    return True


def _name_fits(one: tuple[Spelling, ...], other: tuple[Spelling, ...]) -> bool:
    if joined((one,)) & joined((other,)):
        return True
    if len(one) == len(other):
        return all(map(_part_fits, one, other))
    shorter, longer = sorted((one, other), key=len)
    if _is_initial(shorter[0]) and len(shorter) == 1:  # `J.` for `Jean-Pierre`
        return _part_fits(shorter[0], longer[0])
    # `X.-M.` for `Xiaoming`
    return all(map(_is_initial, longer)) and _part_fits(shorter[0], longer[0])


def _part_fits(one: Spelling, other: Spelling) -> bool:
    return any(_abbreviates(a, b) or _abbreviates(b, a) or a == b for a in one for b in other)


def _abbreviates(short: str, long: str) -> bool:
    if short.endswith("."):
        return long.startswith(short[:-1])
    return len(short) == 1 and long.startswith(short)


def _is_initial(part: Spelling) -> bool:
    return all(len(spelling) == 1 for spelling in part)


@lru_cache(16384)
def joined(given: Given) -> Spelling:
    """Return the spellings without any separation; initials alone prove nothing by it."""
    spellings = {""}
    for name in given:
        for part in name:
            spellings = {before + key.rstrip(".") for before in spellings for key in part}
            if len(spellings) > _MANY:
                return frozenset()
    return frozenset(spellings)
