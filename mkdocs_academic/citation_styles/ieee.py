"""References of the Institute of Electrical and Electronics Engineers (IEEE Reference Guide)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from . import sentences
from .people import Listing, authors, initials_first, listed, role, translated
from .sentences import ended, italic, labelled, linked, lowered, paged, quoted, raised
from .work import Work

_PEOPLE = Listing(
    initials_first, initials_first, " {} ", ", {} ", most=6, shown=1, others=" <em>{}</em>"
)


def reference(work: Work, words: Mapping[str, str]) -> str:
    """Write `G. Family, “Title,” Journal, vol. 12, no. 3, pp. 1–9, May 2024, doi: …`."""
    people = _people(work, words)
    if work.kind in _WHOLE:
        title = sentences.listed(people, italic(work.title), *_volume(work, words))
        if work.has_own_editors:
            editors = listed(work.editors, _PEOPLE, words)
            title = sentences.listed(title, editors, raised(role(work, words)))
        title = sentences.listed(title, translated(work, _PEOPLE, words))
        rest = sentences.listed(work.published, work.year, _doi(work))
        return sentences.words(sentences.sentences(title, rest), _available(work, words))
    rest = sentences.listed(*_source(work, words), _doi(work))
    title = sentences.listed(people, quoted(work.title, "," if rest else ".", words))
    return sentences.words(title, ended(rest), _available(work, words))


_WHOLE = frozenset("book pamphlet periodical collection".split())


def _people(work: Work, words: Mapping[str, str]) -> str:
    if not work.authors and work.editors:
        return f"{listed(work.editors, _PEOPLE, words)}, {raised(role(work, words))}"
    return authors(work, _PEOPLE, words)


def _volume(work: Work, words: Mapping[str, str]) -> Iterator[str]:
    yield work.edition
    yield labelled(words["book.volume"], work.volume)
    number = labelled(words["book.volume" if work.counts_volumes else "book.number"], work.number)
    yield sentences.listed(work.series, number)


def _source(work: Work, words: Mapping[str, str]) -> Iterator[str]:
    if work.is_held:
        yield translated(work, _PEOPLE, words)
    if work.is_in_journal:
        yield italic(work.container)
        yield labelled(words["book.volume"], work.volume)
        yield labelled(words["book.number"], work.issue)
        yield _pages(work, words)
        yield _month(work)
    elif work.is_held:
        held = sentences.listed(italic(work.container), *_volume(work, words))
        if work.editors:
            held = f"{held}, {listed(work.editors, _PEOPLE, words)}, {raised(role(work, words))}"
        yield lowered(words["reference.in"]).format(held)
        yield work.published
        yield work.month
        yield _pages(work, words)
    elif work.kind == "article":
        yield work.month
        yield work.identifier or work.archive
    else:
        yield work.genre if not work.number else ""
        yield sentences.listed(work.publisher, work.place)
        yield sentences.words(work.genre, work.number) if work.number else ""
        yield work.version
        yield _month(work)


def _month(work: Work) -> str:
    """Return `May 2026`, `May 18, 2026` of what is known by its day."""
    month, _, year = work.month.rpartition(" ")
    is_whole = work.dated or (work.kind == "patent" and work.day)
    return f"{month} {work.day.split()[-1]}, {year}" if is_whole and month else work.month


def _pages(work: Work, words: Mapping[str, str]) -> str:
    if work.article_number:
        return labelled(words["reference.article_number"], work.article_number)
    return paged(work.pages, words)


def _doi(work: Work) -> str:
    return f"doi: {linked(work.address, work.doi)}" if work.doi else ""


def _available(work: Work, words: Mapping[str, str]) -> str:
    """Return where it is to be read, if no DOI tells."""
    if work.doi or not work.url:
        return ""
    return words["reference.available"].format(linked(work.url))
