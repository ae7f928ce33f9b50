"""DOIs: Crossref, several in one request; what others registered from doi.org, one by one.

Sources: api.crossref.org/swagger-ui, "works"; citation.crosscite.org/docs.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from ..online import answers, ids
from ..online.service import Request
from .base import UNKNOWN, Catalogue, Found, Steps, csl
from .items import kept, text

_TOGETHER = 20  # DOIs in one request: addresses above 4 kB are refused on the way
_CSL = "application/vnd.citationstyles.csl+json"
_RESOLVER = "https://doi.org"
# What publishers write behind a DOI in addresses of their pages; `v2.full` is bioRxiv's.
_VIEW = re.compile(
    r"(?:/(?:full|abstract|pdf|epdf|html|meta)|(?<=\d)v\d+(?:\.full)?)?/?(?:\.pdf)?$"
)
_IN_BOOKS = frozenset(("book-chapter", "book-section", "book-part"))  # named behind their series


def find(written: str) -> str:
    """Return the DOI, also out of a publisher's address; arXiv's own are asked for there."""
    if written.lower().startswith(("http://", "https://")):
        written = unquote(written)
        written = written if "doi.org/" in written else _VIEW.sub("", written)
    return "" if ids.arxiv(written) else ids.doi(written)


def read(wanted: tuple[str, ...]) -> Steps:
    """Ask Crossref for all, and doi.org for those that are not in the answer."""
    known: dict[str, Mapping[str, Any]] = {}
    failures: dict[str, str] = {}
    gone = ""  # why Crossref does not answer at all: others need not be waited for
    for request in _requests(wanted):
        answer = yield request
        listed = answers.items(answers.at(answer.data, "message", "items"))
        works = ((ids.doi(answers.text(work.get("DOI"))), _item(work)) for work in listed)
        known |= {doi: item for doi, item in works if item.get("title")}
        if not answer.status:
            gone = answer.failure
            break
    for doi in wanted:
        if doi not in known and not gone:
            answer = yield Request(f"/{doi}", base=_RESOLVER, accept=_CSL)
            item = _item(answer.data) if isinstance(answer.data, dict) else {}
            known |= {doi: item} if item.get("title") else {}
            reason = UNKNOWN if answer.status == 404 else answer.failure
            failures[doi] = reason or "the answer holds no paper"
    failures = {doi: failures.get(doi, gone) for doi in wanted if doi not in known}
    return Found(sheets=csl(known[doi] for doi in wanted if doi in known), failures=failures)


def _requests(wanted: tuple[str, ...]) -> Iterator[Request]:
    # A comma would end a filter; DataCite and not Crossref registers arXiv's.
    listed = [doi for doi in wanted if "," not in doi and not ids.arxiv(doi)]
    for start in range(0, len(listed), _TOGETHER):
        part = listed[start : start + _TOGETHER]
        yield Request(
            "/works", {"filter": ",".join(f"doi:{doi}" for doi in part), "rows": str(len(part))}
        )


def _item(work: Mapping[str, Any]) -> dict[str, Any]:
    """Return what Crossref calls a work as CSL has it; doi.org hands its words on."""
    item = kept(work)
    if not item.get("title"):
        item["title"] = text(work.get("original-title"))
    if item.get("type") == "journal-article":
        item.pop("editor", None)  # who handled the paper, which no reference names
    subtitle = text(work.get("subtitle"))
    if subtitle and subtitle.casefold() not in item.get("title", "").casefold():
        item["title"] = f"{item.get('title', '')}: {subtitle}".removeprefix(": ")
    if not item.get("page"):
        item["eid"] = answers.text(work.get("article-number"))
    if item.get("type") in _IN_BOOKS and (books := answers.at(work, "container-title", 1)):
        series = item.get("container-title", "")
        item |= {"collection-title": series, "container-title": text(books)}
    for name, said in (
        ("event-title", answers.at(work, "event", "name")),
        ("genre", answers.at(work, "degree", 0)),
        ("edition", work.get("edition-number")),
    ):
        item[name] = item.get(name) or text(said)
    if body := text(answers.at(work, "institution", 0, "name")):
        item["publisher"] = body  # the university of a thesis, the server of a preprint
    return {name: value for name, value in item.items() if value}


CATALOGUE = Catalogue(
    label="Crossref and doi.org",
    base="https://api.crossref.org",
    find=find,
    read=read,
    pause=0.35,  # lists: 3 requests a second since December 2025 for those who give an address
)
