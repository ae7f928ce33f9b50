"""What stands in a page's head for other programs: one `<meta>` as data, not yet as HTML."""

from __future__ import annotations

from typing import NamedTuple


class MetaTag(NamedTuple):
    """A `<meta>`; names may repeat and their order counts."""

    name: str
    content: str  # plain text, not escaped
    attribute: str = "name"  # "property" for Open Graph (RDFa)
