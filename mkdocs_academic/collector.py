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
    """Never again look through what there is now: modules, and the first site that is read.

    Later ones of the same process would keep the garbage of earlier builds, too.
    """
    if len(_spared) < _MOST:
        gc.freeze()
        _spared.append(gc.get_freeze_count())


_MOST = 2
_spared: list[int] = []  # objects each time
