"""References of the American Psychological Association (Publication Manual, 7th edition)."""

from __future__ import annotations

from collections.abc import Mapping

from . import sentences
from .people import Listing, authors, initials_first, initials_last, listed
from .sentences import bracketed, italic, labelled, linked, raised
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
        role = words["role.editor" if len(work.editors) == 1 else "role.editors"]
        return f"{listed(work.editors, _AUTHORS, words)} {_raised(role)}"
    return authors(work, _AUTHORS, words)


def _raised(role: str) -> str:
    """Write `(Eds.)` for `(eds.)`."""
    return f"({raised(role.strip('()'))})" if role.startswith("(") else role


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
    aside = bracketed(sentences.listed(work.edition, number, work.version))
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
        role = words["role.editor" if len(work.editors) == 1 else "role.editors"]
        editors = f"{editors} {_raised(role)}"
    pages = work.pages or work.article_number
    label = "book.pages" if work.pages else "book.page"
    aside = sentences.listed(
        work.edition,
        raised(labelled(words["book.volume"], work.volume)),
        labelled(words[label], pages),
    )
    title = sentences.words(italic(work.container), bracketed(aside))
    held = words["reference.in"].format(sentences.listed(editors, title))
    return sentences.sentences(held, work.publisher)


def _address(work: Work) -> str:
    return linked(work.address)
