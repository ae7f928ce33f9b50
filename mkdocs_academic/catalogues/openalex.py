"""OpenAlex: the works of an author. Those with a DOI are asked for there: it has their volumes.

Source: developers.openalex.org, guides "Get singleton", "Page through results".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..online import answers, ids
from ..online.service import Request
from . import items
from .base import Catalogue, Found, Steps, Wanted, csl

_PER_PAGE = 100  # the most that one page may hold
_LAST_PAGE = 100  # basic paging ends at 10,000 works
_WORK = re.compile(r"(?:^|/)(W\d+)/?$", re.IGNORECASE)
_TYPES = {  # type -> CSL type; others are documents
    "article": "article-journal", "review": "article-journal", "letter": "article-journal",
    "editorial": "article-journal", "preprint": "article", "book": "book", "report": "report",
    "book-chapter": "chapter", "dissertation": "thesis", "dataset": "dataset",
    "software": "software", "standard": "standard",
}  # fmt: skip


def find(written: str) -> str:
    """Return the id of an author, `A5023888391`, or of a work, `W2741809807`."""
    work = _WORK.search(written.strip())
    return work[1].upper() if work else ids.openalex_author(written)


def read(wanted: tuple[str, ...]) -> Steps:
    """Ask for each work, and for those of each author in pages."""
    works: list[dict[str, Any]] = []
    more: list[Wanted] = []
    failures: dict[str, str] = {}
    for one in wanted:
        if one.startswith("W"):
            answer = yield Request(f"/works/{one}")
            works += [_item(answer.data)] if answers.at(answer.data, "id") else []
            if not answers.at(answer.data, "id"):
                failures[one] = answer.failure or "the answer holds no work"
            continue
        for page in range(1, _LAST_PAGE + 1):
            params = {"filter": f"authorships.author.id:{one}", "per_page": str(_PER_PAGE)}
            answer = yield Request("/works", {**params, "page": str(page)})
            listed = answers.at(answer.data, "results")
            if answer.failure or not isinstance(listed, list):
                failures[one] = answer.failure or "the answer holds no works"
                break
            for work in answers.items(listed):
                better = _better(work)
                more += [better] if better else []
                works += [] if better else [_item(work)]
            number = answers.count(answers.at(answer.data, "meta", "count")) or 0
            if not listed or page * _PER_PAGE >= number:
                break
    return Found(sheets=csl(works), more=tuple(more), failures=failures)


def _better(work: Mapping[str, Any]) -> Wanted | None:
    """Return where a work is known better, and that it is known here otherwise."""
    doi = ids.doi(answers.text(work.get("doi")))
    page = answers.text(answers.at(work, "primary_location", "landing_page_url"))
    here = Wanted("openalex", answers.text(work.get("id")).rpartition("/")[2])
    if number := ids.arxiv(doi) or ("" if doi else ids.arxiv(page)):
        return Wanted("arxiv", number, here)
    if doi:
        return Wanted("doi", doi, here)
    return here if work.get("is_authors_truncated") else None  # lists end after 100 of them


def _item(work: Mapping[str, Any]) -> dict[str, Any]:
    """Return a work as CSL has it."""
    source = answers.at(work, "primary_location", "source")
    is_venue = answers.at(source, "type") != "repository"
    kind = _TYPES.get(answers.text(work.get("type")), "document")
    if answers.at(source, "type") == "conference" and kind == "article-journal":
        kind = "paper-conference"
    first, last = (
        answers.text(answers.at(work, "biblio", part)) for part in ("first_page", "last_page")
    )
    authors = (
        answers.text(answers.first(one, ("raw_author_name",)))
        or answers.text(answers.at(one, "author", "display_name"))
        for one in answers.items(work.get("authorships"))
    )
    when = answers.text(work.get("publication_date")).removesuffix("-01-01")  # only a year is known
    when = when or answers.text(work.get("publication_year"))
    return items.kept({
        "type": kind,
        "title": answers.text(answers.first(work, ("title", "display_name"))),
        "author": [items.person(name) for name in authors if name],
        "container-title": answers.text(answers.at(source, "display_name")) if is_venue else "",
        "volume": answers.text(answers.at(work, "biblio", "volume")),
        "issue": answers.text(answers.at(work, "biblio", "issue")),
        "page": "-".join(dict.fromkeys(filter(None, (first, last)))),
        "issued": items.date(when),
        "DOI": ids.doi(answers.text(work.get("doi"))),
        "URL": answers.text(answers.at(work, "primary_location", "landing_page_url")),
    })  # fmt: skip


CATALOGUE = Catalogue(
    label="OpenAlex",
    base="https://api.openalex.org",
    find=find,
    read=read,
    links=("openalex",),
    key_variable="OPENALEX_API_KEY",
    key_param="api_key",
    pause=0.1,
)
