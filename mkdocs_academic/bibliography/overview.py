"""A list of papers at a glance: how many of which category, and with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from . import categories
from .categories import Category
from .publication import Author, Publication

PARTS = ("categories", "coauthors", "downloads")
_NAMES = 5  # an overview is short: the list itself has them all


class Share(NamedTuple):
    """A category, and how many papers of the list it has."""

    category: Category
    tone: int  # 1 is the site's most frequent category, 0 what has no colour of its own
    number: int
    percent: str  # of the most frequent: the length of a bar


class Coauthor(NamedTuple):
    """Somebody beside the owner, and in how many papers of the list."""

    author: Author
    number: int


class Overview(NamedTuple):
    """What stands beside a list, as far as it was asked for and there is something to tell."""

    categories: tuple[Share, ...]
    coauthors: tuple[Coauthor, ...]
    heading: str  # of the co-authors: the key of a word
    has_downloads: bool


def overview(
    papers: Sequence[Publication], parts: Collection[str], tones: Mapping[str, int]
) -> Overview | None:
    """Count what `papers` hold of `parts`; `tones` are colours by code of category."""
    if not papers or not parts:
        return None
    shares = _shares(papers, tones) if "categories" in parts else ()
    coauthors = _coauthors(papers) if "coauthors" in parts else ()
    return Overview(shares, coauthors, _heading(papers), "downloads" in parts)


def _shares(papers: Iterable[Publication], tones: Mapping[str, int]) -> tuple[Share, ...]:
    found = Counter(category for paper in papers if (category := categories.of(paper)))
    most = max(found.values(), default=0)
    shares = [
        Share(one, tones.get(one.code, 0), number, f"{100 * number / most:.4g}")
        for one, number in found.items()
    ]
    return tuple(sorted(shares, key=lambda one: (-one.number, one.tone or len(tones) + 1)))


def _coauthors(papers: Iterable[Publication]) -> tuple[Coauthor, ...]:
    """Return who is there most often; of equals the first by family name.

    One of `people` is one person; another name is whoever writes it like that.
    """
    known: dict[str, Author] = {}
    found: Counter[str] = Counter()
    for paper in papers:
        others = {_id(one): one for one in paper.authors if not one.is_owner}
        known = {**others, **known}
        found.update(others.keys())
    names = {key: (one.name.family or one.name.full).casefold() for key, one in known.items()}
    ordered = sorted(found, key=lambda key: (-found[key], names[key], known[key].name.full))
    return tuple(Coauthor(known[key], found[key]) for key in ordered[:_NAMES])


def _id(author: Author) -> str:
    return f"={author.person}" if author.person else author.name.full.casefold()


def _heading(papers: Sequence[Publication]) -> str:
    """Say what is true: entries may break off, and a laboratory has no co-authors."""
    if not any(author.is_owner for paper in papers for author in paper.authors):
        return "overview.authors"
    is_cut = any(paper.and_others for paper in papers)
    return "overview.first_coauthors" if is_cut else "overview.coauthors"
