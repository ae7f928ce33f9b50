"""Pages that al-folio fills from data: repositories, and the people of a group."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .al_folio_profile import described, text_of
from .jekyll import Jekyll
from .permalinks import listed
from .result import Result
from .source import Source

Markdown = Callable[[str], str]


def add(source: Source, result: Result, jekyll: Jekyll, markdown: Markdown) -> set[str]:
    """Add these pages and return the names of the sources that are done with."""
    done: set[str] = set()
    for name, target in jekyll.names.items():
        meta = source.page_of(name)[0]
        title = text_of(meta.get("title")) or target.removesuffix(".md").capitalize()
        if text_of(meta.get("layout")) == "profiles":
            parts = [
                _person(one, source, jekyll, markdown, done)
                for one in listed(meta.get("profiles"))
                if isinstance(one, dict)
            ]
            text = "\n\n---\n\n".join(filter(None, parts))
        elif name == "_pages/repositories.md":
            text = _repositories(source.site_data().get("repositories"))
        else:
            continue
        if text:
            head = described(meta)
            lead = jekyll.safe(head.get("description", ""))
            result.add_page(target, title, f"{lead}\n\n{text}", meta=head)
            done.add(name)
    return done


def _repositories(data: Any) -> str:
    """Write the accounts and repositories of `_data/repositories.yml` as links."""
    parts = []
    for name, title in (("github_users", "GitHub users"), ("github_repos", "GitHub repositories")):
        found = [text_of(one) for one in listed(data.get(name) if isinstance(data, dict) else None)]
        lines = [f"- [{one}](https://github.com/{one})" for one in found if one]
        parts += [f"## {title}", "\n".join(lines)] if lines else []
    return "\n\n".join(parts)


def _person(
    one: dict[str, Any], source: Source, jekyll: Jekyll, markdown: Markdown, done: set[str]
) -> str:
    """Write one of the people: the picture, the text of a file, the lines beside it."""
    image, content = text_of(one.get("image")), f"_pages/{text_of(one.get('content'))}"
    place = jekyll.addresses(
        image if image.startswith(("assets/", "http")) else f"assets/img/{image}"
    )
    parts = [f"![]({place})" if image and place else ""]
    if source.has(content):
        parts.append(jekyll.page_text(content, ""))
        done.add(content)
    parts.append(jekyll.safe(markdown(text_of(one.get("more_info")))))
    return "\n\n".join(filter(None, parts))
