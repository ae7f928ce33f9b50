"""The feeds and the calendar of a site as files: news, publications, both, and talks to come."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote

from ..bibliography import grouping
from ..bibliography.publication import Publication
from ..place import Place, list_page
from ..sections.base import Item
from ..site import Site
from . import cited_words, feed_items, feeds, ics, plain
from .addresses import Resolve, resolver
from .feed_items import FeedItem


class FeedFile(NamedTuple):
    """One feed, in one of its two formats."""

    path: str  # below the site's address
    name: str  # what is in it: news, publications, everything
    media_type: str


FEEDS: tuple[FeedFile, ...] = (
    FeedFile("feed.xml", "everything", feeds.ATOM_TYPE),
    FeedFile("feed.json", "everything", feeds.JSON_TYPE),
    FeedFile("news.xml", "news", feeds.ATOM_TYPE),
    FeedFile("news.json", "news", feeds.JSON_TYPE),
    FeedFile("publications.xml", "publications", feeds.ATOM_TYPE),
    FeedFile("publications.feed.json", "publications", feeds.JSON_TYPE),
)
CALENDAR = "talks.ics"


def published(site: Site) -> tuple[FeedFile, ...]:
    """Return the feeds that there is something for; two parts, or there is no feed of both."""
    if not site.url:
        return ()
    has = {
        "news": bool(_news(site)),
        "publications": any(one.date.year for one in site.publications),
    }
    has["everything"] = any(has.values())
    return tuple(one for one in FEEDS if has[one.name])


def title(site: Site, name: str) -> str:
    """Return what a feed is called: the site's name, and what it is about."""
    about = site.words.get(name, "") if name != "everything" else ""
    return f"{site.name}: {about}" if about else site.name


def feed(path: str) -> Callable[[Site], str | None]:
    """Return what writes the feed that lies at `path`."""
    row = next(one for one in FEEDS if one.path == path)

    def render(site: Site) -> str | None:
        if row not in published(site):
            return None
        made, _ = feeds.feed(
            _items(site, row.name),
            name=row.name,
            title=title(site, row.name),
            site_url=site.url,
            author=site.profile.name if site.profile else "",
            language=site.language,
        )
        write = feeds.atom if row.media_type == feeds.ATOM_TYPE else feeds.json_feed
        return write(made, f"{site.url}{row.path}") if made else None

    return render


def _items(site: Site, name: str) -> list[FeedItem]:
    """Return what a feed holds; each kind is made once for all the feeds that it stands in."""
    if name == "everything":
        return [*_items(site, "news"), *_items(site, "publications")]
    resolve = resolve_on(site)
    lists = resolve(list_page(site.docs_dir, name))
    if (name, lists) not in site.made:
        make = _news_items if name == "news" else _paper_items
        site.made[name, lists] = make(site, lists, resolve)
    made: list[FeedItem] = site.made[name, lists]
    return made


def _news_items(site: Site, page: str, resolve: Resolve) -> list[FeedItem]:
    cited = cited_words.wording(site, _reader(site, resolve))
    return feed_items.from_news(_news(site), home=site.url, page=page, resolve=resolve, cited=cited)


def _paper_items(site: Site, page: str, resolve: Resolve) -> list[FeedItem]:
    newest = grouping.in_order(site.publications, "newest")
    return feed_items.from_publications(
        [paper for paper in newest if paper.date.year][: feeds.LIMIT],
        home=site.url,
        address=_reader(site, resolve),
        resolve=resolve,
        others=site.words["others"],
    )


def address(site: Site, paper: Publication, resolve: Resolve, listed: str) -> str:
    """Return where a paper can be read: its page, else where its title leads, else the list."""
    own = resolve(site.pages.source(paper.key))
    return own or resolve(paper.url) or f"{listed}#{quote(paper.anchor)}"


def _reader(site: Site, resolve: Resolve) -> Callable[[Publication], str]:
    listed = resolve(list_page(site.docs_dir, "publications")).partition("#")[0]
    return lambda paper: address(site, paper, resolve, listed)


def resolve_on(site: Site) -> Resolve:
    """Return what makes the addresses of the site absolute."""
    return resolver(site.url, Place("", site.directory_urls).address)


def _news(site: Site) -> list[Item]:
    return [
        item
        for name, section in site.sections.items()
        if site.type_of(name) == "news"
        for item in getattr(section, "items", ())
    ]


def calendar(site: Site) -> str | None:
    """Write the talks that are still to come."""
    talks = [
        item
        for name, section in site.sections.items()
        if site.type_of(name) == "talks"
        for item in getattr(section, "items", ())
    ]
    if not talks:
        return None
    cited = cited_words.wording(site, lambda _: "")
    talks = [cited_words.worded(talk, cited) for talk in talks]
    name = f"{site.name}: {plain.from_markdown(site.words['talks'])}"
    return ics.calendar(
        talks, today=site.today, name=name, site_url=site.url, resolve=resolve_on(site)
    )
