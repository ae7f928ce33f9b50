"""SerpApi: Google Scholar's own numbers, for users who have a key there.

Source: serpapi.com/google-scholar-author-api (pages of 100 articles).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...online import answers
from ...online.service import Request
from ..tally import Finding, Paper, Tally
from .base import Question, Source, Steps, nothing

_NUM = 100
_PAGES = 20  # each is paid for


def read(question: Question) -> Steps:
    """Ask for pages until one is not full; the first has the author's numbers."""
    papers: list[Paper] = []
    table: Any = None
    failure = ""
    for page in range(_PAGES):
        answer = yield _request(question.id, page)
        articles = answers.items(answers.at(answer.data, "articles"))
        failure = answer.failure or answers.text(answers.at(answer.data, "error"))
        if page == 0:
            table = answers.at(answer.data, "cited_by")
            if failure or not isinstance(table, dict):
                return nothing(failure or "the answer holds no author")
        papers += filter(None, map(_paper, articles))
        if failure or len(articles) < _NUM:
            break
    # A page behind the last is an error to SerpApi, and the end to us.
    is_end = "hasn't returned any results" in failure
    return Finding(
        tally=_tally(question, table, tuple(papers)),
        failures=(failure,) if failure and not is_end else (),
    )


def _request(author: str, page: int) -> Request:
    params = {"engine": "google_scholar_author", "author_id": author, "hl": "en"}
    return Request("/search.json", {**params, "num": str(_NUM), "start": str(page * _NUM)})


def _tally(question: Question, table: Any, papers: tuple[Paper, ...]) -> Tally:
    # Only `all` has a name that stays: `since_2021` becomes `since_2022`.
    numbers: dict[str, int | None] = {
        name: answers.count(answers.at(value, "all"))
        for row in answers.items(answers.at(table, "table"))
        for name, value in row.items()
    }
    return Tally(
        source="serpapi",
        date=question.today,
        asked=question.id,
        id=question.id,
        url=f"https://scholar.google.com/citations?user={question.id}",
        total=numbers.get("citations"),
        h_index=numbers.get("h_index"),
        i10_index=numbers.get("i10_index"),
        by_year=answers.by_year(
            (one.get("year"), one.get("citations"))
            for one in answers.items(answers.at(table, "graph"))
        ),
        papers=papers,
    )


def _paper(article: Mapping[str, Any]) -> Paper:
    return Paper(
        count=answers.count(answers.at(article, "cited_by", "value")) or 0,  # null is none yet
        id=answers.text(article.get("citation_id")).rpartition(":")[2],
        title=answers.text(article.get("title")),
        year=answers.year(article.get("year")),
    )


SOURCE = Source(
    label="Google Scholar",
    base="https://serpapi.com",
    read=read,
    services=("googlescholar",),
    fields=("google_scholar_id",),
    example="u5HHmVD_uO8C",
    paper_url="https://scholar.google.com/citations"
    "?view_op=view_citation&citation_for_view={author}:{}",
    key_variable="SERPAPI_KEY",
    key_param="api_key",
    needs_key=True,
)
