"""A library that another imports and a build seldom needs is loaded when it is used."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any


def usual() -> None:
    """Postpone what takes long and is seldom used where MkDocs builds a site with this theme.

    mkdocs-macros 1.5 fetches files from the web with `requests`, if a page asks for that;
    pymdownx 10 takes two small functions from `urllib.request`, which loads HTTP and TLS.
    """
    postpone("requests", "mkdocs_macros.util")
    postpone("urllib.request", "pymdownx.util", ("pathname2url", "url2pathname"))


def postpone(name: str, user: str, functions: Sequence[str] = ()) -> None:
    """Load the module `user` with a stand-in for the library `name`; nobody else gets to see that.

    `functions` are those that it takes out of the library at once. Nothing happens where either is
    loaded already, or where no MkDocs runs.
    """
    if "mkdocs" not in sys.modules or {name, user} & sys.modules.keys():
        return
    sys.modules[name] = _StandIn(name, functions)
    with contextlib.suppress(ImportError):  # it is not installed: others will say so
        importlib.import_module(user)
    stand_in = sys.modules.get(name)
    if isinstance(stand_in, _StandIn):
        del sys.modules[name]
        package, _, last = name.rpartition(".")
        if package and not hasattr(sys.modules[package], last):
            setattr(sys.modules[package], last, stand_in)  # `import a.b` looks for it there


class _StandIn(ModuleType):
    """Loads the library when somebody looks for something in it, or calls one of its functions."""

    def __init__(self, name: str, functions: Sequence[str]) -> None:
        super().__init__(name)
        self._functions = functions

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        if attribute in self._functions:
            return lambda *given: getattr(importlib.import_module(self.__name__), attribute)(*given)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), attribute)
