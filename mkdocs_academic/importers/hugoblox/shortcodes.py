"""Shortcodes of Hugo found in a text and replaced, the inner ones first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

_CALL = re.compile(
    r"\{\{(?P<kind>[<%])(?!/\*)\s*(?P<end>/?)\s*(?P<name>[A-Za-z][\w./-]*)"
    r"(?P<rest>(?:(?!\{\{[<%]).){0,4000}?)(?P<self>/?)\s*[%>]\}\}",
    re.DOTALL,
)
_COMMENT = re.compile(r"\{\{([<%])/\*(.{0,4000}?)\*/([>%])\}\}", re.DOTALL)
_ARGUMENT = re.compile(
    r"(?:(?P<key>[\w-]+)\s*=\s*)?(?:\"(?P<quoted>(?:\\.|[^\"\\])*)\"|`(?P<raw>[^`]*)`|(?P<bare>[^\s\"`=]+))"
)
_MOST = 2_000  # shortcodes in a text


class Shortcode(NamedTuple):
    """One shortcode; what is in it is rendered already."""

    name: str
    words: tuple[str, ...]  # arguments without a name
    given: dict[str, str]
    inner: str | None  # None where it does not close

    def word(self, *names: str, at: int = 0) -> str:
        """Return the first argument of these names, else the one at a place."""
        found = next((self.given[name] for name in names if self.given.get(name)), "")
        return found or (self.words[at] if len(self.words) > at else "")


@dataclass
class _Open:
    """A shortcode that may still close, and what has come since."""

    name: str
    words: tuple[str, ...]
    given: dict[str, str]
    out: list[str] = field(default_factory=list)


def rendered(text: str, render: Callable[[Shortcode], str]) -> str:
    """Return a text in which shortcodes stand for nothing but what they show."""
    if "{{" not in text:
        return text
    stack = [_Open("", (), {})]
    at = 0
    ends = [found["name"] for found in _CALL.finditer(text) if found["end"]]
    for number, found in enumerate(_CALL.finditer(text)):
        if number >= _MOST:
            break
        stack[-1].out.append(text[at : found.start()])
        at = found.end()
        if found["end"]:
            ends.remove(found["name"])
            _close(stack, found["name"], render)
            continue
        words, given = arguments(found["rest"])
        opened = _Open(found["name"], words, given)
        if found["self"] or found["name"] not in ends:
            stack[-1].out.append(render(Shortcode(opened.name, words, given, None)))
        else:
            stack.append(opened)
    stack[-1].out.append(text[at:])
    while len(stack) > 1:
        _unclosed(stack, render)
    return _COMMENT.sub(lambda one: f"{{{{{one[1]}{one[2]}{one[3]}}}}}", "".join(stack[0].out))


def _close(stack: list[_Open], name: str, render: Callable[[Shortcode], str]) -> None:
    """Render what a closing one closes; one that closes nothing is nothing."""
    if not any(one.name == name for one in stack[1:]):
        return
    while stack[-1].name != name:
        _unclosed(stack, render)
    closed = stack.pop()
    inner = "".join(closed.out)
    stack[-1].out.append(render(Shortcode(closed.name, closed.words, closed.given, inner)))


def _unclosed(stack: list[_Open], render: Callable[[Shortcode], str]) -> None:
    """Take one that never closes for one without anything in it."""
    one = stack.pop()
    stack[-1].out += [render(Shortcode(one.name, one.words, one.given, None)), *one.out]


def arguments(written: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the arguments without names, and those with one."""
    words: list[str] = []
    given: dict[str, str] = {}
    for found in _ARGUMENT.finditer(written):
        quoted = found["quoted"]
        value = (
            re.sub(r"\\(.)", r"\1", quoted)
            if quoted is not None
            else found["raw"]
            if found["raw"] is not None
            else found["bare"] or ""
        )
        if found["key"]:
            given[found["key"].lower()] = value
        else:
            words.append(value)
    return tuple(words), given
