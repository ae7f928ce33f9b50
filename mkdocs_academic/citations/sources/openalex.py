"""OpenAlex: an author by ORCID or OpenAlex id, then all works in pages.

Source: developers.openalex.org, guides "Get singleton", "Page through results", "Errors".
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any

from ...online import answers, ids
from ...online.answers import Answer
from ...online.service import Request
from ..tally import Finding, Paper, Tally
from .base import Question, Source, Steps, nothing

_PER_PAGE = 100  # the most that one page may hold
_LAST_PAGE = 100  # basic paging ends at 10,000 works; cursors are refused without a key (401)
_FIELDS = "id,doi,title,publication_year,cited_by_count,locations"


def read(question: Question) -> Steps:
    """Ask for the author, then for the works of whoever was answered."""
    orcid = ids.orcid(question.id)
    answer = yield Request(f"/authors/orcid:{orcid}" if orcid else f"/authors/{question.id}")
    author = answer.data
    number = answers.count(answers.at(author, "cited_by_count"))
    found = ids.openalex_author(answers.text(answers.at(author, "id")))
    if answer.failure or not found or number is None:
        return nothing(answer.failure or "the answer holds no author")
    answered = ids.orcid(answers.text(answers.at(author, "orcid")))
    if orcid and answered and answered != orcid:
        return nothing(f"asked for {orcid}, and the answer is about {answered}")
    papers, failures = yield from _works(found)
    return Finding(
        tally=Tally(
            source="openalex",
            date=question.today,
            asked=question.id,
            id=found,
            url=f"https://openalex.org/{found}",
            total=number,
            h_index=answers.count(answers.at(author, "summary_stats", "h_index")),
            i10_index=answers.count(answers.at(author, "summary_stats", "i10_index")),
            by_year=answers.by_year(
                (one.get("year"), one.get("cited_by_count"))
                for one in answers.items(answers.at(author, "counts_by_year"))
            ),
            papers=papers,
        ),
        failures=failures,
        notes=ids.moved("openalex", "" if orcid else question.id, found),
    )


def _works(
    author: str,
) -> Generator[Request, Answer, tuple[tuple[Paper, ...], tuple[str, ...]]]:
    papers: list[Paper] = []
    for page in range(1, _LAST_PAGE + 1):
        params = {"filter": f"authorships.author.id:{author}", "select": _FIELDS}
        answer = yield Request("/works", {**params, "per_page": str(_PER_PAGE), "page": str(page)})
        works = answers.at(answer.data, "results")
        if answer.failure or not isinstance(works, list):
            return tuple(papers), (answer.failure or "the answer holds no list of works",)
        papers += filter(None, map(_paper, answers.items(works)))
        number = answers.count(answers.at(answer.data, "meta", "count")) or 0
        if not works or page * _PER_PAGE >= number:
            break
    return tuple(papers), ()


def _paper(work: Mapping[str, Any]) -> Paper | None:
    number = answers.count(work.get("cited_by_count"))
    if number is None:
        return None
    doi = ids.doi(answers.text(work.get("doi")))
    pages = (
        answers.text(one.get("landing_page_url")) for one in answers.items(work.get("locations"))
    )
    return Paper(
        count=number,
        id=answers.text(work.get("id")).rpartition("/")[2],
        doi=doi,
        arxiv=ids.arxiv(doi) or next(filter(None, map(ids.arxiv, pages)), ""),
        title=answers.text(answers.first(work, ("title", "display_name"))),
        year=answers.year(work.get("publication_year")),
    )


SOURCE = Source(
    label="OpenAlex",
    base="https://api.openalex.org",
    read=read,
    services=("openalex", "orcid"),
    fields=("openalex", "openalex_id"),
    example="W2741809807",
    paper_url="https://openalex.org/{}",
    key_variable="OPENALEX_API_KEY",
    key_param="api_key",
    pause=0.1,  # at most 100 requests a second, says the guide; a site needs a handful
)
