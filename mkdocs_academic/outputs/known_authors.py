"""Authors in linked data who are people of the registry: the page, the number, the own site."""

from __future__ import annotations

from ..registry import Registry
from .addresses import Resolve
from .json_ld import Node, filled


class KnownAuthors:
    """The people of a site's registry, as the authors of its papers refer to them."""

    def __init__(self, registry: Registry, site_url: str, resolve: Resolve) -> None:
        """Take the site's absolute address, "" for none: then there are numbers alone."""
        self._registry = registry
        self._resolve = resolve
        self._tree = resolve(registry.elsewhere) or site_url  # where pages are as ours are

    def node(self, slug: str) -> Node:
        """Return `@id`, `url` and `sameAs` of somebody, what is known of them.

        The `@id` is the one that the own page gives (`linked_data.owner`), here or on another site
        of the same laboratory: an ORCID iD, else that page's `#person`.
        """
        person = self._registry.people[slug]
        own, page = self._resolve(person.url), self._page(slug)
        node = {
            "@id": person.orcid or (f"{page}#person" if page else ""),
            "url": page or own,
            "sameAs": list(dict.fromkeys(filter(None, (person.orcid, own if own != page else "")))),
        }
        return filled(node)

    def _page(self, slug: str) -> str:
        """Return the absolute address of the page that tells of somebody, "" for none of ours."""
        source = self._registry.source(slug)
        address = self._resolve(source or self._registry.home(slug))
        is_ours = source or (self._tree and address.startswith(self._tree))
        return address if is_ours else ""
