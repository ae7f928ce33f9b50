"""What the plugin asks of a site; answers are made of what a memory can keep.

Each loads what makes the answer: that waits until a question is new.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .outputs.downloads import Known
    from .site import Site


def has_our_templates(site: Site) -> bool:
    """Tell whether nobody has replaced a template."""
    from .render import own_templates

    return not own_templates(site).names


def downloads(site: Site, known: Known | None = None) -> Iterator[tuple[str, list[bytes]]]:
    """Yield path and pieces of each download; what is `known` from before is not made again."""
    from .outputs import download_files

    return download_files.files(site, known)


def side_files(site: Site) -> list[tuple[str, str]]:
    """Return path and text of each file beside the pages."""
    from .outputs import side_files

    return list(side_files.rendered(site))


def search_records(site: Site) -> Iterator[tuple[str, list[bytes]]]:
    """Yield ids in lists, keys and records of papers, some hundred at a time (`marshal`)."""
    from .outputs import search_records

    papers = iter(site.publications)
    while some := list(islice(papers, _AT_ONCE)):
        found = [(one.anchor, one.key, search_records.record(one, "")) for one in some]
        yield "", [marshal.dumps(found)]


_AT_ONCE = 256


def theme(site: Site) -> tuple[str, dict[str, str]]:
    """Return the language, and what the buttons of the palette are called in it."""
    return site.language, {key: word for key, word in site.words.items() if key[:8] == "palette."}
