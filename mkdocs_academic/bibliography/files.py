"""The site's own files that publications link to: found, or missed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from os.path import isfile, join
from pathlib import Path
from urllib.parse import unquote

from ..links import Link
from .publication import Publication

# Where al-folio keeps what its entries name without a folder.
_FOLDERS = ("assets/pdf", "assets/html", "assets/video", "assets/img/publication_preview")


def folders(docs_dir: Path) -> tuple[str, ...]:
    """Return where below `docs_dir` files of publications may lie: "", "assets/pdf/"."""
    return ("", *(f"{one}/" for one in _FOLDERS if (docs_dir / one).is_dir()))


def linked(
    paper: Publication, docs_dir: Path, folders: Sequence[str], missing: Callable[[str], None]
) -> Publication:
    """Return the paper with the addresses of its files below `docs_dir`; tell what is missing."""
    addresses = (paper.url, paper.teaser, *[link.url for link in paper.links])
    if not any(map(_is_file, [one for one in addresses if ":" not in one])):
        return paper

    def located(address: str) -> str:
        if not _is_file(address):
            return address
        where = (f"{folder}{address}" for folder in folders)
        known = next((one for one in where if isfile(join(docs_dir, _path(one)))), None)
        if known is None:
            missing(f"there is no file {_path(address)!r} in {docs_dir.name}/")
        return known or address

    links = tuple(_at(link, located(link.url)) for link in paper.links)
    by_old = {old.url: new.url for old, new in zip(paper.links, links, strict=True)}
    url = by_old[paper.url] if paper.url in by_old else located(paper.url)
    teaser = located(paper.teaser)
    if (url, teaser, links) == (paper.url, paper.teaser, paper.links):
        return paper
    return replace(paper, url=url, teaser=teaser, links=links)


def is_missing(address: str, docs_dir: Path) -> bool:
    """Tell whether an address names a file of the site that is not there."""
    return _is_file(address) and not (docs_dir / _path(address)).is_file()


def _at(link: Link, url: str) -> Link:
    return link._replace(url=url)


def _is_file(address: str) -> bool:
    """Tell a file of the site from a web address, an anchor and the address of a page."""
    if not address or ":" in address or address.startswith(("#", "/")):
        return False
    return "." in _path(address).rpartition("/")[2]


def _path(address: str) -> str:
    return unquote(address.partition("#")[0].partition("?")[0])
