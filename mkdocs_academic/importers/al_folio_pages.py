"""Pages that al-folio fills from data: repositories, and the people of a group."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from . import liquid_blocks
from .al_folio_profile import described, titled
from .front_matter import text_of
from .jekyll import Jekyll
from .permalinks import listed
from .result import Result
from .source import Source

_REPOSITORY = re.compile(r"[\w.-]+(?:/[\w.-]+)?", re.ASCII)
Markdown = Callable[[str], str]


def add(source: Source, result: Result, jekyll: Jekyll, markdown: Markdown) -> set[str]:
    """Add these pages and return the names of the sources that are done with."""
    done: set[str] = set()
    for name, target in jekyll.names.items():
        if not name.startswith("_pages/"):
            continue
        meta, own = source.page_of(name)[0], ""
        title = titled(meta, target.removesuffix(".md").capitalize())
        if text_of(meta.get("layout")) == "profiles":
            own = jekyll.page_text(name, "")
            parts = [
                _person(name, one, source, jekyll, markdown, done)
                for one in listed(meta.get("profiles"))
                if isinstance(one, dict)
            ]
            text = "\n\n---\n\n".join(filter(None, parts))
        elif name == "_pages/repositories.md":
            body = liquid_blocks.replaced(source.page_of(name)[1], "repo", "")
            own = jekyll.safe(jekyll.rendered_text(name, body))
            own = liquid_blocks.without_empty_headings(own)
            text = _repositories(source)
        else:
            continue
        if text:
            head = described(meta)
            lead = jekyll.safe(head.get("description", ""))
            result.add_page(target, title, f"{lead}\n\n{own}\n\n{text}", meta=head)
            done.add(name)
    return done


def _repositories(source: Source) -> str:
    """Write the accounts and repositories of `_data/repositories.yml` as links."""
    parts, data = [], source.site_data().get("repositories")
    for name, title in (("github_users", "GitHub users"), ("github_repos", "GitHub repositories")):
        lines = []
        for one in listed(data.get(name) if isinstance(data, dict) else None):
            if _REPOSITORY.fullmatch(text_of(one)):
                lines.append(f"- [{text_of(one)}](https://github.com/{text_of(one)})")
            elif text_of(one):
                source.report.note(f"`{name}`: `{_shown(one)}` is no name of GitHub's: left out")
        parts += [f"## {title}", "\n".join(lines)] if lines else []
    return "\n\n".join(parts)


def _person(
    page: str,
    one: dict[str, Any],
    source: Source,
    jekyll: Jekyll,
    markdown: Markdown,
    done: set[str],
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
    elif text_of(one.get("content")):
        source.report.note(f"`{page}`: `{text_of(one.get('content'))}` is not there: left out")
    parts.append(jekyll.safe(markdown(text_of(one.get("more_info")))))
    return "\n\n".join(filter(None, parts))


def _shown(value: str) -> str:
    return " ".join(value.split()).replace("`", "'")[:60]
