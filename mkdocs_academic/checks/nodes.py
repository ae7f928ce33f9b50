"""The nodes of a YAML file as its engine reads it, with their places in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml

from ..yaml_text import Document, Step


class _Loader(yaml.SafeLoader):
    """Pure Python: only its marks count characters."""


def compose(document: Document) -> yaml.Node | None:
    """Return the root of a document, None where it is empty or no YAML."""
    try:
        root: yaml.Node | None = yaml.compose(document.text, Loader=_Loader)
    except yaml.YAMLError:
        return None
    return root


def walk(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """Yield a node and all below it, each once."""
    seen: set[int] = set()
    waiting = [node] if node else []
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue  # an alias
        seen.add(id(one))
        yield one
        below = one.value if isinstance(one, yaml.CollectionNode) else ()
        waiting += [
            part for pair in below for part in (pair if isinstance(pair, tuple) else [pair])
        ]


def find(
    root: yaml.Node | None, path: Sequence[Step]
) -> tuple[yaml.ScalarNode | None, yaml.Node | None]:
    """Return the key and the value at a path, None where they are not in this file."""
    key: yaml.ScalarNode | None = None
    node = root
    for step in path:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, str):
            continue  # `news: […]` is short for `news: {items: […]}`
        key, node = _child(node, step)
        if node is None:
            return None, None
    return key, node


def _child(node: yaml.Node | None, step: Step) -> tuple[yaml.ScalarNode | None, yaml.Node | None]:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        items = [one for one in node.value if not one.tag.endswith(":null")]
        return None, items[step] if step < len(items) else None
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next(((key, value) for key, value in pairs if key.value == step), (None, None))


def span(node: yaml.ScalarNode) -> tuple[int, int] | None:
    """Return where the text of a scalar stands, without its quotes; None if it is folded."""
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    if node.style in ("'", '"'):
        start, end = start + 1, end - 1
    plain = node.start_mark.line == node.end_mark.line and end - start == len(node.value)
    return (start, end) if plain else None
