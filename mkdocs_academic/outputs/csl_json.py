"""Entries as CSL-JSON, for Zotero, pandoc and everything that formats citations."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from json.encoder import encode_basestring as quoted  # what JSONEncoder has for Unicode
from typing import Any, NamedTuple

from ..bibliography import (
    containers,
    csl_dates,
    csl_names,
    csl_text,
    date_fields,
    eprints,
    genres,
    names,
    readings,
    verbatim,
)
from ..bibliography.containers import SUBTITLES
from ..bibliography.csl_terms import AND_OTHERS, DATES, NAMES, NUMBERS, OTHER, TEXTS, TO_TYPE
from ..bibliography.date_fields import Span
from ..bibliography.entry import Entry
from ..bibliography.readings import as_json, elsewhere


def to_csl_json(entries: Iterable[Entry]) -> str:
    """Write a list of items; what CSL has no variable for is kept under `custom`."""
    before, between, after = FRAME
    items = between.join(map(written, entries))
    return f"{before}{items}{after}" if items else "[]\n"


FRAME = ("[\n", ",\n", "\n]\n")  # before the first item, between two, after the last


def written(entry: Entry) -> str:
    """Write one item, on a line of its own: indenting costs as much as all the rest."""
    field = entry.filled
    plan = _plan(entry.type, tuple(field), elsewhere(field))
    item = [f'{{"id": {quoted(entry.key)}, {plan.type}']
    for label, name, read, _ in plan.rows:
        if value := read(field[name] if name else field):
            item.append(label + value)
    left = plan.left
    if len(item) <= len(plan.rows):  # a field that says nothing is kept with what is left
        left = _left(field, [row for row in plan.rows if row.value(field)])
    if custom := _custom(field, left):
        item.append(f'"custom": {{{", ".join(custom)}}}')
    return ", ".join(item) + "}"


class _Row(NamedTuple):
    """A variable, and what it is made of."""

    label: str  # `"volume": `
    name: str  # the field that is read; "" for all of them
    read: Callable[[Any], str]  # returns JSON, "" where there is nothing to say
    used: tuple[str, ...]  # the fields that it speaks for

    def value(self, field: Mapping[str, str]) -> str:
        """Return the variable's value."""
        return self.read(field[self.name] if self.name else field)


class _Plan(NamedTuple):
    """What is written of an entry that has certain fields."""

    type: str
    rows: list[_Row]
    left: list[str]  # fields that no variable speaks for


@lru_cache(1024)  # a bibliography has few kinds of entries
def _plan(entry_type: str, there: tuple[str, ...], elsewhere: tuple[str, ...]) -> _Plan:
    kind = _type(entry_type, there)
    rows = list(_rows(entry_type, kind, dict.fromkeys(there), elsewhere))
    return _Plan(f'"type": {quoted(kind)}', rows, _left(there, rows))


def _left(there: Iterable[str], rows: Iterable[_Row]) -> list[str]:
    used = {name for row in rows for name in row.used}
    return [name for name in there if name not in used]


def _type(kind: str, there: Container[str]) -> str:
    """Return the CSL type; what is only in an archive is CSL's `article`, a preprint."""
    if kind in ("misc", "unpublished", "online") and ("arxiv" in there or "eprint" in there):
        return "article"
    return TO_TYPE.get(kind, OTHER)


def _rows(
    entry_type: str, kind: str, there: Container[str], elsewhere: Sequence[str]
) -> Iterator[_Row]:
    if "title" in there or "subtitle" in there:
        yield _text("title", "title", "subtitle" in there)
    for variable, name in NAMES.items():
        if name in there:
            yield _row(variable, name, _people)
    yield _ISSUED
    found = list(_texts(entry_type, kind, there))
    for variable, name in sorted(found, key=lambda one: one[1] not in SUBTITLES):
        if name not in elsewhere:
            yield _text(variable, name, SUBTITLES.get(name) in there)
    if "type" not in there and (genre := genres.in_english(entry_type)):
        yield _said("genre", genre)
    for variable, name in DATES.items():
        if name in there:
            yield _row(variable, name, _date)
    yield from _archive(there)
    if elsewhere and "url" not in there:
        yield _text("URL", elsewhere[0], False)


def _texts(entry_type: str, kind: str, there: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield variables and the first of the fields that each can be made of."""
    choices = {
        "container-title": containers.container(entry_type),
        "publisher": containers.publisher(entry_type),
        NUMBERS.get(kind, "issue"): ("number", "issue"),
        **TEXTS,
    }
    for variable, ones in choices.items():
        name = next((name for name in ones if name in there), "")
        if name and variable != "title":
            yield variable, name


def _archive(there: Container[str]) -> Iterator[_Row]:
    location = '"archive_location": '
    archive = next((name for name in _ARCHIVES if name in there), "")
    if archive and "eprint" in there:
        yield _row("archive", archive, _latex)
        yield _Row(location, "", lambda field: _verbatim(eprints.of(field)[1]), ("eprint",))
    elif "arxiv" in there and "eprint" not in there:
        yield _said("archive", "arXiv")
        yield _Row(location, "", lambda field: _verbatim(eprints.arxiv(field)[1]), ("arxiv",))
    elif "eprint" in there:  # an id of arXiv's tells by itself where it is from
        yield _Row('"archive": ', "", lambda field: as_json(eprints.of(field)[0]), ())
        yield _Row(location, "", _told, ("eprint",))


def _told(field: Mapping[str, str]) -> str:
    archive, number = eprints.of(field)
    return _verbatim(number) if archive else ""


_ARCHIVES = ("archiveprefix", "eprinttype")


@cache  # plans share their rows: there are thousands of ways to combine a hundred fields
def _row(variable: str, name: str, read: Callable[[str], str]) -> _Row:
    return _Row(f'"{variable}": ', name, read, (name,))


@cache
def _said(variable: str, text: str) -> _Row:
    return _Row(f'"{variable}": ', "", lambda field: quoted(text), ())


@cache
def _text(variable: str, name: str, has_subtitle: bool) -> _Row:
    if has_subtitle:
        return _Row(f'"{variable}": ', "", partial(_titled, name), (name,))
    return _row(variable, name, _page if variable == "page" else _reading(name))


def _titled(name: str, field: Mapping[str, str]) -> str:
    return as_json(containers.titled(field, name, csl_text.from_latex))


def _doi(value: str) -> str:
    return as_json(readings.doi(value))


def _genre(value: str) -> str:
    return as_json(genres.in_english("", value)) or _latex(value)


_OWN = {"doi": _doi, "type": _genre}


def _reading(name: str) -> Callable[[str], str]:
    if name in _OWN:
        return _OWN[name]
    return _verbatim if name in verbatim.FIELDS else _latex


def _latex(value: str) -> str:
    return readings.of(value)[0]


def _verbatim(value: str) -> str:
    return as_json(verbatim.to_text(value))


def _page(value: str) -> str:
    figures = value.replace("--", "", 1)
    if figures.isascii() and figures.isdigit():
        return f'"{value.replace("--", "-")}"'
    return _latex(value).replace("—", "-").replace("–", "-")


def _people(value: str) -> str:
    people = ", ".join(csl_names.from_field(value))
    return f"[{people}]" if people else ""


def _issued(field: Mapping[str, str]) -> str:
    return _span(date_fields.from_fields(field))


_ISSUED = _Row('"issued": ', "", _issued, ("year", "month", "date"))


def _date(value: str) -> str:
    return _span(date_fields.parse(csl_text.from_latex(value)))


@lru_cache(1024)
def _span(span: Span) -> str:
    date = csl_dates.from_span(span)
    return json.dumps(date, ensure_ascii=False) if date else ""


def _custom(field: Mapping[str, str], left: Iterable[str]) -> list[str]:
    """Return what has no variable, and the marks at names as biblatex's `author+an` has them."""
    custom = {name: _reading(name)(field[name]) or '""' for name in left}
    if unfinished := names.unfinished(field, _PEOPLE):
        custom[AND_OTHERS] = quoted(", ".join(unfinished))
    if readings.more_dois(field):
        custom["doi"] = _verbatim(field["doi"])
    if marks := names.annotations_of(field.get("author", "")):
        said = csl_text.from_latex(field[_AN]) if _AN in custom else ""
        custom[_AN] = quoted("; ".join(filter(None, (said, marks))))
    return [f"{quoted(name)}: {text}" for name, text in custom.items()]


_PEOPLE = frozenset(NAMES.values())
_AN = "author+an"
