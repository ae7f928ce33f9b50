"""References of the Modern Language Association (MLA Handbook, 9th edition)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from . import sentences, spans
from .people import Listing, authors, in_order, inverted, listed
from .sentences import ended, italic, labelled, linked, lowered, quoted
from .work import Work

_AUTHORS = Listing(inverted, in_order, ", {} ", ", {} ", most=2, shown=1)
_EDITORS = Listing(in_order, in_order, " {} ", ", {} ", most=2, shown=1, others=" {}")


def reference(work: Work, words: Mapping[str, str]) -> str:
    """Write `Family, Given. “Title.” Journal, vol. 12, no. 3, May 2024, pp. 1–9, https://…`."""
    source = sentences.listed(*_source(work, words), linked(work.address))
    opening = sentences.words(ended(_people(work, words)), _title(work, words))
    if work.kind == "thesis":
        opening = sentences.words(opening, ended(work.year))
    return sentences.words(opening, ended(source))


def _people(work: Work, words: Mapping[str, str]) -> str:
    if not work.authors and work.editors:
        role = words["reference.editor" if len(work.editors) == 1 else "reference.editors"]
        return f"{listed(work.editors, _AUTHORS, words)}, {role}"
    return authors(work, _AUTHORS, words)


def _title(work: Work, words: Mapping[str, str]) -> str:
    if work.is_held or work.kind in ("webpage", "article", "manuscript", "speech"):
        return quoted(work.title, ".", words)
    return ended(italic(work.title))


def _source(work: Work, words: Mapping[str, str]) -> Iterator[str]:
    yield italic(work.container)
    if work.is_held and not work.is_in_journal and work.editors:
        yield lowered(words["role.edited"]).format(listed(work.editors, _EDITORS, words))
    if work.translators:
        yield lowered(words["role.translated"]).format(listed(work.translators, _EDITORS, words))
    yield work.edition
    yield labelled(words["book.volume"], work.volume)
    yield labelled(words["book.number"], work.issue)
    yield work.number if not work.series else ""
    yield sentences.words(work.series, work.number) if work.series else ""
    yield work.identifier or work.archive
    yield work.publisher if not work.is_in_journal else ""
    if work.kind != "thesis":
        yield work.month if work.is_in_journal else work.year
    yield work.genre
    yield _pages(work, words)


def _pages(work: Work, words: Mapping[str, str]) -> str:
    if work.article_number:
        return labelled(lowered(words["reference.article"]), work.article_number)
    label = "book.page" if work.pages.isdecimal() else "book.pages"
    return labelled(words[label], spans.minimal(work.pages, 2))
