"""A library that others import and a build seldom needs is loaded when it is used."""

from __future__ import annotations

import importlib.util
import sys
from threading import RLock
from types import ModuleType
from typing import Any

# mkdocs-macros 1.5 needs it to fetch files from the web, if a page asks for that.
SELDOM_USED = "requests"


def postpone(name: str = SELDOM_USED) -> None:
    """Have `import name` be quick; the first look at anything in it loads it.

    Nothing happens where it is loaded already, or not installed.
    """
    spec = importlib.util.find_spec(name) if name not in sys.modules else None
    if spec and spec.loader:
        module = importlib.util.module_from_spec(spec)
        module.__class__ = _Waiting
        sys.modules[name] = module


_loading = RLock()


class _Waiting(ModuleType):
    """A module that has not run yet.

    `importlib.util.LazyLoader` would not do: the import statement itself looks at `__spec__`.
    """

    def __getattr__(self, attribute: str) -> Any:
        spec = self.__spec__
        with _loading:
            if self.__class__ is _Waiting and spec and spec.loader:
                self.__class__ = ModuleType  # type: ignore[assignment]
                spec.loader.exec_module(self)
        return getattr(self, attribute)
