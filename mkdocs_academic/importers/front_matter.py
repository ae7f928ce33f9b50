"""The YAML between `---` at the head of a page, and YAML of strangers in general."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

Tell = Callable[[int, str], None]  # takes the line, and what is wrong there

_HEAD = re.compile(r"\A\ufeff?\s*---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)


def split(text: str, tell: Tell = lambda *_: None) -> tuple[dict[str, Any], str]:
    """Return what stands in the head, all of it text, and the page below."""
    found = _HEAD.match(text)
    if found is None:
        return {}, text
    before = text[: found.start(1)].count("\n")
    meta = parsed(found[1], lambda line, what: tell(before + line, what))
    return meta if isinstance(meta, dict) else {}, text[found.end() :]


def parsed(text: str, tell: Tell = lambda *_: None) -> Any:
    """Read YAML as text, mappings and lists; of what is no YAML its simple lines."""
    try:
        value = yaml.load(text.replace("\t", "    "), Loader=yaml.BaseLoader)
        if _size(value, {}) > 50 * len(text) + 10_000:
            raise ValueError("written out, its aliases are too long")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        tell(mark.line + 1 if mark else 1, error.problem or error.context or "")
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        tell(1, " ".join(str(error).split()))
    else:
        return value
    return {name: value.strip("\"'") for name, value in _LINE.findall(text)}


def _size(value: Any, known: dict[int, float]) -> float:
    """Return how long a value is where it is written out; what holds itself has no end."""
    if isinstance(value, str):
        return len(value) + 1
    if id(value) not in known:
        known[id(value)] = float("inf")
        inner = value.values() if isinstance(value, dict) else value or ()
        keys = sum(len(str(key)) + 1 for key in value) if isinstance(value, dict) else 0
        known[id(value)] = 1 + keys + sum(_size(one, known) for one in inner)
    return known[id(value)]


def text_of(value: Any) -> str:
    """Return a setting's text, "" for what is none."""
    return value.strip() if isinstance(value, str) else ""


def is_published(meta: dict[str, Any]) -> bool:
    """Tell a page from one whose head says `published: false`."""
    return text_of(meta.get("published")).lower() != "false"
