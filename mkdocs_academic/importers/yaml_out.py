"""YAML as a person would write it: text without needless quotes, long text in blocks."""

from __future__ import annotations

import re
from typing import Any

import yaml

_KEPT_TAGS = {"tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"}


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key; writes None as nothing."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


class _TextDumper(_Dumper):
    """For files that only this package reads: `2021.10`, `no` and dates need no quotes."""


_TextDumper.yaml_implicit_resolvers = {
    first: kept
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
    if (kept := [(tag, regexp) for tag, regexp in resolvers if tag in _KEPT_TAGS])
}


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    value = _NEEDLESS.sub("", value) if "\n" in value else value
    style = "|" if "\n" in value and not _UNFIT.search(value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


# One blank at the end of a line means nothing in Markdown.
_NEEDLESS = re.compile(r"(?<!\s)[ \t](?=\n|\Z)|(?<=\n)[ \t]+(?=\n|\Z)")
# Blanks at ends of lines and special characters cannot stand in a block.
_UNFIT = re.compile(r"[ \t]\n|[ \t]\Z|\A[ \n]|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def _nothing(dumper: yaml.SafeDumper, value: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


for _one in (_Dumper, _TextDumper):
    _one.add_representer(str, _text)
    _one.add_representer(type(None), _nothing)


def settings(value: Any) -> str:
    """Write a file that an engine reads, too: what is text to us is quoted where it must be."""
    return _written(value, _Dumper)


def data(value: Any) -> str:
    """Write a data file."""
    return _written(value, _TextDumper)


def _written(value: Any, dumper: type[yaml.SafeDumper]) -> str:
    text: str = yaml.dump(
        value, Dumper=dumper, allow_unicode=True, sort_keys=False, width=100, indent=2
    )
    return text
