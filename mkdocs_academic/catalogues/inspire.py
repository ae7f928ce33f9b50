"""INSPIRE: the papers of an author, or one record, as BibTeX.

Source: github.com/inspirehep/rest-api-doc, "Obtaining a record", "Formats", "Pagination".
"""

from __future__ import annotations

import re
from collections.abc import Generator

from ..citations.sources.inspire import name_of
from ..online.answers import Answer
from ..online.service import Request
from .base import UNKNOWN, Catalogue, Found, Sheet, Steps

_SIZE = 250
_LAST_PAGE = 40  # a search ends at 10,000 records
_BIBTEX = "application/x-bibtex"
_ENTRY = re.compile(r"^\s*@", re.MULTILINE)
_AT = re.compile(r"inspirehep\.net/(authors|literature)/(\d+)")
_NAME = re.compile(r"^inspire\s*:\s*(\S+\.\d+)$", re.IGNORECASE)


def find(written: str) -> str:
    """Return `authors/E.Witten.1`, `authors/983328` or `literature/451647`."""
    if found := _AT.search(written):
        return f"{found[1]}/{found[2]}"
    found = _NAME.search(written.strip())
    return f"authors/{found[1]}" if found else ""


def read(wanted: tuple[str, ...]) -> Steps:
    """Ask for each record, and for the papers of each author in pages."""
    sheets: list[Sheet] = []
    failures: dict[str, str] = {}
    for one in wanted:
        what, _, id_ = one.partition("/")
        texts, failure = yield from _papers(id_) if what == "authors" else _record(id_)
        sheets += [Sheet(text, ".bib") for text in texts]
        failures |= {one: failure} if failure else {}
    return Found(sheets=tuple(sheets), failures=failures)


_Texts = Generator[Request, Answer, tuple[list[str], str]]


def _record(number: str) -> _Texts:
    answer = yield Request(f"/literature/{number}", {"format": "bibtex"}, accept=_BIBTEX)
    texts = [answer.data] if _counted(answer) else []
    return texts, answer.failure or ("" if texts else UNKNOWN)


def _papers(author: str) -> _Texts:
    name, failure = yield from name_of(author)
    texts: list[str] = []
    for page in range(1, _LAST_PAGE + 1) if name else ():
        params = {"q": f"a {name}", "format": "bibtex", "size": str(_SIZE), "page": str(page)}
        answer = yield Request("/literature", params, accept=_BIBTEX)
        number = _counted(answer)
        texts += [answer.data] if number else []
        if number < _SIZE:
            return texts, answer.failure or ("" if texts else UNKNOWN)
    return texts, "" if name else failure


def _counted(answer: Answer) -> int:
    return len(_ENTRY.findall(answer.data)) if isinstance(answer.data, str) else 0


CATALOGUE = Catalogue(
    label="INSPIRE",
    base="https://inspirehep.net/api",
    find=find,
    read=read,
    links=("inspire",),
    pause=0.5,  # 15 requests in 5 seconds, and refused ones count
)
