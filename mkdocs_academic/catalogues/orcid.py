"""ORCID: the works of a record. Those with a DOI are asked for there, for ORCID has less of them.

Source: info.orcid.org/documentation/api-tutorials/, "Read data on a record" (API 3.0).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..bibliography import reader
from ..bibliography.keys import made_up
from ..online import answers, ids
from ..online.service import Request
from ..outputs.bibtex_file import written
from . import items, pubmed
from .base import Catalogue, Found, Sheet, Steps, Wanted, csl

_WHOLE = ("self", "version-of")  # of the work, the surest first; not of the book it stands in
_TYPES = {  # work type -> CSL type; others are documents
    "journal-article": "article-journal", "magazine-article": "article-magazine",
    "newspaper-article": "article-newspaper", "conference-paper": "paper-conference",
    "conference-abstract": "paper-conference", "conference-poster": "speech",
    "conference-presentation": "speech", "conference-proceedings": "book",
    "lecture-speech": "speech", "book": "book", "edited-book": "book", "book-chapter": "chapter",
    "book-review": "review-book", "dictionary-entry": "entry-dictionary",
    "encyclopedia-entry": "entry-encyclopedia",
    "dissertation-thesis": "thesis", "dissertation": "thesis", "manual": "book",
    "supervised-student-publication": "thesis", "preprint": "article", "working-paper": "report",
    "report": "report", "technical-standard": "standard", "patent": "patent",
    "data-set": "dataset", "software": "software", "website": "webpage",
    "online-resource": "webpage",
}  # fmt: skip
_NO_AUTHORS = frozenset(("assignee", "chair-or-translator", "support-staff"))  # all others wrote it


def _known_as(kind: str, value: str) -> tuple[str, str]:
    """Return catalogue and id of an external identifier, two empty texts if it is malformed."""
    if kind in ("doi", "arxiv") and (number := ids.arxiv(value)):
        return "arxiv", number
    if kind == "doi":
        return "doi", ids.doi(value)
    prefix = {"pmid": "pmid:", "pmc": "PMC"}.get(kind, "")
    bare = value.upper().removeprefix("PMC")
    return "pubmed", pubmed.find(prefix + bare if prefix and bare.isdecimal() else value)


def find(given: str) -> str:
    """Return the iD, or iD and number of one work of it."""
    found = re.search(
        r"(?:^|orcid\.org/|^orcid\s*:\s*)(\d{4}(?:-\d{3}[\dX]){3})/?$", given.strip(), re.I
    )
    return found[1].upper() if found else ""


def read(wanted: tuple[str, ...]) -> Steps:
    """Ask for the list of works of each record, and for each work that stands there only."""
    more: list[Wanted] = []
    sheets: list[Sheet] = []
    failures: dict[str, str] = {}
    for one in wanted:
        orcid, _, number = one.partition("/")
        answer = yield Request(f"/{orcid}/work/{number}" if number else f"/{orcid}/works")
        groups = answers.at(answer.data, "group")
        if answer.failure:
            failures[one] = answer.failure
        elif number:
            found = _sheets(answer.data)
            sheets += found
            failures |= {} if found else {one: "the answer holds no work with a title"}
        elif isinstance(groups, list):
            more += [work for group in answers.items(groups) for work in _work(group, orcid)]
        else:
            failures[one] = "the answer holds no works"
    return Found(sheets=tuple(sheets), more=tuple(more), failures=failures)


def _work(group: Mapping[str, Any], orcid: str) -> list[Wanted]:
    """Return where one work is best asked for; a group is what several sources say of it."""
    summaries = answers.items(group.get("work-summary"))
    number = answers.text(answers.at(summaries, 0, "put-code"))
    here = Wanted("orcid", f"{orcid}/{number}") if number else None
    known = (_identifiers(one).items() for one in (group, *summaries))
    best = next((Wanted(*pair, here) for pairs in known for pair in pairs), here)
    return [best] if best else []


def _identifiers(work: Mapping[str, Any]) -> dict[str, str]:
    """Return the ids of a work by catalogue, the catalogue that knows most first."""
    found: dict[str, str] = {}
    listed = answers.items(answers.at(work, "external-ids", "external-id"))
    for relationship in _WHOLE:
        for one in (one for one in listed if one.get("external-id-relationship") == relationship):
            kind = answers.text(one.get("external-id-type")).lower()
            catalogue, number = _known_as(kind, answers.text(one.get("external-id-value")))
            if number:
                found.setdefault(catalogue, number)
    return {name: found[name] for name in ("doi", "arxiv", "pubmed") if name in found}


def _sheets(work: Any) -> tuple[Sheet, ...]:
    """Return a work; the citation that somebody entered says more, if it can be read."""
    citation = answers.at(work, "citation", "citation-value")
    if isinstance(citation, str) and answers.at(work, "citation", "citation-type") == "bibtex":
        library = reader.parse(citation, "")
        if len(library.entries) == 1 and {"title", "author"} <= library.entries[0].filled.keys():
            entry = library.entries[0]
            fields = {**entry.filled, **_lacking(entry.filled, work)}
            key = made_up(entry.type, fields)  # theirs is a number of some database
            return (Sheet(written(replace(entry, key=key, fields=fields)), ".bib"),)
    item = _item(work)
    return csl([item] if item.get("title") else ())


def _lacking(fields: Mapping[str, str], work: Any) -> dict[str, str]:
    """Return what the record knows and the citation does not say."""
    found = {
        "year": answers.text(answers.at(work, "publication-date", "year", "value")),
        "doi": _identifiers(work).get("doi", ""),
    }
    return {name: value for name, value in found.items() if value and name not in fields}


def _item(work: Any) -> dict[str, Any]:
    title, subtitle = (
        answers.text(answers.at(work, "title", part, "value")) for part in ("title", "subtitle")
    )
    when = (
        answers.at(work, "publication-date", part, "value") for part in ("year", "month", "day")
    )
    kind = _TYPES.get(answers.text(answers.at(work, "type")), "document")
    return items.kept({
        "type": kind,
        "title": f"{title}: {subtitle}" if subtitle else title,
        **_people(work),
        "container-title": answers.text(answers.at(work, "journal-title", "value")),
        "issued": items.date("-".join(answers.text(part) for part in when if part)),
        "abstract": answers.text(answers.at(work, "short-description")),
        "DOI": _identifiers(work).get("doi", ""),
        "URL": answers.text(answers.at(work, "url", "value")),
    })  # fmt: skip


def _people(work: Any) -> dict[str, list[dict[str, str]]]:
    """Return authors and editors; those with several of CRediT's roles come once for each."""
    found: dict[str, dict[str, dict[str, str]]] = {"author": {}, "editor": {}}
    for one in answers.items(answers.at(work, "contributors", "contributor")):
        name = answers.text(answers.at(one, "credit-name", "value"))
        role = answers.text(answers.at(one, "contributor-attributes", "contributor-role"))
        if name and role not in _NO_AUTHORS:
            found.get(role, found["author"])[name] = items.person(name)
    return {role: [*people.values()] for role, people in found.items()}


CATALOGUE = Catalogue(
    label="ORCID",
    base="https://pub.orcid.org/v3.0",
    find=find,
    read=read,
    links=("orcid",),
    pause=0.1,
)
