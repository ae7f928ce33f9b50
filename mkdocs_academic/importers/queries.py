"""The lists of papers of jekyll-scholar, the tag `bibliography --query @article`, as macros."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from . import calls

_OPTION = re.compile(
    r"(?:^|\s)(--[\w-]+|-\w)[\s=]+(\"[^\"]*\"|'[^']*'|@\S+(?:\s*\[[^\]]*\]\S*)?|(?!-)\S+)"
)
_QUERY = re.compile(r"@([\w*]+(?:\s*,\s*@[\w*]+)*)\s*((?:\[[^\]]*\])?)\*?")
_CONDITION = re.compile(r"(\w+)\s*(?:=|~=|\^=)\s*([^&|\]]+)")
_LOOP = re.compile(
    r"\{%-?\s*for\s+\w+\s+in\s+(?:page|site)\.years[^%]*%\}.*?\{%-?\s*endfor\s*-?%\}", re.DOTALL
)
_OFFERED = {"year": "year", "selected": "selected", "keywords": "keyword"}


def by_year(page: str) -> str:
    """Put one list where the template loops over the years: lists have the years as headings."""
    return _LOOP.sub(
        lambda found: "{% bibliography %}" if "bibliography" in found[0] else found[0], page
    )


def called(
    rest: str,
    types: Mapping[str, str],
    note: Callable[[str], object],
    files: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """Return the macro that shows what the tag showed, "" for a list without papers.

    `types` are those of the papers by key, `files` their keys by the name of their file.
    """
    if re.search(r"--cited\b|(?:^|\s)-c\b", rest):
        return f"\n\n{calls.macro('bibliography')}\n\n"
    options: dict[str, Any] = {}
    for name, value in _OPTION.findall(rest):
        value = value.strip("\"'")
        if name in ("--query", "-q"):
            found = _read(value, types)
            if found is None:
                note(f"the query `{value}` for papers has no counterpart: the list shows all")
            else:
                options |= found
        elif name in ("--file", "-f") and (keys := _keys(value, files or {})) is not None:
            options |= {"keys": keys} if keys else {}
        elif name in ("--max", "-m") and value.isdigit():
            options["limit"] = int(value)
        elif name == "--group_by":
            options["group_by"] = value if value in ("year", "type", "none") else "year"
        else:
            note(f"`{name} {value}` of a list of papers has no counterpart: the list shows all")
    wanted = options.get("type")
    if wanted and not set([wanted] if isinstance(wanted, str) else wanted) & set(types.values()):
        note(f"no paper is of the type `{wanted}`: that list was left out")
        return ""
    return f"\n\n{calls.macro('publications', **options)}\n\n"


def _keys(name: str, files: Mapping[str, Sequence[str]]) -> list[str] | None:
    """Return the papers of a file, none where it is the only one, None for one that is unknown."""
    name = name.removesuffix(".bib").strip("/")
    last = name.rpartition("/")[2]
    found = [name] if name in files else [one for one in files if one.rpartition("/")[2] == last]
    if len(found) != 1:
        return None
    return [] if len(files) == 1 else list(files[found[0]])


def _read(query: str, types: Mapping[str, str]) -> dict[str, Any] | None:
    """Read `@article[year=2020]`, None for what cannot be said here."""
    found = _QUERY.fullmatch(query.strip())
    if not found:
        return None
    kinds = [one.strip(" @").lower() for one in found[1].split(",")]
    options: dict[str, Any] = {}
    if "*" not in kinds:
        kinds = [one for one in kinds if one in types.values()] or kinds
        options["type"] = kinds[0] if len(kinds) == 1 else kinds
    inner = found[2].strip("[]").strip()
    if not inner:
        return options
    conditions = [_CONDITION.fullmatch(one.strip()) for one in inner.split("&&")]
    for one in conditions:
        if one is None or one[1].lower() not in _OFFERED:
            return None
        value = one[2].strip().strip("\"'")
        options[_OFFERED[one[1].lower()]] = value == "true" if one[1] == "selected" else value
    return options
