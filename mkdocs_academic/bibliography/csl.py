"""Read CSL-JSON as Zotero, pandoc, citeproc and Crossref write it: entries with BibTeX's fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from .. import urls
from ..problems import Problem, did_you_mean
from . import containers, csl_dates, csl_names, csl_text, drafts, genres, name_text, verbatim
from .csl_terms import AND_OTHERS, DATES, FROM_TYPE, NAMES, OLD_NAMES, TEXTS
from .decode import decode
from .drafts import Draft
from .entry_types import KNOWN_TYPES
from .reader import Library

_START = re.compile(r"\s*\[")
_ITEMS = re.compile(r'\s*\{.*?"(?:items|references)"\s*:\s*\[', re.DOTALL)
_BETWEEN = re.compile(r"[\s,]*")
_TELLING = ("title", "DOI", *NAMES)  # an item has one of them, if neither id nor type
_SURROGATE = re.compile("[\ud800-\udfff]")


def read(path: Path, file: str) -> Library:
    """Read a file; `file` is the name that problems show.

    Raises:
        OSError: the file cannot be opened.

    """
    text, problems = decode(path.read_bytes(), file)
    library = parse(text, file)
    return Library(library.entries, problems + library.problems)


def parse(text: str, file: str) -> Library:
    """Read CSL-JSON text; any text at all."""
    problems: list[Problem] = []
    found = [
        draft
        for line, item in _items(text.removeprefix("\ufeff"), file, problems)
        if (draft := _draft(item, line, file, problems))
    ]
    entries, of_keys = drafts.entries(found, file)
    problems += of_keys
    return Library(entries, tuple(sorted(problems, key=lambda problem: problem.line or 0)))


def _items(text: str, file: str, problems: list[Problem]) -> Iterator[tuple[int, Any]]:
    """Yield the items with their lines; what stands before a fault is kept."""
    start = _START.match(text) or _ITEMS.match(text)
    at = start.end() if start else 0
    line, counted, number = 1, 0, 0
    while True:
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]
        if start and text.startswith("]", at):
            return
        line, counted = line + text.count("\n", counted, at), at
        try:
            item, at = json.JSONDecoder(strict=False).raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            problems.append(_fault(error, text, file, line, number))
            return
        yield line, item
        number += 1
        if start is None:
            return  # one item without a list around it


def _fault(error: Exception, text: str, file: str, line: int, number: int) -> Problem:
    kept = "; what stands before it was read" if number else ""
    if isinstance(error, json.JSONDecodeError):
        line = error.lineno
        if error.pos >= len(text.rstrip()):
            return Problem(file, line, "", f"is not JSON: it ends too early{kept}")
        return Problem(file, line, "", f"is not JSON: {error.msg}{kept}")
    return Problem(file, line, "", f"is not JSON that can be read: {error}{kept}")


def _draft(item: Any, line: int, file: str, problems: list[Problem]) -> Draft | None:
    if not isinstance(item, dict):
        message = f"should be an item with type and title, got {json.dumps(item)[:40]}; left out"
        problems.append(Problem(file, line, "", message))
        return None
    key = _scalar(item.get("citation-key")) or _scalar(item.get("id"))
    said = _scalar(item.get("type"))
    is_known = said in FROM_TYPE or said.lower() in KNOWN_TYPES
    if not (key or is_known or any(map(item.get, _TELLING))):
        message = f"is no CSL-JSON item, as it has no id, type or title: {json.dumps(item)[:60]}"
        problems.append(Problem(file, line, "", f"{message}; left out"))
        return None
    kind = _type(said, item)
    if said and not is_known:
        message = f"unknown type '{said}'{did_you_mean(said, FROM_TYPE)}; read as '{kind}'"
        problems.append(Problem(file, line, key, message))
    fields = {name: value for name, value in _fields(item, kind) if value}
    return Draft(key, kind, fields, line)


def _type(said: str, item: Mapping[str, Any]) -> str:
    """Return the entry type; theses and preprints are told by more than their type."""
    kind = FROM_TYPE.get(said) or (said.lower() if said.lower() in KNOWN_TYPES else "misc")
    if kind == "thesis":
        genre = _scalar(item.get("genre")).lower()
        if re.search(r"ph\.?\s*d|doctor|dissertation", genre):
            return "phdthesis"
        return "mastersthesis" if re.search(r"master|m\.?\s?sc\b|diplom", genre) else kind
    return "article" if said == "article" and item.get("container-title") else kind


def _fields(item: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    """Yield the fields in the order of the item; the first of a name holds."""
    fields: dict[str, str] = {}
    for written, value in item.items():
        variable = OLD_NAMES.get(written, written)
        for name, text in _of_variable(variable, value, kind, item):
            if name == "doi" and variable == "custom" and len(urls.dois(text)) > 1:
                fields[name] = text  # all of which DOI is the first
            if text and name in fields and variable not in TEXTS and fields[name] != text:
                name = written.lower()  # two numbers, say: the second keeps its own name
            if text:
                fields.setdefault(name, text)
    if fields.get("type") == genres.in_english(kind):
        fields.pop("type", None)
    if name_text.add_others(fields, fields.get(AND_OTHERS, ""), NAMES.values()):
        del fields[AND_OTHERS]
    yield from fields.items()


def _of_variable(
    variable: str, value: Any, kind: str, item: Mapping[str, Any]
) -> Iterable[tuple[str, str]]:
    if variable in ("id", "citation-key", "type"):
        return ()
    if variable in NAMES or _is_people(value):
        return csl_names.to_fields(NAMES.get(variable, variable.lower()), value)
    if variable == "issued":
        return csl_dates.issued(value).items()
    if variable in DATES or csl_dates.is_date(value):
        return [(DATES.get(variable, variable.lower()), csl_dates.iso(value))]
    if variable == "custom" and isinstance(value, dict):
        return [(name.lower(), _text(name.lower(), _scalar(one))) for name, one in value.items()]
    text = _scalar(value, first_only=variable in ("title", "container-title"))
    if variable == "note":
        return _note(text)
    if variable == "archive_location" and _scalar(item.get("archive")):
        return [("eprint", _text("eprint", text))]
    if variable == "archive" and _scalar(item.get("archive_location")):
        return [("archiveprefix", _text("archiveprefix", text))]
    return [_named(variable, text, kind, item)]


def _named(variable: str, text: str, kind: str, item: Mapping[str, Any]) -> tuple[str, str]:
    """Return field and value of a plain variable."""
    if variable == "container-title":
        name = containers.container(kind)[0]
    elif variable == "publisher":
        name = containers.publisher(kind)[0]
    elif variable == "event-place":
        name = "location" if item.get("publisher-place") else "address"
    elif variable == "number" and "issue" in item and "volume" in item:
        name = "eid"  # of an article that has no pages
    elif variable in ("issue", "number", "collection-number"):
        name = "number"
    else:
        name = TEXTS.get(variable, (variable.lower(),))[0]
    if variable == "page":
        text = re.sub(r"(?<=\w)\s*[-‐‑–—−]+\s*(?=\w)", "--", text)
        return name, "--".join(csl_text.to_latex(part) for part in text.split("--"))
    return name, _text(name, text)


def _text(name: str, text: str) -> str:
    return verbatim.from_text(text) if name in verbatim.FIELDS else csl_text.to_latex(text)


_CHEAT = re.compile(
    r"(?:^|\n)\s*(arXiv|PMID|PMCID|DOI)\s*:\s*(\S+)(?:[ \t]*\[[\w.-]+\])?[ \t]*(?=\n|$)"
)


def _note(text: str) -> list[tuple[str, str]]:
    """Take identifiers out of the note, where Zotero and citeproc keep what has no variable."""
    found = [(name.lower(), verbatim.from_text(value)) for name, value in _CHEAT.findall(text)]
    return [*found, ("note", csl_text.to_latex(_CHEAT.sub("", text).strip()))]


def _is_people(value: Any) -> bool:
    return isinstance(value, list) and any(
        isinstance(one, dict) and ("family" in one or "literal" in one) for one in value
    )


def _scalar(value: Any, *, first_only: bool = False) -> str:
    """Return the text of a scalar or of a list of scalars, "" for anything else."""
    if isinstance(value, list):
        texts = [text for one in value if not isinstance(one, list) and (text := _scalar(one))]
        return "".join(texts[:1]) if first_only else ", ".join(texts)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value).strip()
    return str(value) if isinstance(value, int | float) else ""
