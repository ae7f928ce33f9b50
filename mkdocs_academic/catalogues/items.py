"""CSL-JSON items out of what catalogues answer: what belongs into a bibliography, and no more."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from ..bibliography import names
from ..bibliography.bibtex import from_plain
from ..bibliography.contributions import IS_GROUP
from ..online import answers

_PEOPLE = ("author", "editor", "translator", "collection-editor")
_TEXTS = (
    *("container-title", "collection-title", "event-title", "publisher", "publisher-place"),
    *("genre", "edition"),
)
_PLAIN = ("volume", "issue", "number", "page", "eid", "DOI", "PMID", "PMCID", "ISBN")
_HEADING = re.compile(r"^\s*<jats:title>(?:abstract|summary)[.:]?</jats:title>", re.IGNORECASE)
_NAMES = ("family", "given", "suffix", "dropping-particle", "non-dropping-particle", "literal")


def kept(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Return the item without what catalogues keep for themselves."""
    item: dict[str, Any] = {"type": answers.text(answer.get("type"))}
    item["title"] = text(answer.get("title"))
    item |= {name: [*map(_person, answers.items(answer.get(name)))] for name in _PEOPLE}
    item |= {name: text(answer.get(name)) for name in _TEXTS}
    item["issued"] = answer.get("issued")
    item |= {name: answers.text(_first(answer.get(name))) for name in _PLAIN}
    item["abstract"] = _HEADING.sub("", text(answer.get("abstract")))
    if not item["DOI"]:
        item["URL"] = answers.text(answer.get("URL"))
    return {name: value for name, value in item.items() if value}


def person(written: str) -> dict[str, str]:
    """Return somebody whose name stands in one piece, `Heather A. Piwowar`."""
    found = names.split(from_plain(written))[0]
    if IS_GROUP.search(written) or len(found) != 1 or not found[0].given:
        return {"literal": written}
    name = found[0]
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {**parts, "non-dropping-particle": name.prefix}


def date(written: str) -> dict[str, Any]:
    """Return a date in ISO 8601, cut off anywhere, as CSL has it."""
    parts = [int(part) for part in written.split("-") if part.isdecimal()]
    return {"date-parts": [parts]} if re.match(r"\d{4}", written) else {}


def _person(given: Mapping[str, Any]) -> dict[str, str]:
    found = {name: text(given.get(name)) for name in _NAMES}
    if not (found["family"] or found["given"] or found["literal"]):
        found["literal"] = text(given.get("name"))
    return {name: said for name, said in found.items() if said}


def text(value: Any) -> str:
    """Return a text without entities: some publishers write `&amp;amp;`."""
    return html.unescape(html.unescape(answers.text(_first(value))))


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value
