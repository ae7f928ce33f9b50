"""People's names: from an author field or a plain line to family name, given name and marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from . import author_roles, latex, marks, name_lists
from .name_parts import parts, plain_parts
from .scripts import is_east_asian


@dataclass(frozen=True, slots=True)
class Name:
    """A person, or a corporate author whose whole name is `literal`."""

    family: str  # never empty; the whole name where it could not be split
    given: str = ""
    prefix: str = ""  # von
    suffix: str = ""  # Jr
    literal: str = ""  # corporate, unsplit, or East Asian as its author spaced it
    marks: tuple[str, ...] = ()  # written at the name: "*", "†", "1"
    annotations: tuple[str, ...] = ()  # from biblatex's `author+an`
    _full: str = field(default="", init=False, repr=False, compare=False)  # once it was asked for

    def __hash__(self) -> int:
        """Look at what tells most names apart: names are looked up again and again."""
        return hash((self.family, self.given))

    @property
    def full(self) -> str:
        """Return the name in the order of display: `Given von Family, Jr`."""
        if not self._full:
            object.__setattr__(self, "_full", self._in_order())
        return self._full

    def _in_order(self) -> str:
        if self.literal:
            return self.literal
        if is_east_asian(self.family + self.given):
            return self.family + self.given
        name = " ".join(filter(None, (self.given, self.prefix, self.family)))
        return f"{name}, {self.suffix}" if self.suffix else name

    @property
    def signs(self) -> tuple[str, ...]:
        """Return what is shown raised behind the name."""
        said = self.annotations
        return (*self.marks, *map(author_roles.sign, said)) if said else self.marks

    @property
    def sort(self) -> str:
        """Return the name in BibTeX's order: `von Family, Jr, Given`."""
        family = f"{self.prefix} {self.family}" if self.prefix else self.family
        return ", ".join(filter(None, (family, self.suffix, self.given)))

    @property
    def initials(self) -> str:
        """Return the initials of the given names: `J.-P. M.`."""
        if is_east_asian(self.given):
            return self.given
        first, *rest = _apart(self.given) or [""]
        return " ".join([_initials(first), *(_later(word) for word in rest)])


_DOTTED = re.compile(r"(?<=\.)(?=[^\W\d_])")


def _apart(given: str) -> list[str]:
    """Separate given names; `PS` and `J.R.` are several."""
    words = _DOTTED.sub(" ", given).split()
    if len(words) == 1 and 1 < len(given) <= 3 and given.isalpha() and given.isupper():
        return list(given)
    return words


def _later(word: str) -> str:
    """Keep the `de` of `Saint-Exupéry, Antoine de`."""
    return word if word in _PARTICLES else _initials(word)


_PARTICLES = frozenset(
    "af al av da de del della den der di do dos du el la le ten ter van vom von zu zum zur".split()
)


def _initials(word: str) -> str:
    letters = (next(filter(str.isalpha, part), "") for part in word.split("-"))
    return "-".join(f"{letter.upper()}." for letter in letters if letter)


@lru_cache(8192)  # an entry's authors are asked for again and again: for the page, for each file
def split(value: str) -> tuple[tuple[Name, ...], bool]:
    """Read an author field; the bool tells whether it says `and others`."""
    chunks = name_lists.chunks(value)
    names: list[Name] = []
    others = False
    for chunk in chunks:
        is_first_last = chunk.endswith(",") and len(chunks) > 1 and "," not in "".join(chunks[1:])
        found, more = _read(chunk, is_first_last)
        names += found
        others = others or more
    return tuple(names), others


def unfinished(fields: Mapping[str, str], among: frozenset[str]) -> list[str]:
    """Return the fields of names that end with `and others`, of those that are asked about."""
    cut = {name for name in among.intersection(fields) if split(fields[name])[1]}
    return [name for name in fields if name in cut] if cut else []


@lru_cache(16384)
def _read(chunk: str, is_first_last: bool) -> tuple[tuple[Name, ...], bool]:
    if plain := plain_parts(chunk):
        return (Name(*plain),), False
    written = name_lists.written(chunk, is_first_last)
    names = (_name(one) for one in written.names)
    return tuple(name for name in names if name.family), written.others


def parse(text: str) -> Name:
    """Read one name as a YAML user writes it: `Ming Zhang`, `Zhang, Ming`, `张明`."""
    return _name(name_lists.with_latin_commas(text))


def _name(written: str) -> Name:
    bare, found = marks.take_off(written)
    bare, aside = _without_aside(bare)
    family, given, prefix, suffix, literal = parts(bare)
    if not family and given:
        family, given = given, ""
    name = Name(family, given, prefix, suffix, literal, found)
    return replace(name, literal=f"{name.full} ({aside})") if aside else name


_ASIDE = re.compile(r"(.*\S)\s*[(（]([^()（）{}]+)[)）]", re.DOTALL)
_DBLP_NUMBER = re.compile(r"(?<=[^\W\d])\s+0\d{3}(?=,|$)")


def _without_aside(bare: str) -> tuple[str, str]:
    """Take off what is no part of the name: `(张明)` behind it, DBLP's numbers of namesakes."""
    if "0" in bare:
        bare = _DBLP_NUMBER.sub("", bare)
    found = _ASIDE.fullmatch(bare) if bare.endswith((")", "）")) else None
    return (found[1], latex.to_plain(found[2])) if found else (bare, "")


def annotations_of(value: str) -> str:
    """Return the marks in an author field in the way of biblatex's `author+an`, "" without any."""
    marked = [(place, name.marks) for place, name in enumerate(split(value)[0], 1) if name.marks]
    return "; ".join(f"{place}={', '.join(found)}" for place, found in marked)


_ANNOTATION = re.compile(r"\s*(\d+)\s*(?::\s*[a-z]+\s*)?(?::\s*\d+\s*)?=\s*(.*)", re.DOTALL)


def annotate(names: Sequence[Name], value: str) -> tuple[Name, ...]:
    """Add what biblatex's `author+an` says, such as `1=first; 2:family=equal, corresponding`."""
    said: dict[int, list[str]] = {}
    for piece in value.split(";"):
        if found := _ANNOTATION.fullmatch(piece.strip()):
            texts = (latex.to_text(text.strip().strip('"')) for text in found[2].split(","))
            said.setdefault(int(found[1]), []).extend(text for text in texts if text)
    return tuple(
        replace(name, annotations=(*name.annotations, *said[i])) if i in said else name
        for i, name in enumerate(names, 1)
    )
