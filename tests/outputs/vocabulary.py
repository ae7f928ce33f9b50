"""schema.org as far as it is used: whether a node has only properties that its type has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ..conftest import ROOT

TYPES: dict[str, Any] = json.loads((ROOT / "tests/schemas/schema_org.json").read_text("utf-8"))
_URL = re.compile(r"https?://[^\s/<>\"]+(/[^\s<>\"]*)?")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def assert_valid(node: dict[str, Any]) -> None:
    """Check a document: its context, and every node in it."""
    assert node["@context"] == "https://schema.org"
    _check({name: value for name, value in node.items() if name != "@context"})


def _check(node: dict[str, Any]) -> None:
    kind = node["@type"]
    assert kind in TYPES, kind
    known = {name: ranges for one in _ancestry(kind) for name, ranges in _properties(one).items()}
    for name, value in node.items():
        if name == "@id":
            assert _URL.fullmatch(value), value
        elif name != "@type":
            assert name in known, f"{kind} has no {name}"
            values = value if isinstance(value, list) else [value]
            assert values, f"{kind}.{name} is empty"
            for one in values:
                assert any(_is(one, what) for what in known[name]), f"{kind}.{name}: {one!r}"
                if isinstance(one, dict):
                    _check(one)


def _is(value: Any, what: str) -> bool:
    if isinstance(value, dict):
        return what in _ancestry(value["@type"])
    if what == "Integer":
        return type(value) is int
    text = isinstance(value, str) and bool(value.strip())
    form = {"URL": _URL, "Date": _DATE}.get(what)
    return text and (bool(form.fullmatch(value)) if form else what == "Text")


def _ancestry(kind: str) -> Iterator[str]:
    while kind:
        yield kind
        kind = TYPES[kind].get("parent", "")


def _properties(kind: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = TYPES[kind].get("properties", {})
    return found
