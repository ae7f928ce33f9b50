"""What places a book, or a chapter of one: volume, edition, series, publisher, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from . import containers, latex, page_ranges
from .containers import CHAPTERS

Field = Mapping[str, str]


def details(
    kind: str, field: Field, named: str, words: Mapping[str, str], *, is_title: bool
) -> list[str]:
    """Return all that is not in `named` already, in the order in which it is read; plain text."""
    return [*placed(kind, field, named, words), *published(field, named, is_title=is_title)]


def placed(kind: str, field: Field, named: str, words: Mapping[str, str]) -> list[str]:
    """Return what stands before the publisher."""
    parts = [*_numbers(field, words), *_inside(kind, field, words)]
    if "maintitle" in field:
        parts.insert(0, containers.titled(field, "maintitle", latex.to_text))
    return [part for part in parts if part and not _holds(named, part)]


def published(field: Field, named: str, *, is_title: bool = False) -> list[str]:
    """Return `Place: Publisher` and the organization; a word of a title names neither."""
    holds = _holds_apart if is_title else _holds
    publisher, organization = _text(field, "publisher"), _text(field, "organization")
    if organization == publisher:
        organization = ""
    whose, who = ["" if holds(named, part) else part for part in (place(field), publisher)]
    parts = (": ".join(filter(None, (whose, who))), organization)
    return [part for part in parts if part and not holds(named, part)]


def place(field: Field) -> str:
    """Return the town."""
    return _text(field, "address", "location")


def _numbers(field: Field, words: Mapping[str, str]) -> Iterator[str]:
    """Say volume, edition and series; a number is that of the series, if there is one."""
    series, number = _text(field, "series"), _text(field, "number", "issue")
    volume = _said("volume", _text(field, "volume"), words)
    is_of_series = bool(series and volume and not number and "maintitle" not in field)
    if not is_of_series:
        yield volume
    yield edition(_text(field, "edition"), words)
    if series:
        yield f"{series} {number}" if number else series
        yield volume if is_of_series else ""  # BibTeX: volume 1234 of a series
    else:
        yield _said("number", number, words)


def _inside(kind: str, field: Field, words: Mapping[str, str]) -> Iterator[str]:
    """Say where in the book a chapter stands; a whole book has as many as it says."""
    yield _said("chapter", _text(field, "chapter"), words)
    pages = page_ranges.shown(_text(field, "pages")) or _text(field, "eid")
    if kind in CHAPTERS or not pages.isdecimal():
        yield _said("page" if pages.isdecimal() else "pages", pages, words)
    else:
        yield pages


def _said(name: str, number: str, words: Mapping[str, str]) -> str:
    """Put a number behind its word; what holds words of its own stays."""
    return words[f"book.{name}"].format(number) if _NUMBER.fullmatch(number) else number


# `2`, `2/1`, `IV`, `A`, `3a`, `xii–xx`, `e104394`, `S. 5` is none
_ONE = r"(?:[A-Za-z]{0,2}\d+[a-z]?|[IVXLCDM]+|[ivxlcdm]+|[A-Z])"
_NUMBER = re.compile(rf"{_ONE}(?:[-–—/.:, ]+{_ONE})*\+?")


def edition(written: str, words: Mapping[str, str], *, in_figures: bool = False) -> str:
    """Say `3rd ed.`; of `Second` English has the word, other languages the number."""
    found = _ORDINAL.fullmatch(written)
    number = int(found[1]) if found else _WRITTEN_OUT.get(written.casefold(), 0)
    if not number:
        return written
    endings = words["book.ordinals"].split()
    is_english = len(endings) > len(_FIGURES)
    if not found and is_english and not in_figures:
        return words["book.edition"].format(written)
    return words["book.edition"].format(f"{number}{_ending(number, endings)}")


_FIGURES = (1, 2, 3)  # which have endings of their own in English: st, nd, rd, else th
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th|\.|e|ª|º)?(?:\s*ed(?:ition|\.)?)?", re.IGNORECASE)
_WRITTEN_OUT = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1
    )
}


def _ending(number: int, endings: list[str]) -> str:
    """Choose from English's four, from `re e` (the first, all others), or from one or none."""
    if len(endings) > len(_FIGURES):
        last = number % 10 if number % 100 not in (11, 12, 13) else 0
        return endings[last - 1 if last in _FIGURES else -1]
    if number > 1:
        endings = endings[-1:]
    return endings[0] if endings and endings != ["-"] else ""


def _holds(named: str, part: str) -> bool:
    return f" {part.casefold()} " in f" {named.casefold()} "


def _holds_apart(named: str, part: str) -> bool:
    """Tell `Logic, Oxford: Town Press` from `The Oxford Handbook of Logic`."""
    whole, wanted = (_PUNCTUATION.sub(",", text.casefold()).strip(",") for text in (named, part))
    return bool(wanted) and f",{wanted}," in f",{whole},"


_PUNCTUATION = re.compile(r"\s*(?:[,;:()]|\.(?=[\s,;:()]|$)|(?<=\s)[–—-](?=\s))+\s*")


def _text(field: Field, *names: str) -> str:
    return next((latex.to_text(field[name]).strip() for name in names if name in field), "")
