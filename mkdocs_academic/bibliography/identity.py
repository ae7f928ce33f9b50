"""Who a name belongs to: a person is found under every spelling of the name and its aliases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from . import names, near_names
from .folding import folded
from .given_names import Given, may_be_the_same, read_given
from .names import Name
from .scripts import is_east_asian

_PARENTHESES = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*")
_MARKUP = re.compile(r"<[^<>]*>")
_PARTICLES = frozenset(
    "van von der den de la le du dos da do di del della degli ter ten te zu zum zur af av al el "
    "bin ibn ben st vom vander vanden 't y e".split()
)


class Identity:
    """A person, given by a display name and aliases in any script."""

    def __init__(self, name: str, aliases: Iterable[str] = ()) -> None:
        self._by_family: dict[str, list[Given]] = {}
        self._matched: dict[Name, bool] = {}
        spellings = [names.parse(one) for one in dict.fromkeys(_spellings([name, *aliases]))]
        self._written = frozenset(one.full.casefold() for one in spellings)
        for known, given in (reading for one in spellings for reading in _readings(one)):
            for family in known:
                self._by_family.setdefault(family, []).append(given)
        for one in spellings:  # as BibTeX has what stands in braces, `{Ada Lovelace}`
            for whole in folded(one.full) if one.given and one.family else ():
                self._by_family.setdefault(whole, []).append(())

    @property
    def families(self) -> Iterable[str]:
        """Return the family names, folded, in every spelling."""
        return self._by_family

    def claims(self, name: Name) -> bool:
        """Tell whether the name stands among the spellings as it is."""
        return name.full.casefold() in self._written

    def matches(self, name: Name) -> bool:
        """Tell whether this may be the person; different full given names never are."""
        found = self._matched.get(name)
        if found is None:
            found = self._matched[name] = self._may_be(name)
        return found

    def resembles(self, name: Name) -> bool:
        """Tell whether somebody else's name is so near that it may be a spelling of this one."""
        if self.matches(name):
            return False
        for families, given in _readings(name):
            for known, own in self._by_family.items():
                is_near = known in families or any(near_names.is_slip(known, f) for f in families)
                if is_near and any(near_names.are_near(given, one) for one in own):
                    return True
        return False

    def _may_be(self, name: Name) -> bool:
        known = self._by_family
        for families, given in _plain_readings(name.family, name.given, name.prefix, name.literal):
            for family in families:
                if family in known and any(may_be_the_same(given, own) for own in known[family]):
                    return True
        return False


def families(name: Name) -> frozenset[str]:
    """Return what may be the family name in a name, folded, in every spelling."""
    return frozenset().union(*(known for known, _ in _readings(name)))


def _spellings(written: Iterable[str]) -> Iterator[str]:
    """Take `Bo Zhang (张铂)` for two spellings; a nickname in parentheses is left out."""
    for text in written:
        bare = _MARKUP.sub(" ", text)
        yield _PARENTHESES.sub(" ", bare).strip()
        for inner in _PARENTHESES.findall(bare):
            if is_east_asian(inner) or len(inner.split()) > 1:
                yield inner.strip()


Reading = tuple[frozenset[str], Given]  # spellings of the family name, given names


def _readings(name: Name) -> tuple[Reading, ...]:
    return _plain_readings(name.family, name.given, name.prefix, name.literal)


@lru_cache(32768)
def _plain_readings(family: str, given: str, prefix: str, literal: str) -> tuple[Reading, ...]:
    if is_east_asian(family + given) or (literal and not given):
        whole = folded(family + given if given else literal or family)
        return tuple((frozenset((key,)), ()) for key in whole if key)
    ways = [(prefix + family, given), *_other_ways(family, given)]
    return tuple((_nonempty(folded(f)), read_given(g)) for f, g in ways)


def _nonempty(keys: frozenset[str]) -> frozenset[str]:
    return keys - {""}


def _other_ways(family: str, given: str) -> Iterator[tuple[str, str]]:
    """Read `Berg, Jan van der`, `Ana Roe Doe` (for `Roe-Doe`), `LI Mingxuan` in another way too."""
    words = given.split()
    last = len(words)
    while last and words[last - 1].lower() in _PARTICLES:
        last -= 1
    if last < len(words):
        yield "".join(words[last:]) + family, " ".join(words[:last])
    elif last > 1 and len(words[-1]) > 2 and words[-1].isalpha():
        yield words[-1] + family, " ".join(words[:-1])
    elif last == 1 < len(given) and given.isalpha() and given.isupper() and not family.isupper():
        yield given, family  # `LI Mingxuan`
