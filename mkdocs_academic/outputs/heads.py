"""The head of a page as HTML: what search engines, reference managers and previews read there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from html import escape
from posixpath import basename

from ..bibliography.publication import Publication
from ..render import Place
from ..site import Site
from . import highwire, linked_data, open_graph, plain
from .addresses import resolver
from .json_ld import Node, script
from .meta_tags import MetaTag
from .open_graph import Card
from .record import Record

_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


class Heads:
    """The heads of a site's pages; without `site_url` only what needs no address."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._resolve = resolver(site.url, Place("", site.directory_urls).address)

    @cached_property
    def _person(self) -> Node | None:
        """Return the owner, to whom authors of papers refer."""
        if self._site.profile is None:
            return None
        return linked_data.person(self._site.profile, url=self._site.url, resolve=self._resolve)

    def of_paper(
        self, paper: Publication, known: Record | None, place: Place, list_page: str
    ) -> str:
        """Return the head of a paper's page."""
        if known is None:
            return ""
        site, resolve = self._site, self._resolve
        url = f"{site.url}{place.url}" if site.url else ""
        pdf = local_pdf(paper)
        pdf_url = f"{url.rpartition('/')[0]}/{basename(pdf)}" if url and pdf else ""
        image = resolve(paper.teaser) if paper.teaser.lower().endswith(_PICTURES) else ""
        card = Card(
            title=known.title or plain.from_html(paper.title),
            url=url,
            type="article",
            description=known.abstract,
            image=image or (resolve(site.profile.avatar) if site.profile else ""),
            is_wide=bool(image),
            site_name=site.name,
            language=site.language,
            published=known.date,
            tags=known.keywords,
        )
        found = [*highwire.tags(known, url=url, pdf_url=pdf_url).tags, *open_graph.tags(card)]
        if not url:
            return _html(found, [])
        article = linked_data.scholarly_article(
            known, url=url, resolve=resolve, image=image, pdf_url=pdf_url, owner=self._person
        )
        listed = (site.words["publications"], resolve(list_page))
        way = linked_data.breadcrumbs([(site.name, site.url), listed, (card.title, url)])
        return _html(found, [article, way])

    def of_home(self, place: Place) -> str:
        """Return the head of the page that shows the profile."""
        site = self._site
        if site.profile is None:
            return ""
        url = f"{site.url}{place.url}" if site.url else ""
        card = Card(
            title=plain.from_markdown(site.profile.name),
            url=url,
            type="profile",
            description=plain.from_markdown(site.profile.bio or site.profile.role),
            image=self._resolve(site.profile.avatar),
            site_name=site.name,
            language=site.language,
        )
        if not url:
            return _html(open_graph.tags(card), [])
        page = linked_data.profile_page(site.profile, url=url, resolve=self._resolve)
        return _html(open_graph.tags(card), [page])


def local_pdf(paper: Publication) -> str:
    """Return the PDF of a paper that lies below docs, "" where there is none."""
    found = (link.url for link in paper.links if link.key == "pdf")
    local = (one for one in found if ":" not in one and not one.startswith(("/", "#")))
    return next((one for one in local if one.lower().endswith(".pdf")), "")


def _html(tags: Iterable[MetaTag], data: Iterable[Node]) -> str:
    lines = [f'<meta {one.attribute}="{one.name}" content="{escape(one.content)}">' for one in tags]
    lines += [f'<script type="application/ld+json">{script(node)}</script>' for node in data]
    return "\n".join(lines)
