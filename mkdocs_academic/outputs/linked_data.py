"""Linked data in the vocabulary of schema.org: papers, whom a profile is about, breadcrumbs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .. import urls
from ..bibliography.names import Name
from ..bibliography.publication import Author
from ..sections.profile import Profile
from . import plain
from .addresses import Resolve, is_absolute
from .json_ld import CONTEXT, Node, filled, script
from .known_authors import KnownAuthors
from .record import Record, is_body

__all__ = ("breadcrumbs", "owner", "profile_page", "scholarly_article", "script")

_TYPES = {  # CSL kind -> schema.org type; schema.org has none for patents and talks
    **dict.fromkeys(
        ("article-journal", "article", "paper-conference", "review", "manuscript"),
        "ScholarlyArticle",
    ),
    **dict.fromkeys(("article-magazine", "entry-encyclopedia"), "Article"),
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "periodical": "Periodical",
    "report": "Report",
    "software": "SoftwareSourceCode",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
# Those that schema.org gives `pageStart` and `pageEnd`.
_WITH_PAGES = frozenset("ScholarlyArticle Article NewsArticle Report Chapter".split())
# Buttons that lead to the same work elsewhere, not to something about it.
_SAME = frozenset(
    "doi arxiv hal pmid pmcid openreview acl dblp semanticscholar openalex inspirehep_id osf "
    "zenodo".split()
)


def scholarly_article(
    record: Record,
    *,
    url: str,
    resolve: Resolve,
    image: str = "",
    pdf_url: str = "",
    owner: Mapping[str, Any] | None = None,
    known: KnownAuthors | None = None,
) -> Node:
    """Describe a paper whose page has the absolute address `url`.

    `image` and `pdf_url` are absolute; `owner` is the node that the function of that name makes, to
    which an author's node refers by `@id`, as it does to those of people who are `known`. The type
    follows the entry's: `Book`, `Thesis`, …
    """
    kind = _TYPES.get(record.kind, "CreativeWork")
    node = {
        "@context": CONTEXT,
        "@type": kind,
        "@id": url,
        "url": url,
        "name": record.title or record.key,
        "headline": record.title if kind.endswith("Article") else "",
        "author": [_author(one, owner, known, resolve) for one in record.authors],
        "editor": [
            _author(one, owner, known, resolve) for one in record.editors if not is_body(one.name)
        ],
        "translator": [_author(one, owner, known, resolve) for one in record.translators],
        "datePublished": record.date,
        "abstract": record.abstract,
        "description": record.abstract if kind == "Dataset" else "",
        "keywords": list(record.keywords),
        "inLanguage": record.language,
        "award": record.award,
        "creativeWorkStatus": record.status,
        "license": record.license,
        "image": image,
        "identifier": list(_identifiers(record)),
        "sameAs": list(_same(record)),
        "encoding": _pdf(pdf_url),
        "isPartOf": _container(record),
        **_of_type(kind, record),
    }
    return filled(node)


def _of_type(kind: str, record: Record) -> Node:
    """Return what only some types have."""
    found: Node = {"publisher": _organization(record.publisher or record.institution)}
    if kind in _WITH_PAGES:
        found |= {"pageStart": record.first_page, "pageEnd": record.last_page}
    if kind == "Book":
        found |= {"isbn": list(record.isbn), "bookEdition": record.edition}
    if kind == "Periodical":
        found |= {"issn": list(record.issn)}
    if kind == "Thesis":
        found |= {
            "inSupportOf": record.genre,
            "sourceOrganization": _organization(record.institution),
        }
    if kind == "Report":
        found |= {"reportNumber": record.number}
    if kind in ("SoftwareSourceCode", "Dataset"):
        found |= {"version": record.version}
    if kind == "SoftwareSourceCode":
        code = next((link.url for link in record.links if link.key == "code"), "")
        found |= {"codeRepository": code if is_absolute(code) else ""}
    return found


def _container(record: Record) -> Node | None:
    """Nest issue, volume and journal; proceedings and books are books."""
    if not record.container:
        return None
    if record.kind in ("paper-conference", "chapter", "entry-encyclopedia"):
        series = {"@type": "BookSeries", "name": record.series} if record.series else None
        return {
            "@type": "Book",
            "name": record.container,
            "isbn": list(record.isbn),
            "isPartOf": series,
        }
    node: Node = {"@type": "Periodical", "name": record.container, "issn": list(record.issn)}
    if record.volume:
        node = {"@type": "PublicationVolume", "volumeNumber": record.volume, "isPartOf": node}
    if record.issue:
        node = {"@type": "PublicationIssue", "issueNumber": record.issue, "isPartOf": node}
    return node


def _author(
    author: Author, owner: Mapping[str, Any] | None, known: KnownAuthors | None, resolve: Resolve
) -> Node:
    node = _person(author.name)
    if author.is_owner and owner:
        return node | {key: owner[key] for key in ("@id", "url", "sameAs") if key in owner}
    if author.person and known:
        return node | known.node(author.person)
    address = resolve(author.url)
    if orcid := _orcid(address):
        return node | {"@id": orcid, "sameAs": [orcid]}
    return node | {"url": address} if address else node


def _person(name: Name) -> Node:
    if is_body(name):
        return _organization(name.full) or {}
    family = " ".join(filter(None, (name.prefix, name.family)))
    return {
        "@type": "Person",
        "name": name.full,
        "givenName": name.given,
        "familyName": family if name.given else "",
        "honorificSuffix": name.suffix,
    }


def _orcid(address: str) -> str:
    found = re.fullmatch(r"https?://orcid\.org/([\dX-]+)/?", address)
    return f"https://orcid.org/{found[1]}" if found and urls.is_orcid(found[1]) else ""


def _organization(name: str) -> Node | None:
    return {"@type": "Organization", "name": name} if name else None


def _identifiers(record: Record) -> Iterator[Node]:
    found = {"doi": record.doi, "arxiv": record.arxiv}
    for kind, value in found.items():
        if value:
            address = urls.identifier_url(kind, value)
            yield {"@type": "PropertyValue", "propertyID": kind, "value": value, "url": address}


def _same(record: Record) -> Iterator[str]:
    """Return where the same work stands elsewhere, each place once."""
    found = {link.url: link.key for link in record.links if link.key in _SAME}
    for kind, value in (("arxiv", record.arxiv), ("doi", record.doi)):
        if kind not in found.values() and (own := urls.identifier_url(kind, value)):
            yield own
    yield from filter(is_absolute, found)


def _pdf(address: str) -> Node | None:
    if not is_absolute(address):
        return None
    return {"@type": "MediaObject", "contentUrl": address, "encodingFormat": "application/pdf"}


def owner(
    profile: Profile,
    *,
    url: str,
    resolve: Resolve,
    topics: Iterable[str] = (),
    own_site: str = "",
) -> Node:
    """Describe whom a profile is about, at home at the absolute address `url`.

    A person's ORCID iD is the `@id`. The e-mail stays out: it would be collected from here.
    """
    addresses = (resolve(link.url) for link in profile.buttons if link.key != "email")
    same = list(dict.fromkeys(one for one in (*addresses, resolve(own_site)) if one))
    affiliations = [_organization(one) for one in _lines(profile.affiliation)]
    whole = affiliations[0] if len(affiliations) == 1 else affiliations
    role, bio = plain.from_markdown(profile.role), plain.from_markdown(profile.bio)
    node: Node = {
        "@type": "Person",
        "@id": next((found for one in same if (found := _orcid(one))), f"{url}#person"),
        "name": plain.from_markdown(profile.name),
        "alternateName": [plain.from_markdown(one) for one in profile.aliases],
        "url": url,
        "image": resolve(profile.avatar),
        "sameAs": same,
        "knowsAbout": list(topics),
    }
    if profile.type == "organization":
        node |= {"@type": "Organization", "@id": f"{url}#organization", "logo": node["image"]}
        node |= {"parentOrganization": whole, "description": bio or role}
    else:
        node |= {"jobTitle": role, "affiliation": whole, "description": bio}
    return filled(node)


def profile_page(
    profile: Profile,
    *,
    url: str,
    resolve: Resolve,
    topics: Iterable[str] = (),
    modified: str = "",  # ISO 8601
    home: str = "",
    own_site: str = "",
) -> Node:
    """Describe the page of a profile (schema.org's `ProfilePage`), who is at `home`, or there."""
    whose = owner(profile, url=home or url, resolve=resolve, topics=topics, own_site=own_site)
    node = {
        "@context": CONTEXT,
        "@type": "ProfilePage",
        "url": url,
        "dateModified": modified,
        "mainEntity": whose,
    }
    return filled(node)


def breadcrumbs(way: Iterable[tuple[str, str]]) -> Node:
    """Describe the way from the home page to this one: names and absolute addresses."""
    steps = [
        {"@type": "ListItem", "position": place, "name": name, "item": address}
        for place, (name, address) in enumerate(way, 1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": steps}


def _lines(markdown: str) -> list[str]:
    """Take each line of a Markdown text for one."""
    parts = re.split(r"<br\s*/?>|\n", markdown)
    return [text for part in parts if (text := plain.from_markdown(part))]
