"""The file `gs_data.json` that the crawlers of many home pages publish, read from where it lies.

Shape: the author that the library `scholarly` returns, and what home-made crawlers write instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...online import answers
from ...online.service import Request
from ..tally import Finding, Paper, Tally
from .base import Question, Source, Steps, nothing

CDN = "https://cdn.jsdelivr.net"  # keeps a branch for up to 12 hours
RAW = "https://raw.githubusercontent.com"
_BRANCH = "google-scholar-stats"
FILE = "gs_data.json"
SHIELDS_FILE = "gs_data_shieldsio.json"  # shields.io's endpoint schema, of the same crawlers

_TOTAL = ("citedby", "cited_by", "total_citations", "citations", "citation_count", "total")
_H_INDEX = ("hindex", "h_index", "h-index")
_I10_INDEX = ("i10index", "i10_index", "i10-index")
_YEARS = ("cites_per_year", "citations_per_year", "year_graph", "graph")
_LISTS = ("publications", "articles", "papers", "pubs")
_ID = ("author_pub_id", "citation_id", "pub_id", "id")
_COUNT = ("num_citations", "citedby", "cited_by", "citations", "citation_count", "cites")
_YEAR = ("pub_year", "year")
_UPDATED = ("updated", "updated_at", "last_updated", "date", "timestamp")


def read(question: Question) -> Steps:
    """Read the file; where the one address fails, the other is tried."""
    answer = yield _request(question, question.use_cdn)
    if answer.failure and not question.file and answer.status != 404:
        answer = yield _request(question, not question.use_cdn)
    if answer.failure:
        return nothing(answer.failure)
    tally = tally_of(answer.data, question.today)
    if tally is None:
        return nothing("the file holds no citation numbers")
    if question.scholar_id and tally.id and tally.id != question.scholar_id:
        told = f"the file is about {tally.id}, and profile.links.googlescholar is"
        return nothing(f"{told} {question.scholar_id}: was it copied from another site?")
    return Finding(tally=tally)


def _request(question: Question, use_cdn: bool) -> Request:
    if question.file:
        return Request("", file=question.file)
    base, path = _place(question.repository, use_cdn, FILE)
    return Request(path, base=base)


def address(repository: str, use_cdn: bool, file: str) -> str:
    """Return where a file of the crawlers' branch can be read: jsDelivr or GitHub itself."""
    return "".join(_place(repository, use_cdn, file))


def _place(repository: str, use_cdn: bool, file: str) -> tuple[str, str]:
    if use_cdn:
        return CDN, f"/gh/{repository}@{_BRANCH}/{file}"
    return RAW, f"/{repository}/{_BRANCH}/{file}"


def tally_of(data: Any, today: str) -> Tally | None:
    """Return the numbers of a file of any known shape, None if there are none."""
    papers = tuple(_papers(data))
    if answers.at(data, "schemaVersion"):  # the endpoint file that shields.io reads
        total = answers.count(answers.at(data, "message"))
    else:
        total = answers.count(answers.first(data, _TOTAL))
    if total is None and not papers:
        return None
    author = answers.text(answers.first(data, ("scholar_id", "author_id")))
    updated = answers.text(answers.first(data, _UPDATED))
    return Tally(
        source="google-scholar-stats",
        date=updated[:10] if answers.year(updated) and updated[4:5] == "-" else today,
        asked=author,
        id=author,
        url=f"https://scholar.google.com/citations?user={author}" if author else "",
        total=total,
        h_index=answers.count(answers.first(data, _H_INDEX)),
        i10_index=answers.count(answers.first(data, _I10_INDEX)),
        by_year=answers.by_year(_years(answers.first(data, _YEARS))),
        papers=papers,
    )


def _years(given: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(given, dict):
        yield from given.items()
    for one in answers.items(given):
        yield one.get("year"), answers.first(one, ("citations", "value", "count"))


def _papers(data: Any) -> Iterator[Paper]:
    listed = answers.first(data, _LISTS) if isinstance(data, dict) else data
    if isinstance(listed, dict):  # by the paper's id, sometimes with the bare count
        pairs = [(str(name), one) for name, one in listed.items()]
    else:
        pairs = [("", one) for one in answers.items(listed)]
    yield from filter(None, (_paper(one, name) for name, one in pairs))


def _paper(one: Any, name: str) -> Paper | None:
    bib = answers.at(one, "bib")
    number = _count(one)
    title = answers.text(answers.at(bib, "title") or answers.at(one, "title"))
    if number is None or not (title or name):
        return None
    return Paper(
        count=number,
        id=(answers.text(answers.first(one, _ID)) or name).rpartition(":")[2],
        title=title,
        year=answers.year(answers.first(bib, _YEAR)) or answers.year(answers.first(one, _YEAR)),
    )


def _count(one: Any) -> int | None:
    if not isinstance(one, dict):
        return answers.count(one)
    given = answers.first(one, _COUNT)
    if given is None and any(key in one for key in _COUNT):
        return 0  # an empty cell of Google's table: not cited yet
    return answers.count(
        answers.first(given, ("value", "total")) if answers.items([given]) else given
    )


SOURCE = Source(
    label="Google Scholar",
    base=CDN,
    read=read,
    fields=("google_scholar_id",),
    example="u5HHmVD_uO8C",
    paper_url="https://scholar.google.com/citations"
    "?view_op=view_citation&citation_for_view={author}:{}",
)
