"""Pages at earlier addresses of papers, each of which leads to the one that holds now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from ..pages import FOLDER
from ..render import Place
from ..site import Site
from . import plain
from .addresses import resolver


def files(site: Site, is_taken: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield path below the site and text of each; none where a page of the user's own lies.

    `is_taken` tells whether there is such a page below docs.
    """
    place = Place(directory_urls=site.directory_urls)
    absolute = resolver(site.url, place.address)
    titles = {
        site.pages.slugs[paper.key]: plain.from_html(paper.title) or paper.key
        for paper in site.publications
        if paper.key in site.pages.slugs
    }
    for old, new in site.pages.former.items():
        source, target = f"{FOLDER}/{old}.md", f"{FOLDER}/{new}.md"
        if is_taken(source):
            continue
        here = place.address(source)
        there = Place(here, site.directory_urls).address(target)
        html = _html(there, absolute(target) or there, titles[new], site.language)
        yield f"{here}index.html" if here.endswith("/") else here, html


def _html(address: str, canonical: str, title: str, language: str) -> str:
    to, name = escape(address), escape(title)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<title>{name}</title>\n<link rel="canonical" href="{escape(canonical)}">\n'
        f'<meta http-equiv="refresh" content="0; url={to}">\n</head>\n'
        f'<body>\n<p><a href="{to}">{name}</a></p>\n</body>\n</html>\n'
    )
