"""Pages at earlier addresses of papers, each of which leads to the one that holds now."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from ..place import FOLDER, Place
from ..site import Site
from . import plain
from .addresses import resolver


class Redirect(NamedTuple):
    """A page that leads to another, unless the user has one of their own there."""

    source: str  # of that one, below docs
    path: str  # below the site
    html: str


def files(site: Site) -> Iterator[Redirect]:
    """Yield them all."""
    place = Place(directory_urls=site.directory_urls)
    absolute = resolver(site.url, place.address)
    titles = {
        site.pages.slugs[paper.key]: plain.from_html(paper.title) or paper.key
        for paper in site.publications
        if paper.key in site.pages.slugs
    }
    for old, new in site.pages.former.items():
        source, target = f"{FOLDER}/{old}.md", f"{FOLDER}/{new}.md"
        here = place.address(source)
        there = Place(here, site.directory_urls).address(target)
        html = _html(there, absolute(target) or there, titles[new], site.language)
        yield Redirect(source, f"{here}index.html" if here.endswith("/") else here, html)


def _html(address: str, canonical: str, title: str, language: str) -> str:
    to, name = escape(address), escape(title)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<title>{name}</title>\n<link rel="canonical" href="{escape(canonical)}">\n'
        f'<meta http-equiv="refresh" content="0; url={to}">\n</head>\n'
        f'<body>\n<p><a href="{to}">{name}</a></p>\n</body>\n</html>\n'
    )
