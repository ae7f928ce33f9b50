"""Files of installed packages, named `package:file`: how a laboratory shares without a path."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

# Not `C:\\lab.yml`, nor `https://…`: a package's name has two letters at least, a file no //.
_NAMED = re.compile(r"([A-Za-z_]\w+(?:\.\w+)*):(?!//)(.+)")


def file_of(name: str) -> Path | None:
    """Return the file that `package:file` means; None for what is written otherwise.

    Where there is no such package, the answer is a file that is not there either: its name says so.
    """
    found = _NAMED.fullmatch(name.strip())
    if not found:
        return None
    folder = _folder(found[1])
    return folder / found[2] if folder else Path(f"{found[1]} (not installed)") / found[2]


def _folder(package: str) -> Path | None:
    try:
        spec = importlib.util.find_spec(package)
    except (ImportError, ValueError, AttributeError):
        return None
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) if places else None
