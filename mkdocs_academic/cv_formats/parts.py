"""What all formats of a CV take from a site: its sections, their items as plain text, dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from .. import citation_styles, formats
from ..bibliography import grouping
from ..bibliography.publication import Publication
from ..citation_styles import Styled
from ..dates import FORTHCOMING, Date
from ..outputs import cited_words, plain
from ..outputs.addresses import Resolve
from ..outputs.cited_words import Wording
from ..outputs.feed_files import resolve_on
from ..sections import base, publications
from ..site import Site


class Part(NamedTuple):
    """A section of a CV."""

    name: str
    kind: str  # the section's type
    title: str  # plain text
    items: tuple[base.Item, ...]


def parts(site: Site) -> Iterator[Part]:
    """Yield the sections that hold items, those of the home page first, papers left out."""
    cited = _wording(site)
    for name in names(site):
        section = site.sections[name]
        kind = site.type_of(name)
        items = tuple(getattr(section, "items", ()))
        if items and kind not in ("news", "openings"):
            title = section.title or site.words.get(name) or name.replace("_", " ").capitalize()
            order = getattr(section, "order", "newest")
            found = tuple(cited_words.worded(one, cited) for one in base.in_order(items, order))
            yield Part(name, kind, plain.from_markdown(title), found)


def biography(site: Site) -> list[str]:
    """Return the biography line by line."""
    return lines(_wording(site)(site.profile.bio)) if site.profile else []


def _wording(site: Site) -> Wording:
    return cited_words.wording(site, lambda _: "")


def names(site: Site) -> list[str]:
    """Return the names of all sections, those of the home page first."""
    return list(dict.fromkeys((*site.order, *site.sections)))


def papers(site: Site) -> Sequence[Publication]:
    """Return the papers, the newest first."""
    return grouping.in_order(site.publications, "newest", {})


def papers_title(site: Site) -> str:
    """Return the heading of a list of all papers."""
    lists = (one for one in site.sections.values() if isinstance(one, publications.Section))
    own = next((one.title for one in lists if one.title and one.selected is not True), "")
    return plain.from_markdown(own or site.words["publications"])


def said(item: base.Item, *names: str) -> str:
    """Return the first of these fields that says something, as plain text."""
    for name in names:
        if found := plain.from_markdown(str(getattr(item, name, ""))):
            return found
    return ""


def title(item: base.Item) -> str:
    """Return what an item is called; one without a title is its text."""
    return (
        plain.from_markdown(item.title_line)
        or plain.from_markdown(item.text)
        or item.date.text
        or item.image
    )


def lines(markdown: str) -> list[str]:
    """Return paragraphs and the items of lists, a line each, without the marks of these."""
    pieces = re.split(_ENDS, markdown)
    found = (plain.from_markdown(re.sub(rf"^{_MARK}", "", one)) for one in pieces)
    return [line for line in found if line]


_MARK = r"\s*(?:[-*+]|\d{1,2}[.)])\s+"
_ENDS = rf"\n\s*\n|(?:  |\\)\n|\n(?={_MARK})"


def text(item: base.Item) -> list[str]:
    """Return what an item says besides its title, nothing where that is all it has."""
    return lines(item.text) if plain.from_markdown(item.title_line) else []


def links(item: base.Item, resolve: Resolve) -> list[str]:
    """Return where an item leads besides its own address, a line each."""
    known = [one for one in item.buttons if one.url != item.url]
    found = ((one.label, resolve(one.url) or _mail(one.url)) for one in known)
    return [f"{label}: {address}" for label, address in found if address]


def _mail(address: str) -> str:
    return address if address.startswith("mailto:") else ""


def tags(item: base.Item) -> list[str]:
    """Return the tags of an item as one line, if it has any."""
    return [", ".join(item.tags)] if item.tags else []


class When(NamedTuple):
    """A date as far as it is known."""

    start: str  # ISO 8601, may be partial; "" where it is not known
    end: str  # likewise, "" for a point in time and for what goes on
    is_open: bool
    is_whole: bool  # whether that is all that was written
    text: str  # as its author wrote it


def when(date: Date) -> When:
    """Read a date of an item."""
    start = date.iso
    is_point = date.end == date.start or not date.start[0]
    end = "" if is_point or date.is_open or date.end == FORTHCOMING else _iso(date.end)
    is_whole = bool(start) and formats.is_understood(date)
    return When(start, end, date.is_open, is_whole, date.text)


def _iso(triple: tuple[int, int, int]) -> str:
    year, month, day = triple
    known = [f"{year:04}", *([f"{month:02}"] if month else []), *([f"{day:02}"] if day else [])]
    return "-".join(known[: 1 + bool(month) + bool(month and day)])


def addresses(site: Site) -> Resolve:
    """Return what makes addresses absolute; without `site_url`, those of the site are none."""
    return resolve_on(site)


def reference(site: Site) -> Callable[[Publication], str]:
    """Return what writes a paper as one line of plain text, in the site's citation style."""
    name = next(iter(site.citation_styles), citation_styles.USUAL)
    styled = Styled(site, name)
    return lambda paper: plain.from_html(styled.listed(paper, ""))


def filled(known: dict[str, Any]) -> dict[str, Any]:
    """Return what says something."""
    return {name: value for name, value in known.items() if value}
