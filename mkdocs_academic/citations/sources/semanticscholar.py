"""Semantic Scholar: an author by id, then the papers in pages.

Source: api.semanticscholar.org/api-docs/graph, "Details about an author", "an author's papers".
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any

from ...online import answers, ids
from ...online.answers import Answer
from ...online.service import Request
from ..tally import Finding, Paper, Tally
from .base import Question, Source, Steps, nothing

_LIMIT = "500"  # 1,000 is the most; answers above 10 MB are refused
_PAGES = 40


def read(question: Question) -> Steps:
    """Ask for the author, then for the papers of whoever was answered."""
    fields = {"fields": "name,url,paperCount,citationCount,hIndex"}
    answer = yield Request(f"/author/{question.id}", fields)
    author = answer.data
    found = answers.text(answers.at(author, "authorId"))
    number = answers.count(answers.at(author, "citationCount"))
    if answer.failure or not found or number is None:
        return nothing(answer.failure or "the answer holds no author")
    papers, failures = yield from _papers(found)
    return Finding(
        tally=Tally(
            source="semanticscholar",
            date=question.today,
            asked=question.id,
            id=found,
            url=f"https://www.semanticscholar.org/author/{found}",
            total=number,
            h_index=answers.count(answers.at(author, "hIndex")),
            papers=papers,
        ),
        failures=failures,
        notes=ids.moved("semanticscholar", question.id, found),
    )


def _papers(
    author: str,
) -> Generator[Request, Answer, tuple[tuple[Paper, ...], tuple[str, ...]]]:
    papers: list[Paper] = []
    offset = 0
    for _ in range(_PAGES):
        params = {"fields": "title,year,citationCount,externalIds", "limit": _LIMIT}
        answer = yield Request(f"/author/{author}/papers", {**params, "offset": str(offset)})
        page = answers.at(answer.data, "data")
        if answer.failure or not isinstance(page, list):
            return tuple(papers), (answer.failure or "the answer holds no list of papers",)
        papers += filter(None, map(paper, answers.items(page)))
        following = answers.count(answers.at(answer.data, "next")) or 0
        if following <= offset:
            break
        offset = following
    return tuple(papers), ()


def paper(one: Mapping[str, Any]) -> Paper | None:
    """Read one paper; None where it has no count."""
    number = answers.count(one.get("citationCount"))
    if number is None:
        return None
    known = one.get("externalIds")
    doi = ids.doi(answers.text(answers.at(known, "DOI")))
    return Paper(
        count=number,
        id=answers.text(one.get("paperId")),
        doi=doi,
        arxiv=ids.arxiv(answers.text(answers.at(known, "ArXiv"))) or ids.arxiv(doi),
        title=answers.text(one.get("title")),
        year=answers.year(one.get("year")),
    )


SOURCE = Source(
    label="Semantic Scholar",
    base="https://api.semanticscholar.org/graph/v1",
    read=read,
    services=("semanticscholar",),
    fields=("semanticscholar", "semantic_scholar_id", "semanticscholar_id", "s2id"),
    example="5d10faffeae5e9f2ae868626b29e6e9b8047cecb",
    paper_url="https://www.semanticscholar.org/paper/{}",
    key_variable="S2_API_KEY",
    key_header="X-Api-Key",
    pause=1.1,  # one request a second with a key; without one all users share a pool
)
