"""Entries as CSL-JSON, for Zotero, pandoc and everything that formats citations."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from ..bibliography import (
    containers,
    csl_dates,
    csl_names,
    csl_text,
    date_fields,
    eprints,
    verbatim,
)
from ..bibliography.containers import SUBTITLES, THESES
from ..bibliography.csl_terms import DATES, NAMES, NUMBERS, OTHER, TEXTS, TO_TYPE
from ..bibliography.entry import Entry

Item = dict[str, Any]


def to_csl_json(entries: Iterable[Entry]) -> str:
    """Write a list of items; what CSL has no variable for is kept under `custom`."""
    before, between, after = FRAME
    items = between.join(map(written, entries))
    return f"{before}{items}{after}" if items else "[]\n"


FRAME = ("[\n", ",\n", "\n]\n")  # before the first item, between two, after the last


def written(entry: Entry) -> str:
    """Write one item, on a line of its own: indenting costs as much as all the rest."""
    return _ENCODER.encode(_item(entry))


_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def _item(entry: Entry) -> Item:
    field = entry.filled
    kind = _type(entry.type, field)
    item: Item = {"id": entry.key, "type": kind}
    used: set[str] = set()
    for variable, name, value in _variables(entry.type, kind, field):
        if value:
            item[variable] = value
            used.add(name)
    if "issued" in item:
        used |= _YEAR
    custom = {name: _reading(name)(value) for name, value in field.items() if name not in used}
    if marks := csl_names.marks(field.get("author", "")):
        custom["author+an"] = "; ".join(filter(None, (custom.get("author+an"), marks)))
    if custom:
        item["custom"] = custom
    return item


_YEAR = frozenset(("year", "month", "date"))


def _type(kind: str, field: Mapping[str, str]) -> str:
    """Return the CSL type; what is only in an archive is CSL's `article`, a preprint."""
    if kind in ("misc", "unpublished", "online") and ("arxiv" in field or "eprint" in field):
        return "article"
    return TO_TYPE.get(kind, OTHER)


def _variables(
    entry_type: str, kind: str, field: Mapping[str, str]
) -> Iterator[tuple[str, str, Any]]:
    """Yield each variable, the field it is made of, and its value, which may be empty."""
    plan = _plan(entry_type, kind, tuple(field))
    yield "title", "title", containers.titled(field, "title", csl_text.from_latex)
    for variable, name in plan.names:
        yield variable, name, csl_names.from_field(field[name])
    yield "issued", "", csl_dates.from_span(date_fields.from_fields(field))
    for variable, name, read in plan.titles:
        yield variable, name, containers.titled(field, name, read)
    elsewhere = dict(eprints.addresses(field))
    for variable, name, read in plan.texts:
        yield variable, name, "" if name in elsewhere else read(field[name])
    if entry_type in THESES and "type" not in field:
        yield "genre", "type", THESES[entry_type]
    for variable, name in plan.dates:
        span = date_fields.parse(csl_text.from_latex(field[name]))
        yield variable, name, csl_dates.from_span(span)
    if "eprint" in field or "arxiv" in field:
        yield from _archive(field)
    for name, address in () if "url" in field else list(elsewhere.items())[:1]:
        yield "URL", name, address


_Read = Callable[[str], str]


class _Plan(NamedTuple):
    """What is written of an entry that has certain fields: variables, fields, how to read them."""

    names: list[tuple[str, str]]
    titles: list[tuple[str, str, _Read]]  # which a subtitle may follow
    texts: list[tuple[str, str, _Read]]
    dates: list[tuple[str, str]]


@lru_cache(1024)  # a bibliography has few kinds of entries
def _plan(entry_type: str, kind: str, there: tuple[str, ...]) -> _Plan:
    choices = {
        "container-title": containers.container(entry_type),
        "publisher": containers.publisher(entry_type),
        NUMBERS.get(kind, "issue"): ("number", "issue"),
        **TEXTS,
    }
    first = [
        (variable, next((name for name in names if name in there), ""))
        for variable, names in choices.items()
        if variable != "title"
    ]
    found = [
        (variable, name, _page if variable == "page" else _reading(name))
        for variable, name in first
        if name
    ]
    return _Plan(
        [(variable, name) for variable, name in NAMES.items() if name in there],
        [one for one in found if one[1] in SUBTITLES],
        [one for one in found if one[1] not in SUBTITLES],
        [(variable, name) for variable, name in DATES.items() if name in there],
    )


def _archive(field: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    archive = next((name for name in _ARCHIVES if name in field), "")
    if archive and "eprint" in field:
        yield "archive", archive, csl_text.from_latex(field[archive])
        yield "archive_location", "eprint", verbatim.to_text(eprints.of(field)[1])
    elif "arxiv" in field and "eprint" not in field:
        yield "archive", "", "arXiv"
        yield "archive_location", "arxiv", verbatim.to_text(eprints.arxiv(field)[1])


_ARCHIVES = ("archiveprefix", "eprinttype")


def _reading(name: str) -> _Read:
    return verbatim.to_text if name in verbatim.FIELDS else csl_text.from_latex


def _page(value: str) -> str:
    return csl_text.from_latex(value).replace("—", "-").replace("–", "-")
