"""References of the Chinese national standard GB/T 7714—2015, in the order of citation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..bibliography.publication import Author
from ..bibliography.scripts import is_east_asian
from . import sentences
from .people import Listing, authors, in_capitals, listed, role, translated
from .sentences import ended, labelled, linked, raised
from .work import Work

_PEOPLE = Listing(in_capitals, in_capitals, ", ", ", ", most=3, shown=3)

# Section 4 and annex B of the standard: the letter for what a work is.
_LETTERS: Mapping[str, str] = {
    "article-journal": "J", "article-magazine": "J", "review": "J", "article-newspaper": "N",
    "paper-conference": "C", "thesis": "D", "report": "R", "standard": "S", "patent": "P",
    "dataset": "DS", "software": "CP", "map": "CM", "webpage": "EB", "article": "EB",
    "book": "M", "pamphlet": "M", "chapter": "M", "entry-encyclopedia": "M", "manuscript": "A",
    "collection": "A",
}  # fmt: skip


def reference(work: Work, words: Mapping[str, str]) -> str:
    """Write `FAMILY G, 王小明. Title[J]. Journal, 2024, 12(3): 1-9. DOI:…`."""
    title = f"{work.title}{_number(work)}[{_letter(work)}]"
    if work.is_held and not work.is_in_journal:
        title = f"{title}//{_book(work, words)}"
    return sentences.sentences(_people(work, words), title, *_source(work, words), _address(work))


def _number(work: Work) -> str:
    """Return the number of what has it behind its title, `: RFC 2616`."""
    if not work.number or work.kind not in _NUMBERED:
        return ""
    return f": {work.genre} {work.number}" if work.number.isdecimal() else f": {work.number}"


_NUMBERED = frozenset("report patent standard".split())


def _letter(work: Work) -> str:
    letter = _LETTERS.get(work.kind, "Z")
    if letter == "EB" and not work.address:
        return "A" if work.kind == "article" else "Z"
    return f"{letter}/OL" if (work.url and not work.doi) or letter == "EB" else letter


def _people(work: Work, words: Mapping[str, str]) -> str:
    """Return authors, else editors."""
    if work.authors:
        return authors(work, _PEOPLE, _theirs(work.authors, words))
    return listed(work.editors, _PEOPLE, _theirs(work.editors, words))


def _theirs(people: Sequence[Author], words: Mapping[str, str]) -> Mapping[str, str]:
    """Return words that say in their own language that others follow."""
    first = people[0].name.full if people else ""
    if not is_east_asian(first):
        return {**words, "others": "et al."}
    return {**words, "others": "외" if _HANGUL.search(first) else "等"}


_HANGUL = re.compile("[\uac00-\ud7a3]")


def _book(work: Work, words: Mapping[str, str]) -> str:
    editors = work.editors if work.authors else ()
    people = listed(editors, _PEOPLE, _theirs(editors, words))
    return sentences.words(ended(people), work.container)


def _source(work: Work, words: Mapping[str, str]) -> Iterator[str]:
    pages = (work.pages or work.article_number).replace("–", "-")
    if work.is_in_journal:
        issue = f"{work.volume}({work.issue})" if work.issue else work.volume
        when = sentences.listed(work.year, issue) if work.volume else f"{work.year}{issue}"
        yield raised(translated(work, _PEOPLE, words))
        yield sentences.listed(work.container, ": ".join(filter(None, (when, pages))))
        return
    yield sentences.words(work.series, work.number if work.kind not in _NUMBERED else "")
    if work.has_own_editors:
        yield f"{listed(work.editors, _PEOPLE, _theirs(work.editors, words))}, {role(work, words)}"
    yield raised(translated(work, _PEOPLE, words))
    yield raised(work.version)
    yield raised(labelled(words["book.volume"], work.volume))
    yield work.edition
    visited = f"[{work.visited}]" if work.visited and _letter(work).endswith("/OL") else ""
    if work.kind in ("webpage", "article"):
        day = f"({work.date})" if len(work.date) == len("2024-05-18") else ""
        yield sentences.listed(work.publisher or work.archive, work.year) + day + visited
        return
    when = work.date if work.kind == "patent" and work.date else work.year
    place = ": ".join(filter(None, (sentences.listed(work.published, when), pages)))
    yield f"{place}{visited}"


def _address(work: Work) -> str:
    if work.doi:
        return f"DOI:{linked(work.address, work.doi)}"
    return linked(work.url)
