"""Crossref: the count of each DOI, several in one request.

Source: api.crossref.org/swagger-ui, "works" (filters of one name are joined with "or").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...online import answers, ids
from ...online.service import Request
from ..tally import Finding, Paper, Tally
from .base import Question, Source, Steps, nothing

_TOGETHER = 25  # DOIs in one request: addresses above 4 kB are refused on the way
_FIELDS = "DOI,title,published,is-referenced-by-count"


def read(question: Question) -> Steps:
    """Ask for all DOIs; the ones that Crossref did not register are not in the answer."""
    papers: list[Paper] = []
    failure = ""
    for request in _requests(question.dois):
        answer = yield request
        if answer.status == 404 and not request.params:
            continue  # a single DOI that was registered elsewhere; a list is never unknown
        message = answers.at(answer.data, "message")
        if answer.failure or not isinstance(message, dict):
            failure = answer.failure or "the answer holds no works"
            break
        listed = answers.items(message.get("items")) if "items" in message else [message]
        papers += filter(None, map(_paper, listed))
    if not papers:
        return nothing(failure or "knows none of the DOIs")
    return Finding(
        tally=Tally(source="crossref", date=question.today, papers=tuple(papers)),
        failures=(failure,) if failure else (),
    )


def _requests(dois: tuple[str, ...]) -> Iterator[Request]:
    # DataCite and not Crossref registers arXiv's DOIs; a comma would end a filter.
    registered = [doi for doi in dois if not ids.arxiv(doi)]
    together = [doi for doi in registered if "," not in doi]
    for start in range(0, len(together), _TOGETHER):
        part = together[start : start + _TOGETHER]
        filters = ",".join(f"doi:{doi}" for doi in part)
        yield Request("/works", {"filter": filters, "select": _FIELDS, "rows": str(len(part))})
    for doi in registered:
        if "," in doi:
            yield Request(f"/works/{doi}")


def _paper(work: Mapping[str, Any]) -> Paper | None:
    number = answers.count(work.get("is-referenced-by-count"))
    doi = ids.doi(answers.text(work.get("DOI")))
    if number is None or not doi:
        return None
    return Paper(
        count=number,
        doi=doi,
        title=answers.text(answers.at(work, "title", 0)),
        year=answers.year(answers.at(work, "published", "date-parts", 0, 0)),
    )


SOURCE = Source(
    label="Crossref",
    base="https://api.crossref.org",
    read=read,
    by_doi=True,
    pause=0.35,  # lists: 3 requests a second since December 2025 for those who give an address
)
