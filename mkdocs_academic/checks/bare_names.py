"""Texts in macro calls whose quotes are forgotten: names that nothing on the page sets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from jinja2 import nodes
from jinja2.defaults import DEFAULT_NAMESPACE

from ..sections.base import SWITCH
from .configuration import named
from .subject import Subject

# What mkdocs-macros brings (its manual, "Default variables and macros").
_THEIRS = frozenset(
    "caller config context environment extra files filters filters_builtin fix_url git kwargs loop "
    "macros macros_info navigation now page plugin self super varargs".split()
)
_OPTION = re.compile(r"^(\w+)[ \t]*:", re.MULTILINE)
_SIGNS = (nodes.BinExpr, nodes.UnaryExpr, nodes.Const, nodes.Name)


def variables(subject: Subject, options: Mapping[str, Any]) -> frozenset[str] | None:
    """Return what a page may name, None where that may be anything; `options` are the plugin's."""
    if options.get("include_yaml") or {"meta", "academic/meta", "material/meta"} & {
        *named(subject.config.get("plugins"))
    }:
        return None
    extra = subject.config.get("extra")
    return frozenset((*DEFAULT_NAMESPACE, *_THEIRS, *(extra if isinstance(extra, dict) else ())))


def of_page(front_matter: str) -> frozenset[str]:
    """Return what the front matter of a page sets."""
    return frozenset(_OPTION.findall(front_matter))


def told(call: nodes.Call, known: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with the arguments of a call; `known` are names that are something."""
    options = [(f"{one.key}=", one.value) for one in call.kwargs]
    for option, value in (*(("", one) for one in call.args), *options):
        for name in _bare(value):
            if name not in known:
                yield f"{name} has no quotes: {_quoted(option, name, value)}"


def _bare(value: nodes.Node) -> Iterator[str]:
    """Yield the names that a value is made of; a filter or a test may want what is not there."""
    if isinstance(value, nodes.List | nodes.Tuple):
        for one in value.items:
            yield from _bare(one)
    elif isinstance(value, nodes.Dict):
        for pair in value.items:
            yield from _bare(pair.value)
    elif isinstance(value, _SIGNS) and all(isinstance(one, _SIGNS) for one in _within(value)):
        found = (value, *_within(value))
        yield from (one.name for one in found if isinstance(one, nodes.Name))


def _within(value: nodes.Node) -> Iterator[nodes.Node]:
    yield from value.find_all(nodes.Expr)


def _quoted(option: str, name: str, value: nodes.Node) -> str:
    """Return how an option is written: a switch is none of the words that YAML has for it."""
    if not isinstance(value, nodes.Name):
        return f'"{name}"'
    switch = SWITCH.get(name.lower())
    return f"{option}{str(switch).lower()}" if switch is not None else f'{option}"{name}"'
