"""INSPIRE: the papers of an author in pages; total and h-index follow from them.

Source: github.com/inspirehep/rest-api-doc, "Obtaining a record", "Search query", "Pagination".
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any

from ...online import answers, ids
from ...online.answers import Answer
from ...online.service import Request
from ..tally import Finding, Paper, Tally
from .base import Question, Source, Steps, nothing

_SIZE = 250
_LAST_PAGE = 40  # a search ends at 10,000 records
_FIELDS = "titles,citation_count,dois,arxiv_eprints,earliest_date,control_number"


def read(question: Question) -> Steps:
    """Find the author's INSPIRE name (`E.Witten.1`), then all papers under it."""
    name, failure = yield from name_of(question.id)
    if not name:
        return nothing(failure)
    papers, failures = yield from _papers(name)
    if failures and not papers:
        return nothing(*failures)
    # A part of the papers gives no total: it would be too low.
    total = None if failures else sum(paper.count for paper in papers)
    return Finding(
        tally=Tally(
            source="inspire",
            date=question.today,
            asked=question.id,
            id=name,
            url=f"https://inspirehep.net/authors?q={name}",
            total=total,
            papers=papers,
        ),
        failures=failures,
    )


def name_of(given: str) -> Generator[Request, Answer, tuple[str, str]]:
    """Look an author up by ORCID or record number; a name needs no look-up."""
    orcid = ids.orcid(given)
    if not orcid and not given.isdecimal():
        return given, ""
    answer = yield Request(f"/orcid/{orcid}" if orcid else f"/authors/{given}")
    known = answers.items(answers.at(answer.data, "metadata", "ids"))
    names = (answers.text(one.get("value")) for one in known if one.get("schema") == "INSPIRE BAI")
    return next(names, ""), answer.failure or "the answer holds no author with an INSPIRE name"


def _papers(
    name: str,
) -> Generator[Request, Answer, tuple[tuple[Paper, ...], tuple[str, ...]]]:
    papers: list[Paper] = []
    for page in range(1, _LAST_PAGE + 1):
        params = {"q": f"a {name}", "fields": _FIELDS, "size": str(_SIZE), "page": str(page)}
        answer = yield Request("/literature", params)
        hits = answers.at(answer.data, "hits", "hits")
        if answer.failure or not isinstance(hits, list):
            return tuple(papers), (answer.failure or "the answer holds no list of papers",)
        papers += filter(None, map(_paper, answers.items(hits)))
        if not hits or not answers.at(answer.data, "links", "next"):
            break
    return tuple(papers), ()


def _paper(hit: Mapping[str, Any]) -> Paper | None:
    record = hit.get("metadata")
    number = answers.count(answers.at(record, "citation_count"))
    if number is None:
        return None
    return Paper(
        count=number,
        id=answers.text(hit.get("id") or answers.at(record, "control_number")),
        doi=ids.doi(answers.text(answers.at(record, "dois", 0, "value"))),
        arxiv=ids.arxiv(answers.text(answers.at(record, "arxiv_eprints", 0, "value"))),
        title=answers.text(answers.at(record, "titles", 0, "title")),
        year=answers.year(answers.at(record, "earliest_date")),
    )


SOURCE = Source(
    label="INSPIRE",
    base="https://inspirehep.net/api",
    read=read,
    services=("inspire", "orcid"),
    fields=("inspirehep_id", "inspire_id", "inspire"),
    example="451647",
    paper_url="https://inspirehep.net/literature/{}",
    pause=0.5,  # 15 requests in 5 seconds, and refused ones count
)
