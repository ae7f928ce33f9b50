"""References of the Modern Language Association (MLA Handbook, 9th edition)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from . import sentences, spans
from .people import Listing, authors, in_order, inverted, listed, translated, whole_role
from .sentences import ended, italic, labelled, linked, lowered, paged, quoted, raised
from .work import Work

_AUTHORS = Listing(inverted, in_order, ", {} ", ", {} ", most=2, shown=1)
_EDITORS = Listing(in_order, in_order, " {} ", ", {} ", most=2, shown=1, others=" {}")


def reference(work: Work, words: Mapping[str, str]) -> str:
    """Write `Family, Given. “Title.” Journal, vol. 12, no. 3, May 2024, pp. 1–9, https://…`."""
    source = sentences.listed(*_source(work, words))
    source = sentences.listed(
        source if work.is_held or work.kind == "article" else raised(source), linked(work.address)
    )
    opening = sentences.words(ended(_people(work, words)), _title(work, words))
    if work.is_held and work.translators:
        others = ended(raised(translated(work, _EDITORS, words)))
        opening = sentences.words(opening, others)
    if work.kind == "thesis":
        opening = sentences.words(opening, ended(work.year))
    return sentences.words(opening, ended(source))


def _people(work: Work, words: Mapping[str, str]) -> str:
    if not work.authors and work.editors:
        return f"{listed(work.editors, _AUTHORS, words)}, {whole_role(work, words)}"
    return authors(work, _AUTHORS, words)


def _title(work: Work, words: Mapping[str, str]) -> str:
    if work.is_held or work.kind in ("webpage", "article", "manuscript", "speech"):
        return quoted(work.title, ".", words)
    return ended(italic(work.title))


def _source(work: Work, words: Mapping[str, str]) -> Iterator[str]:
    yield italic(work.container)
    if (work.is_held and not work.is_in_journal and work.editors) or work.has_own_editors:
        yield lowered(words["role.edited"]).format(listed(work.editors, _EDITORS, words))
    yield translated(work, _EDITORS, words) if not work.is_held else ""
    yield work.edition
    yield labelled(words["book.volume"], work.volume)
    yield labelled(words["book.number"], work.issue)
    is_report = work.kind == "report" and work.number
    number = sentences.words(work.genre, work.number) if is_report else work.number
    yield number if not work.series else ""
    yield work.version
    yield sentences.words(work.series, work.number) if work.series else ""
    yield work.identifier or work.archive
    yield work.publisher if not work.is_in_journal else ""
    if work.kind != "thesis":
        yield _date(work)
    yield work.genre if not is_report else ""
    yield _pages(work, words)


def _date(work: Work) -> str:
    """Return `18 May 2026` of what appears by the day, `May 2026` of a journal, else the year."""
    if work.dated and " " in work.month:
        return f"{work.day.split()[-1]} {work.month}"
    return work.month if work.is_in_journal else work.year


def _pages(work: Work, words: Mapping[str, str]) -> str:
    if work.article_number:
        return labelled(words["reference.article_number"], work.article_number)
    return paged(spans.minimal(work.pages, 2), words)
