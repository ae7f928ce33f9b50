"""What the heads of papers, talks, courses and works have in common: addresses and excerpts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .front_matter import text_of
from .jekyll import Jekyll
from .source import Source

_LINKS = {
    "paperurl": "paper",
    "slidesurl": "slides",
    "link": "link",
    "url": "link",
    "video": "video",
    "videourl": "video",
    "code": "code",
    "codeurl": "code",
    "github": "code",
}
_PICTURE = re.compile(r"<img[^>]*src=[\"']([^\"']+)|!\[[^\]]*\]\(([^)\s]+)")
_SHOWN = re.compile(r"!\[[^\]]*\]\([^)]*\)|<(?:br|img)[^>]*>")
_OWN = frozenset(
    "title collection permalink date venue excerpt layout author_profile redirect_from share "
    "comments read_time related classes published".split()
)


class Heads:
    """Reads the heads of one site."""

    def __init__(self, source: Source, jekyll: Jekyll) -> None:
        self._source, self._jekyll = source, jekyll

    def address(self, value: Any) -> str:
        """Return an address; one of the site itself leads to the file that came along."""
        given = text_of(value)
        path = re.sub(r"^https?://[^/]+/", "", given)
        is_own = path != given and self._source.has(path)
        return self._jekyll.addresses(f"/{path}" if is_own else given)

    def links(self, meta: Mapping[str, Any], *without: str) -> dict[str, str]:
        """Return the links beside an item."""
        return {
            label: url
            for key, label in _LINKS.items()
            if key not in without and (url := self.address(meta.get(key)))
        }

    def picture_and_text(self, meta: Mapping[str, Any]) -> tuple[str, str]:
        """Return the picture and the text of an excerpt, else the teaser's picture."""
        written = text_of(meta.get("excerpt"))
        found = _PICTURE.search(written)
        picture = self.address(found[1] or found[2]) if found else self._teaser(meta)
        return picture, " ".join(_SHOWN.sub(" ", written).split())

    def _teaser(self, meta: Mapping[str, Any]) -> str:
        header = meta.get("header")
        given = text_of(header.get("teaser")) if isinstance(header, dict) else ""
        if given and not self._source.has(given) and self._source.has(f"images/{given}"):
            given = f"images/{given}"
        return self.address(given)

    def left(self, meta: Mapping[str, Any], *known: str) -> Iterator[str]:
        """Return what has no place, as `name: value`."""
        for key, value in meta.items():
            if key == "header" and isinstance(value, dict):
                value = {one: given for one, given in value.items() if one != "teaser"}
            is_known = key in _OWN or key in _LINKS or key in known
            if not is_known and value not in ("", None, [], {}):
                yield f"{key}: {' '.join(str(value).split())}"
