"""The table of files that a site has beside its pages: where each lies, and what writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..citations import live
from ..site import Site
from . import accent_style, citation_files, feed_files


class SideFile(NamedTuple):
    """One file, made of the site alone."""

    path: str  # below the site's address
    render: Callable[[Site], str | None]  # None: there is nothing to publish


SIDE_FILES: tuple[SideFile, ...] = (
    SideFile("citations/shieldsio.json", citation_files.shields),
    SideFile("citations/badge.svg", citation_files.svg),
    SideFile("citations/h-index.json", citation_files.h_index_shields),
    SideFile("citations/h-index.svg", citation_files.h_index_svg),
    SideFile(live.FILE, citation_files.gs_data),
    *(SideFile(row.path, feed_files.feed(row.path)) for row in feed_files.FEEDS),
    SideFile(feed_files.CALENDAR, feed_files.calendar),
    SideFile(accent_style.FILE, accent_style.style_sheet),
)


def rendered(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file there is something for; a site with mistakes has none."""
    for row in () if site.mistakes else SIDE_FILES:
        text = row.render(site)
        if text is not None:
            yield row.path, text
