"""Python's search for garbage rests while there is none to find: it takes a tenth of a build."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def resting() -> Iterator[None]:
    """Do not look for garbage for a while; what is being made stays."""
    is_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_on:
            gc.enable()


def spare() -> None:
    """Never again look through what there is now: modules, a site that has been read."""
    gc.freeze()
