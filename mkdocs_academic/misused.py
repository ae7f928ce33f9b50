"""What is wrong with the options of a macro's call, in the words of who wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable


def said(error: Exception, macro: Callable[..., str]) -> str:
    """Say which option a macro does not have, or lacks; "" where something else went wrong."""
    if not isinstance(error, TypeError):
        return ""
    text = str(error)
    if found := re.search(_UNKNOWN, text):
        return f"unknown option {found[1]!r}{_known(found[1], macro)}"
    if found := re.search(_MISSING, text):
        return f"{found[1]} is missing"
    return "it was given too much" if re.search(_TOO_MUCH, text) else ""


_UNKNOWN = r"\(\) got an unexpected keyword argument '(\w+)'"
_MISSING = r"\(\) missing \d+ required [\w-]+ arguments?: '(\w+)'"
_TOO_MUCH = r"\(\) takes .* positional arguments? but \d+ .* given"


def _known(option: str, macro: Callable[..., str]) -> str:
    import inspect  # here, for most sites make no such mistake

    from .synonyms import option_meant

    parameters = inspect.signature(macro).parameters.values()
    names = [one.name for one in parameters if one.kind != one.VAR_POSITIONAL]
    return option_meant(option, names) or (f": known are {', '.join(names)}" if names else "")
