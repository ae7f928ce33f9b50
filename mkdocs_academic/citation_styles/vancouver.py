"""References of the National Library of Medicine (Citing Medicine), known as Vancouver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from . import sentences, spans
from .people import Listing, authors, bare_initials, listed, translated, whole_role
from .sentences import ended, labelled, linked, raised
from .work import Work

_PEOPLE = Listing(bare_initials, bare_initials, ", ", ", ", most=6, shown=6)


def reference(work: Work, words: Mapping[str, str]) -> str:
    """Write `Family G. Title. Journal. 2024;12(3):1–9. doi: …`."""
    people = _people(work, words)
    said = sentences.sentences(people, _title(work), *_source(work, words))
    return sentences.words(said, _address(work, words))


def _people(work: Work, words: Mapping[str, str]) -> str:
    if not work.authors and work.editors:
        return _editors(work, words)
    return authors(work, _PEOPLE, words)


def _editors(work: Work, words: Mapping[str, str]) -> str:
    return f"{listed(work.editors, _PEOPLE, words)}, {whole_role(work, words)}"


def _title(work: Work) -> str:
    return f"{work.title} [{work.genre}]" if work.genre and work.kind == "thesis" else work.title


def _source(work: Work, words: Mapping[str, str]) -> Iterator[str]:
    pages = spans.minimal(work.pages) or work.article_number
    if work.is_in_journal:
        yield raised(translated(work, _PEOPLE, words))
        yield work.container
        issue = f"{work.volume}({work.issue})" if work.issue else work.volume
        when = ";".join(filter(None, (work.year, issue)))
        yield raised(":".join(filter(None, (when, pages))))
        return
    if work.is_held:
        editors = ended(_editors(work, words)) if work.editors else ""
        yield _within(sentences.words(editors, work.container), words)
    elif work.has_own_editors:
        yield _editors(work, words)
    yield raised(translated(work, _PEOPLE, words))
    yield work.edition
    yield raised(labelled(words["book.volume"], work.volume))
    yield (work.identifier or work.archive) if not work.is_held else ""
    if work.kind not in ("thesis", "book"):
        yield sentences.words(work.genre, work.number if not work.series else "")
    yield raised(work.version)
    published = work.published
    yield raised("; ".join(filter(None, (published, work.year))))
    yield f"({sentences.words(work.series, work.number)})" if work.series else ""
    yield labelled(words["book.page"], pages)


def _within(held: str, words: Mapping[str, str]) -> str:
    """Return `In: …`, with a colon where the word stands in front."""
    before, _, after = words["reference.in"].partition("{}")
    before = before.rstrip(" :")
    return f"{before}: {held}{after}" if before else f"{held}{after}"


def _address(work: Work, words: Mapping[str, str]) -> str:
    if work.doi:
        return f"doi: {linked(work.address, work.doi)}"
    return words["reference.available"].format(linked(work.url)) if work.url else ""
