"""References of the Chicago Manual of Style (17th edition), author and date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from . import sentences, spans
from .people import Listing, authors, in_order, inverted, listed, role, translated
from .sentences import bracketed, italic, labelled, linked, lowered, quoted, raised
from .work import Work

_AUTHORS = Listing(inverted, in_order, ", {} ", ", {} ", most=10, shown=7)
_EDITORS = Listing(in_order, in_order, " {} ", ", {} ", most=10, shown=7)


def reference(work: Work, words: Mapping[str, str]) -> str:
    """Write `Family, Given. 2024. “Title.” Journal 12 (3): 1–9. https://doi.org/…`."""
    date = raised(work.year) or words["reference.undated"]
    people = _people(work, words)
    title = _title(work, words)
    opening = (people, date, title) if people else (title, date)
    return sentences.sentences(*opening, *_source(work, words), linked(work.address))


def _people(work: Work, words: Mapping[str, str]) -> str:
    if not work.authors and work.editors:
        return f"{listed(work.editors, _AUTHORS, words)}, {role(work, words)}"
    return authors(work, _AUTHORS, words)


def _title(work: Work, words: Mapping[str, str]) -> str:
    if work.is_held or work.kind in _IN_QUOTES:
        return quoted(work.title, ".", words)
    return italic(work.title)


_IN_QUOTES = frozenset("thesis article manuscript webpage speech".split())


def _source(work: Work, words: Mapping[str, str]) -> Iterator[str]:
    others = raised(translated(work, _EDITORS, words))
    if work.is_in_journal:
        yield others
        yield _journal(work, words)
        return
    if work.is_held:
        yield others
        yield words["reference.in"].format(_book(work, words))
    else:
        yield raised(work.edition)
        yield raised(labelled(words["book.volume"], work.volume))
    yield sentences.words(work.series, work.number) if work.series else ""
    if work.has_own_editors:
        yield words["role.edited"].format(listed(work.editors, _EDITORS, words))
    if not work.is_held:
        yield others
    if work.kind == "thesis":
        yield sentences.listed(raised(work.genre), work.publisher)
        return
    if work.kind == "article":
        yield work.identifier or work.archive
    if not work.series:
        yield sentences.words(work.genre, work.number)
    yield raised(work.version)
    yield sentences.listed(work.published, _day(work))


def _day(work: Work) -> str:
    """Return `May 18, 2026` of what appears by the day."""
    return f"{work.dated}, {work.date[:4]}" if work.dated else ""


def _journal(work: Work, words: Mapping[str, str]) -> str:
    pages = spans.chicago(work.pages) or work.article_number
    if day := _day(work):  # of newspapers and magazines
        return sentences.listed(italic(work.container), day, pages)
    if not work.volume:
        issue = labelled(words["book.number"], work.issue)
        return sentences.listed(italic(work.container), ": ".join(filter(None, (issue, pages))))
    issue = sentences.words(work.volume, bracketed(work.issue))
    return sentences.words(italic(work.container), ": ".join(filter(None, (issue, pages))))


def _book(work: Work, words: Mapping[str, str]) -> str:
    editors = listed(work.editors, _EDITORS, words)
    edited = lowered(words["role.edited"]).format(editors) if editors else ""
    pages = spans.chicago(work.pages) or work.article_number
    volume = labelled(words["book.volume"], work.volume)
    return sentences.listed(italic(work.container), edited, work.edition, volume, pages)
