"""What the engine's own reading of `mkdocs.yml` stumbles over, though it is YAML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from ..yaml_text import Document
from .nodes import compose, walk

_CORE = "tag:yaml.org,2002:"
_KNOWN_TAGS = ("!ENV", "!relative", f"{_CORE}python/")
_READABLE = {f"{_CORE}{kind}" for kind in ("timestamp", "int", "float", "bool", "value")}


class Trap(NamedTuple):
    """A value that has to be put between quotes."""

    node: yaml.ScalarNode
    message: str

    @property
    def line(self) -> int:
        """Return its line, from 1."""
        return int(self.node.start_mark.line) + 1


def traps(document: Document) -> Iterator[Trap]:
    """Yield what MkDocs cannot read, or would leave out."""
    for node in walk(compose(document)):
        if not isinstance(node, yaml.ScalarNode):
            continue
        if node.tag in _READABLE and node.style is None and not _is_read(node):
            what = "date" if node.tag.endswith("timestamp") else "value"
            yield Trap(
                node, f"{node.value!r} is no {what} that MkDocs can read: put quotes around it"
            )
        elif node.tag.startswith("!") and not node.tag.startswith(_KNOWN_TAGS):
            said = (
                f"{node.tag!r} at the beginning is a tag to YAML, and is lost: put quotes around it"
            )
            yield Trap(node, said)


def _is_read(node: yaml.ScalarNode) -> bool:
    try:
        yaml.constructor.SafeConstructor().construct_object(node)
    except (ValueError, OverflowError, yaml.YAMLError):
        return False
    return True
