"""Entries as RIS, for reference managers; fields that RIS has no tag for stay behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..bibliography import containers, date_fields, latex, names, verbatim
from ..bibliography.containers import THESES
from ..bibliography.date_fields import Span
from ..bibliography.entry import Entry
from ..bibliography.names import Name
from ..bibliography.ris_tags import OTHER, TO_TYPE

# In the order of the specification's examples. Of several fields the first that is there.
_TEXTS: Mapping[str, tuple[str, ...]] = {
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
_NAMES = {"AU": "author", "A2": "editor", "A3": "serieseditor", "A4": "translator"}


def to_ris(entries: Iterable[Entry]) -> str:
    """Write one reference an entry; lines end as the specification wants it."""
    return joined(map(written, entries))


def joined(texts: Iterable[str]) -> str:
    """Make a file of references that are written."""
    return "".join(texts)


def written(entry: Entry) -> str:
    """Write one reference."""
    field = {name: value for name, value in entry.fields.items() if value.strip()}
    lines = [f"TY  - {TO_TYPE.get(entry.type, OTHER)}\r\nID  - {entry.key}\r\n"]
    for tag, text in _content(entry.type, field):
        if text and (flat := " ".join(text.split())):
            lines.append(f"{tag}  - {flat}\r\n")
    return "".join([*lines, "ER  - \r\n"])


def _content(kind: str, field: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for tag, name in _NAMES.items():
        if name in field:
            yield from ((tag, text) for text in _people(field[name]))
    yield "TI", _text(field, "title")
    yield from _container(kind, field)
    yield from _dates(date_fields.from_fields(field))
    first, _, last = _text(field, "pages").replace("—", "–").partition("–")
    yield "SP", first
    yield "EP", last
    yield "PB", _text(field, *containers.publisher(kind))
    for name in ("issn", "isbn"):
        if name in field:
            yield "SN", _text(field, name)
    for tag, fields in _TEXTS.items():
        if not field.keys().isdisjoint(fields):
            yield tag, _text(field, *fields)
    if kind in THESES and "type" not in field:
        yield "M3", THESES[kind]
    if "keywords" in field:
        yield from (("KW", word.strip()) for word in _keywords(_text(field, "keywords")))
    if archive := _arxiv(field):
        yield "AN", f"arXiv:{archive}"
    for name in field:
        if name.startswith("ris_"):
            yield name[4:].upper(), _text(field, name)


def _container(kind: str, field: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    container = _text(field, *containers.container(kind))
    event = _text(field, "eventtitle")
    if kind in ("inproceedings", "conference") and container and event:
        yield "C3", container
        yield "T2", event
    else:
        yield "T2", container or event


def _arxiv(field: Mapping[str, str]) -> str:
    archive = field.get("archiveprefix") or field.get("eprinttype") or ""
    return _text(field, "eprint") if archive.lower() == "arxiv" else _text(field, "arxiv")


def _text(field: Mapping[str, str], *names: str) -> str:
    """Return the text of the first field that is there."""
    for name in names:
        if name in field:
            if name in verbatim.FIELDS:
                return verbatim.to_text(field[name])
            return containers.titled(field, name, _read)
    return ""


def _read(value: str) -> str:
    """Drop tags, but not what only looks like one after reading."""
    return latex.to_plain(value) if "<" in value else latex.to_text(value)


def _people(value: str) -> list[str]:
    people, and_others = names.split(value)
    return [*map(_person, people), *(["others"] if and_others else [])]


def _person(name: Name) -> str:
    """Write `von Family, Given, Suffix`; a trailing comma keeps a body's name whole."""
    if not (name.given or name.suffix):
        return f"{name.full}," if " " in name.full or "," in name.full else name.full
    family = f"{name.prefix} {name.family}" if name.prefix else name.family
    return ", ".join([family, name.given, *filter(None, [name.suffix])])


def _dates(span: Span) -> Iterator[tuple[str, str]]:
    year, month, day = span.start
    if not year:
        yield "PY", span.text
        return
    yield "PY", str(year)
    if month or span.season:
        parts = (f"{number:02}" if number else "" for number in (month, day))
        yield "DA", "/".join((str(year), *parts, span.season))


def _keywords(text: str) -> list[str]:
    return text.split(";" if ";" in text else ",")
