"""Entries as RIS, for reference managers; fields that RIS has no tag for stay behind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from ..bibliography import containers, date_fields, eprints, latex, names, verbatim
from ..bibliography.containers import THESES
from ..bibliography.date_fields import Span
from ..bibliography.entry import Entry
from ..bibliography.names import Name
from ..bibliography.ris_tags import OTHER, TO_TYPE

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


def to_ris(entries: Iterable[Entry]) -> str:
    """Write one reference an entry; lines end as the specification wants it."""
    return FRAME[1].join(map(written, entries))


def written(entry: Entry) -> str:
    """Write one reference."""
    field = entry.filled
    lines = [f"TY  - {TO_TYPE.get(entry.type, OTHER)}\r\nID  - {entry.key}\r\n"]
    for tag, text in _content(entry.type, field):
        if "  " in text or not text.isprintable():  # no other blank is printable
            text = " ".join(text.split())
        if text := text.strip(" "):
            lines.append(f"{tag}  - {text}\r\n")
    lines.append("ER  - \r\n")
    return "".join(lines)


def _content(kind: str, field: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return tags with their texts, some of them empty."""
    plan = _plan(kind, tuple(field))
    found = [(tag, text) for tag, name in plan.people for text in _people(field[name])]
    found.append(("TI", _text(field, "title")))
    found += _container(kind, field)
    found += _dates(date_fields.from_fields(field))
    if "pages" in field:
        first, _, last = _text(field, "pages").replace("—", "–").partition("–")
        found += (("SP", first), ("EP", last))
    found += [(tag, read(field[name])) for tag, name, read in plan.texts]
    if kind in THESES and "type" not in field:
        found.append(("M3", THESES[kind]))
    if "keywords" in field:
        found += [("KW", word) for word in _keywords(_text(field, "keywords"))]
    if archive := _arxiv(field):
        found.append(("AN", f"arXiv:{archive}"))
    found += [(tag, read(field[name])) for tag, name, read in plan.own]
    for name, address in eprints.addresses(field):
        found = [one for one in found if one[0] != "DO"] if name == "doi" else found
        if "url" not in field and all(tag != "UR" for tag, _ in found):
            found.append(("UR", address))
    return found


_Read = Callable[[str], str]


class _Plan(NamedTuple):
    """What is written of an entry that has certain fields: tags, fields, how these are read."""

    people: list[tuple[str, str]]
    texts: list[tuple[str, str, _Read]]
    own: list[tuple[str, str, _Read]]  # tags that only another RIS file can have brought


@lru_cache(1024)  # a bibliography has few kinds of entries
def _plan(kind: str, there: tuple[str, ...]) -> _Plan:
    wanted = [("PB", containers.publisher(kind)), ("SN", ("issn",)), ("SN", ("isbn",))]
    first = [
        (tag, next((name for name in names if name in there), ""))
        for tag, names in (*wanted, *_ORDER.items())
    ]
    return _Plan(
        [(tag, name) for tag, name in _NAMES.items() if name in there],
        [(tag, name, _reading(name)) for tag, name in first if name],
        [(name[4:].upper(), name, _reading(name)) for name in there if name[:4] == "ris_"],
    )


def _container(kind: str, field: Mapping[str, str]) -> list[tuple[str, str]]:
    container = _first(field, containers.container(kind))
    event = _text(field, "eventtitle")
    if kind in ("inproceedings", "conference") and container and event:
        return [("C3", container), ("T2", event)]
    return [("T2", container or event)]


def _arxiv(field: Mapping[str, str]) -> str:
    archive, number = eprints.of(field)
    if archive.lower() != "arxiv":
        _, number = eprints.arxiv(field)
    return verbatim.to_text(number)


def _first(field: Mapping[str, str], names: Iterable[str]) -> str:
    """Return the text of the first field that is there."""
    for name in names:
        if name in field:
            return _text(field, name)
    return ""


def _text(field: Mapping[str, str], name: str) -> str:
    """Return the text of a field, "" where it is not there."""
    if name not in field:
        return ""
    if name in verbatim.FIELDS:
        return verbatim.to_text(field[name])
    return containers.titled(field, name, _read)


def _read(value: str) -> str:
    """Drop tags, but not what only looks like one after reading."""
    return latex.to_plain(value) if "<" in value else latex.to_text(value)


def _reading(name: str) -> _Read:
    return verbatim.to_text if name in verbatim.FIELDS else _read


def _people(value: str) -> list[str]:
    people, and_others = names.split(value)
    return [*map(_person, people), *(["others"] if and_others else [])]


def _person(name: Name) -> str:
    """Write `von Family, Given, Suffix`; a trailing comma keeps a body's name whole."""
    if not (name.given or name.suffix):
        return f"{name.full}," if " " in name.full or "," in name.full else name.full
    family = f"{name.prefix} {name.family}" if name.prefix else name.family
    return ", ".join([family, name.given, *filter(None, [name.suffix])])


def _dates(span: Span) -> list[tuple[str, str]]:
    year, month, day = span.start
    if not year:
        return [("PY", span.text)]
    if not (month or span.season):
        return [("PY", str(year))]
    parts = [f"{number:02}" if number else "" for number in (month, day)]
    return [("PY", str(year)), ("DA", "/".join([str(year), *parts, span.season]))]


def _keywords(text: str) -> list[str]:
    return text.split(";" if ";" in text else ",")
