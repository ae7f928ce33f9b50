"""A library that others import and a build seldom needs is loaded when it is used."""

from __future__ import annotations

import importlib.util
import sys

# mkdocs-macros 1.5 needs it to fetch files from the web, if a page asks for that.
SELDOM_USED = "requests"


def postpone(name: str = SELDOM_USED) -> None:
    """Have `import name` be quick; the first look at anything in it loads it.

    Nothing happens where it is loaded already, or not installed.
    """
    if name in sys.modules:
        return
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        return
    spec.loader = loader = importlib.util.LazyLoader(spec.loader)
    sys.modules[name] = module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
