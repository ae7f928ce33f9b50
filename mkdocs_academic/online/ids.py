"""Identifiers of papers and authors, out of the addresses and prefixes they come with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

_DOI = re.compile(r"(10\.\d{4,9}/\S+)", re.IGNORECASE)
_ARXIV = re.compile(
    r"(?:arxiv\.org/(?:abs|pdf|html)/|10\.48550/arxiv\.|^arxiv:\s*|^)"
    r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?/?$",
    re.IGNORECASE,
)
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", re.IGNORECASE)
_OPENALEX_AUTHOR = re.compile(r"(?:^|/)(a\d+)/?$", re.IGNORECASE)


def doi(written: str) -> str:
    """Return the DOI in a text, lower case, "" if there is none."""
    found = _DOI.search(written)
    return found[1].rstrip(".,;").lower() if found else ""


def arxiv(written: str) -> str:
    """Return the arXiv id of an id, an address or arXiv's own DOI, without version and subject.

    arXiv itself says `math/0309136` where people write `math.GT/0309136`.
    """
    found = _ARXIV.search(written.strip())
    return re.sub(r"\..*/", "/", found[1].lower()) if found else ""


def orcid(written: str) -> str:
    """Return the ORCID iD in a text, "" if there is none."""
    found = _ORCID.search(written)
    return found[0].upper() if found else ""


def openalex_author(written: str) -> str:
    """Return an author's id at OpenAlex, "" if it is none."""
    found = _OPENALEX_AUTHOR.search(written.strip())
    return found[1].upper() if found else ""


def author(service: str, written: str) -> str:
    """Return the author's id in an id or in the address of a profile."""
    if service == "openalex":
        return openalex_author(written) or orcid(written)
    if service == "orcid":
        return orcid(written)
    if "/" not in written:
        return written.strip()
    parts = urlsplit(written)
    if service == "googlescholar":
        return next(iter(parse_qs(parts.query).get("user", ())), "")
    if service == "semanticscholar":  # …/author/Ada-Example/2262347
        last = parts.path.rstrip("/").rpartition("/")[2]
        return last if last.isdecimal() else ""
    found = re.search(r"/authors/(\d+)", parts.path)
    return found[1] if found else orcid(written)


def of_author(services: tuple[str, ...], links: Mapping[str, str]) -> str:
    """Return the first id that a profile's links have for one of some services."""
    found = (author(service, links[service]) for service in services if service in links)
    return next(filter(None, found), "")


def moved(source: str, asked: str, answered: str) -> tuple[str, ...]:
    """Say that an author is now known under another id."""
    if not asked or asked.casefold() == answered.casefold():
        return ()
    return (f"{asked} is now {answered}: write `{source}: {answered}`",)
