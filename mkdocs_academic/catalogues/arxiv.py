"""arXiv: preprints, several in one request; where one names its DOI, that is asked for, too.

Source: info.arxiv.org/help/api/user-manual.html, sections 3.1 and 3.3.
"""

from __future__ import annotations

import itertools
import re
from calendar import month_name
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ..bibliography.bibtex import from_plain
from ..bibliography.contributions import IS_GROUP
from ..bibliography.entry import Entry
from ..bibliography.keys import made_up
from ..bibliography.name_text import literal
from ..online import answers, ids
from ..online.answers import Answer
from ..online.service import Request
from ..outputs.bibtex_file import written
from .base import UNKNOWN, Catalogue, Found, Sheet, Steps, Wanted

_TOGETHER = 50
_MALFORMED = 400
_ATOM = "application/atom+xml"
_OF = {"atom": "http://www.w3.org/2005/Atom", "arxiv": "http://arxiv.org/schemas/atom"}


def read(wanted: tuple[str, ...]) -> Steps:
    """Ask for all preprints; those that are not there are not in the answer."""
    sheets: list[Sheet] = []
    more: list[Wanted] = []
    failures = dict.fromkeys(wanted, UNKNOWN)
    for start in range(0, len(wanted), _TOGETHER):
        part = wanted[start : start + _TOGETHER]
        answer = yield _request(part)
        told = [answer]
        if answer.status == _MALFORMED and len(part) > 1:  # one id that is none spoils them all
            told = []
            for one in part:
                told.append((yield _request((one,))))
                failures[one] = told[-1].failure or UNKNOWN
        elif answer.failure:
            failures |= dict.fromkeys(part, answer.failure)
        for found in itertools.chain.from_iterable(map(_entries, told)):
            number = ids.arxiv(_text(found, "atom:id"))
            if number in failures and failures.pop(number):
                sheets.append(Sheet(_bibtex(found, number), ".bib"))
                doi = ids.doi(_text(found, "arxiv:doi"))
                more += [Wanted("doi", doi)] if doi else []
    return Found(sheets=tuple(sheets), more=tuple(more), failures=failures)


def _request(part: tuple[str, ...]) -> Request:
    return Request(
        "/query", {"id_list": ",".join(part), "max_results": str(len(part))}, accept=_ATOM
    )


def _entries(answer: Answer) -> Iterator[Element]:
    text = answer.data if isinstance(answer.data, str) else ""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:  # a page; and entities may grow without end
        return
    try:
        yield from ElementTree.fromstring(text).iterfind("atom:entry", _OF)
    except ElementTree.ParseError:
        return


def _bibtex(found: Element, number: str) -> str:
    """Write an entry; titles and abstracts are TeX already where they hold any."""
    published = _text(found, "atom:published")
    category = found.find("arxiv:primary_category", _OF)
    fields = {
        "title": _tex(_text(found, "atom:title")),
        "author": " and ".join(map(_name, found.iterfind("atom:author", _OF))),
        "year": published[:4],
        "month": _month(published[5:7]),
        "eprint": number,
        "archiveprefix": "arXiv",
        "primaryclass": category.get("term", "") if category is not None else "",
        "doi": "".join(_text(found, "arxiv:doi").split()[:1]),  # some name those of errata, too
        "abstract": _tex(_text(found, "atom:summary")),
    }
    fields = {name: value for name, value in fields.items() if value}
    key = made_up("misc", fields)
    return written(Entry(key=key, type="misc", fields=fields, source="", file="", line=0))


def _month(written: str) -> str:
    return month_name[int(written)] if written.isdecimal() and int(written) <= 12 else ""


def _text(found: Element, path: str) -> str:
    return answers.text(found.findtext(path, "", _OF))


def _name(author: Element) -> str:
    name = _text(author, "atom:name")
    return literal(name) if IS_GROUP.search(name) else from_plain(name)


def _tex(text: str) -> str:
    is_tex = "\\" in text or "$" in text
    return _UNMARKED.sub(r"\\\g<0>", text) if is_tex else from_plain(text)


_UNMARKED = re.compile(r"(?<!\\)[&%#]")

CATALOGUE = Catalogue(
    label="arXiv",
    base="https://export.arxiv.org/api",
    find=ids.arxiv,
    read=read,
    pause=3,  # "a three second delay" between requests
)
