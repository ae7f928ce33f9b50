"""People in CSL-JSON: an object with family, given, particles and suffix, or a literal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from json.encoder import encode_basestring as quoted  # what JSONEncoder has for Unicode
from typing import Any

from . import name_text, names
from .names import Name


def to_fields(field: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the field with all names, written as BibTeX does."""
    people = value if isinstance(value, list) else [value]
    written = [text for person in people if (text := _written(person))]
    yield field, " and ".join(written)


def _written(person: Any) -> str:
    if isinstance(person, str):
        return person
    if not isinstance(person, dict):
        return ""
    part = {name: text.strip() for name, text in person.items() if isinstance(text, str)}
    if literal := part.get("literal") or part.get("name"):
        return name_text.literal(literal)
    particles = (part.get("dropping-particle"), part.get("non-dropping-particle"))
    return name_text.person(
        part.get("family", ""),
        part.get("given", ""),
        " ".join(filter(None, particles)),
        part.get("suffix", ""),
    )


def from_field(value: str) -> list[str]:
    """Return the people of a field, each as JSON; `and others` is nobody."""
    return [_person(name) for name in names.split(value)[0]]


def _person(name: Name) -> str:
    given, prefix, suffix = name.given, name.prefix, name.suffix
    if not (prefix or suffix):
        if given:
            return f'{{"family": {quoted(name.family)}, "given": {quoted(given)}}}'
        return f'{{"literal": {quoted(name.full)}}}'
    parts = {"family": name.family}
    if given:
        parts["given"] = given
    if prefix:
        parts["non-dropping-particle"] = prefix
    if suffix:
        parts["suffix"] = suffix
    return json.dumps(parts, ensure_ascii=False)
