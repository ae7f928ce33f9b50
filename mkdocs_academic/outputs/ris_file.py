"""Entries as RIS, for reference managers; fields that RIS has no tag for stay behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from ..bibliography import containers, date_fields, eprints, genres, names, readings, verbatim
from ..bibliography.containers import SUBTITLES
from ..bibliography.date_fields import Span
from ..bibliography.entry import Entry
from ..bibliography.names import Name
from ..bibliography.readings import elsewhere, on_one_line
from ..bibliography.ris_tags import AND_OTHERS, OTHER, TO_TYPE

# In the order of the specification's examples. Of several fields of a tag the first that is there.
_ORDER: Mapping[str, tuple[str, ...]] = {
    "ST": ("shorttitle",),
    "J2": ("shortjournal",),
    "T3": ("series",),
    "VL": ("volume",),
    "IS": ("number", "issue"),
    "C7": ("eid",),
    "NV": ("volumes",),
    "ET": ("edition",),
    "CY": ("address", "location"),
    "DO": ("doi",),
    "UR": ("url",),
    "L1": ("pdf",),
    "L2": ("html",),
    "LA": ("language",),
    "M3": ("type",),
    "AB": ("abstract",),
    "N1": ("note",),
}
FRAME = ("", "", "")  # before the first reference, between two, after the last
_NAMES = {"AU": "author", "A2": "editor", "A3": "serieseditor", "A4": "translator"}
_WHO = frozenset(_NAMES.values())


def to_ris(entries: Iterable[Entry]) -> str:
    """Write one reference an entry; lines end as the specification wants it."""
    return FRAME[1].join(map(written, entries))


def written(entry: Entry) -> str:
    """Write one reference."""
    field = entry.filled
    plan = _plan(entry.type, tuple(field), elsewhere(field))
    lines = [f"{plan.type}ID  - {entry.key}\r\n"]
    lines += [write(field[name] if name else field) for name, write in plan.rows]
    lines.append("ER  - \r\n")
    return "".join(lines)


class _Row(NamedTuple):
    """A tag, or several, and what they are made of."""

    name: str  # the field that is read; "" for all of them
    write: Callable[[Any], str]  # returns lines


class _Plan(NamedTuple):
    """What is written of an entry that has certain fields."""

    type: str
    rows: list[_Row]


@lru_cache(1024)  # a bibliography has few kinds of entries
def _plan(kind: str, there: tuple[str, ...], elsewhere: tuple[str, ...]) -> _Plan:
    return _Plan(
        f"TY  - {TO_TYPE.get(kind, OTHER)}\r\n", list(_rows(kind, dict.fromkeys(there), elsewhere))
    )


def _rows(kind: str, there: Collection[str], elsewhere: Sequence[str]) -> Iterator[_Row]:
    for tag, name in _NAMES.items():
        if name in there:
            yield _people(tag, name)
    if not _WHO.isdisjoint(there):
        yield _AND_OTHERS
    if "title" in there:
        yield _titled("TI", "title", "subtitle" in there)
    yield from _container(kind, there)
    yield _DATES
    if "pages" in there:
        yield _PAGES
    for tag, choices in (("PB", containers.publisher(kind)), *_ONES):
        name = next((name for name in choices if name in there), "")
        if name and name not in elsewhere:
            yield _line(tag, name)
    if "type" not in there and (genre := genres.in_english(kind)):
        yield _said("M3", genre)
    if "keywords" in there:
        yield _KEYWORDS
    if "eprint" in there or "arxiv" in there:
        yield _ARXIV
    yield from _own(there, elsewhere)


def _own(there: Collection[str], elsewhere: Sequence[str]) -> Iterator[_Row]:
    """Yield tags that only another RIS file can have brought, and the address in an id's place."""
    own = [(name[4:].upper(), name) for name in there if name[:4] == "ris_"]
    for tag, name in own:
        if tag != "DO" or "doi" not in elsewhere:
            yield _line(tag, name)
    taken = [name for tag, name in (("UR", "url"), *own) if tag == "UR" and name in there]
    for name in elsewhere:
        yield _another(name, tuple(taken))
        taken.append(name)


_ONES = (("SN", ("issn",)), ("SN", ("isbn",)), *_ORDER.items())


@cache  # plans share their rows: there are thousands of ways to combine a hundred fields
def _line(tag: str, name: str) -> _Row:
    label = f"{tag}  - "

    def latex(value: str) -> str:
        _, text = readings.of(value)
        return f"{label}{text}\r\n" if text else ""

    def as_it_is(value: str) -> str:
        return _written(tag, verbatim.to_text(value))

    if name in _OWN:
        return _Row(name, _OWN[name])
    return _Row(name, as_it_is if name in verbatim.FIELDS else latex)


def _dois(value: str) -> str:
    """Write the paper's DOI, and others as notes, as there is one only."""
    first, *more = readings.dois(value)
    return _written("DO", first) + "".join([_written("N1", f"Further DOI: {one}") for one in more])


def _genre(value: str) -> str:
    return _written("M3", genres.in_english("", value) or readings.of(value)[1])


_OWN = {"doi": _dois, "type": _genre}


@cache
def _titled(tag: str, name: str, has_subtitle: bool) -> _Row:
    if not has_subtitle:
        return _line(tag, name)
    return _Row("", lambda field: _written(tag, _with_subtitle(field, name)))


def _with_subtitle(field: Mapping[str, str], name: str) -> str:
    return containers.titled(field, name, readings.plain_text)


def _container(kind: str, there: Container[str]) -> Iterator[_Row]:
    container = next((name for name in containers.container(kind) if name in there), "")
    if "eventtitle" not in there:
        if container:
            yield _titled("T2", container, SUBTITLES.get(container) in there)
        return

    def both(field: Mapping[str, str]) -> str:
        event = readings.plain_text(field["eventtitle"])
        title = _with_subtitle(field, container) if container else ""
        if kind in ("inproceedings", "conference") and title and event:
            return _written("C3", title) + _written("T2", event)
        return _written("T2", title or event)

    yield _Row("", both)


@cache
def _another(name: str, taken: tuple[str, ...]) -> _Row:
    """Write an address that stands in the place of an id, unless another field has it, too."""

    def write(field: Mapping[str, str]) -> str:
        address = verbatim.to_text(field[name])
        is_there = any(verbatim.to_text(field[one]) == address for one in taken)
        return "" if is_there else _written("UR", address)

    return _Row("", write)


def _written(tag: str, text: str) -> str:
    text = on_one_line(text)
    return f"{tag}  - {text}\r\n" if text else ""


@cache
def _said(tag: str, text: str) -> _Row:
    return _Row("", lambda field: _written(tag, text))


def _arxiv(field: Mapping[str, str]) -> str:
    archive, number = eprints.of(field)
    if archive.lower() != "arxiv":
        _, number = eprints.arxiv(field)
    text = verbatim.to_text(number)
    return _written("AN", f"arXiv:{text}") if text else ""


@cache
def _people(tag: str, name: str) -> _Row:
    label = f"{tag}  - "

    def write(value: str) -> str:
        texts = list(map(_person, names.split(value)[0]))
        joined = "".join(texts)
        if "  " in joined or not joined.isprintable():
            texts = list(map(on_one_line, texts))
        return "".join([f"{label}{text}\r\n" for one in texts if (text := one.strip(" "))])

    return _Row(name, write)


def _and_others(field: Mapping[str, str]) -> str:
    unfinished = names.unfinished(field, _WHO)
    return _written("N1", f"{AND_OTHERS}{', '.join(unfinished)}") if unfinished else ""


def _person(name: Name) -> str:
    """Write `von Family, Given, Suffix`; a trailing comma keeps a body's name whole."""
    if not (name.given or name.suffix):
        return f"{name.full}," if " " in name.full or "," in name.full else name.full
    family = f"{name.prefix} {name.family}" if name.prefix else name.family
    return f"{family}, {name.given}, {name.suffix}" if name.suffix else f"{family}, {name.given}"


@lru_cache(1024)
def _dates(span: Span) -> str:
    year, month, day = span.start
    if not year:
        return _written("PY", span.text)
    if not (month or span.season):
        return _written("PY", str(year))
    parts = [f"{number:02}" if number else "" for number in (month, day)]
    return _written("PY", str(year)) + _written("DA", "/".join([str(year), *parts, span.season]))


def _pages(value: str) -> str:
    figures = value.replace("--", "", 1)
    if figures.isascii() and figures.isdigit():
        first, _, last = value.partition("--")
    else:
        text = readings.of(value)[1].replace("—", "–")
        first, _, last = _HYPHEN.sub(r"\1–\2", text).partition("–")
    return _written("SP", first) + _written("EP", last)


_HYPHEN = re.compile(r"^([A-Za-z]?\d+)\s*-\s*([A-Za-z]?\d+)$")  # `559-575`, `L12-L15`


def _keywords(value: str) -> str:
    _, text = readings.of(value)
    return "".join([_written("KW", one) for one in text.split(";" if ";" in text else ",")])


_DATES = _Row("", lambda field: _dates(date_fields.from_fields(field)))
_PAGES = _Row("pages", _pages)
_KEYWORDS = _Row("keywords", _keywords)
_ARXIV = _Row("", _arxiv)
_AND_OTHERS = _Row("", _and_others)
