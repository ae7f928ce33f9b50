"""Items of feeds, made of news and of publications: absolute links, stable ids, valid dates."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from .. import text
from ..bibliography.publication import Publication
from ..dates import Date
from ..sections.base import Item
from . import plain
from .addresses import Resolve

_TITLE = 100  # characters of a piece of news


class FeedItem(NamedTuple):
    """One item. Addresses are absolute, dates in RFC 3339."""

    id: str  # an IRI
    url: str
    title: str  # plain text
    html: str
    date: str
    updated: str
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: str = ""


def uuid_of(home: str, name: str) -> str:
    """Return an id that is the same in every build; `https` and `www.` may come or go."""
    parts = urlsplit(home)
    host = (parts.hostname or "").removeprefix("www.")
    path = parts.path.rstrip("/")
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'//{host}{path}/{name}')}"


def moment(date: Date) -> str:
    """Return the beginning of a date as RFC 3339, what is unknown taken for the first; or ""."""
    year, month, day = date.start
    return f"{year:04}-{month or 1:02}-{day or 1:02}T00:00:00Z" if year else ""


def from_news(
    news: Iterable[Item],
    *,
    home: str,
    page: str,
    resolve: Resolve,
    cited: Callable[[str], str] = str,
) -> list[FeedItem]:
    """Return an item for each dated piece of news; `page` is where they all can be read.

    The id is made of date and letters: markup, punctuation, links and what `cited` makes of
    citations may change without telling everybody again.
    """
    return [found for item in news if (found := _news(item, home, page, resolve, cited))]


def _news(
    item: Item, home: str, page: str, resolve: Resolve, cited: Callable[[str], str]
) -> FeedItem | None:
    date = moment(item.date)
    written = item.text or item.title_line
    words = plain.from_markdown(written)
    if not date or not words:
        return None
    letters = "".join(char for char in words.casefold() if char.isalnum())
    written = cited(written)
    shown = absolute(text.to_html(plain.spelled_out(written)), resolve)
    return FeedItem(
        id=uuid_of(home, f"news:{item.date.iso}:{letters or words}"),
        url=resolve(item.url) or page,
        title=plain.shortened(plain.from_markdown(written), _TITLE),
        html=plain.without_controls(shown + _links(_buttons(item, resolve))),
        date=date,
        updated=date,
        tags=tuple(map(plain.from_markdown, item.tags)),
        image=_picture(item.image, resolve),
    )


def _buttons(item: Item, resolve: Resolve) -> Iterator[tuple[str, str]]:
    return ((link.label, resolve(link.url)) for link in item.buttons)


def from_publications(
    papers: Iterable[Publication],
    *,
    home: str,
    address: Callable[[Publication], str],
    resolve: Resolve,
    others: str = "et al.",
) -> list[FeedItem]:
    """Return an item for each dated paper; `address` tells where it can be read.

    The id is made of the citation key alone.
    """
    return [found for paper in papers if (found := _paper(paper, home, address, resolve, others))]


def _paper(
    paper: Publication,
    home: str,
    address: Callable[[Publication], str],
    resolve: Resolve,
    others: str,
) -> FeedItem | None:
    date = moment(paper.date)
    title = plain.from_html(paper.title) or plain.from_markdown(paper.text)
    if not date or not title:
        return None
    names = tuple(author.name.full for author in paper.authors)
    people = ", ".join(names)
    if paper.and_others:
        people += f", {others}" if len(names) > 1 else f" {others}"
    people += f" {paper.behind}" if paper.behind else ""
    return FeedItem(
        id=uuid_of(home, f"publications:{paper.key}"),
        url=address(paper),
        title=title if not paper.text else plain.shortened(title, _TITLE),
        html=plain.without_controls("".join(_paragraphs(paper, people, resolve))),
        date=date,
        updated=date,
        authors=tuple(map(plain.without_controls, names)),
        tags=tuple(map(plain.without_controls, paper.keywords)),
        image=_picture(paper.teaser, resolve),
    )


def _paragraphs(paper: Publication, people: str, resolve: Resolve) -> Iterator[str]:
    if paper.text:
        yield absolute(text.to_html(plain.spelled_out(paper.text)), resolve)
    place = ", ".join(filter(None, (paper.venue, html.escape(paper.details, quote=False))))
    status = html.escape(paper.status, quote=False)
    award = f"<strong>{paper.award}</strong>" if paper.award else ""
    for part in (html.escape(people, quote=False), place, status, award, paper.abstract):
        if part:
            yield f"<p>{absolute(plain.without_formulas(part), resolve)}</p>"
    yield _links((link.label, resolve(link.url)) for link in paper.links)


def _links(found: Iterable[tuple[str, str]]) -> str:
    shown = [
        f'<a href="{html.escape(address)}">{html.escape(label)}</a>'
        for label, address in found
        if address
    ]
    return f"<p>{' · '.join(shown)}</p>" if shown else ""


_ADDRESS = re.compile(r'(\s)(href|src|srcset|class|id)="([^"]*)"')


def absolute(fragment: str, resolve: Resolve) -> str:
    """Make the addresses in sanitised HTML absolute; classes and ids mean nothing elsewhere."""
    if "=" not in fragment:
        return fragment

    def rewritten(found: re.Match[str]) -> str:
        blank, name, value = found.groups()
        if name in ("class", "id", "srcset"):
            return ""
        written = html.unescape(value)
        whole = written if written.startswith("mailto:") else resolve(written)
        return f'{blank}{name}="{html.escape(whole)}"' if whole else ""

    # only within a tag: in text, quotes stand for themselves
    return plain.TAG.sub(lambda tag: _ADDRESS.sub(rewritten, tag[0]), fragment)


def _picture(address: str, resolve: Resolve) -> str:
    """Leave out a video, which may stand where a picture does."""
    path = address.partition("#")[0].partition("?")[0].lower()
    return resolve(address) if path.endswith(_PICTURES) else ""


_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
