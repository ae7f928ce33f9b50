"""JSON-LD as it stands in a page: nodes without empty values, and text that cannot end a script."""

from __future__ import annotations

import json
from typing import Any

from . import plain

Node = dict[str, Any]

CONTEXT = "https://schema.org"


def filled(node: Node) -> Node:
    """Leave out what says nothing, at every depth."""
    found: Node = _filled(node)
    return found


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        pairs = ((key, _filled(one)) for key, one in value.items())
        return {key: one for key, one in pairs if one not in ("", None, [], {})}
    return [_filled(one) for one in value] if isinstance(value, list) else value


_UNSAFE = tuple((char, f"\\u{ord(char):04x}") for char in "<>&\u2028\u2029")


def script(data: Any) -> str:
    """Write data so that it may stand between `<script type="application/ld+json">` and its end."""
    written = plain.without_controls(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    for char, escape in _UNSAFE:
        written = written.replace(char, escape)
    return written
