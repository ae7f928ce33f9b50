"""References of the American Psychological Association (Publication Manual, 7th edition)."""

from __future__ import annotations

import html
from collections.abc import Mapping

from ..text import isolated
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
    year = work.year or words["reference.undated"]
    return f"{year}, {work.dated}" if work.dated else year


def _title(work: Work, words: Mapping[str, str]) -> str:
    """Return the title, in italics where it stands for itself, and what tells its edition."""
    others = [_translated(work, words)]
    if work.is_held:
        return sentences.words(work.title, bracketed(*others))
    number = raised(work.number)
    if work.kind == "book":
        number = raised(labelled(words["book.volume"], work.volume))
    elif work.kind == "article":
        number = work.identifier
    elif work.kind == "report" and number:
        number = sentences.words(work.genre, number)
    if work.has_own_editors:
        editors = f"{listed(work.editors, _EDITORS, words)}, {raised(role(work, words))}"
        others.insert(0, editors)
    which = sentences.listed(work.edition, number, raised(work.version))
    aside = bracketed("; ".join(filter(None, (*others, which))))
    return sentences.words(italic(work.title), aside, _form(work, words))


def _translated(work: Work, words: Mapping[str, str]) -> str:
    people = listed(work.translators, _EDITORS, words)
    is_english = words["and"] == "and"
    return f"{people}, Trans." if people and is_english else translated(work, _EDITORS, words)


_IN_ENGLISH = {"Data": "Data set", "Software": "Computer software"}  # what the manual has for ours


def _form(work: Work, words: Mapping[str, str]) -> str:
    """Return what it is, in brackets: `[PhD thesis, University]`."""
    if work.kind == "thesis":
        said = sentences.listed(work.genre, work.publisher)
    elif work.kind in ("dataset", "software"):
        said = work.genre or words[f"kind.{work.kind}"]
        said = _IN_ENGLISH.get(said, said) if words["and"] == "and" else said
    elif work.kind == "report" and work.number:
        said = ""
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
    return sentences.sentences(series, _publisher(work))


def _publisher(work: Work) -> str:
    """Return the publisher, unless a body has published its own work (section 9.29)."""
    people = [isolated(html.escape(one.name.full)) for one in work.authors or work.editors]
    return "" if work.publisher in people else work.publisher


def _journal(work: Work, words: Mapping[str, str]) -> str:
    volume = italic(work.volume) + bracketed(work.issue)
    article = labelled(words["reference.article"], work.article_number)
    return sentences.listed(italic(work.container), volume, work.pages or article)


def _book(work: Work, words: Mapping[str, str]) -> str:
    editors = listed(work.editors, _EDITORS, words)
    if editors:
        editors = f"{editors} ({raised(role(work, words))})"
    aside = sentences.listed(
        work.edition,
        raised(labelled(words["book.volume"], work.volume)),
        paged(work.pages or work.article_number, words),
    )
    title = sentences.words(italic(work.container), bracketed(aside))
    held = words["reference.in"].format(sentences.listed(editors, title))
    series = sentences.words(work.series, work.number) if work.counts_volumes else ""
    return sentences.sentences(held, series, _publisher(work))


def _address(work: Work) -> str:
    return linked(work.address)
