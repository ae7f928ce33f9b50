"""A library that another imports and a build seldom needs is loaded when it is used."""

from __future__ import annotations

import contextlib
import importlib
import sys
from types import ModuleType
from typing import Any


def postpone(name: str = "requests", user: str = "mkdocs_macros.util") -> None:
    """Load the module `user` with a stand-in for the library `name`; nobody else gets to see that.

    mkdocs-macros 1.5 fetches files from the web with it, if a page asks for that. Nothing happens
    where either is loaded already, or where no MkDocs runs.
    """
    if "mkdocs" not in sys.modules or {name, user} & sys.modules.keys():
        return
    sys.modules[name] = _StandIn(name)
    with contextlib.suppress(ImportError):  # it is not installed: others will say so
        importlib.import_module(user)
    if isinstance(sys.modules.get(name), _StandIn):
        del sys.modules[name]


class _StandIn(ModuleType):
    """Loads the library when somebody looks for something in it."""

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), attribute)
