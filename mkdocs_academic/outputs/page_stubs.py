"""The pages of papers and people as Markdown, for an engine whose plugins cannot add pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape

from ..bibliography.publication import Publication
from ..sections.people import Person
from ..site import Site
from . import plain

_LONGEST = 160  # characters of a description; what finds pages shows no more


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path below docs and text of each page."""
    papers = {paper.key: paper for paper in site.publications}
    for key in site.pages.slugs:
        yield site.pages.source(key), _page(meta(papers[key]), "publication", key)
    for slug in sorted(site.registry.with_page):
        known = meta_of_person(site.registry.people[slug])
        yield site.registry.source(slug), _page(known, "person", slug)


def _page(meta: Mapping[str, str], macro: str, key: str) -> str:
    # JSON's strings are YAML's and Jinja's, too.
    head = [f"{name}: {_quoted(value)}" for name, value in meta.items()]
    return "\n".join(["---", *head, "---", "", f"{{{{ {macro}({_quoted(key)}) }}}}", ""])


def meta(paper: Publication) -> Mapping[str, str]:
    """Return what stands above a page, as HTML: engines put it into the head as it is."""
    title = plain.from_html(paper.title) or paper.key
    abstract = plain.shortened(plain.from_html(paper.abstract), _LONGEST)
    found = {"title": escape(title, quote=False)}
    return found | ({"description": escape(abstract)} if abstract else {})


def meta_of_person(person: Person) -> Mapping[str, str]:
    """Return what stands above somebody's page."""
    said = plain.from_markdown(person.bio or person.role)
    found = {"title": escape(person.name, quote=False)}
    return found | ({"description": escape(plain.shortened(said, _LONGEST))} if said else {})


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
