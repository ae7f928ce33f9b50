"""Names that are nearly somebody's: worth a question, never an answer."""

from __future__ import annotations

import re
from itertools import product

from .given_names import Given, joined

_LONG = 6  # letters: `Zhang` and `Zheng`, `Ming` and `Meng` are different names
_WHOLE = 4  # letters of a name that may be written as it sounds
_SOUNDS = (("ph", "f"), ("th", "t"), ("ck", "k"), ("c", "k"), ("y", "i"), ("ie", "i"))
_TWICE = re.compile(r"(.)\1+")


def are_near(one: Given, other: Given) -> bool:
    """Tell whether given names have one in common: `Amalie Emmy` and `Emmi` are near `Emmy`."""
    spelled = ({key for name in given for key in joined((name,))} for given in (one, other))
    return any(_is_near(mine, theirs) for mine, theirs in product(*spelled))


def is_slip(one: str, other: str) -> bool:
    """Tell whether a letter of a long word is missing or another, or two have changed places."""
    if one[:1] != other[:1] or min(len(one), len(other)) < _LONG or abs(len(one) - len(other)) > 1:
        return False
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])


def _is_near(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 2:  # initials prove nothing
        return False
    if one == other or is_slip(one, other):
        return True
    return min(len(one), len(other)) >= _WHOLE and _sound(one) == _sound(other)


def _sound(name: str) -> str:
    for written, heard in _SOUNDS:
        name = name.replace(written, heard)
    return _TWICE.sub(r"\1", name)
