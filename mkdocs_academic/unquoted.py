"""Texts in a macro call whose quotes are forgotten, as they arrive there: as names of nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any


def found(args: Sequence[Any], options: Mapping[str, Any]) -> str:
    """Say which argument of a call that has failed lacks its quotes, "" for none."""
    named = (*(("", one) for one in args), *((f"{key}=", one) for key, one in options.items()))
    for option, value in named:
        for name in _names(value):
            within = isinstance(value, list | tuple)
            return f'{name} has no quotes: {"" if within else option}"{name}"'
    return ""


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, list | tuple):
        for one in value:
            yield from _names(one)
    elif hasattr(type(value), "_undefined_name"):  # Jinja's Undefined, of a name, not of a part
        name, nothing = str(value._undefined_name), type(value)()._undefined_obj
        if value._undefined_obj is nothing and name.isidentifier():
            yield name
    elif callable(value):  # a section is also a macro: `sections(news)`
        yield str(getattr(value, "__name__", value))
