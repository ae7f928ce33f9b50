"""The table of catalogues: who can be asked for papers, one module and one row each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from ..late_tables import LateTable

if TYPE_CHECKING:
    from .base import Catalogue, Wanted

# Each a module with `CATALOGUE`. The order is that in which what a user wrote is looked at, and
# that in which they are asked: whose answers lead to others comes first.
_NAMES = ("orcid", "openalex", "zotero", "inspire", "dblp", "pubmed", "arxiv", "doi")


def _load(name: str) -> Catalogue:
    row: Catalogue = import_module(f".{name}", __name__).CATALOGUE
    return row


CATALOGUES: Mapping[str, Catalogue] = LateTable(_NAMES, _load)


def find(written: str) -> Wanted | None:
    """Return what an id or an address names, None where no catalogue knows its like."""
    from .base import Wanted

    bare = re.sub(r"^(https?://[^?#]+)[?#].*", r"\1", written.strip(), flags=re.IGNORECASE)
    found = (Wanted(name, row.find(bare)) for name, row in CATALOGUES.items())
    return next((one for one in found if one.id), None)


def of_owner(links: Mapping[str, str]) -> Wanted | None:
    """Return where the papers of a profile's owner are known, by its links (service -> address)."""
    rows = ((name, link) for name, row in CATALOGUES.items() for link in row.links)
    found = (find(links[link]) for name, link in rows if link in links)
    return next((one for one in found if one), None)
