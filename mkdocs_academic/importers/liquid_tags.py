"""Tags of Liquid that stand for something on the page: code, folded text, citations, files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from . import calls, queries
from .references import References

_CODE = re.compile(r"[\w+#-]+")


class Tags:
    """Writes tags as Markdown; `place_of` finds where a page or post of the old site is now."""

    def __init__(
        self, references: References, place_of: Callable[[str], str], note: Callable[[str], None]
    ) -> None:
        self._references, self._place_of, self._note = references, place_of, note

    def __call__(self, name: str, rest: str, inner: str) -> str | None:
        """Return what a tag shows, None for one that is not known."""
        rest = rest.strip()
        if name == "highlight":
            language = _CODE.match(rest)
            fence = "~~~" if "```" in inner else "```"
            lines = inner.strip("\n")
            return f"\n\n{fence}{language[0] if language else ''}\n{lines}\n{fence}\n\n"
        if name == "details":
            return calls.box("note", rest, inner, folded=True)
        if name == "tab":
            title = rest.partition(" ")[2] or rest
            return f"\n\n**{title.strip()}**\n\n{inner.strip(chr(10))}\n\n"
        if name == "tabs":
            return inner
        if name in ("cite", "reference"):
            return self._references.cited(re.split(r"\s--?\w", f"{rest} ")[0].split())
        if name == "quote":
            lines = "".join(f"\n> {line}" for line in inner.strip().split("\n"))
            return f"\n\n{lines.strip()}\n>\n> {self._references.cited(rest.split()[:1])}\n\n"
        if name == "bibliography":
            references = self._references
            if not references.types:
                self._note("a list of papers was left out: there is no `.bib` with papers")
                return ""
            return queries.called(rest, references.types, self._note, references.files)
        if name in ("post_url", "link"):
            return self._place_of(rest) or None
        return self._address(name, rest)

    def _address(self, name: str, rest: str) -> str | None:
        """Keep the address of something that would be shown from elsewhere."""
        address = re.search(r"https?://[^\s\"'<>]+", rest)
        if not address:
            return None
        self._note(f"the Liquid tag `{name}` became a link: {address[0]}")
        return f"[{address[0]}]({address[0]})"


def file_shown(name: str, path: str, given: Mapping[str, Any]) -> str:
    """Return a picture with its caption, or a link to what moves or sounds."""
    words = next((str(given[key]) for key in ("title", "alt") if given.get(key)), "")
    caption = str(given.get("caption") or "").strip()
    if "video" in name or "audio" in name:
        label = words or caption or ("Video" if "video" in name else "Audio")
        embedded = re.match(r"https?://www\.youtube(?:-nocookie)?\.com/embed/([\w-]+)", path)
        return (
            f"[{label}]({f'https://www.youtube.com/watch?v={embedded[1]}' if embedded else path})"
        )
    picture = f"![{words}]({path})"
    return f"{picture}\n\n{caption}\n\n" if caption and caption != words else picture
