"""Citations in texts of the settings as words with a link, for feeds, calendars and CVs."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from .. import cited_text
from ..bibliography import page_ranges
from ..bibliography.publication import Publication
from ..cited_text import Cited
from ..sections.base import Item
from ..site import Site
from . import plain

Wording = Callable[[str], str]  # Markdown -> Markdown
I = TypeVar("I", bound=Item)  # noqa: E741

# What is between backquotes is no citation, nor are `\[@key]` and `![@key](a.png)`.
_CITED = rf"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|(?<![\\!]){cited_text.BRACKETS}"
_SIGNS = re.compile(r"[\\`*_{}\[\]]")


def wording(site: Site, address: Callable[[Publication], str]) -> Wording:
    """Return what writes `[@key]` as `([Moss et al. 2021](address))`; else a text stays as it is.

    It says who and when in every style: what has no list behind it has no numbers.
    """

    def one(found: re.Match[str]) -> str:
        cited = cited_text.parsed(found[2]) if found[2] else ()
        keys = [site.also.get(one.key, one.key) for one in cited]
        if not cited or not all(key in site.papers for key in keys):
            return found[0]
        papers = [site.papers[key] for key in keys]
        pairs = zip(cited, papers, strict=True)
        said = [_said(one, _named(paper, one, site.words), address(paper)) for one, paper in pairs]
        return f"({'; '.join(said)})"

    return lambda text: re.sub(_CITED, one, text, flags=re.DOTALL) if "@" in text else text


def _said(cited: Cited, said: str, address: str) -> str:
    escaped = _SIGNS.sub(r"\\\g<0>", html.escape(said, quote=False))
    link = f"[{escaped}](<{address}>)" if address else escaped
    before, after = cited.before and f"{cited.before} ", page_ranges.shown(cited.after)
    return f"{before}{link}, {after}" if after else f"{before}{link}"


def _named(paper: Publication, cited: Cited, words: Mapping[str, str]) -> str:
    if cited.only_year:
        return paper.years or paper.status or words["reference.undated"]
    return label(paper, words)


def label(paper: Publication, words: Mapping[str, str]) -> str:
    """Return who and when, or what is cited where nobody is known for it; plain text."""
    if paper.authors:
        return paper.short_citation(words["others"], words["and"])
    title = plain.from_html(paper.title) or paper.key
    return " ".join(filter(None, (title, paper.years or paper.status)))


def worded(item: I, cited: Wording) -> I:
    """Return an item with citations in its texts as words."""
    texts = {name: cited(said) for name, said in item if isinstance(said, str) and "@" in said}
    return item.model_copy(update=texts) if texts else item
