"""The category of a paper: one of arXiv's, known by code and name, or a word of the user's own."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from . import latex, verbatim
from .publication import Publication

_FILE = Path(__file__).parent.parent / "data" / "arxiv_categories.json"


class Category(NamedTuple):
    """What a paper is about, in one word."""

    code: str  # "cs.CV"; the user's own word where arXiv knows none
    short: str  # "CV"
    name: str  # "Computer Vision and Pattern Recognition"; "" for a word of the user's own


def of(paper: Publication) -> Category | None:
    """Return the category that an entry names, None where it names none."""
    for field in _FIELDS if _is_arxivs(paper) else _OWN:
        if (value := paper.field(field)) and (written := latex.to_text(value).strip()):
            return find(_FIRST.match(written)[0].strip())  # type: ignore[index]
    for field in ("arxiv", "eprint"):
        value = paper.field(field)
        found = _IN_ID.search(verbatim.to_text(value)) if value else None
        if found and (known := find(found["archive"] or found["tail"])).name:
            return known
    return None


_OWN = ("category", "categories")
_FIELDS = ("primaryclass", "eprintclass", *_OWN)


def _is_arxivs(paper: Publication) -> bool:
    """Tell whether what archives have as a class is arXiv's: bioRxiv's is `New Results`."""
    archive = paper.field("archiveprefix") or paper.field("eprinttype") or "arxiv"
    return archive.strip().lower() == "arxiv"


# The first of several: `cs.LG cs.AI` as arXiv lists them, or words that semicolons separate.
_FIRST = re.compile(r"[a-zA-Z-]+\.[\w-]+(?=[\s,;])|[^;]*")
# `math.GT/0309136` and `hep-th/9901001` of before 2007 (arXiv identifier scheme), and the
# `2401.00001 [cs.LG]` with which arXiv's own pages have people cite.
_IN_ID = re.compile(r"(?P<archive>[a-z-]+(?:\.[A-Z]{2})?)/\d{7}|\[(?P<tail>[a-z-]+(?:\.[\w-]+)?)\]")


@cache
def find(written: str) -> Category:
    """Find a category by its code; `LG` alone is enough where only one archive has it."""
    code = written if written in _names() else _codes().get(written.casefold().replace(":", "."))
    code = code or _tails().get(written)
    if code is None:
        return Category(written, written, "")
    return Category(code, code.rpartition(".")[2], _names()[code])


def ranked(papers: Iterable[Publication]) -> dict[str, Category]:
    """Return the categories of papers by code, the most frequent first."""
    found = Counter(category for paper in papers if (category := of(paper)))
    return {category.code: category for category, _ in found.most_common()}


@cache
def _names() -> Mapping[str, str]:
    """Return the name of each category by its code (arXiv category taxonomy)."""
    names: dict[str, str] = json.loads(_FILE.read_text("utf-8"))
    return names


@cache
def _codes() -> Mapping[str, str]:
    """Return codes in lower case; not those of one word, `physics` may be the user's own."""
    return {code.casefold(): code for code in _names() if "." in code}


@cache
def _tails() -> Mapping[str, str]:
    """Return the codes of two capitals that only one archive has."""
    tails = Counter(code.rpartition(".")[2] for code in _names())
    by_tail = {code.rpartition(".")[2]: code for code in _names()}
    return {tail: code for tail, code in by_tail.items() if tail.isupper() and tails[tail] == 1}
