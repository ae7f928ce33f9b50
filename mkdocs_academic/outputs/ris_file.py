"""Entries as RIS, for reference managers; fields that RIS has no tag for stay behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..bibliography import containers, date_fields, latex, names, verbatim
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
    found = [
        (tag, text)
        for tag, name in _NAMES.items()
        if name in field
        for text in _people(field[name])
    ]
    found.append(("TI", _text(field, "title")))
    found += _container(kind, field)
    found += _dates(date_fields.from_fields(field))
    if "pages" in field:
        first, _, last = _text(field, "pages").replace("—", "–").partition("–")
        found += (("SP", first), ("EP", last))
    found.append(("PB", _first(field, containers.publisher(kind))))
    found += [("SN", _text(field, name)) for name in ("issn", "isbn") if name in field]
    done = ""
    for tag, name, read in _TEXTS:
        if name in field and tag != done:
            found.append((tag, read(field[name])))
            done = tag
    if kind in THESES and "type" not in field:
        found.append(("M3", THESES[kind]))
    if "keywords" in field:
        found += [("KW", word) for word in _keywords(_text(field, "keywords"))]
    if archive := _arxiv(field):
        found.append(("AN", f"arXiv:{archive}"))
    found += [(name[4:].upper(), _text(field, name)) for name in field if name[:4] == "ris_"]
    return found


def _container(kind: str, field: Mapping[str, str]) -> list[tuple[str, str]]:
    container = _first(field, containers.container(kind))
    event = _text(field, "eventtitle")
    if kind in ("inproceedings", "conference") and container and event:
        return [("C3", container), ("T2", event)]
    return [("T2", container or event)]


def _arxiv(field: Mapping[str, str]) -> str:
    archive = field.get("archiveprefix") or field.get("eprinttype") or ""
    return _text(field, "eprint") if archive.lower() == "arxiv" else _text(field, "arxiv")


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


_TEXTS = [
    (tag, name, verbatim.to_text if name in verbatim.FIELDS else _read)
    for tag, names in _ORDER.items()
    for name in names
]


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
