"""References of the American Psychological Association (Publication Manual, 7th edition)."""

from __future__ import annotations

from collections.abc import Mapping

from . import sentences
from .people import (
    Listing,
    authors,
    initials_first,
    initials_last,
    listed,
    role,
    translated,
)
from .sentences import bracketed, italic, labelled, linked, paged, raised
from .work import Work

_AUTHORS = Listing(initials_last, initials_last, ", &amp; ", ", &amp; ", 20, 19, has_last=True)
_EDITORS = Listing(initials_first, initials_first, " &amp; ", ", &amp; ", 20, 19, has_last=True)


def reference(work: Work, words: Mapping[str, str]) -> str:
    """Write `Family, G. (2024). Title. Journal, 12(3), 1–9. https://doi.org/…`."""
    people = _people(work, words)
    date = f"({_date(work, words)})"
    title = _title(work, words)
    opening = (people, date, title) if people else (title, date)
    return sentences.words(sentences.sentences(*opening, _source(work, words)), _address(work))


def _people(work: Work, words: Mapping[str, str]) -> str:
    if not work.authors and work.editors:
        return f"{listed(work.editors, _AUTHORS, words)} ({raised(role(work, words))})"
    return authors(work, _AUTHORS, words)


def _date(work: Work, words: Mapping[str, str]) -> str:
    if work.kind in _DATED and work.day:
        return work.day
    return work.year or words["reference.undated"]


_DATED = frozenset("webpage post article-newspaper article-magazine speech".split())


def _title(work: Work, words: Mapping[str, str]) -> str:
    """Return the title, in italics where it stands for itself, and what tells its edition."""
    if work.is_held:
        return work.title
    number = raised(work.number)
    if work.kind == "book":
        number = raised(labelled(words["book.volume"], work.volume))
    elif work.kind == "article":
        number = work.identifier
    editors = ""
    if work.has_own_editors:
        editors = f"{listed(work.editors, _EDITORS, words)}, {raised(role(work, words))}"
    others = (editors, translated(work, _EDITORS, words))
    aside = bracketed(sentences.listed(*others, work.edition, number, work.version))
    return sentences.words(italic(work.title), aside, _form(work, words))


def _form(work: Work, words: Mapping[str, str]) -> str:
    """Return what it is, in brackets: `[PhD thesis, University]`."""
    if work.kind == "thesis":
        said = sentences.listed(work.genre, work.publisher)
    elif work.kind in ("dataset", "software"):
        said = work.genre or words[f"kind.{work.kind}"]
    else:
        said = work.genre
    return f"[{said}]" if said else ""


def _source(work: Work, words: Mapping[str, str]) -> str:
    if work.is_held:
        return _journal(work, words) if work.is_in_journal else _book(work, words)
    if work.kind == "thesis":
        return ""
    if work.kind == "article":
        return work.archive
    series = sentences.words(work.series, work.number) if work.kind == "book" else ""
    return sentences.sentences(series, work.publisher)


def _journal(work: Work, words: Mapping[str, str]) -> str:
    volume = italic(work.volume) + bracketed(work.issue)
    article = labelled(words["reference.article"], work.article_number)
    return sentences.listed(italic(work.container), volume, work.pages or article)


def _book(work: Work, words: Mapping[str, str]) -> str:
    editors = listed(work.editors, _EDITORS, words)
    if editors:
        editors = f"{editors} ({raised(role(work, words))})"
    aside = sentences.listed(
        translated(work, _EDITORS, words),
        work.edition,
        raised(labelled(words["book.volume"], work.volume)),
        paged(work.pages or work.article_number, words),
    )
    title = sentences.words(italic(work.container), bracketed(aside))
    held = words["reference.in"].format(sentences.listed(editors, title))
    return sentences.sentences(held, work.publisher)


def _address(work: Work) -> str:
    return linked(work.address)
