"""Entries as CSL-JSON, for Zotero, pandoc and everything that formats citations."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from ..bibliography import containers, csl_dates, csl_names, csl_text, date_fields, verbatim
from ..bibliography.containers import SUBTITLES, THESES
from ..bibliography.csl_terms import DATES, NAMES, NUMBERS, OTHER, TEXTS, TO_TYPE
from ..bibliography.entry import Entry

Item = dict[str, Any]

_ARCHIVES = ("archiveprefix", "eprinttype")


def to_csl_json(entries: Iterable[Entry]) -> str:
    """Write a list of items; what CSL has no variable for is kept under `custom`."""
    return joined(map(written, entries))


def joined(texts: Iterable[str]) -> str:
    """Make a file of items that are written."""
    items = ",\n".join(texts)
    return f"[\n{items}\n]\n" if items else "[]\n"


def written(entry: Entry) -> str:
    """Write one item, on a line of its own: indenting costs as much as all the rest."""
    return json.dumps(_item(entry), ensure_ascii=False)


def _item(entry: Entry) -> Item:
    field = {name: value for name, value in entry.fields.items() if value.strip()}
    kind = _type(entry.type, field)
    item: Item = {"id": entry.key, "type": kind}
    used: set[str] = set()
    for variable, name, value in _variables(entry.type, kind, field):
        if value and variable not in item and not (name and name in used):
            item[variable] = value
            used.add(name)
    used |= {"year", "month", "date"} if "issued" in item else set()
    custom = {name: _text(name, value) for name, value in field.items() if name not in used}
    if marks := csl_names.marks(field.get("author", "")):
        custom["author+an"] = "; ".join(filter(None, (custom.get("author+an"), marks)))
    return {**item, "custom": custom} if custom else item


def _type(kind: str, field: dict[str, str]) -> str:
    """Return the CSL type; what is only in an archive is CSL's `article`, a preprint."""
    if kind in ("misc", "unpublished", "online") and ("arxiv" in field or "eprint" in field):
        return "article"
    return TO_TYPE.get(kind, OTHER)


def _variables(entry_type: str, kind: str, field: dict[str, str]) -> Iterator[tuple[str, str, Any]]:
    """Yield variable, the field it is made of, and value; the first of a variable holds."""
    yield "title", "title", containers.titled(field, "title", csl_text.from_latex)
    for variable, name in NAMES.items():
        if name in field:
            yield variable, name, csl_names.from_field(field[name])
    yield "issued", "", csl_dates.from_span(date_fields.from_fields(field))
    for variable, names in _texts(entry_type, kind):
        for name in names:
            if name in field:
                yield variable, name, _value(variable, name, field)
                break
    if entry_type in THESES and "type" not in field:
        yield "genre", "type", THESES[entry_type]
    for variable, name in DATES.items():
        if name in field:
            yield variable, name, csl_dates.from_span(date_fields.parse(_text("", field[name])))
    yield from _archive(field)


@cache
def _texts(entry_type: str, kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the fields that a variable may be made of; the first that is there counts."""
    choices = {
        "container-title": containers.container(entry_type),
        "publisher": containers.publisher(entry_type),
        NUMBERS.get(kind, "issue"): ("number", "issue"),
    }
    return (*choices.items(), *TEXTS.items())


def _archive(field: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    archive = next((name for name in _ARCHIVES if name in field), "")
    if archive and "eprint" in field:
        yield "archive", archive, _text("", field[archive])
        yield "archive_location", "eprint", _text("eprint", field["eprint"])
    elif "arxiv" in field and "eprint" not in field:
        yield "archive", "", "arXiv"
        yield "archive_location", "arxiv", _text("arxiv", field["arxiv"])


def _value(variable: str, name: str, field: dict[str, str]) -> str:
    if name in SUBTITLES:
        return containers.titled(field, name, csl_text.from_latex)
    text = _text(name, field[name])
    return text.replace("—", "-").replace("–", "-") if variable == "page" else text


def _text(name: str, value: str) -> str:
    return verbatim.to_text(value) if name in verbatim.FIELDS else csl_text.from_latex(value)
