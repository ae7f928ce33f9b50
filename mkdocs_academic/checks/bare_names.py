"""Texts in macro calls whose quotes are forgotten: names that nothing on the page sets."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jinja2 import nodes

from ..sections.base import SWITCH

_SIGNS = (nodes.BinExpr, nodes.UnaryExpr, nodes.Const, nodes.Name)


def asked(page: nodes.Template) -> frozenset[str]:
    """Return the names that a page asks for before it uses them: they need not be there."""
    tests = [
        *(one.test for one in page.find_all(nodes.If)),
        *(one.test for one in page.find_all(nodes.CondExpr)),
        *(one.node for one in page.find_all(nodes.Test) if one.name in ("defined", "undefined")),
        *(one.node for one in page.find_all(nodes.Filter) if one.name in ("default", "d")),
    ]
    names = (one for test in tests if test for one in (test, *_within(test)))
    return frozenset(one.name for one in names if isinstance(one, nodes.Name))


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
