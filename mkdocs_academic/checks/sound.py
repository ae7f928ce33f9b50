"""The sound part of settings: what is left of them without what is mistaken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from typing import Any

from ..expansion import written_out
from ..problems import Problem, Problems
from ..settings import Settings
from ..site import Site, from_settings

_ROUNDS = 20  # what was hidden behind a mistake may be one as well
# Items keep their numbers, which problems name: what stands for a mistaken one.
_STAND_INS: dict[str, Any] = {"items": {}, "entries": {"text": "…"}}
_NOTHING = object()


def part(given: Settings) -> tuple[Site, tuple[Problem, ...]]:
    """Return the site of what is right in the settings, and all mistakes.

    Afterwards the settings hold what data files hold, without what was mistaken.
    """
    site = from_settings(given)
    mistakes = list(site.mistakes)
    _write_out(given)
    for _ in range(_ROUNDS):
        if not site.mistakes:
            return site, tuple(mistakes)
        is_unread = bool(given.problems)  # a file that is no YAML: nothing of it is there
        given.problems.clear()
        if not _without(given.academic, site.mistakes) and not is_unread:
            break
        site = from_settings(given)
        mistakes += (one for one in site.mistakes if one not in mistakes)
    given.config["extra"] = {}
    return from_settings(given), tuple(mistakes)


def _write_out(given: Settings) -> None:
    """Put what data files hold in the place of their names, once and for all."""
    try:
        expanded = written_out(given)
    except (Problems, RecursionError):
        expanded = {}
    extra = given.config.get("extra")
    given.config["extra"] = {**(extra if isinstance(extra, dict) else {}), "academic": expanded}
    given.entry = ()


def _without(settings: dict[str, Any], mistakes: Iterable[Problem]) -> bool:
    """Take out what is mistaken; tell whether there was any of it."""
    found = False
    for problem in mistakes:
        _, ours, path = problem.path.rpartition("extra.academic.")
        path = path.removesuffix(".like")  # without it, nothing of the section is known
        found |= bool(ours) and _taken_out(settings, path)
    _drop_marked(settings)
    return found


def _taken_out(node: Any, path: str, name: str = "") -> bool:
    """Take out the deepest value that a path leads to: of what is missing, what lacks it."""
    key, rest = _next(node, path)
    if key is None:
        return False
    if not rest or not _taken_out(node[key], rest, str(key)):
        node[key] = _stand_in(name) if isinstance(node, list) else _NOTHING
    return True


def _stand_in(name: str) -> Any:
    return copy(_STAND_INS[name]) if name in _STAND_INS else _NOTHING


def _next(node: Any, path: str) -> tuple[Any, str]:
    """Split a path after the key or index that it begins with; keys may hold dots."""
    if isinstance(node, list):
        index = re.match(r"(\d+)(?:\.|$)", path)
        if index and int(index[1]) < len(node):
            return int(index[1]), path[index.end() :]
    if isinstance(node, dict):
        for key in sorted(node, key=len, reverse=True):
            if path == key or path.startswith(f"{key}."):
                return key, path[len(key) + 1 :]
    return None, ""


def _drop_marked(node: Any) -> None:
    if isinstance(node, dict):
        for key in [key for key, one in node.items() if one is _NOTHING]:
            del node[key]
    elif isinstance(node, list):
        node[:] = [one for one in node if one is not _NOTHING]
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _drop_marked(one)
