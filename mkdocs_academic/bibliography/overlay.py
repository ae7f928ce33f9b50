"""What a site adds to the entries of a bibliography: pictures, labels, links, by citation key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from ..problems import did_you_mean
from . import bibtex, verbatim
from .entry import Entry
from .fields import FIELDS

LINKS = "links"
_LISTS = {"author": " and ", "editor": " and ", "former": ", ", "keywords": ", ", "tags": "; "}
_ALSO = {"authors": "author", "keyword": "keywords"}


class Mistake(NamedTuple):
    """What is wrong in the overlay, and where."""

    key: str
    field: str  # "" where the key itself is meant
    message: str


class Overlaid(NamedTuple):
    """The entries with what the overlay adds."""

    entries: tuple[Entry, ...]
    links: Mapping[str, Mapping[str, str]]  # by citation key: label -> address
    mistakes: tuple[Mistake, ...]


def applied(entries: Iterable[Entry], overlay: Mapping[str, Any]) -> Overlaid:
    """Lay the values over the entries' own; values are plain text, math between dollars."""
    entries = tuple(entries)
    known = {entry.key for entry in entries}
    links: dict[str, Mapping[str, str]] = {}
    mistakes: list[Mistake] = []
    added: dict[str, dict[str, str]] = {}
    for key, given in overlay.items():
        if key not in known:
            hint = did_you_mean(key, known)
            mistakes.append(Mistake(key, "", f"is the key of no entry{hint}"))
        elif not isinstance(given, Mapping):
            mistakes.append(Mistake(key, "", "should be a mapping (field: value)"))
        else:
            links[key] = _links(key, given.get(LINKS), mistakes)
            added[key] = _fields(key, given, mistakes)
    laid = (_with(entry, added.get(entry.key)) for entry in entries)
    return Overlaid(tuple(laid), {key: own for key, own in links.items() if own}, tuple(mistakes))


def _with(entry: Entry, added: Mapping[str, str] | None) -> Entry:
    return replace(entry, fields={**entry.fields, **added}) if added else entry


def _links(key: str, given: Any, mistakes: list[Mistake]) -> dict[str, str]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        mistakes.append(Mistake(key, LINKS, "should be a mapping (label: address)"))
        return {}
    links: dict[str, str] = {}
    for label, address in given.items():
        if isinstance(address, str):
            links[str(label)] = address
        elif address is not None:
            mistakes.append(Mistake(key, LINKS, f"the address of '{label}' should be a text"))
    return links


def _fields(key: str, given: Mapping[str, Any], mistakes: list[Mistake]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for written, value in given.items():
        name = _ALSO.get(str(written), str(written))
        if name == LINKS or value is None:
            continue
        if name not in FIELDS:
            hint = did_you_mean(name, (*FIELDS, LINKS))
            mistakes.append(Mistake(key, str(written), f"unknown field{hint}"))
        elif (text := _text(name, value)) is None:
            mistakes.append(Mistake(key, str(written), _wanted(name)))
        else:
            fields[name] = text
    return fields


def _wanted(name: str) -> str:
    return "should be a text or a list of texts" if name in _LISTS else "should be a text"


def _text(name: str, value: Any) -> str | None:
    """Return the LaTeX value, None for what is no text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple) and name in _LISTS:
        texts = [_text("", one) for one in value]
        return None if None in texts else _LISTS[name].join(filter(None, texts))
    if isinstance(value, str | int | float):
        write = verbatim.from_text if name in verbatim.FIELDS else bibtex.from_plain
        return write(str(value))
    return None
