"""What mkdocs-macros asks of git is asked when a page shows it: that takes a dozen processes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

_GIT = "git"  # the variable
_log = logging.getLogger("mkdocs.plugins.mkdocs_macros")


def postpone() -> None:
    """Have mkdocs-macros (1.3 to 1.5) ask later; another one asks as it does."""
    from mkdocs_macros import context

    ask = getattr(context, "get_git_info", None)
    if ask and ask.__module__ == context.__name__:
        context.get_git_info = lambda: _Answer(ask)


def hide(variables: MutableMapping[str, Any]) -> None:
    """Hide what has not been asked yet from who writes all variables down, unless that is shown."""
    answer = variables.get(_GIT)
    if isinstance(answer, _Answer) and not _log.isEnabledFor(logging.DEBUG):
        variables[_GIT] = _Hidden(answer)


def show(variables: MutableMapping[str, Any]) -> None:
    """Undo it."""
    hidden = variables.get(_GIT)
    if isinstance(hidden, _Hidden):
        variables[_GIT] = hidden.answer


class _Answer(dict[str, Any]):
    """A dictionary that is filled when somebody looks into it."""

    def __init__(self, ask: Callable[[], Mapping[str, Any] | None]) -> None:
        super().__init__(status=None)  # who looks whether it is empty without asking sees it is not
        self._ask: Callable[[], Mapping[str, Any] | None] | None = ask

    def _fill(self) -> None:
        ask, self._ask = self._ask, None
        if ask:
            self.update(ask() or {})


class _Hidden(dict[str, Any]):
    """An empty dictionary in the place of an answer."""

    def __init__(self, answer: _Answer) -> None:
        super().__init__()
        self.answer = answer


def _filled(name: str) -> Callable[..., Any]:
    method = getattr(dict, name)

    def look(answer: _Answer, *given: Any) -> Any:
        answer._fill()
        return method(answer, *given)

    return look


for _name in (
    *("__getitem__", "__iter__", "__len__", "__contains__", "__eq__", "__ne__", "__repr__"),
    *("__or__", "__reversed__", "get", "keys", "values", "items", "copy", "pop"),
):
    setattr(_Answer, _name, _filled(_name))
