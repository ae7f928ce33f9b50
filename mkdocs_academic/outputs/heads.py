"""The head of a page as HTML: what search engines, reference managers and previews read there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from html import escape
from posixpath import basename

from ..bibliography.publication import Publication
from ..place import Place
from ..sections.people import Person
from ..site import Site
from . import highwire, linked_data, open_graph, paper_files, plain
from .addresses import resolver
from .json_ld import Node, script
from .known_authors import KnownAuthors
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
    def _owner(self) -> Node | None:
        """Return whom the site is about, to whom authors of papers refer."""
        if self._site.profile is None:
            return None
        return linked_data.owner(self._site.profile, url=self._site.url, resolve=self._resolve)

    @cached_property
    def _known(self) -> KnownAuthors:
        return KnownAuthors(self._site.registry, self._site.url, self._resolve)

    @property
    def image(self) -> str:
        """Return the absolute address of the picture of pages that have none of their own."""
        return self._resolve(self._site.profile.avatar) if self._site.profile else ""

    def of_paper(
        self, paper: Publication, known: Record | None, place: Place, list_page: str
    ) -> str:
        """Return the head of a paper's page."""
        if known is None:
            return ""
        site, resolve = self._site, self._resolve
        url = f"{site.url}{place.url}" if site.url else ""
        pdf = basename(site.pages.pdf(paper.key, site.directory_urls))
        has_pdf = url and pdf and paper_files.pdf_of(paper, site.docs_dir)
        pdf_url = f"{url.rpartition('/')[0]}/{pdf}" if has_pdf else ""
        image = resolve(paper.teaser) if paper.teaser.lower().endswith(_PICTURES) else ""
        card = Card(
            title=known.title or plain.from_html(paper.title),
            url=url,
            type="article",
            description=known.abstract,
            image=image or self.image,
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
            known,
            url=url,
            resolve=resolve,
            image=image,
            pdf_url=pdf_url,
            owner=self._owner,
            known=self._known,
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
            image=self.image,
            site_name=site.name,
            language=site.language,
        )
        if not url:
            return _html(open_graph.tags(card), [])
        page = linked_data.profile_page(site.profile, url=url, home=site.url, resolve=self._resolve)
        return _html(open_graph.tags(card), [page])

    def of_person(self, person: Person, place: Place) -> str:
        """Return the head of somebody's page."""
        site, profile = self._site, person.profile
        url = f"{site.url}{place.url}" if site.url else ""
        card = Card(
            title=plain.from_markdown(person.name),
            url=url,
            type="profile",
            description=plain.from_markdown(person.bio or person.role),
            image=self._resolve(person.photo) or self.image,
            site_name=site.name,
            language=site.language,
        )
        if not url:
            return _html(open_graph.tags(card), [])
        page = linked_data.profile_page(
            profile,
            url=url,
            home=url,
            resolve=self._resolve,
            topics=person.topics,
            own_site=person.url,
        )
        return _html(open_graph.tags(card), [page])


def _html(tags: Iterable[MetaTag], data: Iterable[Node]) -> str:
    lines = [f'<meta {one.attribute}="{one.name}" content="{escape(one.content)}">' for one in tags]
    lines += [f'<script type="application/ld+json">{script(node)}</script>' for node in data]
    return "\n".join(lines)
