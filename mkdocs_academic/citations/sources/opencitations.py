"""OpenCitations: the count of each DOI, one request each.

Source: api.opencitations.net/index/v2, operation `citation-count` (counts are texts).
"""

from __future__ import annotations

from ...online import answers, ids
from ...online.service import Request
from ..tally import Finding, Paper, Tally
from .base import Question, Source, Steps, nothing


def read(question: Question) -> Steps:
    """Ask for one DOI after the other; an unknown one has no citations or no answer."""
    papers: list[Paper] = []
    failure = ""
    for doi in question.dois:
        answer = yield Request(f"/citation-count/doi:{doi}")
        if answer.status in (404, 422):
            continue
        number = answers.count(answers.at(answer.data, 0, "count"))
        if answer.failure or (number is None and answer.data != []):
            failure = answer.failure or "the answer holds no count"
            break
        if number is not None:
            papers.append(Paper(count=number, doi=doi, arxiv=ids.arxiv(doi)))
    if not papers:
        return nothing(failure or "knows none of the DOIs")
    return Finding(
        tally=Tally(source="opencitations", date=question.today, papers=tuple(papers)),
        failures=(failure,) if failure else (),
    )


SOURCE = Source(
    label="OpenCitations",
    base="https://api.opencitations.net/index/v2",
    read=read,
    by_doi=True,
    key_variable="OPENCITATIONS_TOKEN",
    key_header="Authorization",
    pause=0.35,  # 180 requests a minute and address
)
