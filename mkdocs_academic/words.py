"""Our own words in the reader's language, and those that a site says otherwise."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from .problems import did_you_mean

_FOLDER = Path(__file__).parent / "locales"


@cache
def words(language: str) -> Mapping[str, str]:
    """Return the words of a language tag (`pt-BR`, then `pt`), English where one is missing."""
    found = _read("en")
    for tag in _tags(language):
        found = {**found, **_read(tag)}
    return with_own(found, found)


def with_own(found: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Return the words with those that a site says otherwise, also for types called alike."""
    alike = {
        f"{kind}.{other}": own[f"{kind}.{name}"]
        for kind in ("type", "kind")  # in the plural, in the singular
        for name, others in _CALLED_ALIKE.items()
        if f"{kind}.{name}" in own
        for other in others.split()
    }
    return {**found, **alike, **own}


_CALLED_ALIKE = {  # types of entries
    "article": "suppperiodical",
    "inproceedings": "conference workshop",
    "incollection": "inbook bookinbook suppbook suppcollection",
    "book": "mvbook booklet",
    "collection": "mvcollection",
    "reference": "mvreference",
    "proceedings": "mvproceedings",
    "periodical": "journal",
    "thesis": "mastersthesis bachelorsthesis bachelorthesis masterthesis diplomathesis "
    "dissertation",
    "techreport": "report",
    "online": "electronic www webpage website",
    "presentation": "talk lecture",
    "legal": "legislation jurisdiction commentary",
    "video": "movie",
    "misc": "generic archive set xdata bibnote customa customb customc customd custome customf",
}


def _tags(language: str) -> Iterator[str]:
    """Return the tags under which words may stand, the most general first (BCP 47)."""
    if not re.fullmatch(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*", language):
        return
    first, *rest = re.split("[-_]", language)
    yield first.lower()
    if first.lower() == "zh" and {part.casefold() for part in rest} & _TRADITIONAL:
        yield "zh-Hant"
    if rest:
        yield "-".join([first.lower(), *rest])


_TRADITIONAL = {"hant", "tw", "hk", "mo"}  # the script, and where it is the usual one


def _read(tag: str) -> dict[str, str]:
    file = _FOLDER / f"{tag}.json"
    found: dict[str, str] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    return found


def mistakes(own: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Tell what is wrong with a site's own words: the key and what to write instead."""
    known = words("en")
    for key, word in own.items():
        if key not in known:
            yield key, f"is none of our words{did_you_mean(key, known)}"
        elif isinstance(word, str) and holes(word) != holes(known[key]):
            wanted = " and ".join(holes(known[key])) or "no braces"
            yield key, f"should hold {wanted}, as {known[key]!r} does, got {word!r}"


def holes(word: str) -> list[str]:
    """Return the places to fill: `{}`, `{name}`, and braces that `str.format` would refuse."""
    return sorted(re.findall(r"\{\w*\}|[{}]", word))
