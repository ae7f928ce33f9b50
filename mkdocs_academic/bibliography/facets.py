"""What readers can narrow a list by: the values that its papers have, each with a short code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from . import categories, grouping, latex
from .publication import Publication

# The style sheet (facets.css) has a rule for each code, so there is a last one. A paper has one
# year: the letters of its code are asked for one by one, which takes ten rules, not twenty-four.
_CODES = {
    "type": tuple(f"t{number}" for number in range(1, 10)),
    "year": tuple(f"y{one}{other}y" for one in "abcde" for other in "klmno")[:24],
}
_OWN_CODES = tuple(f"c{number}" for number in range(1, 17))  # of topics, or any other field
_UNFOLDED = 9  # a facet with more values than this is a fold


class Value(NamedTuple):
    """One value of a facet, as a reader may choose it."""

    code: str  # "t1"
    name: str  # what stands in an address: "article"
    label: str  # plain text
    total: int
    title: str = ""  # what the label is short for


class Facet(NamedTuple):
    """A property with at least two values among the papers of a list."""

    name: str  # "type", "year", "topic" or a field
    label: str
    values: tuple[Value, ...]
    is_folded: bool


class _Found(NamedTuple):
    """A value before it has a code."""

    name: str
    label: str
    keys: frozenset[str]  # citation keys of the papers that have it


@dataclass(frozen=True, kw_only=True)
class Facets:
    """The facets of one list, and what each paper has of them."""

    facets: tuple[Facet, ...]
    total: int
    codes: Mapping[str, str]  # by citation key: "t1 yamy c2"
    ranks: Mapping[str, int]  # by citation key: 0 is the newest
    words: Mapping[str, str]  # those of the controls: "find", "sort"

    def shared(self, papers: Iterable[Publication]) -> str:
        """Return all codes of some papers, each once, the years side by side."""
        return " ".join(sorted({code for one in papers for code in self.codes[one.key].split()}))

    @staticmethod
    def venue(paper: Publication) -> str:
        """Return the venue's short name without the year, or its name."""
        return _venue(paper)

    @staticmethod
    def extras(paper: Publication) -> str:
        """Return what readers look for a paper to have: `code`, `award`."""
        has_code = any(link.key in ("code", "github") for link in paper.links)
        return " ".join(["code"] * has_code + ["award"] * bool(paper.award))


def facets(
    papers: Sequence[Publication],
    wanted: Sequence[str],
    types: Mapping[str, str],
    words: Mapping[str, str],
) -> Facets | None:
    """Count what the papers have of the facets `wanted`; None where nothing can be chosen.

    `types` are labels of entry types: types with one label are one value.
    """
    found: list[Facet] = []
    codes: dict[str, list[str]] = {paper.key: [] for paper in papers}
    for name in wanted:
        own = _CODES.get(name, _OWN_CODES)
        rest = words["filter.earlier" if name == "year" else "filter.other"]
        undated = _undated(papers, words) if name == "year" else []
        values = _capped(_values(papers, name, types), len(own) - len(undated), rest) + undated
        if len(values) < 2:
            continue
        coded = list(zip(own, values, strict=False))
        is_folded = bool(found) or len(values) > _UNFOLDED
        shown = (
            Value(code, one.name, one.label, len(one.keys), _title(name, one))
            for code, one in coded
        )
        label = words.get(f"filter.{name}") or name.replace("_", " ").capitalize()
        found.append(Facet(name, label, tuple(shown), is_folded))
        for code, value in coded:
            for key in value.keys:
                codes[key].append(code)
    if not found:
        return None
    newest = grouping.in_order(papers, "newest")
    return Facets(
        facets=tuple(found),
        total=len(papers),
        codes={key: " ".join(own) for key, own in codes.items()},
        ranks={paper.key: rank for rank, paper in enumerate(newest)},
        words={
            name.removeprefix("filter."): word
            for name, word in words.items()
            if name.startswith("filter.")
        },
    )


def _values(papers: Iterable[Publication], facet: str, types: Mapping[str, str]) -> list[_Found]:
    """Return the values that occur: years from the newest, others from the most frequent."""
    labels: dict[str, str] = {}
    keys: dict[str, set[str]] = {}
    for paper in papers:
        for name, label in _labels(paper, facet, types).items():
            if name not in labels:
                labels[name] = label
                keys[name] = set()
            keys[name].add(paper.key)
    found = [_Found(name, label, frozenset(keys[name])) for name, label in labels.items()]
    if facet == "year":
        return sorted(found, key=lambda value: -int(value.name))
    return sorted(found, key=lambda value: (-len(value.keys), value.label.casefold()))


def _undated(papers: Iterable[Publication], words: Mapping[str, str]) -> list[_Found]:
    """Return the papers that no year has, as one value: those of a facet have to add up."""
    keys = frozenset(paper.key for paper in papers if not paper.year)
    return [_Found("undated", words["group.undated"], keys)] if keys else []


def _labels(paper: Publication, facet: str, types: Mapping[str, str]) -> dict[str, str]:
    """Return what a paper has of a facet: name to label."""
    if facet == "year":
        return {str(paper.year): str(paper.year)} if paper.year else {}
    if facet == "type":
        label = types.get(paper.type, paper.type)
        first = next((name for name in types if types[name] == label), paper.type)
        return {first: label}
    if facet == "topic":
        return {word.casefold(): word for word in paper.keywords}
    if facet == "category":
        found = categories.of(paper)
        return {found.code: found.short} if found else {}
    if facet == "venue":
        label = _venue(paper)
        return {label.casefold(): label} if label else {}
    written = (part.strip() for part in latex.to_text(paper.field(facet)).split(";"))
    return {label.casefold(): label for label in written if label}


def _title(facet: str, value: _Found) -> str:
    return categories.find(value.name).name if facet == "category" else ""


def _venue(paper: Publication) -> str:
    return _without_year(paper.field("abbr")) or paper.venue_name


@lru_cache(4096)
def _without_year(abbr: str) -> str:
    short = latex.to_text(abbr)
    return re.sub(r"\s*['’]?\d{2,4}$", "", short) or short


def _capped(values: list[_Found], most: int, label: str) -> list[_Found]:
    """Make one value of all that have no code of their own."""
    if len(values) <= most:
        return values
    rest = frozenset[str]().union(*(value.keys for value in values[most - 1 :]))
    return [*values[: most - 1], _Found("other", label, rest)]
