"""What every source is made of: questions, requests, and a row that says how to reach it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass

from ...online.answers import Answer
from ...online.service import Request, Service
from ..tally import Finding


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is to be asked."""

    today: str  # ISO 8601
    id: str = ""  # the author, in one of the ways that the source knows
    dois: tuple[str, ...] = ()  # of the entries, lower case
    scholar_id: str = ""  # the author's at Google Scholar, as the profile has it
    repository: str = ""  # user/name at GitHub
    file: str = ""  # instead of any request
    use_cdn: bool = True


Steps = Generator[Request, Answer, Finding]  # requests out, answers in, the finding at the end


@dataclass(frozen=True, kw_only=True)
class Source(Service):
    """One row of the table of sources."""

    read: Callable[[Question], Steps]
    services: tuple[str, ...] = ()  # links of a profile that hold the author's id, best first
    fields: tuple[str, ...] = ()  # fields of an entry that hold the paper's id
    example: str = ""  # of such an id
    paper_url: str = ""  # a paper's page: {} is its id, {author} the author's
    by_doi: bool = False  # asked paper by paper


def nothing(*failures: str) -> Finding:
    """Report that nothing could be read."""
    return Finding(failures=failures)
