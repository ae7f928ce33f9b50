"""Checks of plain values of `mkdocs.yml`: MkDocs stops at what is not of the type it wants."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from .. import urls
from ..problems import Problem
from ..yaml_text import Document
from . import nodes
from .subject import Subject

# The options of MkDocs 1.6 by what they hold (`mkdocs.config.defaults`).
_ADDRESSES = ("site_url", "repo_url")
_TEXTS = (
    *("site_name", "site_description", "site_author", "copyright", "repo_name", "edit_uri"),
    *("docs_dir", "site_dir", "remote_branch", "remote_name"),
    *("exclude_docs", "draft_docs", "not_in_nav"),
)
_SWITCHES = ("use_directory_urls", "strict")
_LISTS = ("nav", "extra_css", "extra_javascript", "extra_templates", "watch")
_YAML = "tag:yaml.org,2002:"


def refused(subject: Subject) -> Iterator[Problem]:
    """Tell of values that MkDocs refuses."""
    for key, node in _nodes(subject).items():
        if said := _wrong(key, node):
            yield subject.at((key,), said)
    yield from _theme(subject)
    yield from _folders(subject)


def places(subject: Subject) -> Iterator[tuple[Document, yaml.ScalarNode]]:
    """Yield the addresses that lack no more than their scheme."""
    for key in _ADDRESSES:
        document, node = _place(subject, key)
        if document and isinstance(node, yaml.ScalarNode) and _lacks_scheme(node):
            yield document, node


def _nodes(subject: Subject) -> dict[str, yaml.Node]:
    """Return the values that are there, as the engine reads them."""
    keys = (*_ADDRESSES, *_TEXTS, *_SWITCHES, *_LISTS)
    found = {key: _place(subject, key)[1] for key in keys if key in subject.config}
    return {key: node for key, node in found.items() if node and node.tag.startswith(_YAML)}


def _place(subject: Subject, key: str) -> tuple[Document | None, yaml.Node | None]:
    """Return the file that has the say, and what it says."""
    for document in subject.given.chain:
        if document not in subject.given.lent and key in (document.data or ()):
            return document, nodes.find(nodes.compose(document), (key,))[1]
    return None, None


def _wrong(key: str, node: yaml.Node) -> str:
    kind = node.tag.removeprefix(_YAML)
    if kind == "null":
        return ""
    shown = f", got {node.value!r}" if isinstance(node, yaml.ScalarNode) else ""
    if key in _LISTS:
        return "" if kind == "seq" else f"should be a list{shown}"
    if key in _SWITCHES:
        return "" if kind == "bool" else f"should be true or false{shown}"
    if not isinstance(node, yaml.ScalarNode):
        return "should be a text"
    if kind != "str":
        return f"is no text to MkDocs: put quotes around it{shown}"
    return _wrong_address(node) if key in _ADDRESSES else ""


def _wrong_address(node: yaml.ScalarNode) -> str:
    if _lacks_scheme(node):
        return f"has no scheme: write https://{node.value}"
    try:
        parts = urlsplit(node.value)
        is_whole = not node.value or bool(parts.scheme and parts.netloc)
    except ValueError:
        is_whole = False
    return "" if is_whole else f"is no address: write https://…, got {node.value!r}"


def _lacks_scheme(node: yaml.ScalarNode) -> bool:
    return node.tag == f"{_YAML}str" and urls.lacks_scheme(node.value)


def _theme(subject: Subject) -> Iterator[Problem]:
    theme = subject.config.get("theme")
    if isinstance(theme, list):
        yield subject.at(("theme",), "should be a mapping: {name: academic}")
    elif isinstance(theme, dict) and not theme.get("name") and {"name", "custom_dir"} - {*theme}:
        yield subject.at(("theme",), "has no name: write {name: academic}")


def _folders(subject: Subject) -> Iterator[Problem]:
    """Tell of pages that a build would overwrite, or build into themselves."""
    root, docs = subject.site.root, _whole(subject.docs)
    site = _whole(subject.site.site_dir)
    if docs == _whole(root):
        said = "is the folder of mkdocs.yml itself: MkDocs wants one below it"
        yield subject.at(("docs_dir",), said)
    elif docs == site or site in docs.parents:
        yield subject.at(("site_dir",), "holds the pages, which a build would overwrite")
    elif docs in site.parents:
        yield subject.at(("site_dir",), "lies among the pages: a build would copy itself")


def _whole(folder: Path) -> Path:
    return Path(os.path.abspath(folder))
