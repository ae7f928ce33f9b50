"""What the front matter of a page says to readers: date, authors, tags, a description, a cover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from .permalinks import listed, words

# What only the old template reads.
_SILENT = frozenset(
    "layout title permalink nav nav_order nav_rank inline related_posts related_publications "
    "featured toc giscus_comments disqus_comments comments pagination horizontal "
    "display_categories display_tags redirect redirect_from published hidden chart mermaid "
    "code_diff map tabs "
    "tikzjax typograms pretty_table pseudocode images _styles selected_papers social profile "
    "profiles subtitle "
    "announcements latest_posts news dropdown children author_profile classes collection header "
    "sidebar "
    "sitemap share read_time bibliography custom_css custom_javascript years entries_layout "
    "citation scholar_layout slug lang math mathjax search importance description date tags "
    "categories category author authors img github isbn olid cover bib_search "
    "max_width".split()
)
_BOOK = (
    "author", "released", "stars", "status", "started", "finished", "isbn", "buy_link",
    "goodreads_review", "olid",
)  # fmt: skip


class Head(NamedTuple):
    """The head of a page."""

    lines: str  # Markdown to stand below the title
    meta: dict[str, Any]  # for the front matter of the new page
    left: tuple[str, ...]  # what has no place, as `name: value`


def of_page(meta: Mapping[str, Any]) -> Head:
    """Read the head of a page."""
    return _head(meta, [], _text(meta.get("description")), ())


def of_post(meta: Mapping[str, Any], date: str) -> Head:
    """Read the head of a post: its date, who wrote it, what it is about."""
    line = [date, _people(meta)]
    for name, label in (("tags", "Tags"), ("categories", "Categories")):
        found = words(meta.get(name) or (name == "categories" and meta.get("category")))
        line.append(f"{label}: {', '.join(found)}" if found else "")
    return _head(meta, [" · ".join(filter(None, line))], _text(meta.get("description")), ())


def of_book(meta: Mapping[str, Any]) -> Head:
    """Read what a review says of its book."""
    cover = _text(meta.get("cover"))
    pairs = [(name, _text(meta.get(name))) for name in _BOOK]
    pairs += [(name, ", ".join(words(meta.get(name)))) for name in ("categories", "tags")]
    lines = [
        f"- {name.replace('_', ' ').capitalize()}: {_linked(value)}"
        for name, value in pairs
        if value
    ]
    date = _text(meta.get("date"))[:10]
    title = _text(meta.get("title")).replace("[", "(").replace("]", ")")
    parts = [f"![{title}]({cover})" if cover else "", date, "\n".join(lines)]
    return _head(meta, parts, _text(meta.get("description")), _BOOK)


def _head(
    meta: Mapping[str, Any], parts: list[str], description: str, taken: tuple[str, ...]
) -> Head:
    left = (
        f"{name}: {_shown(value)}"
        for name, value in meta.items()
        if name not in _SILENT and name not in taken and value not in ("", None, [], {}, "false")
    )
    lines = "\n\n".join(filter(None, [*parts, description]))
    return Head(lines, {"description": description} if description else {}, tuple(left))


def _people(meta: Mapping[str, Any]) -> str:
    """Name the authors, with their pages and where they work."""
    shown = []
    for one in listed(meta.get("authors") or meta.get("author")):
        given = one if isinstance(one, dict) else {"name": one}
        name, url = _text(given.get("name")), _text(given.get("url"))
        place = given.get("affiliations") or given.get("affiliation")
        place = ", ".join(filter(None, _places(place)))
        if name:
            named = f"[{name}]({url})" if url else name
            shown.append(f"{named} ({place})" if place else named)
    return ", ".join(shown)


def _places(value: Any) -> Iterator[str]:
    for one in listed(value):
        yield _text(one.get("name")) if isinstance(one, dict) else _text(one)


def _linked(value: str) -> str:
    return f"<{value}>" if value.startswith(("https://", "http://")) else value


def _shown(value: Any) -> str:
    text = " ".join(str(value).split()).replace("`", "'")
    return text if len(text) <= 80 else f"{text[:79]}…"


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
