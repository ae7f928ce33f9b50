"""YAML read as the text a user wrote, and the line on which every value stands."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem

Step = str | int

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML without libyaml is slower, not different
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

_KEPT_TAGS = {"tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"}


class _TextLoader(_SafeLoader):
    """Leaves scalars as text: `2021.10`, `0123`, `no` and dates arrive as they were typed."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.repeated: list[tuple[int, str]] = []

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key.value, str):
                continue  # a list or a mapping, which the constructor refuses
            if key.value in seen and key.tag != "tag:yaml.org,2002:merge":
                self.repeated.append((key.start_mark.line + 1, key.value))
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


_TextLoader.yaml_implicit_resolvers = {
    first: kept
    for first, resolvers in _SafeLoader.yaml_implicit_resolvers.items()
    if (kept := [(tag, regexp) for tag, regexp in resolvers if tag in _KEPT_TAGS])
}


def _environment(loader: _TextLoader, node: yaml.Node) -> Any:
    """Resolve MkDocs' `!ENV NAME` and `!ENV [NAME, OTHER, default]`."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(node.value)
    *names, default = loader.construct_sequence(node)  # type: ignore[arg-type]
    return next((os.environ[name] for name in names if name in os.environ), default)


def _ignored(loader: _TextLoader, suffix: str, node: yaml.Node) -> None:
    """Read over `!!python/name:…`, `!relative` and other tags that are the engine's business."""


_TextLoader.add_constructor("!ENV", _environment)
_TextLoader.add_multi_constructor("!", _ignored)
_TextLoader.add_multi_constructor("tag:yaml.org,2002:python/", _ignored)


@dataclass(frozen=True)
class Document:
    """One YAML file: what it says, and where."""

    file: Path
    text: str
    data: Any  # mappings, lists, text and None only

    @property
    def folder(self) -> Path:
        """Return the folder that paths in this file are relative to."""
        return self.file.parent

    def find(self, path: Sequence[Step]) -> tuple[int, int | None]:
        """Return how many steps of `path` exist here and the line of the last that does."""
        node, line, depth = self._root, None, 0
        for step in path:
            if isinstance(node, yaml.SequenceNode) and isinstance(step, str):
                depth += 1  # `news: […]` is short for `news: {items: […]}`
                continue
            found = _child(node, step)
            if found is None:
                break
            line, node = found
            depth += 1
        return depth, line

    @cached_property
    def _root(self) -> yaml.Node | None:
        """Compose the file once, when a place is first asked for."""
        node: yaml.Node | None = yaml.compose(self.text, Loader=_TextLoader)
        return node


def _child(node: yaml.Node | None, step: Step) -> tuple[int, yaml.Node] | None:
    """Return the line and the node one step below, looking into `<<` merges last."""
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        items = [one for one in node.value if one.tag != "tag:yaml.org,2002:null"]  # say nothing
        return (items[step].start_mark.line + 1, items[step]) if step < len(items) else None
    if not isinstance(node, yaml.MappingNode):
        return None
    for key, value in node.value:
        if key.value == step:
            return key.start_mark.line + 1, value
    merged = [value for key, value in node.value if key.value == "<<"]
    sources = [one for value in merged for one in _sources(value)]
    return next((found for one in sources if (found := _child(one, step))), None)


def _sources(merged: yaml.Node) -> list[yaml.Node]:
    return list(merged.value) if isinstance(merged, yaml.SequenceNode) else [merged]


def read(file: Path, shown: str) -> tuple[Document, list[Problem]]:
    """Read one file; `shown` is its name in problems. What cannot be read is an empty document."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else error.strerror
        return Document(file, "", None), [Problem(shown, None, "", f"cannot be read: {reason}")]
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        return Document(file, "", None), [
            Problem(shown, line, "", "is not UTF-8: save it as UTF-8")
        ]
    try:
        loader = _TextLoader(text)
        data = loader.get_single_data()
    except yaml.MarkedYAMLError as error:
        return Document(file, "", None), [_syntax(error, text, shown)]
    except yaml.YAMLError as error:
        return Document(file, "", None), [Problem(shown, None, "", f"is not YAML: {error}")]
    repeated = [
        Problem(shown, line, key, "stands twice in one mapping: keep one of them")
        for line, key in loader.repeated
    ]
    return Document(file, text, data), repeated


def _syntax(error: yaml.MarkedYAMLError, text: str, shown: str) -> Problem:
    line = error.problem_mark.line + 1 if error.problem_mark else None
    message = f"is not YAML: {error.problem or error.context}"
    source = text.splitlines()[line - 1] if line and line <= len(text.splitlines()) else ""
    if "\t" in source[: len(source) - len(source.lstrip())]:
        message += "; indent with spaces, not with tabs"
    elif ": " in source and "mapping values are not allowed" in message:
        message += "; put quotes around a text that holds ': '"
    elif any(one in message for one in ("cannot start any", "undefined alias", "alphabetic or")):
        message += "; put quotes around a text that begins with a sign"
    return Problem(shown, line, "", message)
