"""Front matter and settings of Hugo: YAML, TOML or JSON, all of it read as text."""

from __future__ import annotations

import json
import re
import textwrap
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, NamedTuple

import yaml

from ..source import Source

_YAML = re.compile(r"\A\s*---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\A\s*\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_OPENED = re.compile(r"\A\s*(?:---|\+\+\+)[ \t]*\n\s*\w+\s*[:=]")
_TOML_LINE = re.compile(r"at line (\d+)")
_NESTED = re.compile(r"(?:[\[{]\s*){60}")
_ASKED = "\ue035"  # stands for a question mark; the source is without it
_LARGEST, _DEEPEST = 50_000, 40  # values in a file, and how far they may lie within each other


class Front(NamedTuple):
    """What a page says of itself, and its text."""

    meta: dict[str, Any]
    body: str


class _Unfit(ValueError):
    """What is wrong, and on which line."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def read(source: Source, name: str) -> Front | None:
    """Read a page; of one whose head is broken the report tells, and there is None."""
    text = (source.text(name) or "").removeprefix("\ufeff")
    try:
        return _split(text)
    except _Unfit as unfit:
        line = f":{unfit.line}" if unfit.line else ""
        source.report.note(f"`{name}{line}`: {unfit}: the page was left out")
    return None


def _split(text: str) -> Front:
    for pattern, kind in ((_YAML, "yaml"), (_TOML, "toml")):
        if found := pattern.match(text):
            before = text[: found.start(1)].count("\n")
            return Front(_mapping(parsed(found[1], kind, before)), text[found.end() :])
    if _OPENED.match(text):
        raise _Unfit("its front matter does not end", 1)
    if text.lstrip().startswith("{"):
        start = len(text) - len(text.lstrip())
        try:
            meta, end = json.JSONDecoder(parse_int=str, parse_float=str).raw_decode(text[start:])
        except (ValueError, RecursionError):
            return Front({}, text)
        return Front(_mapping(_text_only(meta)), text[start + end :])
    return Front({}, text)


def _mapping(value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    if value in (None, ""):
        return {}
    raise _Unfit("its front matter is no mapping (name: value)", 1)


def data(source: Source, name: str) -> Any:
    """Read a file of settings or data, None where it is missing or broken, which is told."""
    text = source.text(name)
    if text is None:
        return None
    kind = {"yml": "yaml"}.get(name.rpartition(".")[2], name.rpartition(".")[2])
    try:
        return parsed(text.removeprefix("\ufeff"), kind)
    except _Unfit as unfit:
        line = f":{unfit.line}" if unfit.line else ""
        source.report.note(f"`{name}{line}`: {unfit}: the file was left out")
    return None


def parsed(text: str, kind: str, before: int = 0) -> Any:
    """Read YAML, TOML or JSON as text, lists and mappings; `before` lines stand above it.

    Raises:
        ValueError: it is none; the message says why.

    """
    if _NESTED.search(text):
        raise _Unfit(f"is no {kind.upper()} (too deep)")
    try:
        if kind == "toml":
            return _text_only(tomllib.loads(text))
        if kind == "json":
            return _text_only(json.loads(text, parse_int=str, parse_float=str))
        return _text_only(_loaded(text.replace("\t", "    ")))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 + before if mark else 0
        raise _Unfit(f"is no YAML ({error.problem or error.context})", line) from None
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = int(found[1]) + before if found else 0
        raise _Unfit("is no TOML", line) from None
    except json.JSONDecodeError as error:
        raise _Unfit("is no JSON", error.lineno + before) from None
    except (yaml.YAMLError, RecursionError):
        raise _Unfit(f"is no {kind.upper()}") from None


def _loaded(text: str) -> Any:
    """Read YAML; PyYAML (6.0) takes `?` within the words of a `{mapping}` for a mark of its own."""
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        if "got '?'" not in str(error.problem):
            raise
    return yaml.load(re.sub(r"(?<=\w)\?", _ASKED, text), Loader=yaml.BaseLoader)


def _text_only(value: Any) -> Any:
    """Return what was read with all of its values as text; refuse what is built to be endless."""
    left = _LARGEST

    def plain(one: Any, depth: int) -> Any:
        nonlocal left
        left -= 1
        if left < 0 or depth > _DEEPEST:
            raise _Unfit("is too large, or too deep")
        if isinstance(one, dict):
            return {str(key): plain(inner, depth + 1) for key, inner in one.items()}
        if isinstance(one, list | tuple):
            return [plain(inner, depth + 1) for inner in one]
        if isinstance(one, bool):
            return "true" if one else "false"
        if isinstance(one, datetime | date | time):
            return one.isoformat()
        return "" if one is None else str(one).replace(_ASKED, "?")

    return plain(value, 0)


def text(value: Any) -> str:
    """Return a value's text, "" for none and for what is no text."""
    found = value if isinstance(value, str) else ""
    found = (textwrap.dedent(found) if found[:1].isspace() else found).strip()
    return "" if found in ("null", "~", "Null", "NULL") else found


def line(value: Any) -> str:
    """Return a value's text in one line."""
    return " ".join(text(value).split())


def is_on(value: Any) -> bool:
    """Tell a switch that is on."""
    return text(value).lower() in ("true", "yes", "on", "1")


def is_off(value: Any) -> bool:
    """Tell a switch that is off."""
    return text(value).lower() in ("false", "no", "off", "0")


def inner(value: Any, *names: str) -> Any:
    """Return what lies in mappings within each other, None where a step is missing."""
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def mappings(value: Any) -> list[dict[str, Any]]:
    """Return the mappings of a list; one that stands alone, and those by name, are as good."""
    if isinstance(value, dict):
        return [value]
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def texts(value: Any) -> list[str]:
    """Return the texts of a list, or the one that stands alone."""
    found = value if isinstance(value, list) else [value]
    return [one for each in found if (one := line(each))]


def leaves(value: Any) -> str:
    """Return the texts in a value, in a line that is not too long."""
    if isinstance(value, dict):
        found = "; ".join(filter(None, map(leaves, value.values())))
    elif isinstance(value, list):
        found = "; ".join(filter(None, map(leaves, value)))
    else:
        found = line(value).replace("`", "'")
    return found if len(found) <= 80 else f"{found[:79]}…"
