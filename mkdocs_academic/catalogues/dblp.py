"""dblp: the papers of a person, or one record, as BibTeX.

Source: dblp.org/faq/How+to+use+the+dblp+search+API.html, and the exports that each page offers.
"""

from __future__ import annotations

import re

from ..online.service import Request
from .base import Catalogue, Found, Sheet, Steps

_PERSON = re.compile(
    r"(?:^dblp\s*:\s*|dblp\.(?:org|uni-trier\.de|dagstuhl\.de)/pid/)([\w-]+/[\w-]+)"
    r"(?:\.\w+)?(?:[?#].*)?$",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"(?:^dblp\s*:\s*|dblp\.(?:org|uni-trier\.de|dagstuhl\.de)/rec/(?:bib\d?/)?)"
    r"((?:journals|conf|books|phd|series|reference|tr|data)/[^\s?#]+?)"
    r"(?:\.(?:html|bib|xml|rdf))?(?:[?#].*)?$",
    re.IGNORECASE,
)
_STANDARD = {"param": "1"}  # each entry whole: no abbreviated venue, no reference to a volume
# What tells people of one name apart there, and what dblp notes for itself.
_NUMBER = re.compile(r"(?<=\S)\s\d{4}(?=\s+and\s|\s*\}|\s*$)", re.MULTILINE)
_PEOPLE = re.compile(r"^\s*(?:author|editor)\s*=\s*\{.*?\}(?=,?\s*\n)", re.MULTILINE | re.DOTALL)
_BOOKKEEPING = re.compile(r"^\s*(?:timestamp|biburl|bibsource)\s*=.*\n", re.MULTILINE)


def find(written: str) -> str:
    """Return `pid/12/345` or `rec/conf/xy/Name20`."""
    text = written.strip()
    if found := _RECORD.search(text):
        return f"rec/{found[1]}"
    found = _PERSON.search(text)
    return f"pid/{found[1]}" if found else ""


def read(wanted: tuple[str, ...]) -> Steps:
    """Ask for each person and each record."""
    sheets: list[Sheet] = []
    failures: dict[str, str] = {}
    for one in wanted:
        answer = yield Request(f"/{one}.bib", _STANDARD, accept="application/x-bibtex")
        if isinstance(answer.data, str) and answer.data.lstrip().startswith("@"):
            sheets.append(Sheet(_tidied(answer.data), ".bib"))
        else:
            failures[one] = answer.failure or "the answer holds no papers"
    return Found(sheets=tuple(sheets), failures=failures)


def _tidied(text: str) -> str:
    whole = _PEOPLE.sub(lambda field: _NUMBER.sub("", field[0]), text)
    return _BOOKKEEPING.sub("", whole)


CATALOGUE = Catalogue(
    label="dblp", base="https://dblp.org", find=find, read=read, links=("dblp",), pause=1
)
