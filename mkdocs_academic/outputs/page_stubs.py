"""The pages of papers as Markdown, for an engine whose plugins cannot add pages."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..site import Site
from . import plain


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path below docs and text of each page."""
    papers = {paper.key: paper for paper in site.publications}
    for key in site.pages.slugs:
        title = plain.from_html(papers[key].title) or key
        abstract = plain.shortened(plain.from_html(papers[key].abstract), 160)
        # JSON's strings are YAML's and Jinja's, too.
        head = [f"title: {_quoted(title)}"] + [f"description: {_quoted(abstract)}"] * bool(abstract)
        lines = ["---", *head, "---", "", f"{{{{ publication({_quoted(key)}) }}}}", ""]
        yield site.pages.source(key), "\n".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
